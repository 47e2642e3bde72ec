import type { OpeningHours } from '../../../src/policy/schema.ts'
import { WEEKDAYS } from '../../../src/policy/schema.ts'

/** What a clock on a wall in Brussels shows. Made with Intl alone, so that it can judge the code that uses luxon. */
export interface Wall {
  readonly date: string
  readonly weekday: (typeof WEEKDAYS)[number]
  readonly minutes: number
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

const weekdayOf = (date: string): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[(new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7] ?? 'maandag'

const walls = new Map<number, Wall>()

export const wallOf = (at: Date): Wall => {
  const known = walls.get(at.getTime())
  if (known) return known
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  const date = `${part['year']}-${part['month']}-${part['day']}`
  const wall = { date, weekday: weekdayOf(date), minutes: Number(part['hour']) * 60 + Number(part['minute']) }
  walls.set(at.getTime(), wall)
  return wall
}

const dayBefore = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** The ten official holidays of the years in which the tests play, written down from the calendar. */
export const HOLIDAYS: readonly string[] = `
2026-01-01 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-07-21 2026-08-15 2026-11-01 2026-11-11 2026-12-25
2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-17 2027-07-21 2027-08-15 2027-11-01 2027-11-11 2027-12-25
2028-01-01`
  .trim()
  .split(/\s+/)

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Open by what the clock on the wall shows. Right outside the two nights on which the clock jumps. */
export const openByTheWall = (hours: OpeningHours | '24/7', at: Date): boolean => {
  if (hours === '24/7') return true
  const wall = wallOf(at)
  return [0, 1, 2].some((back) => {
    const date = dayBefore(wall.date, back)
    if (hours.holidays === 'closed' && HOLIDAYS.includes(date)) return false
    if (hours.closed.some((period) => period.from <= date && date <= period.until)) return false
    return (hours.week[weekdayOf(date)] ?? []).some((span) => {
      const [from, end] = span.split('-').map(minutes) as [number, number]
      const until = end > from ? end : end + 1_440
      const now = wall.minutes + back * 1_440
      return from <= now && now < until
    })
  })
}
