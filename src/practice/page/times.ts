/** A house in Flanders: its times are Belgian, wherever the browser is. */
const ZONE = 'Europe/Brussels'
const LANGUAGE = 'nl-BE'

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LANGUAGE, { ...options, timeZone: ZONE })

const CLOCK = format({ hour: '2-digit', minute: '2-digit' })
const SECONDS = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const SHORT_DAY = format({ day: '2-digit', month: '2-digit', year: 'numeric' })
const LONG_DAY = format({ day: 'numeric', month: 'long', year: 'numeric' })
const FULL_DAY = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: 'auto' })

export const clockTime = (at: number): string => CLOCK.format(at)
export const longDay = (at: number): string => LONG_DAY.format(at)
export const dayOf = (at: number): string => SHORT_DAY.format(at)

const DAY_MS = 86_400_000

/** As over a message: "Vandaag om 14:30", "Gisteren om 9:05", or the day. */
export function messageTime(at: number, now: number): string {
  const day = dayOf(at)
  if (day === dayOf(now)) return `Vandaag om ${clockTime(at)}`
  if (day === dayOf(now - DAY_MS)) return `Gisteren om ${clockTime(at)}`
  return `${day} ${clockTime(at)}`
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY_MS],
  ['month', 30 * DAY_MS],
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
]

export function relativeTime(at: number, now: number): string {
  const away = at - now
  const [unit, size] = UNITS.find(([, ms]) => Math.abs(away) >= ms) ?? ['second', 1_000]
  return RELATIVE.format(Math.round(away / size), unit)
}

/** A moment in a message, in one of Discord's styles (`<t:…:R>`; docs: Reference, Timestamp Styles). */
export function styledTime(at: number, style: string, now: number): string {
  switch (style) {
    case 't':
      return clockTime(at)
    case 'T':
      return SECONDS.format(at)
    case 'd':
      return SHORT_DAY.format(at)
    case 'D':
      return LONG_DAY.format(at)
    case 'F':
      return `${FULL_DAY.format(at)} om ${clockTime(at)}`
    case 'R':
      return relativeTime(at, now)
    default:
      return `${LONG_DAY.format(at)} om ${clockTime(at)}`
  }
}

/** A length of time in words: "5 seconden", "2 minuten". */
export function duration(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return minutes === 1 ? '1 minuut' : `${minutes} minuten`
  return `${Math.round(minutes / 60)} uur`
}
