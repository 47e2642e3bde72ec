import { DAY, instantOf, localDayOf, MINUTE, weekdayOf } from '../duty/brussels.ts'
import { isOpen, nextOpening, openingOf } from '../duty/opening.ts'
import { type OpeningHours, WEEKDAYS } from './schema-parts.ts'
import type { LessonFile } from './schema-lessons.ts'

/** Looked through for a day that fits: a house may be closed for a whole summer. */
const DAYS_AHEAD = 120
/** A lesson in an open house needs some time before it closes. */
const ROOM_MS = 45 * MINUTE
/** After the opening, so that who is there had the time to begin. */
const AFTER_OPENING_MS = 5 * MINUTE

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const hasRoom = (hours: OpeningHours, at: Date): boolean => {
  const opening = openingOf(hours, at)
  return opening !== undefined && opening.until.getTime() - at.getTime() >= ROOM_MS
}

const fits = (hours: OpeningHours, house: LessonFile['at']['house'], at: Date): boolean =>
  house === 'open' ? isOpen(hours, at) : !isOpen(hours, at)

/** The first moment that is not before `from`, shows that time (on that day) and at which the house is as asked. */
const atTime = (
  { house, day, time }: LessonFile['at'] & { readonly time: string },
  hours: OpeningHours,
  from: Date,
): Date | undefined => {
  const first = localDayOf(from.getTime())
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const localDay = first + days
    if (day !== undefined && WEEKDAYS[weekdayOf(localDay)] !== day) continue
    const at = new Date(instantOf(localDay, minutesOf(time)))
    if (at.getTime() >= from.getTime() && fits(hours, house, at)) return at
  }
  return undefined
}

/** The first moment from which the house is open, with some time left (on that day). */
const whileOpen = (day: LessonFile['at']['day'], hours: OpeningHours, from: Date): Date | undefined => {
  const isDay = (at: Date): boolean =>
    day === undefined || WEEKDAYS[weekdayOf(localDayOf(at.getTime()))] === day
  if (isDay(from) && hasRoom(hours, from)) return from
  for (
    let opens = nextOpening(hours, from);
    opens !== undefined && opens.getTime() - from.getTime() < DAYS_AHEAD * DAY;
    opens = nextOpening(hours, opens)
  ) {
    const at = new Date(opens.getTime() + AFTER_OPENING_MS)
    if (isDay(at) && isOpen(hours, at)) return at
  }
  return undefined
}

/** The first moment at which the house is closed (on that day). */
const whileClosed = (day: LessonFile['at']['day'], hours: OpeningHours, from: Date): Date | undefined => {
  const closes = openingOf(hours, from)?.until ?? from
  if (day === undefined) return closes
  for (let days = 0; days <= DAYS_AHEAD; days += 1) {
    const localDay = localDayOf(from.getTime()) + days
    if (WEEKDAYS[weekdayOf(localDay)] !== day) continue
    const starts = Math.max(from.getTime(), instantOf(localDay, 0))
    const at = new Date(Math.max(starts, openingOf(hours, new Date(starts))?.until.getTime() ?? starts))
    if (localDayOf(at.getTime()) === localDay && !isOpen(hours, at)) return at
  }
  return undefined
}

/**
 * The moment at which a lesson plays: `from` itself where that fits, else the next one that does. On the clock of
 * Brussels, by the hours of the house, with holidays and days off.
 *
 * @returns undefined when there is none within months, so that the file can be told to be wrong
 */
export const lessonMoment = (at: LessonFile['at'], hours: OpeningHours, from: Date): Date | undefined => {
  const { house, day, time } = at
  if (time !== undefined) return atTime({ ...at, time }, hours, from)
  return house === 'open' ? whileOpen(day, hours, from) : whileClosed(day, hours, from)
}
