import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

// Loaded when a calendar is first asked for: it brings the days of the whole world, which takes a fifth as long as all of
// discord.js, and a bot that starts asks only once it is connected.
const load = createRequire(import.meta.url)
let made: Holidays | undefined

// Only type `public`: the ten official days of Belgium. Without it the library also gives 11 July, 15 November and
// the days of saints, on which people work.
function belgium(): Holidays {
  if (made !== undefined) return made
  const Calendar = load('date-holidays') as typeof Holidays
  made = new Calendar('BE', { types: ['public'] })
  return made
}

// A calendar does not change while the program runs, and working one year out takes milliseconds.
const years = new Map<number, ReadonlySet<string>>()

/** The ten official public holidays of Belgium in a year, as local dates (YYYY-MM-DD). */
export const publicHolidays = (year: number): ReadonlySet<string> => {
  const known = years.get(year)
  if (known) return known
  const days = new Set(
    belgium()
      .getHolidays(year)
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  years.set(year, days)
  return days
}
