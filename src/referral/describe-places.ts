import type { Helpline, Place } from '../policy/schema.ts'
import { type When, wayText } from './describe-ways.ts'
import { callPlace, placesFor } from './places.ts'

export interface Near extends When {
  /** What somebody typed for this one answer; it is used here and stands nowhere. */
  readonly postcode?: string
}

const placeText = (place: Place, input: Near): string => {
  const { name, address, web } = place
  const call = callPlace(place, input.now)
  const where = address === undefined ? `**${name}**` : `**${name}**, ${address}`
  return [
    input.texts.t('praat.place', { place: where }),
    ...(call === undefined ? [] : [wayText(place, call, input)]),
    ...(web === undefined ? [] : [`${input.texts.t('praat.site', { url: `<${web}>` })}.`]),
  ].join(' ')
}

/**
 * The place of a line for the postcode that somebody gave, or honestly that it is not known; nothing for a line without
 * places, or without a postcode.
 */
export const placeTexts = (helpline: Helpline, input: Near): readonly string[] => {
  const { postcode, texts } = input
  if (postcode === undefined || helpline.places === undefined) return []
  const found = placesFor(helpline, postcode)
  if (found.length > 0) return found.map((place) => placeText(place, input))
  const { name } = helpline
  const site = helpline.web ?? helpline.chat?.url
  return [
    site === undefined
      ? texts.t('praat.place-unknown', { name })
      : texts.t('praat.place-unknown-site', { name, url: `<${site}>` }),
  ]
}
