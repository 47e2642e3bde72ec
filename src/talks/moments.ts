import { isOpen, nextOpening, openingOf } from '../duty/opening.ts'
import type { OpeningHours } from '../policy/schema.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** After how many days somebody can ask how it goes; how long the thread stays bounds the choice. */
const FOLLOW_UP_DAYS = [1, 3, 7, 14] as const

export const followUpDays = (deleteAfterDays: number): readonly number[] =>
  FOLLOW_UP_DAYS.filter((days) => days <= deleteAfterDays)

/** So many days later, at a moment when the house is open: a reminder in an empty house reaches nobody. */
export const followUpAt = (hours: OpeningHours, now: Date, days: number): Date => {
  const then = new Date(now.getTime() + days * DAY)
  return isOpen(hours, then) ? then : (nextOpening(hours, then) ?? then)
}

/** When a follow-up that nobody ticked off is said again: once in each opening. */
export const nextReminder = (hours: OpeningHours, now: Date): Date | undefined => nextOpening(hours, now)

/** The moment at which the house closes next: in this opening, or in the one to come. */
export const nextClosing = (hours: OpeningHours, now: Date): Date | undefined => {
  const here = openingOf(hours, now)
  if (here !== undefined) return here.until
  const next = nextOpening(hours, now)
  return next === undefined ? undefined : openingOf(hours, next)?.until
}

/**
 * The clock of somebody who waits: it runs while the house is open, and begins anew at the next opening.
 *
 * @returns since when it runs, and when somebody has waited too long
 */
export const waiting = (
  hours: OpeningHours,
  now: Date,
  minutes: number,
): { readonly since: Date; readonly until: Date } | undefined => {
  const since = isOpen(hours, now) ? now : nextOpening(hours, now)
  return since && { since, until: new Date(since.getTime() + minutes * MINUTE) }
}
