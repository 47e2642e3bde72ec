import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MEDIAN_FROM, P95_FROM, paceOf, percentile } from '../../../src/statistics/percentile.ts'

/** The same, from a list of all values: sorted, and counted off. */
const naive = (values: readonly number[], percent: number): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.max(1, Math.ceil((values.length * percent) / 100)) - 1]

const histogramOf = (values: readonly number[]) =>
  [...new Set(values)].map((value) => ({ value, times: values.filter((one) => one === value).length }))

describe('median and 95th percentile', () => {
  test('grouped by the database they are what they are of all values one by one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 120 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          expect(percentile(histogramOf(values), percent)).toBe(naive(values, percent))
        },
      ),
    )
  })

  test('half of them is at or below the median, and nineteen in twenty at or below p95', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: P95_FROM, maxLength: 200 }), (values) => {
        const { median = -1, p95 = -1 } = paceOf(histogramOf(values))
        expect(values.filter((one) => one <= median).length).toBeGreaterThanOrEqual(values.length / 2)
        expect(values.filter((one) => one <= p95).length).toBeGreaterThanOrEqual(values.length * 0.95)
        expect(p95).toBeGreaterThanOrEqual(median)
      }),
    )
  })

  test('of a few there is no median, and of fewer than twenty no p95: that would be about one of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { maxLength: P95_FROM - 1 }), (values) => {
        const { median, p95 } = paceOf(histogramOf(values))
        expect(p95).toBeUndefined()
        expect(median === undefined).toBe(values.length < MEDIAN_FROM)
      }),
    )
  })
})
