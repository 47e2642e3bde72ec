import { setTimeout as wait } from 'node:timers/promises'
import type { Prisma, PrismaClient } from '../generated/sqlite/client.ts'
import { beginPlain } from './plain.ts'
import { isConflict, isMadeMeanwhile, pauseBefore } from './postgres/faults.ts'

/** The database as the rooms know it. The PostgreSQL client has the same shape. */
export type Db = PrismaClient

/** The database inside one interactive transaction. Never awaits anything but itself while it is open. */
export type Tx = Prisma.TransactionClient

/**
 * How long a transaction waits for its turn, and how long it may take, in milliseconds: also those that Prisma makes of a
 * single change, which otherwise give up after two seconds in a burst.
 */
export const PATIENCE = { maxWait: 60_000, timeout: 20_000 } as const

/** With its pauses some twenty seconds: being late is better than losing what was said. */
const ATTEMPTS = 20
/** A row that is there also when it is looked for again is there for good: a duplicate, which is an answer. */
const DUPLICATES = 2

/**
 * Runs `work` in one interactive transaction: all of it or nothing, and as if no other ran beside it.
 *
 * SQLite has one writer, so a transaction stands in line; the wait is long because being late is better than losing
 * what a burst of messages brought. PostgreSQL runs several and undoes one of two that could not both be right: that one
 * is done again from its beginning, the only place where that happens. So `work` changes nothing but the database. It
 * must not use `db` itself (it would wait for its own end) and must not wait for anything outside the database.
 *
 * @throws what `work` throws, after everything was rolled back
 */
export const transact = async <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => {
  let duplicates = 0
  for (let attempt = 1; ; attempt += 1) {
    try {
      const begun = (tx: Tx): Promise<T> => {
        beginPlain(db, tx)
        return work(tx)
      }
      return await db.$transaction(begun, { isolationLevel: 'Serializable', ...PATIENCE })
    } catch (error) {
      const duplicate = isMadeMeanwhile(error)
      if (duplicate) duplicates += 1
      const again = duplicate ? duplicates < DUPLICATES : isConflict(error)
      if (!again || attempt >= ATTEMPTS) throw error
      await wait(pauseBefore(attempt))
    }
  }
}

/** Whether a write failed because the row is there already (a unique key), on either database. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
