import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIban } from '../../../../src/screening/detectors/iban.ts'
import { checksFor } from '../../../../src/screening/detectors/national-number.ts'
import { found } from './found.ts'

/** The same sums in another way: on whole numbers of any length. */
const checkDigits = (body: string, century: 1900 | 2000): string =>
  String(97n - (BigInt(century === 2000 ? `2${body}` : body) % 97n)).padStart(2, '0')
const asNumber = (said: string): string =>
  said.replaceAll(/[A-Z]/g, (letter) => String(Number.parseInt(letter, 36)))
const ibanChecks = (iban: string): boolean => BigInt(asNumber(iban.slice(4) + iban.slice(0, 4))) % 97n === 1n
const ibanOf = (country: string, account: string): string => {
  const check = 98n - (BigInt(`${asNumber(account)}${asNumber(country)}00`) % 97n)
  return `${country}${String(check).padStart(2, '0')}${account}`
}

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'))
const body = fc
  .tuple(two(0, 99), two(1, 12), two(1, 28), fc.integer({ min: 1, max: 998 }))
  .map(([year, month, day, serial]) => `${year}${month}${day}${String(serial).padStart(3, '0')}`)
const century = fc.constantFrom<1900 | 2000>(1900, 2000)
const changed = (digits: string, at: number, by: number): string =>
  digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1)

const written = (shape: (parts: string[]) => string): string => {
  const parts = ['85', '07', '30', '033', checkDigits('850730033', 1900)]
  return shape(parts)
}

describe('the national number', () => {
  test('is found in whichever century somebody was born', () => {
    fc.assert(
      fc.property(body, century, (nine, born) => {
        const number = nine + checkDigits(nine, born)
        expect(found('rijksregisternummer', `nr ${number}.`)).toEqual([number])
      }),
    )
  })

  test('is refused with one digit changed', () => {
    const at = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(body, century, at, fc.integer({ min: 1, max: 9 }), (nine, born, where, by) => {
        const number = nine + checkDigits(nine, born)
        expect(checksFor(number, born)).toBe(true)
        const other = changed(number, where, by)
        expect(checksFor(other, born)).toBe(false)
        // One in many numbers with a mistake is a right number of the other century.
        fc.pre(!checksFor(other, born === 1900 ? 2000 : 1900))
        expect(found('rijksregisternummer', other)).toEqual([])
      }),
    )
  })

  test.each([
    written(([y, m, d, s, c]) => `${y}.${m}.${d}-${s}.${c}`),
    written(([y, m, d, s, c]) => `${y} ${m} ${d} ${s} ${c}`),
    written(([y, m, d, s, c]) => `${y}-${m}-${d} ${s}-${c}`),
    written(([y, m, d, s, c]) => `${y}/${m}/${d} - ${s} / ${c}`),
    written(([y, m, d, s, c]) => `${y}${m}${d} ${s}${c}`),
    written((parts) => parts.join('')),
    written((parts) => parts.join('\u00a0')),
  ])('is found as people write it: %s', (number) => {
    expect(found('rijksregisternummer', `haar nummer: ${number}`)).toEqual([number])
  })

  test('is found for who is not in the register (20 or 40 added to the month), and with an unknown day', () => {
    for (const nine of ['852730033', '854730033', '850000033', '854000033']) {
      const number = nine + checkDigits(nine, 1900)
      expect(found('rijksregisternummer', number), nine).toEqual([number])
    }
  })

  test('is refused when its date cannot be, or when it is part of something longer', () => {
    for (const nine of ['851330033', '856030033', '850732033', '850230033', '850730000']) {
      expect(found('rijksregisternummer', nine + checkDigits(nine, 1900)), nine).toEqual([])
    }
    const number = written((parts) => parts.join(''))
    for (const text of [`1${number}`, `${number}1`, `<@${number}234567>`, `+${number}`])
      expect(found('rijksregisternummer', text), text).toEqual([])
  })
})

describe('the IBAN', () => {
  const accounts = fc.oneof(
    fc.stringMatching(/^\d{12}$/).map((account) => ibanOf('BE', account)),
    fc.stringMatching(/^[A-Z]{4}\d{10}$/).map((account) => ibanOf('NL', account)),
    fc.stringMatching(/^\d{18}$/).map((account) => ibanOf('DE', account)),
    fc.stringMatching(/^\d{10}[A-Z0-9]{11}\d{2}$/).map((account) => ibanOf('FR', account)),
    fc.stringMatching(/^[A-Z]{4}\d{14}$/).map((account) => ibanOf('GB', account)),
    fc.stringMatching(/^[A-Z]{4}\d{5}[A-Z0-9]{10}\d{8}$/).map((account) => ibanOf('MT', account)),
  )

  test('is found in one piece, in groups of four, and in small letters', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom('', ' ', '-', '.'), fc.boolean(), (iban, between, small) => {
        const grouped = (iban.match(/.{1,4}/g) ?? []).join(between)
        const typed = small ? grouped.toLowerCase() : grouped
        expect(found('iban', `stort op ${typed}, merci`)).toEqual([typed])
      }),
    )
  })

  test('is refused with one digit changed', () => {
    const where = fc.nat({ max: 30 })
    fc.assert(
      fc.property(accounts, where, fc.integer({ min: 1, max: 9 }), (iban, nth, by) => {
        const digits = Array.from(iban.matchAll(/\d/g), ({ index }) => index)
        const other = changed(iban, digits[nth % digits.length] ?? 2, by)
        expect(ibanChecks(other)).toBe(false)
        expect(isIban(other)).toBe(false)
        expect(found('iban', other)).toEqual([])
      }),
    )
  })

  test('is told from other things in letters and digits', () => {
    const iban = ibanOf('BE', '539007547034')
    expect(iban).toBe('BE68539007547034')
    for (const text of [
      iban.slice(0, -1),
      `${iban}1`,
      `X${iban}`,
      'BE 0470.123.456',
      'de 20 mensen die daar waren 2024',
      'ZZ68539007547034',
      'be 68 keer',
      '539-0075470-34',
    ])
      expect(found('iban', text), text).toEqual([])
    expect(found('iban', `IBAN:${iban}`)).toEqual([iban])
    expect(found('iban', `${iban} ${iban}`)).toEqual([iban, iban])
  })
})

describe('the number plate', () => {
  test.each([
    ['1-ABC-234', '1-ABC-234'],
    ['2-XYZ-001', '2-XYZ-001'],
    ['hij rijdt met 1-ABC-234 rond', '1-ABC-234'],
    ['zijn nummerplaat is 1abc234', '1abc234'],
    ['nummerplaat 1 ABC 234', '1 ABC 234'],
    ['1-abc-234 is de plaat van die auto', '1-abc-234'],
    ['blauwe auto 1ABC234', '1ABC234'],
    ['nummerplaat ABC-123', 'ABC-123'],
    ['kenteken 123-ABC', '123-ABC'],
    ['sa plaque: 1ABC234', '1ABC234'],
    ['nummerplaat １－ＡＢＣ－２３４', '１－ＡＢＣ－２３４'],
  ])('%s has one', (text, plate) => {
    expect(found('nummerplaat', text)).toEqual([plate])
  })

  test.each([
    ['1ABC234'],
    ['1 abc 234'],
    ['2-for-100'],
    ['1-van-100'],
    ['code 1-ABC-2345'],
    ['11-ABC-234'],
    ['ABC-123'],
    ['auto GTA-500'],
    ['1 van 100 auto’s'],
    ['de automaat geeft 1ABC234'],
    ['een platenspeler 1ABC234'],
    ['nummerplaat weg'],
  ])('%s has none', (text) => {
    expect(found('nummerplaat', text)).toEqual([])
  })
})
