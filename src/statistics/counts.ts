import { DateTime } from 'luxon'
import type { HouseId } from '../house/id.ts'
import type { Category, Level } from '../screening/kinds.ts'
import type { Db, Tx } from '../storage/db.ts'

/** What is counted: how often a day, nothing about who. */
export type CountName =
  | 'heard'
  | 'blocked'
  | 'held'
  | 'put-back'
  | 'offer'
  | 'reminder'
  | 'praat'
  | 'direct'
  | 'mention'
  | 'talk'
  | 'talk:came'
  | `praat:${string}`
  | `flag:${Category}`
  | `level:${Level}`
  | `outcome:${string}`
  | `report:${string}`
  | `trial:${string}`
  | `notice:${'first' | 'newer'}`
  /** Measures against a person, asked of Discord: taken by one, or (never) by none. */
  | `measure:${'person' | 'automatic'}`

export interface DailyCount {
  /** The day in Brussels, as `2026-11-24`. */
  readonly day: string
  readonly name: string
  readonly count: number
}
export interface Counts {
  /** Adds `by` (1 when left out) to the count of that day. */
  add(house: HouseId, name: CountName, at: Date, by?: number): Promise<void>
  /** The counts of the days from `fromDay` up to and including `toDay`, by day and name. */
  read(house: HouseId, fromDay: string, toDay: string): Promise<readonly DailyCount[]>
}

/** The day on the calendar of the house: an evening in the youth centre does not split at midnight in Greenwich. */
export const dayOf = (at: Date): string =>
  DateTime.fromJSDate(at, { zone: 'Europe/Brussels' }).toFormat('yyyy-MM-dd')

/** Adds to a count, also inside the transaction of what is counted. One statement adds, so that two at once both count. */
export async function addCount(
  db: Pick<Db, 'dailyCount'> | Tx,
  house: HouseId,
  name: CountName,
  at: Date,
  by = 1,
): Promise<void> {
  const day = dayOf(at)
  await db.dailyCount.upsert({
    where: { houseId_day_name: { houseId: house, day, name } },
    select: { day: true },
    create: { houseId: house, day, name, count: by },
    update: { count: { increment: by } },
  })
}

/** Counts per day. */
export const createCounts = (db: Db): Counts => ({
  add: (house, name, at, by) => addCount(db, house, name, at, by),
  read: (house, fromDay, toDay) =>
    db.dailyCount.findMany({
      where: { houseId: house, day: { gte: fromDay, lte: toDay } },
      orderBy: [{ day: 'asc' }, { name: 'asc' }],
      select: { day: true, name: true, count: true },
    }),
})
