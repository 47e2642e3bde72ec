import { type Place, withDigits } from './plain.ts'

/**
 * Year, month, day, serial and check digits, with what people put between them. Each part has a fixed length, so the
 * search is linear. Not after a plus sign: that is a phone number.
 */
const WRITTEN =
  /(?<![\d+])(\d\d)[ ./_-]{0,3}(\d\d)[ ./_-]{0,3}(\d\d)[ ./_-]{0,3}(\d{3})[ ./_-]{0,3}(\d\d)(?![\d])/g

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A bis number (of who is not in the national register) has 20 or 40 added to its month. A zero is "not known". */
function isDay(month: number, day: number): boolean {
  const plain = month >= 40 ? month - 40 : month >= 20 ? month - 20 : month
  if (plain > 12 || day > 31) return false
  return plain === 0 || day <= (DAYS[plain - 1] ?? 0)
}

/**
 * Whether the last two of eleven digits check the others: 97 less the remainder of a division by 97, with a 2 put
 * before the digits of who was born from 2000 on.
 *
 * Source: Rijksregister, samenstelling van het rijksregisternummer.
 *
 * @param digits - eleven digits
 */
export function checksFor(digits: string, century: 1900 | 2000): boolean {
  const body = Number(digits.slice(0, 9)) + (century === 2000 ? 2_000_000_000 : 0)
  return 97 - (body % 97) === Number(digits.slice(9))
}

/** Belgian national numbers and bis numbers whose date exists and whose check digits are right in either century. */
export const nationalNumbers = withDigits(7, (text): readonly Place[] => {
  const places: Place[] = []
  for (const match of text.matchAll(WRITTEN)) {
    const [all, year = '', month = '', day = '', serial = '', check = ''] = match
    if (!isDay(Number(month), Number(day)) || serial === '000') continue
    const digits = year + month + day + serial + check
    if (checksFor(digits, 1900) || checksFor(digits, 2000))
      places.push({ start: match.index, end: match.index + all.length })
  }
  return places
})
