import Holidays from 'date-holidays'

// Only type `public`: the ten official days of Belgium. Without it the library also gives 11 July, 15 November and
// the days of saints, on which people work.
const belgium = new Holidays('BE', { types: ['public'] })

// A calendar does not change while the program runs, and working one year out takes milliseconds.
const years = new Map<number, ReadonlySet<string>>()

/** The ten official public holidays of Belgium in a year, as local dates (YYYY-MM-DD). */
export const publicHolidays = (year: number): ReadonlySet<string> => {
  const known = years.get(year)
  if (known) return known
  const days = new Set(belgium.getHolidays(year).map((holiday) => holiday.date.slice(0, 10)))
  years.set(year, days)
  return days
}
