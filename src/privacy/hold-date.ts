const DAY_MS = 86_400_000
/** Longer than this asks for a new decision. */
const MOST_DAYS = 366
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * When a hold ends of which somebody wrote the last day.
 *
 * @param written - `2027-03-31`
 * @returns the moment after that day (UTC); undefined for no such day, one that is over, or one more than a year away
 */
export const untilOf = (written: string, now: Date): Date | undefined => {
  const text = written.trim()
  const start = DATE.test(text) ? new Date(`${text}T00:00:00.000Z`) : undefined
  if (start === undefined || Number.isNaN(start.getTime()) || !start.toISOString().startsWith(text))
    return undefined
  const until = new Date(start.getTime() + DAY_MS)
  if (start <= now || until.getTime() - now.getTime() > MOST_DAYS * DAY_MS) return undefined
  return until
}

/** The last day on which a hold that ends then still holds, as it was written. */
export const lastDay = (until: Date): string => new Date(until.getTime() - 1).toISOString().slice(0, 10)
