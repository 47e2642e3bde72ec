import { expect, test } from 'vitest'
import { publicHolidays } from '../../../src/duty/holidays.ts'
import { HOLIDAYS } from './wall-clock.ts'

test('the ten official holidays of Belgium are known, and no others', () => {
  for (const year of [2026, 2027]) {
    expect([...publicHolidays(year)]).toEqual(HOLIDAYS.filter((day) => day.startsWith(String(year))))
  }
})

test('the feast of the Flemish Community, Sinterklaas and the day after Christmas are ordinary days', () => {
  for (const day of ['2026-07-11', '2026-11-15', '2026-12-06', '2026-12-26']) {
    expect(publicHolidays(2026).has(day)).toBe(false)
  }
})

test('every year has ten holidays, also when two fall on one date', () => {
  for (let year = 2020; year <= 2060; year += 1) {
    // In 2008 Ascension was on 1 May; the library then gives that date once.
    expect([9, 10]).toContain(publicHolidays(year).size)
  }
  expect(publicHolidays(2026).size).toBe(10)
})
