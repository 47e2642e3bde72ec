import { BRUSSELS, DAY, dateOf, instantOf, localDayOf, MINUTE, offsetAt } from '../duty/brussels.ts'
import type { Language } from '../policy/schema.ts'
import { localeOf } from '../texts/names.ts'

/** A day in words, on the calendar of Brussels. */
export const describeDay = (at: Date, language: Language): string =>
  at.toLocaleDateString(localeOf(language), {
    timeZone: BRUSSELS,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })

/** A day and an hour in words, on the clock of Brussels. */
export const describeTime = (at: Date, language: Language): string =>
  at.toLocaleString(localeOf(language), {
    timeZone: BRUSSELS,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })

const two = (number: number): string => String(number).padStart(2, '0')

/** A moment as somebody types it in a form: 24/11 14:03. */
export const writeMoment = (at: Date): string => {
  const [, month = '', day = ''] = dateOf(localDayOf(at.getTime())).split('-')
  const shown = at.getTime() + offsetAt(at.getTime())
  const minutes = Math.floor((shown % DAY) / MINUTE)
  return `${day}/${month} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** Further back than this is a typing error: a matter is passed on within days. */
const OLDEST_DAYS = 60

/**
 * Reads a moment that somebody typed: "14:03", "14u03", "24/11 14:03", on the clock of Brussels. Without a day it is
 * the last time that the clock showed it; without a year the last such day.
 *
 * @returns undefined when it is no moment, lies ahead, or too far back
 */
export const readMoment = (text: string, now: Date): Date | undefined => {
  const found = /^\s*(?:(\d{1,2})[/\-.](\d{1,2})(?:[/\-.]\d{2,4})?\s+)?(\d{1,2})[:u.h](\d{2})\s*$/i.exec(text)
  if (found === null) return undefined
  const [, day, month, hour = '', minute = ''] = found
  const minutes = Number(hour) * 60 + Number(minute)
  if (Number(hour) > 23 || Number(minute) > 59) return undefined
  const today = localDayOf(now.getTime())
  for (let back = 0; back <= OLDEST_DAYS; back += 1) {
    const localDay = today - back
    const [, itsMonth, itsDay] = dateOf(localDay).split('-')
    if (day !== undefined && (Number(day) !== Number(itsDay) || Number(month) !== Number(itsMonth))) continue
    const at = instantOf(localDay, minutes)
    // A clock that runs a little ahead is no future.
    if (at <= now.getTime() + MINUTE) return new Date(at)
    if (day !== undefined || back > 1) return undefined
  }
  return undefined
}
