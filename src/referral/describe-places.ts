import type { Helpline, Place } from '../policy/schema.ts'
import { type When, wayText } from './describe-ways.ts'
import { callPlace, placesFor } from './places.ts'

export interface Near extends When {
  /** What somebody typed for this one answer; it is used here and stands nowhere. */
  readonly postcode?: string
  /** The postcode of the house: what is near it is said as just that, to whoever gave none. */
  readonly region?: string
}

const placeText = (place: Place, input: Near, says: 'praat.place' | 'praat.place-near-house'): string => {
  const { name, address, web } = place
  const call = callPlace(place, input.now)
  const where = address === undefined ? `**${name}**` : `**${name}**, ${address}`
  return [
    input.texts.t(says, { place: where }),
    ...(call === undefined ? [] : [wayText(place, call, input)]),
    ...(web === undefined ? [] : [`${input.texts.t('praat.site', { url: `<${web}>` })}.`]),
  ].join(' ')
}

/**
 * The place of a line for the postcode that somebody gave, or honestly that it is not known; nothing for a line without
 * places, or without a postcode.
 */
export const placeTexts = (helpline: Helpline, input: Near): readonly string[] => {
  const { postcode, region, texts } = input
  if (helpline.places === undefined) return []
  if (postcode === undefined)
    return region === undefined
      ? []
      : placesFor(helpline, region).map((place) => placeText(place, input, 'praat.place-near-house'))
  const found = placesFor(helpline, postcode)
  if (found.length > 0) return found.map((place) => placeText(place, input, 'praat.place'))
  const { name } = helpline
  const site = helpline.web ?? helpline.chat?.url
  return [
    site === undefined
      ? texts.t('praat.place-unknown', { name })
      : texts.t('praat.place-unknown-site', { name, url: `<${site}>` }),
  ]
}
