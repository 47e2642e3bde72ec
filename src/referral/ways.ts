import { isOpen, nextOpening, openingOf } from '../duty/opening.ts'
import type { Helpline, OpeningHours } from '../policy/schema.ts'

/** One way to reach a line, and what is known about it at a moment. */
export interface Way {
  readonly by: 'phone' | 'chat' | 'site'
  /** `unknown`: the hours are not known. It is never called open then. */
  readonly now: 'open' | 'closed' | 'unknown'
  /** Open day and night. */
  readonly always: boolean
  /** Until when it is open, if it is open now and not always. */
  readonly until?: Date
  /** When it opens again, if it is closed now. */
  readonly opensAt?: Date
}

/** After this many days without a check, the facts of a line count as old (domain §1.4). */
export const STALE_AFTER_DAYS = 180

const DAY = 86_400_000

/** Were the facts of a line last checked too long before a moment? */
export const isStale = (helpline: Pick<Helpline, 'verifiedOn'>, at: Date): boolean =>
  at.getTime() - Date.parse(`${helpline.verifiedOn}T00:00:00Z`) > STALE_AFTER_DAYS * DAY

const wayBy = (
  by: 'phone' | 'chat',
  hours: OpeningHours | '24/7' | undefined,
  stale: boolean,
  at: Date,
): Way => {
  // A line that answers day and night stays open when its check is old: silence at night harms more than an old date.
  if (hours === '24/7') return { by, now: 'open', always: true }
  // "Open now" is said only from hours that are known and fresh (domain §1.4).
  if (hours === undefined || stale) return { by, now: 'unknown', always: false }
  if (isOpen(hours, at)) {
    const until = openingOf(hours, at)?.until
    return { by, now: 'open', always: false, ...(until && { until }) }
  }
  const opensAt = nextOpening(hours, at)
  return { by, now: 'closed', always: false, ...(opensAt && { opensAt }) }
}

/** Calling, with what is known about its hours at a moment. */
export const phoneWay = (hours: OpeningHours | '24/7' | undefined, stale: boolean, at: Date): Way =>
  wayBy('phone', hours, stale, at)

/** Every way to reach a line, in the order typing, calling, looking. */
export const waysOf = (helpline: Helpline, at: Date): readonly Way[] => {
  const stale = isStale(helpline, at)
  return [
    ...(helpline.chat ? [wayBy('chat', helpline.chat.hours, stale, at)] : []),
    ...(helpline.phone ? [wayBy('phone', helpline.phone.hours, stale, at)] : []),
    ...(helpline.web === undefined ? [] : [{ by: 'site', now: 'unknown', always: false } as const]),
  ]
}

/** A site is where to read, not somebody who answers: it is a way only for a line that has no other. */
const rankOf = (way: Way): number => (way.by === 'site' ? 3 : { open: 0, unknown: 1, closed: 2 }[way.now])

/**
 * The best way to reach a line now: what is open before what is not known before what is closed; among equals the
 * way that the person prefers, then of two closed ways the one that opens first, then typing before calling.
 */
export const bestWay = (ways: readonly Way[], prefer: 'phone' | 'chat' | undefined): Way | undefined =>
  ways.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      Number(b.by === prefer) - Number(a.by === prefer) ||
      (a.opensAt?.getTime() ?? Infinity) - (b.opensAt?.getTime() ?? Infinity) ||
      0,
  )[0]
