import type { HouseId } from '../house/id.ts'
import type { ReportReason } from '../queue/report-reasons.ts'
import type { Db } from '../storage/db.ts'

/** So many reports within so much time are heard as usual. */
export const MOST = 5
export const WITHIN_MS = 10 * 60_000

/** Danger and worry are heard always: a young person in need does not count. */
const NEVER_TOO_MANY: ReadonlySet<ReportReason> = new Set(['worried', 'threat', 'sexual', 'grooming'])

/**
 * Whether somebody reported so much just now that this one waits, told from the reports themselves: nothing is kept
 * about a person for it.
 *
 * @returns after how many minutes it can be sent; undefined when it can be sent now
 */
export const minutesToWait = async (
  db: Db,
  house: HouseId,
  reporterId: string,
  reason: ReportReason,
  now: Date,
): Promise<number | undefined> => {
  if (NEVER_TOO_MANY.has(reason)) return undefined
  const where = { houseId: house, reporterId, createdAt: { gt: new Date(now.getTime() - WITHIN_MS) } }
  const select = { createdAt: true } as const
  const newest = { where, select, orderBy: { createdAt: 'desc' }, take: MOST } as const
  const found = [...(await db.report.findMany(newest)), ...(await db.staffReport.findMany(newest))]
  const nth = found.map(({ createdAt }) => createdAt.getTime()).sort((a, b) => b - a)[MOST - 1]
  if (nth === undefined) return undefined
  return Math.max(1, Math.ceil((nth + WITHIN_MS - now.getTime()) / 60_000))
}
