import { type Place, withDigits } from './plain.ts'

/** Digit, three letters, three digits, as on a plate since 2010; with dashes, spaces, dots or nothing between. */
const WRITTEN = /(?<![\p{L}\d-])\d([ .·-]?)[A-Za-z]{3}\1\d{3}(?![\p{L}\d-])/gu
/** The plates of before, which are still about: three letters and three digits, either first. */
const OLDER = /(?<![\p{L}\d-])(?:[A-Za-z]{3}[ .-]?\d{3}|\d{3}[ .-]?[A-Za-z]{3})(?![\p{L}\d-])/gu
const DASHED = /^\d-[A-Z]{3}-\d{3}$/
const LIKELY = /^\d[ .·-]?(?:[A-Z]{3}[ .·-]?\d{3}|[a-z]{3}\d{3})$/
/** Words that are about a car. "Automaat" and "platenspeler" are not. */
const ABOUT_A_CAR =
  /(?<!\p{L})(?:nummerplaat|nummerplaten|plaat|kenteken|auto|autos|auto's|wagen|moto|brommer|scooter|camionette|plaque|immatriculation|voiture|plate|licen[sc]e plate|number plate|car)(?!\p{L})/iu
const ABOUT_A_PLATE =
  /(?<!\p{L})(?:nummerplaat|nummerplaten|plaat|kenteken|plaque|immatriculation|licen[sc]e plate|number plate)(?!\p{L})/iu
/** How far such a word may stand from the plate. */
const NEAR = 40

const near = (text: string, { start, end }: Place, word: RegExp): boolean => {
  const around = `${text.slice(Math.max(0, start - NEAR), start)}\n${text.slice(end, end + NEAR)}`
  return around.search(word) !== -1
}

/**
 * Belgian number plates. Written in full with dashes and capitals one stands by itself. Any other form looks like a
 * code, a score or a count ("1 van 100 auto's"): in capitals or in one piece it counts near a word about a car, any
 * other way (and the plates of before 2010) only near a word about a plate.
 */
export const numberPlates = withDigits(3, (text): readonly Place[] => {
  const places: Place[] = []
  for (const { 0: all, index } of text.matchAll(WRITTEN)) {
    const place = { start: index, end: index + all.length }
    const likely = DASHED.test(all) ? undefined : LIKELY.test(all) ? ABOUT_A_CAR : ABOUT_A_PLATE
    if (likely === undefined || near(text, place, likely)) places.push(place)
  }
  for (const { 0: all, index } of text.matchAll(OLDER)) {
    const place = { start: index, end: index + all.length }
    const taken = places.some(({ start, end }) => start < place.end && place.start < end)
    if (!taken && near(text, place, ABOUT_A_PLATE)) places.push(place)
  }
  return places.sort((a, b) => a.start - b.start)
})
