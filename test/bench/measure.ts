import type { Bench } from './bench.ts'
import { median, ratios } from './figures.ts'
import type { Id } from './targets.ts'

/** What was measured under one id. */
export interface Figure {
  readonly id: Id
  readonly ours: number
  readonly bare: number | null
  readonly ratio: number | null
  /** The ratio of each round, or the value of each where there is no ratio: how far they lie apart. */
  readonly rounds: readonly number[]
  /** What else was seen. */
  readonly note?: string
}

/** Points of a line in a plot: what it costs when there is more of something. */
export interface Curve {
  readonly name: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}
export type Plot = 'terms' | 'rows' | 'houses'

export interface Measured {
  readonly figures: readonly Figure[]
  readonly curves?: Readonly<Partial<Record<Plot, readonly Curve[]>>>
}

/** One way of measuring, under one or more ids. */
export interface Measure {
  readonly ids: readonly Id[]
  /** For a plot, which is drawn from a full run alone. */
  readonly plot?: Plot
  /** About how long it takes, in seconds, on a quiet machine of two cores. */
  readonly seconds: { readonly quick?: number; readonly full: number }
  run(bench: Bench): Promise<Measured>
}

/** A figure of rounds in which both were measured in turn. */
export function figureOf(id: Id, ours: readonly number[], bare: readonly number[], note?: string): Figure {
  const each = ratios(ours, bare)
  return {
    id,
    ours: median(ours),
    bare: median(bare),
    ratio: median(each),
    rounds: each,
    ...(note === undefined ? {} : { note }),
  }
}

/** A figure that stands for itself. */
export const valueOf = (id: Id, values: readonly number[], note?: string): Figure => ({
  id,
  ours: median(values),
  bare: null,
  ratio: null,
  rounds: values,
  ...(note === undefined ? {} : { note }),
})
