import type { Recorded } from './record.ts'
import { targetOf } from './targets.ts'

/** A quarter: less than that is the machine. */
const GENEROUS = 1.25

/** What is held against what was recorded: ratios, never times. */
export interface Told {
  readonly id: string
  readonly ratio: number | null
}

export interface Worse {
  readonly id: string
  readonly ratio: number
  readonly recorded: number
  /** The last value that would have passed. */
  readonly limit: number
}

/**
 * The limit of an id: a quarter worse than what was recorded, or its worst round, whichever is further. A ratio of a few
 * rounds cannot be held to more than its own rounds agreed on.
 */
function limitOf({ id, ratio, each }: Recorded): number | undefined {
  if (ratio === null) return undefined
  return targetOf(id)?.better === 'higher'
    ? Math.min(ratio / GENEROUS, ...each)
    : Math.max(ratio * GENEROUS, ...each)
}

/** What became slower than it was recorded; what was not recorded, or not measured, is not judged. */
export function worse(now: readonly Told[], recorded: readonly Recorded[]): readonly Worse[] {
  return now.flatMap(({ id, ratio }) => {
    const before = recorded.find((one) => one.id === id)
    const limit = before === undefined ? undefined : limitOf(before)
    if (ratio === null || before?.ratio == null || limit === undefined) return []
    const isWorse = targetOf(id)?.better === 'higher' ? ratio < limit : ratio > limit
    return isWorse ? [{ id, ratio, recorded: before.ratio, limit }] : []
  })
}
