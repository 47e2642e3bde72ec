import type { OpeningHours } from '../policy/schema.ts'
import { type Opening, nextOpening, openingOf } from './opening.ts'

/** A time during which somebody of the team is there; `until` is null while it lasts. */
export interface Presence {
  readonly from: Date
  readonly until: Date | null
}

/** Milliseconds; `from` belongs to it, `until` does not. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** So long before the opening somebody may begin; whoever begins earlier means another day. */
export const EARLY_MS = 60 * 60_000

/** The opening that a presence is for: the one in which it began, or the one soon after. */
export const openingFor = (hours: OpeningHours, began: Date): Opening | undefined => {
  const here = openingOf(hours, began)
  if (here !== undefined) return here
  const next = nextOpening(hours, began)
  if (next === undefined || next.getTime() - began.getTime() > EARLY_MS) return undefined
  return openingOf(hours, next)
}

/**
 * The part of a presence in which the house is open. It ends at closing time by itself: somebody who forgets to stop
 * is not there the next day, and is pinged in no night.
 */
export const stretchOf = (hours: OpeningHours, { from, until }: Presence): Stretch | undefined => {
  const opening = openingFor(hours, from)
  if (opening === undefined) return undefined
  const stretch = {
    from: Math.max(from.getTime(), opening.from.getTime()),
    until: Math.min(until?.getTime() ?? Number.POSITIVE_INFINITY, opening.until.getTime()),
  }
  return stretch.from < stretch.until ? stretch : undefined
}

/** When the house is open: its hours say so, and somebody is there (design decision 9). In order, none touching. */
export const openStretches = (hours: OpeningHours, presences: readonly Presence[]): readonly Stretch[] => {
  const stretches = presences
    .flatMap((presence) => stretchOf(hours, presence) ?? [])
    .toSorted((a, b) => a.from - b.from)
  const joined: Stretch[] = []
  for (const stretch of stretches) {
    const last = joined.at(-1)
    if (last === undefined || stretch.from > last.until) joined.push(stretch)
    else joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) }
  }
  return joined
}

export const isOpenAt = (stretches: readonly Stretch[], at: Date): boolean =>
  stretches.some(({ from, until }) => from <= at.getTime() && at.getTime() < until)

/** How long the house was open between two moments, in milliseconds. */
export const openTime = (stretches: readonly Stretch[], from: Date, to: Date): number =>
  stretches.reduce(
    (sum, stretch) =>
      sum + Math.max(0, Math.min(stretch.until, to.getTime()) - Math.max(stretch.from, from.getTime())),
    0,
  )

/**
 * The first moment, while the house is open, at which it was open for so long since `from`.
 *
 * @param ms - 0 or less: the first open moment
 * @returns `undefined` when that does not come as far as is known: nobody is there, or not for long enough
 */
export const openAfter = (stretches: readonly Stretch[], from: Date, ms: number): Date | undefined => {
  let left = Math.max(0, ms)
  for (const stretch of stretches) {
    const begin = Math.max(stretch.from, from.getTime())
    if (begin >= stretch.until) continue
    // At its very end it is closed: then the moment is the beginning of the next one.
    if (begin + left < stretch.until) return new Date(begin + left)
    left -= stretch.until - begin
  }
  return undefined
}
