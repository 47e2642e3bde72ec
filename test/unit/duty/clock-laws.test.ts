import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextStep, STEPS, type LadderAgreements } from '../../../src/duty/ladder.ts'
import {
  isOpenAt,
  openAfter,
  openStretches,
  openTime,
  type Presence,
  stretchOf,
} from '../../../src/duty/open-time.ts'
import { isOpen, openingOf } from '../../../src/duty/opening.ts'
import { type OpeningHours, WEEKDAYS } from '../../../src/policy/schema.ts'
import { LEVELS } from '../../../src/screening/kinds.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Around the change to winter time, with All Saints (a holiday) and a closed period in it. */
const BEGIN = Date.parse('2026-10-19T00:00:00Z')
const DAYS = 21

const two = (value: number): string => String(value).padStart(2, '0')
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`)
const span = fc.tuple(clock, clock).map(([from, until]) => `${from}-${until === from ? '24:00' : until}`)
const hours: fc.Arbitrary<OpeningHours> = fc.record({
  week: fc
    .record(Object.fromEntries(WEEKDAYS.map((day) => [day, fc.array(span, { maxLength: 2 })])))
    .map((week) => week as OpeningHours['week']),
  holidays: fc.constantFrom('open' as const, 'closed' as const),
  closed: fc.constantFrom([], [{ from: '2026-10-24', until: '2026-10-25' }]),
})
const moment = fc
  .integer({ min: 0, max: DAYS * 24 * 4 })
  .map((quarter) => new Date(BEGIN + quarter * 15 * MINUTE))
const presence: fc.Arbitrary<Presence> = fc
  .tuple(moment, fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }))
  .map(([from, quarters]) => ({
    from,
    until: quarters === null ? null : new Date(from.getTime() + quarters * 15 * MINUTE),
  }))
const presences = fc.array(presence, { maxLength: 8 })

test('the house is open only in its hours and only while somebody is there', () => {
  fc.assert(
    fc.property(hours, presences, moment, (week, there, at) => {
      const open = isOpenAt(openStretches(week, there), at)
      const somebody = there.some(({ from, until }) => from <= at && (until === null || at < until))
      expect(!open || (isOpen(week, at) && somebody)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('somebody who is there in the hours makes the house open, until closing time and no longer', () => {
  fc.assert(
    fc.property(hours, moment, (week, began) => {
      const opening = openingOf(week, began)
      fc.pre(opening !== undefined)
      const stretches = openStretches(week, [{ from: began, until: null }])
      expect(isOpenAt(stretches, began)).toBe(true)
      expect(isOpenAt(stretches, new Date((opening?.until.getTime() ?? 0) - 1))).toBe(true)
      expect(isOpenAt(stretches, opening?.until ?? began)).toBe(false)
      // Whoever forgets to stop is not there a day later.
      expect(stretchOf(week, { from: began, until: null })?.until).toBe(opening?.until.getTime())
    }),
    { numRuns: 200 },
  )
})

test('stretches stand in order and never touch, whoever came and went', () => {
  fc.assert(
    fc.property(hours, presences, (week, there) => {
      const stretches = openStretches(week, there)
      for (const [index, stretch] of stretches.entries()) {
        expect(stretch.from).toBeLessThan(stretch.until)
        expect(stretches[index - 1]?.until ?? 0).toBeLessThan(stretch.from)
      }
    }),
    { numRuns: 200 },
  )
})

test('two at the same time count as one: time is not counted double', () => {
  fc.assert(
    fc.property(hours, presence, moment, (week, there, at) => {
      const once = openTime(openStretches(week, [there]), new Date(BEGIN), at)
      expect(openTime(openStretches(week, [there, there]), new Date(BEGIN), at)).toBe(once)
    }),
    { numRuns: 100 },
  )
})

test('a moment after so much open time is open, not too early, and not a moment later than it must be', () => {
  fc.assert(
    fc.property(hours, presences, moment, fc.integer({ min: 0, max: 600 }), (week, there, from, minutes) => {
      const stretches = openStretches(week, there)
      const ms = minutes * MINUTE
      const at = openAfter(stretches, from, ms)
      const all = openTime(stretches, from, new Date(BEGIN + (DAYS + 30) * DAY))
      const known =
        at === undefined
          ? all <= ms
          : isOpenAt(stretches, at) && at >= from && openTime(stretches, from, at) === ms
      expect(known).toBe(true)
    }),
    { numRuns: 400 },
  )
})

const agreed: fc.Arbitrary<LadderAgreements> = fc.record({
  targetMinutes: fc.constant({ groen: 240, geel: 120, rood: 30, acuut: 5 }),
  after: fc.constantFrom({ backUp: 2, responsible: 3 }, { backUp: 4, responsible: 9 }),
  named: fc.record({ backUp: fc.boolean(), responsible: fc.boolean() }),
})

/** Lets every step come that comes, as the timers do. */
const climb = (
  level: (typeof LEVELS)[number],
  runsFrom: Date,
  stretches: ReturnType<typeof openStretches>,
  ladder: LadderAgreements,
) => {
  const told: { readonly step: string; readonly at: Date }[] = []
  let number = 0
  for (;;) {
    const next = nextStep({ level, runsFrom, spentMs: 0, told: number }, stretches, ladder)
    if (next === undefined) return told
    told.push({ step: next.step, at: next.at })
    number = next.number
  }
}

test('each step of the ladder comes at most once, in order, never while closed, never before its time, never for green', () => {
  fc.assert(
    fc.property(
      hours,
      presences,
      moment,
      fc.constantFrom(...LEVELS),
      agreed,
      (week, there, from, level, ladder) => {
        const stretches = openStretches(week, there)
        const told = climb(level, from, stretches, ladder)
        expect(level === 'groen' && told.length > 0).toBe(false)
        expect(told.map(({ step }) => step)).toEqual(
          STEPS.filter((step) => told.some((one) => one.step === step)),
        )
        const times = { duty: 1, 'back-up': ladder.after.backUp, responsible: ladder.after.responsible }
        for (const { step, at } of told) {
          expect(isOpenAt(stretches, at)).toBe(true)
          const target = ladder.targetMinutes[level] * MINUTE * times[step as keyof typeof times]
          expect(openTime(stretches, from, at)).toBeGreaterThanOrEqual(target)
        }
      },
    ),
    { numRuns: 400 },
  )
})

test('a flag that is never taken reaches everybody whom the house named, if it is open for long enough', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom('geel', 'rood', 'acuut'), agreed, (from, level, ladder) => {
      const week: OpeningHours = {
        week: Object.fromEntries(WEEKDAYS.map((day) => [day, ['00:00-24:00']])),
        holidays: 'open',
        closed: [],
      }
      // Somebody begins again each time that the house cuts a shift.
      const there = Array.from({ length: 40 }, (_, index) => ({
        from: new Date(from.getTime() + index * DAY),
        until: new Date(from.getTime() + (index + 1) * DAY),
      }))
      const told = climb(level, from, openStretches(week, there), ladder)
      const named = [
        'duty',
        ...(ladder.named.backUp ? ['back-up'] : []),
        ...(ladder.named.responsible ? ['responsible'] : []),
      ]
      expect(told.map(({ step }) => step)).toEqual(named)
    }),
    { numRuns: 60 },
  )
})

test('the night in which the clock goes back is an hour longer, and counted as it passes', () => {
  const week: OpeningHours = { week: { zaterdag: ['20:00-04:00'] }, holidays: 'open', closed: [] }
  const from = new Date('2026-10-24T18:00:00Z')
  const stretches = openStretches(week, [{ from, until: null }])
  expect(openTime(stretches, from, new Date('2026-10-26T00:00:00Z'))).toBe(9 * HOUR)
  expect(openAfter(stretches, from, 8.5 * HOUR)).toEqual(new Date('2026-10-25T02:30:00Z'))
})
