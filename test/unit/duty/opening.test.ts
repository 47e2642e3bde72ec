import * as fc from 'fast-check'
import { Settings } from 'luxon'
import { describe, expect, test } from 'vitest'
import { isOpen, nextOpening, openingOf } from '../../../src/duty/opening.ts'
import { type OpeningHours, openingHoursSchema, WEEKDAYS } from '../../../src/policy/schema.ts'
import { openByTheWall } from './wall-clock.ts'

const at = (iso: string) => new Date(iso)
const hours = (week: OpeningHours['week'], rest: Partial<OpeningHours> = {}): OpeningHours => ({
  week,
  holidays: 'closed',
  closed: [],
  ...rest,
})

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .map(([from, until]) => `${clock(from * 15)}-${clock(until * 15)}`)
const anyDate = fc
  .integer({ min: 0, max: 729 })
  .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10))
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc
    .array(fc.array(anySpan, { maxLength: 2 }), { minLength: 7, maxLength: 7 })
    .map((days) => Object.fromEntries(WEEKDAYS.map((day, index) => [day, days[index] ?? []]))),
  holidays: fc.constantFrom('open', 'closed'),
  closed: fc.array(
    fc.tuple(anyDate, fc.integer({ min: 0, max: 20 })).map(([from, days]) => ({
      from,
      until: new Date(Date.parse(`${from}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
    })),
    { maxLength: 3 },
  ),
})
/** Any minute of 2026 and 2027, but the two nights of each year on which the clock jumps. */
const anyMoment = fc
  .integer({ min: 0, max: 2 * 365 * 1_440 - 1 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000))
const isJumpNight = (moment: Date) =>
  [
    '2026-03-28',
    '2026-03-29',
    '2026-10-24',
    '2026-10-25',
    '2027-03-27',
    '2027-03-28',
    '2027-10-30',
    '2027-10-31',
  ].some((day) => moment.toISOString().startsWith(day))

describe('laws', () => {
  test('what the generator makes is what a policy file may hold', () => {
    fc.assert(
      fc.property(anyHours, (some) => {
        expect(openingHoursSchema.safeParse(some).success).toBe(true)
      }),
    )
  })

  test('open is what the clock on the wall says', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyMoment.filter((moment) => !isJumpNight(moment)),
        (some, moment) => {
          expect(isOpen(some, moment)).toBe(openByTheWall(some, moment))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('there is an opening exactly when it is open, and it holds the moment', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (some, moment) => {
        const opening = openingOf(some, moment)
        expect(opening !== undefined).toBe(isOpen(some, moment))
        if (!opening) return
        expect(opening.from <= moment && moment < opening.until).toBe(true)
        expect(isOpen(some, opening.from)).toBe(true)
        expect(isOpen(some, new Date(opening.until.getTime() - 1))).toBe(true)
      }),
    )
  })

  test('just before and just after an opening it is closed', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (some, moment) => {
        const opening = openingOf(some, moment)
        // An opening of more than a fortnight is cut; then it goes on at its ends.
        if (!opening || opening.until.getTime() - opening.from.getTime() > 14 * 86_400_000) return
        expect(isOpen(some, new Date(opening.from.getTime() - 1))).toBe(false)
        expect(isOpen(some, opening.until)).toBe(false)
      }),
    )
  })

  test('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(
        anyHours,
        anyMoment,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (some, moment, fractions) => {
          const next = nextOpening(some, moment)
          const after = openingOf(some, moment)?.until ?? moment
          expect(next === undefined || (next > moment && isOpen(some, next))).toBe(true)
          const end = next?.getTime() ?? after.getTime() + 390 * 86_400_000
          for (const fraction of fractions) {
            const between = new Date(Math.floor(after.getTime() + fraction * (end - 1 - after.getTime())))
            expect(isOpen(some, between)).toBe(false)
          }
        },
      ),
    )
  })
})

describe('a house of the evening', () => {
  const evening = hours({ woensdag: ['14:00-18:00'], vrijdag: ['20:00-01:00'], zaterdag: ['20:00-24:00'] })

  test('an evening that passes midnight is one opening of the day before', () => {
    // Friday 27 November 2026; Brussels is an hour ahead of UTC.
    expect(openingOf(evening, at('2026-11-27T23:30:00Z'))).toEqual({
      from: at('2026-11-27T19:00:00Z'),
      until: at('2026-11-28T00:00:00Z'),
    })
    expect(isOpen(evening, at('2026-11-28T00:00:00Z'))).toBe(false)
  })

  test('the minute of opening is open, the minute of closing is not', () => {
    expect(isOpen(evening, at('2026-11-25T13:00:00Z'))).toBe(true)
    expect(isOpen(evening, at('2026-11-25T12:59:59.999Z'))).toBe(false)
    expect(isOpen(evening, at('2026-11-25T17:00:00Z'))).toBe(false)
  })

  test('while it is open, the next opening is the one after', () => {
    expect(nextOpening(evening, at('2026-11-25T14:00:00Z'))).toEqual(at('2026-11-27T19:00:00Z'))
  })

  test('a house without hours never opens', () => {
    expect(nextOpening(hours({}), at('2026-11-25T14:00:00Z'))).toBeUndefined()
    expect(nextOpening(hours({ maandag: [] }), at('2026-11-25T14:00:00Z'))).toBeUndefined()
  })

  test('a house that closes for longer than a year has no next opening', () => {
    const long = hours(
      { maandag: ['10:00-12:00'] },
      { closed: [{ from: '2026-01-01', until: '2028-12-31' }] },
    )
    expect(nextOpening(long, at('2026-11-25T14:00:00Z'))).toBeUndefined()
  })

  test('spans that touch at midnight are one opening', () => {
    const night = hours({ vrijdag: ['20:00-24:00'], zaterdag: ['00:00-02:00'] })
    expect(openingOf(night, at('2026-11-28T00:30:00Z'))).toEqual({
      from: at('2026-11-27T19:00:00Z'),
      until: at('2026-11-28T01:00:00Z'),
    })
  })

  test('a house that never closes is open, in an opening that ends somewhere', () => {
    const always = hours(Object.fromEntries(WEEKDAYS.map((day) => [day, ['00:00-24:00']])), {
      holidays: 'open',
    })
    const opening = openingOf(always, at('2026-11-25T14:00:00Z'))
    expect(opening?.from.getTime()).toBeLessThan(at('2026-11-19T00:00:00Z').getTime())
    expect(opening?.until.getTime()).toBeGreaterThan(at('2026-12-01T00:00:00Z').getTime())
  })
})

describe('days off', () => {
  const daily = hours(Object.fromEntries(WEEKDAYS.map((day) => [day, ['20:00-01:00']])))

  test('on a public holiday it stays closed, and the night before goes on to its end', () => {
    // 11 November 2026 is a Wednesday.
    expect(isOpen(daily, at('2026-11-10T23:30:00Z'))).toBe(true)
    expect(isOpen(daily, at('2026-11-11T20:00:00Z'))).toBe(false)
    expect(isOpen(daily, at('2026-11-11T23:30:00Z'))).toBe(false)
    expect(nextOpening(daily, at('2026-11-11T12:00:00Z'))).toEqual(at('2026-11-12T19:00:00Z'))
  })

  test('a house that opens on holidays is open then', () => {
    expect(isOpen({ ...daily, holidays: 'open' }, at('2026-11-11T20:00:00Z'))).toBe(true)
  })

  test('a closed period takes in its first and its last day', () => {
    const holiday = { ...daily, closed: [{ from: '2026-12-24', until: '2026-12-27' }] }
    expect(isOpen(holiday, at('2026-12-23T20:00:00Z'))).toBe(true)
    expect(isOpen(holiday, at('2026-12-24T20:00:00Z'))).toBe(false)
    expect(isOpen(holiday, at('2026-12-27T20:00:00Z'))).toBe(false)
    expect(isOpen(holiday, at('2026-12-28T20:00:00Z'))).toBe(true)
  })
})

describe('the nights on which the clock jumps', () => {
  const nights = hours({ zaterdag: ['22:00-02:30'], zondag: ['02:30-03:00', '08:00-09:00'] })

  test('in March, a time that does not exist is the moment of the jump', () => {
    // 29 March 2026: at 01:00 UTC the clock goes from 02:00 to 03:00.
    expect(openingOf(nights, at('2026-03-29T00:30:00Z'))).toEqual({
      from: at('2026-03-28T21:00:00Z'),
      until: at('2026-03-29T01:00:00Z'),
    })
    expect(nextOpening(nights, at('2026-03-29T01:00:00Z'))).toEqual(at('2026-03-29T06:00:00Z'))
  })

  test('in October, a time that comes twice is the first of the two', () => {
    // 25 October 2026: at 01:00 UTC the clock goes from 03:00 back to 02:00.
    expect(openingOf(nights, at('2026-10-24T23:00:00Z'))).toEqual({
      from: at('2026-10-24T20:00:00Z'),
      // Until 02:30 the first time, and Sunday's span goes on from there to 03:00, which comes once.
      until: at('2026-10-25T02:00:00Z'),
    })
  })

  test('the answer does not change with the season in which it is asked', () => {
    const before = Settings.now
    try {
      const answers = ['2026-07-01T12:00:00Z', '2026-12-01T12:00:00Z'].map((today) => {
        Settings.now = () => Date.parse(today)
        return openingOf(hours({ zaterdag: ['22:00-02:30'] }), at('2026-10-24T23:00:00Z'))
      })
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]?.until).toEqual(at('2026-10-25T00:30:00Z'))
    } finally {
      Settings.now = before
    }
  })
})
