import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoment, writeMoment } from '../../../src/deciding/when.ts'

/** 14.03 in Brussels, in winter. */
const NOW = new Date('2026-11-25T13:03:00Z')
const read = (text: string, now = NOW): string | undefined => readMoment(text, now)?.toISOString()

test('a time without a day is the last time that the clock showed it', () => {
  expect(read('13:50')).toBe('2026-11-25T12:50:00.000Z')
  expect(read('13u50')).toBe('2026-11-25T12:50:00.000Z')
  expect(read('23:10')).toBe('2026-11-24T22:10:00.000Z')
})

test('a day with it is that day; in the years around New Year the last such day', () => {
  expect(read('24/11 09:05')).toBe('2026-11-24T08:05:00.000Z')
  expect(read('31/12 23:00', new Date('2027-01-01T10:00:00Z'))).toBe('2026-12-31T22:00:00.000Z')
})

test.each(['', 'straks', '25:00', '12:61', '24/13 10:00', '26/11 10:00', '25/11 23:00', '1/1 10:00'])(
  '%o is no moment that something was passed on',
  (text) => {
    expect(read(text)).toBeUndefined()
  },
)

test('what the form shows is read back as the same minute, also around the change of the clock', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse('2026-10-20T00:00:00Z'), max: Date.parse('2027-04-05T00:00:00Z') }),
      (at) => {
        const shown = writeMoment(new Date(at))
        const back = readMoment(shown, new Date(at))
        // The hour that comes twice in the night of October is the first of the two.
        const difference = back === undefined ? undefined : at - back.getTime()
        expect([0, 60]).toContain(difference === undefined ? -1 : Math.floor(difference / 60_000))
      },
    ),
  )
})
