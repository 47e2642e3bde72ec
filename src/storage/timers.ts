import { Prisma, type Timer as TimerRow } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { type Db, type Tx, transact } from './db.ts'
import { insertOrChange } from './insert.ts'
import { type JsonObject, jsonObject, readJson } from './json.ts'
import { leaseEnd, leaseIsFree, leaseOf } from './lease.ts'
import { ofServed } from './served.ts'
import { createStill, type Written } from './still.ts'

/** Something that falls due. `key` is unique in the house: setting it again moves it. */
export interface Timer {
  readonly id: string
  readonly houseId: HouseId
  readonly key: string
  readonly kind: string
  readonly payload: JsonObject
  readonly dueAt: Date
}
export interface NewTimer extends Omit<Timer, 'id' | 'houseId'> {
  readonly house: HouseId
}

export interface Timers {
  /** Sets a timer, or moves the one with that key; a fired one is set anew. */
  schedule(tx: Tx, timer: NewTimer): Promise<void>
  /** Takes a timer away; one that already fired, or never was, is fine. */
  cancel(tx: Tx, house: HouseId, key: string): Promise<void>
  /**
   * Fires what is due, oldest first: each in one transaction with its effect, so that both happened or neither.
   *
   * @param fire - writes the effect with `tx`; when it throws, the timer stays and is tried again after its lease
   * @returns how many fired
   */
  fireDue(now: Date, fire: (tx: Tx, timer: Timer) => Promise<void>): Promise<number>
  /** When the next timer falls due, for whoever wakes up for it. */
  nextDue(): Promise<Date | undefined>
}

export interface TimersDeps {
  readonly db: Db
  readonly newId: () => string
  /** The name of this process in the leases. */
  readonly worker: string
  /** Whether a house is one of this process; every house is when it is left out. */
  readonly serves?: ((houseId: string) => boolean) | undefined
  /** Left out, it is looked each time what is due. */
  readonly written?: Written | undefined
  /** Hears of a timer that could not fire; the others go on. Left out, `fireDue` throws the last one at its end. */
  readonly onError?: (error: unknown, timer: Pick<Timer, 'id' | 'kind'>) => void
}

const BATCH = 50

/** What becomes of a timer that is set again: all of it but its id. */
const SET_ANEW = Prisma.sql`"kind" = excluded."kind", "payload" = excluded."payload", "dueAt" = excluded."dueAt",
  "firedAt" = NULL, "leasedBy" = NULL, "leasedUntil" = NULL`

const timerOf = (row: TimerRow): Timer => ({
  id: row.id,
  houseId: row.houseId as HouseId,
  key: row.key,
  kind: row.kind,
  payload: readJson(jsonObject, row.payload, 'Timer.payload'),
  dueAt: row.dueAt,
})

/** Timers are rows: a restart forgets none. `firedAt` is what stops a second firing, not the clock, which may jump back. */
export const createTimers = ({ db, newId, worker, serves, written, onError }: TimersDeps): Timers => {
  const nextDue = async (): Promise<Date | undefined> => {
    const next = await db.timer.findFirst({
      where: { firedAt: null },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    })
    return next?.dueAt
  }
  const still = createStill(written, nextDue)
  const lease = async (now: Date): Promise<readonly TimerRow[]> => {
    const all = { firedAt: null, dueAt: { lte: now }, ...leaseIsFree(now) }
    const due = await ofServed(serves, all, async () => {
      const houses = await db.timer.groupBy({ by: ['houseId'], where: all })
      return houses
    })
    const found = await db.timer.findMany({
      where: due,
      orderBy: { dueAt: 'asc' },
      take: BATCH,
      select: { id: true },
    })
    if (found.length === 0) return []
    const leasedBy = leaseOf(worker, newId())
    const ids = { in: found.map(({ id }) => id) }
    await db.timer.updateMany({
      where: { ...due, id: ids },
      data: { leasedBy, leasedUntil: leaseEnd(now) },
    })
    return db.timer.findMany({ where: { id: ids, leasedBy }, orderBy: { dueAt: 'asc' } })
  }

  const fireOne = async (
    row: TimerRow,
    now: Date,
    fire: (tx: Tx, timer: Timer) => Promise<void>,
    failed: (error: unknown, timer: TimerRow) => void,
  ): Promise<boolean> => {
    try {
      const timer = timerOf(row)
      return await transact(db, async (tx) => {
        const { count } = await tx.timer.updateMany({
          where: { id: row.id, firedAt: null, leasedBy: row.leasedBy },
          data: { firedAt: now, leasedBy: null, leasedUntil: null },
        })
        if (count !== 1) return false // cancelled, moved, or fired by another meanwhile
        await fire(tx, timer)
        return true
      })
    } catch (error) {
      failed(error, row)
      return false
    }
  }

  return {
    schedule: async (tx, { house, key, kind, payload, dueAt }) => {
      await insertOrChange(
        tx,
        'Timer',
        {
          id: newId(),
          houseId: house,
          key,
          kind,
          payload: JSON.stringify(payload),
          dueAt,
          firedAt: null,
          leasedBy: null,
          leasedUntil: null,
        },
        ['houseId', 'key'],
        SET_ANEW,
      )
    },
    cancel: async (tx, house, key) => {
      await tx.timer.deleteMany({ where: { houseId: house, key, firedAt: null } })
    },
    fireDue: async (now, fire) => {
      let fired = 0
      const errors: unknown[] = []
      const failed = onError ?? ((error: unknown): void => void errors.push(error))
      const due = (): Promise<readonly TimerRow[]> => still.unless(now, () => lease(now))
      for (let rows = await due(); rows.length > 0; rows = await due()) {
        for (const row of rows) if (await fireOne(row, now, fire, failed)) fired += 1
      }
      if (errors.length > 0) throw errors.at(-1)
      return fired
    },
    nextDue,
  }
}
