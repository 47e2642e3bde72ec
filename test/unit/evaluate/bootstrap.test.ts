import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { estimate } from '../../../src/evaluate/bootstrap.ts'
import { f1, macroF1, ratio, share, type Table } from '../../../src/evaluate/measures.ts'

/** Rows of four kinds: rightly found, wrongly found, missed, rightly left alone. */
const TABLE: Table = { tp: [0], fp: [1], fn: [2], tn: [3] }
const rows = (...counts: readonly number[]) =>
  Uint32Array.from(counts.flatMap((n, kind) => Array.from({ length: n }, () => kind)))
const MEASURES = new Map([
  ['precision', share([0], [0, 1])],
  ['recall', share([0], [0, 2])],
  ['f1', f1(TABLE)],
  ['macroF1', macroF1(TABLE)],
] as const)
const measure = (counts: readonly number[], resamples = 400, seed = 1) =>
  estimate(rows(...counts), 4, MEASURES, { resamples, seed })
const width = (name: 'precision' | 'recall' | 'f1' | 'macroF1', counts: readonly number[]) => {
  const interval = measure(counts).get(name)?.interval
  return (interval?.high ?? Number.NaN) - (interval?.low ?? Number.NaN)
}

test('the same rows and seed give the same intervals; another seed gives others', () => {
  expect(measure([30, 5, 12, 90])).toEqual(measure([30, 5, 12, 90]))
  expect(measure([30, 5, 12, 90], 400, 2)).not.toEqual(measure([30, 5, 12, 90]))
})

test('an interval contains its figure and stays between 0 and 1', () => {
  const many = fc.integer({ min: 5, max: 60 })
  fc.assert(
    fc.property(fc.tuple(many, many, many, many), fc.integer({ min: 0, max: 999 }), (counts, seed) => {
      for (const { value, interval } of measure(counts, 200, seed).values()) {
        expect(interval?.low).toBeLessThanOrEqual(value)
        expect(interval?.high).toBeGreaterThanOrEqual(value)
        expect(interval?.low).toBeGreaterThanOrEqual(0)
        expect(interval?.high).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 40 },
  )
})

test('more rows make it narrower: with sixteen times as many about a quarter', () => {
  for (const name of MEASURES.keys()) {
    const narrower = width(name, [480, 160, 240, 800]) / width(name, [30, 10, 15, 50])
    expect(narrower).toBeGreaterThan(0.15)
    expect(narrower).toBeLessThan(0.4)
  }
})

test('the interval of a share is that of the binomial: half of 100 is known to about ten points', () => {
  const interval = measure([50, 0, 50, 0], 4_000).get('recall')?.interval
  expect(interval?.low).toBeCloseTo(0.5 - 1.96 * Math.sqrt(0.25 / 100), 1)
  expect(interval?.high).toBeCloseTo(0.5 + 1.96 * Math.sqrt(0.25 / 100), 1)
})

test('none of many is not known to be none: the exact interval stands there, not a nought', () => {
  const none = measure([0, 0, 1_000, 0]).get('recall')
  expect(none?.value).toBe(0)
  expect(none?.interval?.low).toBe(0)
  expect(none?.interval?.high).toBeCloseTo(0.00368, 4)
  const all = measure([1_000, 0, 0, 0]).get('recall')
  expect(all?.interval?.low).toBeCloseTo(1 - 0.00368, 4)
  expect(all?.interval?.high).toBe(1)
})

test('a figure that has no meaning has no estimate', () => {
  expect([...measure([0, 0, 10, 10]).keys()]).toEqual(['recall', 'f1', 'macroF1'])
})

test('two figures that hang together are drawn together: a figure divided by itself is surely one', () => {
  const recall = share([0], [0, 2])
  const found = estimate(rows(20, 0, 20, 10), 4, new Map([['itself', ratio(recall, recall)]]), {
    resamples: 100,
    seed: 3,
  })
  expect(found.get('itself')).toEqual({ value: 1, interval: { low: 1, high: 1 } })
})
