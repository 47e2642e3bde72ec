import { z } from 'zod'
import { dateOf, weekdayName } from '../../duty/clock.ts'
import { today } from '../../duty/house-end.ts'
import type { Act } from '../../permissions/table.ts'
import type { Language } from '../../policy/schema.ts'
import type { Completer, Proposal, Visit } from '../command.ts'

const DAY_MS = 86_400_000
/** Two months: a holiday further away is typed. */
const DAYS = 62

/** 1 is Monday. */
const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7

const isDay = z.iso.date()
const inWords = (value: string, language: Language): Proposal => ({
  name: `${weekdayName(weekdayOf(value), language)} ${dateOf(value, language)}`,
  value,
})
/** A day that is further away than what is proposed. */
const typedDay = (text: string, { desk }: Visit): Proposal | undefined =>
  isDay.safeParse(text).success ? inWords(text, desk.texts().language) : undefined

/** Days in words, one after the other or back in time. */
function daysFrom(first: string, step: 1 | -1, language: Language): readonly Proposal[] {
  const start = Date.parse(`${first}T12:00:00Z`)
  return Array.from({ length: DAYS }, (_, after): Proposal => {
    return inWords(new Date(start + step * after * DAY_MS).toISOString().slice(0, 10), language)
  })
}

/** The coming days in words, to choose from or to find by typing: nobody should have to know how a date is written. */
export const comingDays = (act: Act): Completer => ({
  act,
  none: 'complete.no-day.option',
  noneFits: 'complete.no-day.option',
  typed: typedDay,
  propose: ({ desk }) => daysFrom(today(desk.now()), 1, desk.texts().language),
})

/** The same back in time, for what is counted. */
export const pastDays: Completer = {
  none: 'complete.no-day.option',
  noneFits: 'complete.no-day.option',
  typed: typedDay,
  propose: ({ desk }) => daysFrom(today(desk.now()), -1, desk.texts().language),
}
