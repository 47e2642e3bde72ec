import { z } from 'zod'
import { DAY, dateOf, instantOf, localDayOf } from '../duty/brussels.ts'

/** Periods that have a name. */
export const PERIODS = ['month', 'last-month', 'quarter', 'year'] as const
export type PeriodName = (typeof PERIODS)[number]

/** Days of Brussels (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string
  readonly until: string
}

/** So many years can be asked for at once. */
const MOST_YEARS = 5

const day = z.iso.date()
const two = (value: number): string => String(value).padStart(2, '0')
const first = (year: number, month: number): string => `${year}-${two(month)}-01`
const localDay = (date: string): number => Math.floor(Date.parse(date) / DAY)
const dayBefore = (date: string): string => dateOf(localDay(date) - 1)

/** A period by its name, on the calendar of Brussels. One that is not over yet goes up to today. */
export const periodNamed = (name: PeriodName, now: Date): Period => {
  const today = dateOf(localDayOf(now.getTime()))
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  switch (name) {
    case 'month':
      return { from: first(year, month), until: today }
    case 'last-month': {
      const from = month === 1 ? first(year - 1, 12) : first(year, month - 1)
      return { from, until: dayBefore(first(year, month)) }
    }
    case 'quarter':
      return { from: first(year, month - ((month - 1) % 3)), until: today }
    case 'year':
      return { from: first(year, 1), until: today }
  }
}

/**
 * A period from two days.
 *
 * @returns undefined where they are no days, the wrong way round, in the future or too far apart
 */
export const periodBetween = (from: string, until: string | undefined, now: Date): Period | undefined => {
  const today = dateOf(localDayOf(now.getTime()))
  const last = until ?? today
  if (!day.safeParse(from).success || !day.safeParse(last).success) return undefined
  if (from > last || from > today) return undefined
  if (localDay(last) - localDay(from) > MOST_YEARS * 366) return undefined
  return { from, until: last }
}

/** The moments of a period: `from` belongs to it, `until` does not. */
export const momentsOf = ({ from, until }: Period): { readonly from: Date; readonly until: Date } => ({
  from: new Date(instantOf(localDay(from), 0)),
  until: new Date(instantOf(localDay(until) + 1, 0)),
})
