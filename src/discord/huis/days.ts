import { dateOf, weekdayName } from '../../duty/clock.ts'
import { today } from '../../duty/house-end.ts'
import type { Completer, Proposal } from '../command.ts'
import type { Act } from '../../permissions/table.ts'

const DAY_MS = 86_400_000
/** Two months: a holiday further away is typed. */
const DAYS = 62

/** 1 is Monday. */
const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7

/** The coming days in words, to choose from or to find by typing: nobody should have to know how a date is written. */
export const comingDays = (act: Act): Completer => ({
  act,
  propose({ desk }) {
    const { language } = desk.texts()
    const first = Date.parse(`${today(desk.now())}T12:00:00Z`)
    return Array.from({ length: DAYS }, (_, after): Proposal => {
      const value = new Date(first + after * DAY_MS).toISOString().slice(0, 10)
      return { name: `${weekdayName(weekdayOf(value), language)} ${dateOf(value, language)}`, value }
    })
  },
})
