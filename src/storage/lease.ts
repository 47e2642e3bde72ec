import type { Db } from './db.ts'

/**
 * Leases: a row is worked on by one at a time, also when two processes own a house for a moment during a restart.
 * Who takes a lease gets a token of its own; whatever it writes afterwards holds only while the token is in the row.
 */

/** How long a worker may take before another may try. */
export const LEASE_MS = 60_000

/**
 * The part of a `where` that finds rows which nobody works on. A lease that ends later than any lease can is from
 * before the clock was put back; it does not hold up the work for hours.
 */
export const leaseIsFree = (now: Date) => ({
  OR: [
    { leasedUntil: null },
    { leasedUntil: { lte: now } },
    { leasedUntil: { gt: new Date(now.getTime() + LEASE_MS) } },
  ],
})

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + LEASE_MS)

/**
 * Gives back the leases of a process that is no more. Only where this process is surely the only one: an SQLite file is
 * opened by one process at a time, so whoever held a lease before has died, and its work need not wait a minute.
 */
export const releaseLeases = async (db: Db): Promise<void> => {
  const held = { where: { leasedBy: { not: null } }, data: { leasedBy: null, leasedUntil: null } }
  await db.outboxTarget.updateMany(held)
  await db.timer.updateMany(held)
}
