import { DateTime } from 'luxon'
import type { Language } from '../policy/schema.ts'
import { BRUSSELS } from './brussels.ts'

/** How days and times are written in each language. Numbers and names only; the words around them are texts. */
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }
const MIDNIGHT: Readonly<Record<Language, string>> = { nl: 'middernacht', en: 'midnight', fr: 'minuit' }

const two = (value: number): string => String(value).padStart(2, '0')

/** A time of the day, from minutes after midnight: "14.30 uur", "2:30 pm", "14 h 30". */
export const clockOf = (minutes: number, language: Language): string => {
  const hour = Math.floor(minutes / 60) % 24
  const minute = minutes % 60
  if (hour === 0 && minute === 0) return MIDNIGHT[language]
  if (language === 'nl') return minute === 0 ? `${hour} uur` : `${hour}.${two(minute)} uur`
  if (language === 'fr') return minute === 0 ? `${hour} h` : `${hour} h ${two(minute)}`
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${two(minute)}`}`
  return `${twelve} ${hour < 12 ? 'am' : 'pm'}`
}

/** A moment on the clock of Brussels, ready to be written in a language. */
export const localMoment = (at: Date, language: Language): DateTime =>
  DateTime.fromJSDate(at, { zone: BRUSSELS }).setLocale(LOCALES[language])

/** The name of a weekday; 1 is Monday, as 1 January 2024 was. */
export const weekdayName = (weekday: number, language: Language): string =>
  DateTime.utc(2024, 1, weekday).setLocale(LOCALES[language]).toFormat('cccc')

/** A list in words: "a, b en c". */
export const listOf = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(items)

/** A day in words: "24 november 2026". */
export const dayOf = (at: Date, language: Language): string =>
  localMoment(at, language).toFormat('d MMMM yyyy')

/** A date of the policy ("2026-11-24") in words. */
export const dateOf = (date: string, language: Language): string =>
  dayOf(new Date(`${date}T12:00:00Z`), language)
