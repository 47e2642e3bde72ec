import type { Db } from '../storage/db.ts'
import type { Seal } from './sealed.ts'

/** What one sweep forgot: numbers and days, for the log and the figures. */
export interface SweepReport {
  /** Flags whose words were forgotten. */
  readonly flagWords: number
  /** Reports whose words were forgotten. */
  readonly reportWords: number
  /** Unsent reports that were removed. */
  readonly drafts: number
  /** Audit lines that forgot who and which flag. */
  readonly auditIds: number
  /** Closed flags that forgot who wrote, took and decided. */
  readonly flagIds: number
  /** Reports of such flags, removed with who made them. */
  readonly reports: number
  readonly firedTimers: number
  /** UTC days whose key was destroyed. */
  readonly keys: readonly string[]
}
export interface Retention {
  /** Forgets everything whose time is over at `now`. Killed halfway, the next sweep does the rest. */
  sweep(now: Date): Promise<SweepReport>
}
export interface RetentionDeps {
  readonly db: Db
  readonly seal: Pick<Seal, 'forget'>
  /** `checkpoint` of the storage: empties the write-ahead log, in which old pages would stay. */
  readonly compact?: () => Promise<void>
}

/** A fired timer is kept for a week, for whoever looks into what happened. */
const KEEP_TIMERS_MS = 7 * 24 * 60 * 60 * 1_000

const forgetWords = async (db: Db, now: Date) => {
  const over = { deleteAfter: { lte: now } }
  const forgotten = { words: null, wordsMark: null }
  const flags = await db.flag.updateMany({
    where: { ...over, OR: [{ words: { not: null } }, { wordsMark: { not: null } }] },
    data: forgotten,
  })
  const reports = await db.report.updateMany({
    where: { ...over, words: { not: null } },
    data: { words: null },
  })
  const drafts = await db.reportDraft.deleteMany({ where: over })
  return { flagWords: flags.count, reportWords: reports.count, drafts: drafts.count }
}

/**
 * The flag itself stays, so that the same message never makes a second one and the figures stay true; who was in it
 * does not. An open flag has no `idsUntil`: forgetting never touches what somebody still has to look at.
 */
const forgetPeople = async (db: Db, now: Date) => {
  const audit = await db.auditLine.updateMany({
    where: { idsUntil: { lte: now }, OR: [{ actorId: { not: null } }, { flagId: { not: null } }] },
    data: { actorId: null, flagId: null },
  })
  const over = { state: 'closed', idsUntil: { lte: now } }
  const reports = await db.report.deleteMany({ where: { flag: over } })
  await db.heldMessage.updateMany({
    where: { flag: over, authorId: { not: null } },
    data: { authorId: null },
  })
  const flags = await db.flag.updateMany({
    where: over,
    data: {
      authorId: null,
      ownerId: null,
      proposedById: null,
      decidedById: null,
      loweredById: null,
      idsUntil: null,
    },
  })
  return { auditIds: audit.count, flagIds: flags.count, reports: reports.count }
}

/** Forgets on time: first what is in the database, then the keys, so that a kill between them leaves nothing open. */
export const createRetention = ({ db, seal, compact }: RetentionDeps): Retention => ({
  sweep: async (now) => {
    const words = await forgetWords(db, now)
    const people = await forgetPeople(db, now)
    const timers = await db.timer.deleteMany({
      where: { firedAt: { lte: new Date(now.getTime() - KEEP_TIMERS_MS) } },
    })
    const keys = await seal.forget(now)
    const report: SweepReport = { ...words, ...people, firedTimers: timers.count, keys }
    if (Object.values(report).some((part) => (typeof part === 'number' ? part > 0 : part.length > 0))) {
      await compact?.()
    }
    return report
  },
})
