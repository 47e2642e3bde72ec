import { describe, expect, test } from 'vitest'
import { momentsOf, periodBetween, periodNamed } from '../../../src/statistics/period.ts'

/** 1 January 2027, half past midnight in Brussels: still last year in Greenwich. */
const NEW_YEAR = new Date('2026-12-31T23:30:00Z')
const NOVEMBER = new Date('2026-11-24T12:00:00Z')

describe('periods', () => {
  test('named ones go by the calendar of Brussels', () => {
    expect(periodNamed('month', NOVEMBER)).toEqual({ from: '2026-11-01', until: '2026-11-24' })
    expect(periodNamed('last-month', NOVEMBER)).toEqual({ from: '2026-10-01', until: '2026-10-31' })
    expect(periodNamed('quarter', NOVEMBER)).toEqual({ from: '2026-10-01', until: '2026-11-24' })
    expect(periodNamed('year', NOVEMBER)).toEqual({ from: '2026-01-01', until: '2026-11-24' })
    expect(periodNamed('year', NEW_YEAR)).toEqual({ from: '2027-01-01', until: '2027-01-01' })
    expect(periodNamed('last-month', NEW_YEAR)).toEqual({ from: '2026-12-01', until: '2026-12-31' })
  })

  test('two days are a period when they are days, in order, begun and not too far apart', () => {
    expect(periodBetween('2026-11-01', '2026-11-30', NOVEMBER)).toEqual({
      from: '2026-11-01',
      until: '2026-11-30',
    })
    expect(periodBetween('2026-11-01', undefined, NOVEMBER)?.until).toBe('2026-11-24')
    expect(periodBetween('2026-11-31', undefined, NOVEMBER)).toBeUndefined()
    expect(periodBetween('2026-11-10', '2026-11-09', NOVEMBER)).toBeUndefined()
    expect(periodBetween('2026-12-01', '2026-12-02', NOVEMBER)).toBeUndefined()
    expect(periodBetween('1999-01-01', '2026-11-01', NOVEMBER)).toBeUndefined()
    expect(periodBetween('gisteren', undefined, NOVEMBER)).toBeUndefined()
  })

  test('days begin and end at midnight in Brussels, also when the clock changes', () => {
    expect(momentsOf({ from: '2026-10-25', until: '2026-10-25' })).toEqual({
      from: new Date('2026-10-24T22:00:00Z'),
      until: new Date('2026-10-25T23:00:00Z'),
    })
  })
})
