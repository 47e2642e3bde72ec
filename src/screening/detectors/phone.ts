import { type Group, rowsOf } from './digit-groups.ts'
import { type Place, plainOf, withDigits } from './plain.ts'

/** Belgian zones without their zero. Source: BIPT, national numbering plan. 70, 78, 800 and 90x are no person's. */
const ZONES =
  '2 3 4 9 10 11 12 13 14 15 16 19 50 51 52 53 54 55 56 57 58 59 60 61 63 64 65 67 68 69 71 80 81 82 83 84 85 86 87 89'
const ZONE = new Set(ZONES.split(' '))
const MOBILE = /^4[5-9]\d{7}$/
const FIXED = /^[1-9]\d{7}$/

const zoneOf = (national: string): string | undefined =>
  [national.slice(0, 1), national.slice(0, 2)].find((zone) => ZONE.has(zone))

/** Free and premium numbers, which look as if they were in the zones of Stavelot and Ghent. */
const NO_PERSON = /^(?:800|90)/

/** A number within Belgium, without its zero. */
const isBelgian = (national: string): boolean =>
  MOBILE.test(national) ||
  (FIXED.test(national) && zoneOf(national) !== undefined && !NO_PERSON.test(national))

/** What follows the code of a country: how a number there goes on. Where many of ours have family or friends. */
const ABROAD: readonly (readonly [code: string, national: RegExp])[] = [
  ['31', /^[1-9]\d{8}$/],
  ['33', /^[1-79]\d{8}$/],
  ['32', /^[1-9]\d{7,8}$/],
  ['352', /^[26]\d{7,8}$/],
  ['49', /^1[5-7]\d{8,9}$/],
  ['44', /^7\d{9}$/],
  ['34', /^[67]\d{8}$/],
  ['39', /^3\d{8,9}$/],
  ['40', /^7\d{8}$/],
  ['48', /^[4-8]\d{8}$/],
  ['90', /^5\d{9}$/],
  ['212', /^[67]\d{8}$/],
  ['351', /^9\d{8}$/],
]

/** The digits after "+" or "00": the code of a country, perhaps the zero that one leaves out, and the number there. */
function isAbroad(digits: string): boolean {
  for (const [code, national] of ABROAD) {
    if (!digits.startsWith(code)) continue
    const rest = digits.slice(code.length).replace(/^0/, '')
    if (code === '32' ? isBelgian(rest) : national.test(rest)) return true
  }
  return false
}

const LONGEST = 15
const shapeOf = (groups: readonly Group[]): string => groups.map(({ digits }) => digits.length).join(' ')
/** A number that is spelled digit by digit. */
const isSpelled = (groups: readonly Group[]): boolean =>
  groups.every(({ digits, between }) => digits.length === 1 && (between ?? ' ').trim() === '')

/** "06-12-2024 10", or "06-12-24 10 30": a day, which is not the beginning of a number. */
function beginsWithDay([day, month, year, next]: readonly Group[]): boolean {
  if (day === undefined || month?.between === undefined || year?.between === undefined) return false
  if (day.digits.length > 2 || month.digits.length > 2 || Number(month.digits) > 12) return false
  if (Number(day.digits) > 31 || month.between !== year.between || !/^[./-]$/.test(month.between))
    return false
  return year.digits.length === 4 || (year.digits.length === 2 && next?.between !== year.between)
}

/** How the seven or six digits after a zone are grouped; other groups are a list of numbers. */
const AFTER_ZONE: ReadonlySet<string> = new Set('7,3 2 2,2 2 3,2 3 2,3 4,4 3,6,2 2 2,3 3'.split(','))

/** A fixed line as people write it: the zone apart (or all in one), and the rest in a usual grouping. */
function isFixedShape(groups: readonly Group[], national: string): boolean {
  if (groups.length === 1) return true
  const [first, ...rest] = groups
  const zone = zoneOf(national)
  if (first?.digits === `0${zone ?? ''}`) return AFTER_ZONE.has(shapeOf(rest))
  // "09123 45 67": the zone glued to what follows.
  return (first?.digits.length ?? 0) >= 5 && rest.every(({ digits }) => digits.length >= 2)
}

/** A number of ten or nine digits that begins with a zero: Belgian, or mobile in the Netherlands or France. */
function isNational(groups: readonly Group[], digits: string): boolean {
  const rest = digits.slice(1)
  const [first] = groups
  if (isSpelled(groups)) return MOBILE.test(rest) || /^[67]\d{8}$/.test(rest)
  // "0.4712…" is a fraction.
  if ((first?.digits.length ?? 0) < 2 || groups.some((group) => group.digits.length === 1)) return false
  if (MOBILE.test(rest)) return true
  if (/^[67]\d{8}$/.test(rest)) return !beginsWithDay(groups)
  return isBelgian(rest) && isFixedShape(groups, rest)
}

/** A row may hold more than one number; another begins only where it looks like one by itself. */
const mayBegin = ({ digits, between }: Group): boolean => between === undefined || /^0\d{2,}/.test(digits)

/** What is written before an enterprise number, which looks like a mobile number ("BE 0470.123.456"). */
const ENTERPRISE =
  /(?:\bbe|btw|b\.t\.w\.|tva|vat|kbo|bce|ondernemingsnummer|ondernemingsnr)[ .:-]{0,3}(?:nr|nummer)?[ .:-]{0,3}(?:be)?[ .:-]{0,3}$/i
const BEFORE = 40

function numberAt(text: string, row: readonly Group[], from: number): number | undefined {
  const begin = row[from]
  if (begin === undefined || !mayBegin(begin)) return undefined
  const before = text.slice(Math.max(0, begin.start - BEFORE), begin.start)
  const plus = /\+[ (]?$/.test(before)
  if (!plus && !begin.digits.startsWith('0')) return undefined
  if (!plus && (/[\p{L}\d,=#@€$]$/u.test(before) || ENTERPRISE.test(before))) return undefined
  const listed = begin.digits.length < 4
  let digits = ''
  for (let to = from; to < row.length; to++) {
    digits += row[to]?.digits ?? ''
    if (digits.length > LONGEST) return undefined
    const groups = row.slice(from, to + 1)
    const last = to === row.length - 1
    const ends = last || !listed || row[to + 1]?.digits.length !== row[to]?.digits.length
    if (plus) {
      if (isAbroad(digits)) return to
    } else if (digits.startsWith('00')) {
      if (isAbroad(digits.slice(2))) return to
    } else if (digits.length === 10 || digits.length === 9) {
      if (digits.length === 9 && MOBILE.test(`${digits.slice(1)}0`)) continue
      if (ends && isNational(groups, digits)) return to
    }
  }
  return undefined
}

/** A word that goes on right after the digits makes them something else ("0470123456km"). */
const endsThere = (text: string, end: number): boolean =>
  !/^(?:[\p{L}_]|[.,]\d)/u.test(text.slice(end, end + 2))

/** The digits of a number as people compare them: without signs, without the code of Belgium. */
export const bareNumber = (number: string): string =>
  plainOf(number)
    .text.replaceAll(/[^\d+]/g, '')
    .replace(/^(?:\+|00)320?/, '0')

/**
 * Phone numbers of people: Belgian mobile and fixed, mobile in the Netherlands and France, and those of some other
 * countries with their code. Free, shared-cost and premium numbers are no person's.
 *
 * @param known - numbers that anybody may share, such as those of helplines
 */
export function phoneNumbersBut(known: readonly string[]): (text: string) => readonly Place[] {
  const shared = new Set(known.map(bareNumber))
  return withDigits(7, (text) => {
    const places: Place[] = []
    for (const row of rowsOf(text)) {
      for (let from = 0; from < row.length; from++) {
        const to = numberAt(text, row, from)
        if (to === undefined) continue
        let start = row[from]?.start ?? 0
        const end = row[to]?.end ?? start
        if (text.charAt(start - 1) === '(') start--
        if (text.charAt(start - 1) === '+') start--
        else if (text.slice(start - 2, start) === '+ ') start -= 2
        if (endsThere(text, end) && !shared.has(bareNumber(text.slice(start, end))))
          places.push({ start, end })
        from = to
      }
    }
    return places
  })
}
