import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { cardKey } from '../queue/deps.ts'
import { forgetTrialSamples } from '../statistics/trials.ts'
import { type Db, type Tx, transact } from '../storage/db.ts'
import { heldAt, notHeldAt, wrapAll } from './hold-wrap.ts'
import { endHolds } from './legal-hold.ts'
import { endMatterHolds, wrapMatters } from './matter-hold.ts'
import type { Seal } from './sealed.ts'

/** What one sweep forgot: numbers and days, for the log and the figures. */
export interface SweepReport {
  /** Flags whose words were forgotten. */
  readonly flagWords: number
  /** Reports whose words were forgotten. */
  readonly reportWords: number
  /** Objections, and notes of deciders, whose words were forgotten. */
  readonly otherWords: number
  /** Unsent reports, and settings that nobody went on choosing, that were removed. */
  readonly drafts: number
  /** Audit lines that forgot who and which flag. */
  readonly auditIds: number
  /** Closed flags that forgot who wrote, took and decided. */
  readonly flagIds: number
  /** Reports of such flags, removed with who made them. */
  readonly reports: number
  /** Matters of the team whose words, or whose people, were forgotten. */
  readonly matters: number
  /** Legal holds that ended. */
  readonly holds: number
  readonly firedTimers: number
  /** Direct messages that were sent, of which it is forgotten to whom. */
  readonly sent: number
  /** Examples of what rules on trial found. */
  readonly trialSamples: number
  /** Shifts, hand-overs and holidays of which it is forgotten who. */
  readonly duty: number
  /** UTC days whose key was destroyed. */
  readonly keys: readonly string[]
}
export interface Retention {
  /** Forgets everything whose time is over at `now`. Killed halfway, the next sweep does the rest. */
  sweep(now: Date): Promise<SweepReport>
}
export interface RetentionDeps {
  readonly db: Db
  readonly seal: Pick<Seal, 'forget' | 'hold' | 'reseal' | 'dropHold'>
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  /** `checkpoint` of the storage: empties the write-ahead log, in which old pages would stay. */
  readonly compact?: () => Promise<void>
}

const DAY_MS = 24 * 60 * 60 * 1_000
/** A fired timer is kept for a week, for whoever looks into what happened. */
const KEEP_TIMERS_MS = 7 * DAY_MS
/** That a direct message was sent is kept for a day: long enough to see that it was not sent twice. */
const KEEP_SENT_MS = DAY_MS

const count = (...changes: readonly { readonly count: number }[]): number =>
  changes.reduce((sum, change) => sum + change.count, 0)

/** Words of flags, and of all that hangs on them; nothing of what a legal hold keeps. */
const forgetWords = async (db: Db, now: Date) => {
  const over = { deleteAfter: { lte: now } }
  const free = notHeldAt(now)
  const said = { words: { not: null } }
  const gone = { words: null }
  const flags = await db.flag.updateMany({
    where: { ...over, ...free, OR: [said, { wordsMark: { not: null } }, { alikeMark: { not: null } }] },
    data: { ...gone, wordsMark: null, alikeMark: null },
  })
  const reports = await db.report.updateMany({ where: { ...over, ...said, flag: free }, data: gone })
  // What was written for a decision is not kept longer than what it was about.
  const closed = { flag: { ...free, ...over, state: 'closed' } }
  const either = { ...said, OR: [{ ...over, flag: free }, closed] }
  const objections = await db.objection.updateMany({ where: either, data: gone })
  const notes = await db.flagNote.updateMany({ where: { ...over, ...said, flag: free }, data: gone })
  const drafts = await db.reportDraft.deleteMany({ where: over })
  const setups = await db.setupDraft.deleteMany({ where: over })
  return {
    flagWords: flags.count,
    reportWords: reports.count,
    otherWords: count(objections, notes),
    drafts: count(drafts, setups),
  }
}

/** Who is in a flag. */
const NOBODY_KNOWN = {
  authorId: null,
  ownerId: null,
  proposedById: null,
  decidedById: null,
  loweredById: null,
  firstById: null,
  barredId: null,
  idsUntil: null,
} as const

/** Its card names who wrote, took and decided: it goes from the channel of the queue with them. */
const takeCardAway = async (
  tx: Tx,
  outbox: RetentionDeps['outbox'],
  house: HouseId,
  flagId: string,
): Promise<void> => {
  const where = { houseId_targetKey: { houseId: house, targetKey: cardKey(flagId) } }
  const card = await tx.outboxTarget.findUnique({ where, select: { channelId: true, messageId: true } })
  if (card === null) return
  await tx.outboxTarget.deleteMany({ where: { houseId: house, targetKey: cardKey(flagId) } })
  if (card.messageId === null) return
  const { channelId, messageId } = card
  const targetKey = `removal:${channelId}:${messageId}`
  await outbox.want(tx, { house, targetKey, kind: 'removal', channelId, desired: { messageId } })
}

/**
 * The flag itself stays, so that the same message never makes a second one and the figures stay true; who was in it
 * does not. An open flag has no `idsUntil`: forgetting never touches what somebody still has to look at, and neither
 * what a legal hold keeps.
 */
const forgetPeople = async (db: Db, outbox: RetentionDeps['outbox'], now: Date) => {
  const heldFlags = await db.flag.findMany({ where: heldAt(now), select: { id: true } })
  const heldMatters = await db.staffMatter.findMany({ where: heldAt(now), select: { id: true } })
  const held = [...heldFlags, ...heldMatters].map(({ id }) => id)
  const audit = await db.auditLine.updateMany({
    where: {
      idsUntil: { lte: now },
      AND: [
        { OR: [{ actorId: { not: null } }, { flagId: { not: null } }] },
        { OR: [{ flagId: null }, { flagId: { notIn: held } }] },
      ],
    },
    data: { actorId: null, flagId: null },
  })
  const over = { state: 'closed', idsUntil: { lte: now }, ...notHeldAt(now) }
  const reports = await db.report.deleteMany({ where: { flag: over } })
  await db.objection.deleteMany({ where: { flag: over } })
  await db.flagNote.deleteMany({ where: { flag: over } })
  await db.legalHold.deleteMany({ where: { flag: over } })
  await db.flagMessage.updateMany({ where: { flag: over }, data: { authorId: null } })
  await db.heldMessage.updateMany({ where: { flag: over }, data: { authorId: null } })
  // Last: its `idsUntil` is what finds the others again after a kill.
  const flags = await db.flag.findMany({ where: over, select: { id: true, houseId: true } })
  for (const { id, houseId } of flags) {
    await transact(db, async (tx) => {
      await tx.flag.updateMany({ where: { id, ...over }, data: NOBODY_KNOWN })
      await takeCardAway(tx, outbox, houseId as HouseId, id)
    })
  }
  if (flags.length > 0) outbox.announce()
  return { auditIds: audit.count, flagIds: flags.length, reports: reports.count }
}

/** As flags, for the matters of the team. */
const forgetMatters = async (db: Db, now: Date) => {
  const spoken = { deleteAfter: { lte: now }, words: { not: null } }
  const free = notHeldAt(now)
  const words = await db.staffMatter.updateMany({ where: { ...spoken, ...free }, data: { words: null } })
  const reportWords = await db.staffReport.updateMany({
    where: { ...spoken, matter: free },
    data: { words: null },
  })
  const over = { state: 'closed', idsUntil: { lte: now }, ...free }
  const known = await db.staffMatter.findMany({ where: over, select: { id: true, contactId: true } })
  await db.staffReport.deleteMany({ where: { matter: over } })
  await db.matterHold.deleteMany({ where: { matter: over } })
  for (const { id } of known)
    await db.outboxTarget.deleteMany({
      where: { kind: 'matter', targetKey: { startsWith: `matter:${id}:` } },
    })
  const people = await db.staffMatter.updateMany({
    where: over,
    data: { authorId: null, contactId: null, idsUntil: null },
  })
  return { matters: count(words, reportWords, people) }
}

/** Who was there, as long as the audit remembers it; that somebody was stays true. */
const forgetDuty = async (db: Db, now: Date) => {
  const over = { idsUntil: { lte: now } }
  const shifts = await db.dutyShift.updateMany({
    where: { ...over, endedAt: { not: null }, memberId: { not: null } },
    data: { memberId: null },
  })
  const handed = await db.handOver.updateMany({
    where: { ...over, state: { not: 'offered' }, OR: [{ fromId: { not: null } }, { toId: { not: null } }] },
    data: { fromId: null, toId: null },
  })
  const closures = await db.houseClosure.updateMany({
    where: { ...over, placedById: { not: null } },
    data: { placedById: null },
  })
  return { duty: count(shifts, handed, closures) }
}

const forgetDone = async (db: Db, now: Date) => {
  const timers = await db.timer.deleteMany({
    where: { firedAt: { lte: new Date(now.getTime() - KEEP_TIMERS_MS) } },
  })
  const sent = await db.outboxTarget.deleteMany({
    where: {
      kind: { in: ['news', 'talk-out'] },
      nextTry: null,
      createdAt: { lte: new Date(now.getTime() - KEEP_SENT_MS) },
    },
  })
  // Of a drill that is over not even the row of its card stays.
  await db.outboxTarget.deleteMany({
    where: { kind: 'card', nextTry: null, desired: { contains: '"gone":true' } },
  })
  return { firedTimers: timers.count, sent: sent.count, trialSamples: await forgetTrialSamples(db, now) }
}

/**
 * Forgets on time. What the law wants kept is shut under its own key first, before anything is forgotten; then what is
 * in the database goes, then the keys, so that a kill between them leaves nothing open and nothing lost.
 */
export const createRetention = ({ db, seal, outbox, compact }: RetentionDeps): Retention => ({
  sweep: async (now) => {
    await wrapAll(db, seal, now)
    await wrapMatters(db, seal, now)
    const holds = (await endHolds({ db, seal }, now)) + (await endMatterHolds({ db, seal }, now))
    const words = await forgetWords(db, now)
    const people = await forgetPeople(db, outbox, now)
    const matters = await forgetMatters(db, now)
    const duty = await forgetDuty(db, now)
    const done = await forgetDone(db, now)
    const keys = await seal.forget(now)
    const report: SweepReport = { ...words, ...people, ...matters, holds, ...duty, ...done, keys }
    if (Object.values(report).some((part) => (typeof part === 'number' ? part > 0 : part.length > 0))) {
      await compact?.()
    }
    return report
  },
})
