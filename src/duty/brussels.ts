import { IANAZone } from 'luxon'

/** Opening hours are read on this clock, wherever the bot runs. */
export const BRUSSELS = 'Europe/Brussels'

export const MINUTE = 60_000
export const DAY = 1_440 * MINUTE

const zone = IANAZone.create(BRUSSELS)

// Asking the calendar of time zones takes tens of microseconds, and a bot asks for every message whether the house is
// open. Within a day of UTC the answer is the same but for two days a year, so it is kept for each day.
const days = new Map<number, number | 'changes'>()
const MOST_DAYS = 4_000

const offsetAsked = (at: number): number => zone.offset(at) * MINUTE

/** How far the clock of Brussels is ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (at: number): number => {
  const day = Math.floor(at / DAY)
  let known = days.get(day)
  if (known === undefined) {
    const first = offsetAsked(day * DAY)
    known = first === offsetAsked((day + 1) * DAY) ? first : 'changes'
    if (days.size >= MOST_DAYS) days.clear()
    days.set(day, known)
  }
  return known === 'changes' ? offsetAsked(at) : known
}

/** What the clock of Brussels shows at an instant: the hour, 0 to 23. */
export const hourAt = (at: number): number =>
  Math.floor(((((at + offsetAt(at)) % DAY) + DAY) % DAY) / (60 * MINUTE))

/** A day on the calendar of Brussels, counted from 1 January 1970. */
export const localDayOf = (at: number): number => Math.floor((at + offsetAt(at)) / DAY)

/** The date of a local day: YYYY-MM-DD. */
export const dateOf = (localDay: number): string => new Date(localDay * DAY).toISOString().slice(0, 10)

/** The weekday of a local day; 0 is Monday (1 January 1970 was a Thursday). */
export const weekdayOf = (localDay: number): number => (((localDay + 3) % 7) + 7) % 7

/** The instant between two at which the clock jumps. */
const jumpBetween = (before: number, after: number): number => {
  const offset = offsetAt(before)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === offset) low = middle
    else high = middle
  }
  return high
}

/**
 * The instant at which the clock of Brussels shows a time of a day. In the night of March, a time that does not
 * exist becomes the moment of the jump; in the night of October, a time that comes twice is the first of the two.
 *
 * @param minutes - after midnight; 1,440 and more lie on the days after
 */
export const instantOf = (localDay: number, minutes: number): number => {
  const shown = localDay * DAY + minutes * MINUTE
  const offsets = [offsetAt(shown - DAY), offsetAt(shown + DAY)]
  const instants = offsets.map((offset) => shown - offset)
  const real = instants.filter((instant) => instant + offsetAt(instant) === shown)
  return real.length > 0 ? Math.min(...real) : jumpBetween(Math.min(...instants), Math.max(...instants))
}
