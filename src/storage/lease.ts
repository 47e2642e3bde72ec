import type { Db } from './db.ts'
import type { Processes } from './processes.ts'

/**
 * Leases: a row is worked on by one at a time, also when two processes own a house for a moment during a restart.
 * Who takes a lease gets a token of its own; whatever it writes afterwards holds only while the token is in the row.
 */

/** How long a worker may take before another may try. */
export const LEASE_MS = 60_000

/**
 * The part of a `where` that finds rows which nobody works on. A lease that ends far later than any lease can is from
 * before the clock was put back; it does not hold up the work for hours. Far, because who asks may have waited in line
 * behind who took it, and then knows an earlier time than the row.
 */
export const leaseIsFree = (now: Date) => ({
  OR: [
    { leasedUntil: null },
    { leasedUntil: { lte: now } },
    { leasedUntil: { gt: new Date(now.getTime() + 2 * LEASE_MS) } },
  ],
})

export const leaseEnd = (now: Date): Date => new Date(now.getTime() + LEASE_MS)

/** The name of a lease: who has it, and which of that worker's it is. */
export const leaseOf = (worker: string, id: string): string => `${worker}:${id}`
const workerIn = (lease: string): string => lease.slice(0, Math.max(0, lease.indexOf(':')))

/**
 * Gives back the leases of processes that are no more, so that what they were doing need not wait for a minute. Never one
 * of a process that lives: that would be doing the same thing twice at once. A process that is the only one there can be
 * calls it when it starts.
 */
export const releaseLeases = async (db: Db, processes: Pick<Processes, 'shared' | 'gone'>): Promise<void> => {
  const held = {
    leasedBy: processes.shared ? { in: [...(await leasesOfGone(db, processes))] } : { not: null },
  }
  const over = { where: held, data: { leasedBy: null, leasedUntil: null } }
  await db.outboxTarget.updateMany(over)
  await db.timer.updateMany(over)
}

/** What a press holds for some seconds has no worker in its name, and ends by itself. */
const leasesOfGone = async (db: Db, { gone }: Pick<Processes, 'gone'>): Promise<readonly string[]> => {
  const held = { where: { leasedBy: { not: null } }, by: ['leasedBy'] as ['leasedBy'] }
  const rows = [...(await db.outboxTarget.groupBy(held)), ...(await db.timer.groupBy(held))]
  const leases = rows.flatMap(({ leasedBy }) => leasedBy ?? []).filter((lease) => workerIn(lease) !== '')
  const over = new Set(await gone([...new Set(leases.map(workerIn))]))
  return leases.filter((lease) => over.has(workerIn(lease)))
}
