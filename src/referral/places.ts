import type { Helpline, Place } from '../policy/schema.ts'
import type { Referral, Step } from './refer.ts'
import { isStale, phoneWay, type Way } from './ways.ts'

/** As many places of one line as are named; whoever lives where more of them serve reads the nearest-fitting ones. */
const MOST_PLACES = 2

/**
 * The postcode that somebody typed: four digits, also with "B-" before it or the name of the place behind it.
 *
 * @returns undefined for anything else
 */
export const readPostcode = (typed: string): string | undefined =>
  /^\s*(?:b\s*-?\s*)?([1-9]\d{3})(?![\d])/i.exec(typed)?.[1]

/** Both ends included. */
export const rangeOf = (written: string): readonly [from: number, until: number] => {
  const [from = '', until = from] = written.split('-')
  return [Number(from), Number(until)]
}

/** How many postcodes a place lists around this one; undefined when it does not serve it. */
const width = ({ postcodes }: Place, postcode: number): number | undefined => {
  const spans = postcodes
    .map(rangeOf)
    .filter(([from, until]) => from <= postcode && postcode <= until)
    .map(([from, until]) => until - from)
  return spans.length === 0 ? undefined : Math.min(...spans)
}

/** The places of a line that serve a postcode: the one that names it most closely first. */
export const placesFor = ({ places = [] }: Helpline, postcode: string): readonly Place[] =>
  places
    .flatMap((place) => {
      const span = width(place, Number(postcode))
      return span === undefined ? [] : [{ place, span }]
    })
    .toSorted((a, b) => a.span - b.span)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place)

/** How a place is called, with what is known of its hours: told only from a check that is not too old. */
export const callPlace = ({ phone, ...place }: Place, at: Date): Way | undefined =>
  phone && phoneWay(phone.hours, isStale(place, at), at)

/** The steps that an answer names, the first one first. */
export const stepsIn = ({ first, beside, others }: Referral): readonly Step[] => [
  first,
  ...(beside ? [beside] : []),
  ...others,
]

/** Whether a postcode could change this answer: only then is somebody asked for one. */
export const postcodeHelps = (referral: Referral): boolean =>
  stepsIn(referral).some(({ helpline }) => helpline.places !== undefined)
