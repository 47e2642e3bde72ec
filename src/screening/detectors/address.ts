import {
  BARE,
  MONTHS,
  NAME_ENDINGS,
  NO_STREETS,
  RUE_LINKS,
  RUES,
  STREET_ENDINGS,
  UNITS,
} from './address-words.ts'
import { type Place, withDigits } from './plain.ts'

interface Token {
  readonly said: string
  readonly small: string
  readonly start: number
  readonly end: number
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*(?:'(?=s?\b))?|\d+/gu
const NUMBER = /^\d+$/
/** A house has at most four digits. A year has four too, and is read as one. */
const HOUSE = /^[1-9]\d{0,3}$/
const YEAR = /^(?:19|20)\d\d$/
const POSTCODE = /^[1-9]\d{3}$/
const BOX = /^(?:bus|b|box|bte|boite|boîte|app|appartement)$/
const LETTER = /^[a-z]$/

const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: said, index }) => ({
    said,
    small: said.toLowerCase(),
    start: index,
    end: index + said.length,
  }))

const isName = ({ said }: Token): boolean => /^\p{Lu}/u.test(said)
const endsIn = (word: string, endings: readonly string[]): boolean =>
  endings.some((ending) => word.length > ending.length + 1 && word.endsWith(ending))

interface Street {
  readonly start: number
  /** Whether it is a street only if something more says so: a name, or a town after it. */
  readonly weak: boolean
}

/** The Dutch name of a street that ends at this token. */
function streetAt(tokens: readonly Token[], at: number): Street | undefined {
  const last = tokens[at]
  if (last === undefined || NUMBER.test(last.small) || NO_STREETS.has(last.small)) return undefined
  const before = tokens[at - 1]
  if (BARE.has(last.small)) {
    if (before === undefined || !isName(before) || NUMBER.test(before.small)) return undefined
    const named = isName(last) || last.small === 'steenweg'
    return named ? { start: before.start, weak: false } : undefined
  }
  // "Sint-Jansstraat" and "Koning Albertlaan": names before it belong to it, but they need not be there.
  if (endsIn(last.small, STREET_ENDINGS)) return { start: last.start, weak: false }
  if (endsIn(last.small, NAME_ENDINGS)) return { start: last.start, weak: !isName(last) }
  return undefined
}

/** The French name of a street that ends at this token: "rue de la Loi", "avenue Louise". */
function rueAt(tokens: readonly Token[], at: number): Street | undefined {
  const last = tokens[at]
  if (last === undefined || !isName(last)) return undefined
  for (let back = 1; back <= 5; back++) {
    const token = tokens[at - back]
    if (token === undefined) return undefined
    if (RUES.has(token.small)) return { start: token.start, weak: false }
    const joins = RUE_LINKS.has(token.small) || /^[ld]'/.test(token.small)
    if (!joins && !isName(token)) return undefined
  }
  return undefined
}

interface Tail {
  readonly end: number
  readonly town: boolean
}

/** What comes after the number of a house: a letter, a box, a postcode with its town. */
function tailOf(text: string, tokens: readonly Token[], house: number): Tail {
  let end = tokens[house]?.end ?? 0
  let next = house + 1
  const gap = (to: Token): string => text.slice(end, to.start)
  const letter = tokens[next]
  if (letter !== undefined && LETTER.test(letter.small) && /^ ?$/.test(gap(letter)) && letter.said !== 'u') {
    // "12 a" only where it stands apart as a capital; "12a" always.
    if (gap(letter) === '' || /^[A-Z]$/.test(letter.said)) {
      end = letter.end
      next++
    }
  }
  const box = tokens[next]
  const boxNumber = tokens[next + 1]
  if (box !== undefined && boxNumber !== undefined && BOX.test(box.small) && /^[ ,]{1,2}$/.test(gap(box))) {
    end = boxNumber.end
    next += 2
  } else if (box !== undefined && HOUSE.test(box.small) && gap(box) === '/') {
    end = box.end
    next++
  }
  const postcode = tokens[next]
  const town = tokens[next + 1]
  if (
    postcode !== undefined &&
    town !== undefined &&
    POSTCODE.test(postcode.small) &&
    /^[\s,;-]{1,3}$/.test(gap(postcode)) &&
    /^ {1,2}$/.test(text.slice(postcode.end, town.start)) &&
    /^\p{L}/u.test(town.said) &&
    (isName(town) || !YEAR.test(postcode.small)) &&
    !UNITS.has(town.small)
  )
    return { end: town.end, town: true }
  // A town without its postcode: "Kerkstraat 12, Gent" or "Kerkstraat 12 in Gent".
  return { end, town: false }
}

/** What right after the digits makes them no number of a house: a clock, a price, a score, a share. */
const NOT_A_HOUSE = /^(?:[:.,]\d|\s?[€$%°]|['"]|-\d|[\p{L}]{2,})/u

function houseAfter(text: string, tokens: readonly Token[], street: number): Tail | undefined {
  const end = tokens[street]?.end ?? 0
  let at = street + 1
  const word = tokens[at]
  const says = word !== undefined && /^(?:nr|nummer|numero|numéro|no|n)$/.test(word.small)
  if (says) at++
  const house = tokens[at]
  if (house === undefined || !HOUSE.test(house.small)) return undefined
  if (!/^[\s,]{1,3}(?:n(?:r|ummer|um[eé]ro|o)?[.°]?\s{0,2})?$/iu.test(text.slice(end, house.start)))
    return undefined
  const tail = tailOf(text, tokens, at)
  if (tail.town) return tail
  const next = tokens[at + 1]
  const after = text.slice(house.end, house.end + 12)
  if (tail.end === house.end && NOT_A_HOUSE.test(after)) return undefined
  if (!says && YEAR.test(house.small) && tail.end === house.end) return undefined
  const follows = next !== undefined && /^ ?$/.test(text.slice(house.end, next.start))
  return follows && UNITS.has(next.small) && tail.end === house.end ? undefined : tail
}

/** "Meir 50, 2000 Antwerpen": any name, the number of a house, a postcode and a town. */
function fullAt(text: string, tokens: readonly Token[], at: number): Tail | undefined {
  const name = tokens[at]
  if (name === undefined || !isName(name) || name.said.length < 3 || MONTHS.has(name.small)) return undefined
  const tail = houseAfter(text, tokens, at)
  return tail?.town === true ? tail : undefined
}

/** "12 rue Haute", "12, avenue Louise": the number first, as in French. */
function numberBefore(text: string, tokens: readonly Token[], at: number): Place | undefined {
  const house = tokens[at - 1]
  const rue = tokens[at]
  if (house === undefined || rue === undefined || !RUES.has(rue.small) || !HOUSE.test(house.small))
    return undefined
  if (!/^,? {1,2}$/.test(text.slice(house.end, rue.start))) return undefined
  for (let on = 1; on <= 5; on++) {
    const token = tokens[at + on]
    if (token === undefined) return undefined
    if (isName(token) && rueAt(tokens, at + on) !== undefined) return { start: house.start, end: token.end }
  }
  return undefined
}

/**
 * Addresses: a street with the number of a house, with what comes after it. A street alone ("in de Kerkstraat") is a
 * place where one hangs out, not where somebody lives.
 */
export const addresses = withDigits(1, (text): readonly Place[] => {
  const tokens = tokensOf(text)
  const places: Place[] = []
  let from = 0
  const add = (place: Place): void => {
    if (place.start < from) return
    places.push(place)
    from = place.end
  }
  for (const at of tokens.keys()) {
    const first = numberBefore(text, tokens, at)
    if (first !== undefined) {
      add(first)
      continue
    }
    const street = streetAt(tokens, at) ?? rueAt(tokens, at)
    const house = street === undefined ? undefined : houseAfter(text, tokens, at)
    if (street !== undefined && house !== undefined && (!street.weak || house.town)) {
      add({ start: street.start, end: house.end })
      continue
    }
    const full = fullAt(text, tokens, at)
    if (full !== undefined) add({ start: tokens[at]?.start ?? 0, end: full.end })
  }
  return places
})
