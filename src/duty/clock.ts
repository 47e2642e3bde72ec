import { DateTime } from 'luxon'
import { FOLDERS } from '../generated/language-folders.ts'
import { localeOf } from '../texts/names.ts'
import type { Language } from '../texts/wording.ts'
import { BRUSSELS } from './brussels.ts'

/** A time of the day, from minutes after midnight: "14.30 uur", "2:30 pm", "14 h 30". */
export const clockOf = (minutes: number, language: Language): string => {
  const hour = Math.floor(minutes / 60) % 24
  const minute = minutes % 60
  const { clock, midnight } = FOLDERS[language]
  return hour === 0 && minute === 0 ? midnight : clock(hour, minute)
}

/** A moment on the clock of Brussels, ready to be written in a language. */
export const localMoment = (at: Date, language: Language): DateTime =>
  DateTime.fromJSDate(at, { zone: BRUSSELS }).setLocale(localeOf(language))

/** The name of a weekday; 1 is Monday, as 1 January 2024 was. */
export const weekdayName = (weekday: number, language: Language): string =>
  DateTime.utc(2024, 1, weekday).setLocale(localeOf(language)).toFormat('cccc')

/** A list in words: "a, b en c". */
export const listOf = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items)

/** A day in words: "24 november 2026". */
export const dayOf = (at: Date, language: Language): string =>
  localMoment(at, language).toFormat('d MMMM yyyy')

/** A date of the policy ("2026-11-24") in words. */
export const dateOf = (date: string, language: Language): string =>
  dayOf(new Date(`${date}T12:00:00Z`), language)
