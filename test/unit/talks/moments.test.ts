import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen } from '../../../src/duty/opening.ts'
import type { OpeningHours } from '../../../src/policy/schema.ts'
import { followUpAt, followUpDays, nextClosing, waiting } from '../../../src/talks/moments.ts'

const HOURS: OpeningHours = {
  week: { woensdag: ['13:30-18:00', '19:00-21:30'], vrijdag: ['20:00-00:30'] },
  holidays: 'closed',
  closed: [],
}
const WEDNESDAY = new Date('2026-11-25T13:00:00Z') // 14 h
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 10, 1) + minute * 60_000))

test('the clock of somebody who waits runs at once in an open house, and from the next opening in a closed one', () => {
  expect(waiting(HOURS, WEDNESDAY, 5)).toEqual({
    since: WEDNESDAY,
    until: new Date('2026-11-25T13:05:00Z'),
  })
  expect(waiting(HOURS, new Date('2026-11-25T21:00:00Z'), 5)).toEqual({
    since: new Date('2026-11-27T19:00:00Z'),
    until: new Date('2026-11-27T19:05:00Z'),
  })
  expect(waiting({ ...HOURS, week: {} }, WEDNESDAY, 5)).toBeUndefined()
})

test('the next closing is the end of this opening, or of the one to come, also past midnight', () => {
  expect(nextClosing(HOURS, WEDNESDAY)).toEqual(new Date('2026-11-25T17:00:00Z'))
  expect(nextClosing(HOURS, new Date('2026-11-25T17:00:00Z'))).toEqual(new Date('2026-11-25T20:30:00Z'))
  expect(nextClosing(HOURS, new Date('2026-11-26T12:00:00Z'))).toEqual(new Date('2026-11-27T23:30:00Z'))
  expect(nextClosing({ ...HOURS, week: {} }, WEDNESDAY)).toBeUndefined()
})

test('somebody asks how it goes when the house is open, and never before the day that was chosen', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(1, 3, 7, 14), (now, days) => {
      const at = followUpAt(HOURS, now, days)
      expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime() + days * 86_400_000)
      expect(isOpen(HOURS, at)).toBe(true)
    }),
  )
})

test('a day is offered only while the thread still stands', () => {
  expect(followUpDays(14)).toEqual([1, 3, 7, 14])
  expect(followUpDays(5)).toEqual([1, 3])
  expect(followUpDays(1)).toEqual([1])
})
