import type { Prisma, PrismaClient } from '../generated/sqlite/client.ts'

/** The database as the rooms know it. The PostgreSQL client has the same shape. */
export type Db = PrismaClient

/** The database inside one interactive transaction. Never awaits anything but itself while it is open. */
export type Tx = Prisma.TransactionClient

/**
 * Runs `work` in one interactive transaction: all of it or nothing.
 *
 * SQLite has one writer, so a transaction stands in line; the wait is long because being late is better than losing
 * what a burst of messages brought. `work` must not use `db` itself (it would wait for its own end) and must not wait
 * for anything outside the database.
 *
 * @throws what `work` throws, after everything was rolled back
 */
export const transact = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.$transaction(work, { maxWait: 60_000, timeout: 20_000 })

/** Whether a write failed because the row is there already (a unique key), on either database. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
