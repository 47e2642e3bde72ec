import { type Place, withDigits } from './plain.ts'

/**
 * How long an account number is in each country. Source: SWIFT, IBAN Registry. Own lines rather than a library: this
 * table, and the sum below it, are all that is needed of one.
 */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
)

const LETTERS_AND_DIGITS = /^[A-Z0-9]$/
const BETWEEN = ' .-'
/** Every country has at least this many digits after the check digits; a sentence has fewer. */
const LEAST_DIGITS = 8
const START = /(?<![A-Za-z0-9])[A-Za-z]{2}[ .-]{0,2}\d/g

/**
 * Whether an account number is right: the country and its check digits put last, letters as numbers from A = 10, it
 * leaves 1 when divided by 97. Source: ISO 13616 and ISO 7064 (MOD 97-10).
 *
 * @param iban - capitals and digits, nothing between
 */
export function isIban(iban: string): boolean {
  if (LENGTHS.get(iban.slice(0, 2)) !== iban.length) return false
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

/** Reads an account number from here on: as many letters and digits as its country has, at most two signs between. */
function readAt(text: string, start: number): { readonly iban: string; readonly end: number } | undefined {
  const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase())
  if (length === undefined) return undefined
  let iban = ''
  let between = 0
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at).toUpperCase()
    if (LETTERS_AND_DIGITS.test(character)) {
      iban += character
      between = 0
      if (iban.length === length) return { iban, end: at + 1 }
    } else if (BETWEEN.includes(character) && between < 2) between++
    else return undefined
  }
  return undefined
}

/** Account numbers of every country that has an IBAN, written with or without spaces. */
export const ibans = withDigits(5, (text): readonly Place[] => {
  const places: Place[] = []
  let from = 0
  for (const { index } of text.matchAll(START)) {
    if (index < from) continue
    const found = readAt(text, index)
    if (found === undefined || /^[A-Za-z0-9]/.test(text.charAt(found.end))) continue
    const digits = found.iban.slice(4).replaceAll(/[A-Z]/g, '').length
    if (digits < LEAST_DIGITS || !isIban(found.iban)) continue
    places.push({ start: index, end: found.end })
    from = found.end
  }
  return places
})
