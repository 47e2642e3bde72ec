import type { Counts, Interval, Measure } from './bootstrap.ts'

/** Numbers of kinds of outcome, counted together. */
export type Kinds = readonly number[]

export const sum = (counts: Counts, kinds: Kinds): number => {
  let total = 0
  for (const kind of kinds) total += counts[kind] ?? 0
  return total
}

/** Clopper and Pearson's exact interval for none or all of `n`; for none it is nearly the "rule of three". */
function exactEnds(hits: number, n: number): Interval | undefined {
  if (n === 0) return undefined
  if (hits === 0) return { low: 0, high: 1 - 0.025 ** (1 / n) }
  return hits === n ? { low: 0.025 ** (1 / n), high: 1 } : undefined
}

/** The share of `whole` that is in `part`; `part` is some of `whole`. */
export const share = (part: Kinds, whole: Kinds): Measure => ({
  of: (counts) => {
    const n = sum(counts, whole)
    return n === 0 ? undefined : sum(counts, part) / n
  },
  exact: (counts) => exactEnds(sum(counts, part), sum(counts, whole)),
})

/** Right and wrong for one category: rightly found, wrongly found, missed, rightly left alone. */
export interface Table {
  readonly tp: Kinds
  readonly fp: Kinds
  readonly fn: Kinds
  readonly tn: Kinds
}

const f1Of = (right: number, wrong: number): number | undefined =>
  right + wrong === 0 ? undefined : (2 * right) / (2 * right + wrong)

export const f1 = ({ tp, fp, fn }: Table): Measure => ({
  of: (counts) => f1Of(sum(counts, tp), sum(counts, fp) + sum(counts, fn)),
})

/** The mean of the F1 of "belongs to it" and of "does not". Without both in the set it means nothing. */
export const macroF1 = ({ tp, fp, fn, tn }: Table): Measure => ({
  of: (counts) => {
    const [right, wrong, missed, left] = [tp, fp, fn, tn].map((kinds) => sum(counts, kinds)) as [
      number,
      number,
      number,
      number,
    ]
    if (right + missed === 0 || left + wrong === 0) return undefined
    return ((f1Of(right, wrong + missed) ?? 0) + (f1Of(left, wrong + missed) ?? 0)) / 2
  },
})

/** The mean of the figures that have a meaning. */
export const mean = (measures: readonly Measure[]): Measure => ({
  of: (counts) => {
    const values = measures.flatMap((measure) => measure.of(counts) ?? [])
    return values.length === 0 ? undefined : values.reduce((total, value) => total + value, 0) / values.length
  },
})

/** One figure divided by another. */
export const ratio = (above: Measure, below: Measure): Measure => ({
  of: (counts) => {
    const [a, b] = [above.of(counts), below.of(counts)]
    return a === undefined || b === undefined || b === 0 ? undefined : a / b
  },
})
