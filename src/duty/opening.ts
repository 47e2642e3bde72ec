import { type OpeningHours, WEEKDAYS } from '../policy/schema.ts'
import { DAY, dateOf, instantOf, localDayOf, weekdayOf } from './brussels.ts'
import { publicHolidays } from './holidays.ts'

/** A stretch of time in which somebody is there: `from` belongs to it, `until` does not. */
export interface Opening {
  readonly from: Date
  readonly until: Date
}

/** Both in milliseconds. */
interface Span {
  readonly from: number
  readonly until: number
}

/** Openings that touch are one; one longer than a fortnight is cut, so that looking for its end stops. */
const LONGEST = 14 * DAY
/** A house that stays closed for longer than this has, as far as we can say, no next opening. */
const HORIZON_DAYS = 400

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The minutes after midnight at which a span begins and ends; an end that is not later lies on the next day. */
export const minutesOfSpan = (span: string): { readonly from: number; readonly until: number } => {
  const from = minutesOf(span.slice(0, 5))
  const until = minutesOf(span.slice(6))
  return { from, until: until > from ? until : until + 1_440 }
}

/** A span belongs to the day on which it begins: the night before a day off is kept to its end. */
const isDayOff = (hours: OpeningHours, localDay: number): boolean => {
  const date = dateOf(localDay)
  if (hours.holidays === 'closed' && publicHolidays(Number(date.slice(0, 4))).has(date)) return true
  return hours.closed.some((period) => period.from <= date && date <= period.until)
}

const spansBeginningOn = (hours: OpeningHours, localDay: number): readonly Span[] => {
  const name = WEEKDAYS[weekdayOf(localDay)]
  const spans = name === undefined ? [] : (hours.week[name] ?? [])
  if (spans.length === 0 || isDayOff(hours, localDay)) return []
  return spans
    .map(minutesOfSpan)
    .map(({ from, until }) => ({ from: instantOf(localDay, from), until: instantOf(localDay, until) }))
    .filter(({ from, until }) => from < until)
}

/** The spans of the policy that begin on the day of a moment, in order; none on a day off. */
export const spansOn = (hours: OpeningHours, at: Date): readonly string[] => {
  const localDay = localDayOf(at.getTime())
  const name = WEEKDAYS[weekdayOf(localDay)]
  if (name === undefined || isDayOff(hours, localDay)) return []
  return (hours.week[name] ?? []).toSorted()
}

/** No span is longer than a day and an hour, so the ones that hold an instant began on its day or the two before. */
const spansNear = (hours: OpeningHours, at: number): readonly Span[] => {
  const today = localDayOf(at)
  return [2, 1, 0].flatMap((back) => spansBeginningOn(hours, today - back))
}

const grow = (hours: OpeningHours, span: Span): Span => {
  const before = spansNear(hours, span.from).filter((each) => each.until >= span.from)
  const after = spansNear(hours, span.until).filter((each) => each.from <= span.until)
  return {
    from: Math.min(span.from, ...before.map((each) => each.from)),
    until: Math.max(span.until, ...after.map((each) => each.until)),
  }
}

/** Is somebody there at that moment, by the hours? */
export const isOpen = (hours: OpeningHours, at: Date): boolean =>
  spansNear(hours, at.getTime()).some((span) => span.from <= at.getTime() && at.getTime() < span.until)

/** The opening that holds a moment, touching spans taken together; `undefined` when closed. */
export const openingOf = (hours: OpeningHours, at: Date): Opening | undefined => {
  const now = at.getTime()
  let opening = spansNear(hours, now).find((span) => span.from <= now && now < span.until)
  if (!opening) return undefined
  while (opening.until - opening.from < LONGEST) {
    const grown = grow(hours, opening)
    if (grown.from === opening.from && grown.until === opening.until) break
    opening = grown
  }
  return { from: new Date(opening.from), until: new Date(opening.until) }
}

/**
 * The next moment at which the house opens: after the opening that holds `at`, if there is one.
 *
 * @returns `undefined` when there is none within 400 days.
 */
export const nextOpening = (hours: OpeningHours, at: Date): Date | undefined => {
  if (Object.values(hours.week).every((spans) => spans.length === 0)) return undefined
  const after = openingOf(hours, at)?.until.getTime() ?? at.getTime()
  const first = localDayOf(after)
  for (let days = 0; days <= HORIZON_DAYS; days += 1) {
    const begins = spansBeginningOn(hours, first + days)
      .map((span) => span.from)
      .filter((from) => from > after)
    if (begins.length > 0) return new Date(Math.min(...begins))
  }
  return undefined
}
