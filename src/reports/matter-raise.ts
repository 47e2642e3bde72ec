import type { HouseId } from '../house/id.ts'
import { asSealed } from '../privacy/sealed.ts'
import { ChangedMeanwhile, untilUnchanged } from '../queue/deps.ts'
import type { ReportReason } from '../queue/report-reasons.ts'
import { cleanWords, packWords, unpackWords } from '../queue/words.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import {
  aboutMatter,
  aboutStaffReport,
  auditMatter,
  daysFrom,
  type MattersDeps,
  matterOf,
  NOBODY,
  wantMatterCard,
} from './matter-row.ts'

/** A report about somebody of the team. */
export interface RaiseMatter {
  readonly house: HouseId
  readonly subjectKey: string
  readonly channelId: string
  readonly messageId?: string
  readonly authorId?: string
  /** The text of the message, where the bot has it. */
  readonly words?: string
  /** Who handles it; undefined when nobody independent is left: then nothing that was written is kept. */
  readonly contactId: string | undefined
  readonly report: {
    readonly reporterId: string
    readonly reason: ReportReason
    readonly words?: string
  }
}
export interface RaisedMatter {
  readonly matterId: string
  readonly reportId: string
}

interface Shut {
  readonly words: string | null
  readonly reportWords: string | null
  readonly deleteAfter: Date
}

const shut = async (deps: MattersDeps, input: RaiseMatter): Promise<Shut> => {
  const { house, subjectKey, words, contactId, report } = input
  const deleteAfter = daysFrom(deps.now(), deps.terms(house).openFlagDays)
  const seal = async (said: string | undefined, about: string): Promise<string | null> =>
    said === undefined || contactId === undefined ? null : deps.seal.seal(said, deleteAfter, about)
  return {
    words: await seal(words === undefined ? undefined : cleanWords(words), aboutMatter(house, subjectKey)),
    reportWords: await seal(report.words, aboutStaffReport(house, subjectKey, report.reporterId)),
    deleteAfter,
  }
}

/**
 * Brings a report about the team before the integrity contact, and before nobody else: it is no flag, so it cannot come
 * into the queue. All reports of one message are one matter; a closed one opens again.
 */
export const raiseMatter = async (deps: MattersDeps, input: RaiseMatter): Promise<RaisedMatter> => {
  const sealed = await shut(deps, input)
  const raised = await transact(deps.db, (tx) => insert(deps, tx, input, sealed)).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
  })
  const done = raised ?? (await untilUnchanged(() => join(deps, input, sealed)))
  deps.outbox.announce()
  return done
}

const insert = async (deps: MattersDeps, tx: Tx, input: RaiseMatter, sealed: Shut): Promise<RaisedMatter> => {
  const at = deps.now()
  const { house, contactId, report } = input
  const id = deps.newId()
  const closed = contactId === undefined
  await tx.staffMatter.create({
    data: {
      id,
      houseId: house,
      subjectKey: input.subjectKey,
      channelId: input.channelId,
      messageId: input.messageId ?? null,
      // Nobody looks at it, so nobody needs to know whom it was about.
      authorId: closed ? null : (input.authorId ?? null),
      contactId: contactId ?? null,
      state: closed ? 'closed' : 'open',
      outcome: closed ? NOBODY : null,
      words: sealed.words,
      createdAt: at,
      changedAt: at,
      closedAt: closed ? at : null,
      deleteAfter: sealed.deleteAfter,
      idsUntil: closed ? daysFrom(at, deps.terms(house).auditIdsDays) : null,
    },
  })
  const reportId = await putReport(deps, tx, input, sealed, id)
  await auditMatter(deps, tx, { id, houseId: house }, 'matter-raised', report.reporterId, {
    codes: { reason: report.reason, ...(closed ? { outcome: NOBODY } : {}) },
  })
  await wantMatterCard(deps, tx, { id, houseId: house, contactId: contactId ?? null, version: 1 })
  return { matterId: id, reportId }
}

const join = async (deps: MattersDeps, input: RaiseMatter, sealed: Shut): Promise<RaisedMatter> => {
  const { db, now } = deps
  const { house, subjectKey, contactId, report } = input
  const matter = matterOf(
    await db.staffMatter.findUniqueOrThrow({ where: { houseId_subjectKey: { houseId: house, subjectKey } } }),
  )
  const opens = matter.state === 'closed' && contactId !== undefined
  const words = await withEarlier(deps, input, matter.words, sealed)
  const version = matter.version + 1
  const after = { ...matter, version, contactId: opens ? contactId : matter.contactId }
  const reportId = await transact(db, async (tx) => {
    const { count } = await tx.staffMatter.updateMany({
      where: { id: matter.id, version: matter.version },
      data: {
        version,
        changedAt: now(),
        ...(opens
          ? {
              state: 'open',
              outcome: null,
              closedAt: null,
              idsUntil: null,
              contactId,
              authorId: matter.authorId ?? input.authorId ?? null,
            }
          : {}),
        ...(words === null ? {} : { words, deleteAfter: sealed.deleteAfter }),
      },
    })
    if (count !== 1) throw new ChangedMeanwhile()
    const id = await putReport(deps, tx, input, sealed, matter.id)
    await auditMatter(deps, tx, matter, opens ? 'matter-reopened' : 'matter-joined', report.reporterId, {
      codes: { reason: report.reason },
    })
    await wantMatterCard(deps, tx, after)
    return id
  })
  return { matterId: matter.id, reportId }
}

/** An edit after the fact must not take away what somebody was worried about: the newest text, then the earlier ones. */
const withEarlier = async (
  { seal }: MattersDeps,
  { house, subjectKey, words }: RaiseMatter,
  stored: string | null,
  sealed: Shut,
): Promise<string | null> => {
  const about = aboutMatter(house, subjectKey)
  const before = stored === null ? undefined : await seal.open(asSealed(stored), about)
  if (sealed.words === null && before === undefined) return null
  if (before === undefined || sealed.words === null || words === undefined) {
    return before === undefined ? sealed.words : seal.seal(before, sealed.deleteAfter, about)
  }
  return seal.seal(packWords(cleanWords(words), unpackWords(before)), sealed.deleteAfter, about)
}

/** One report for each person and matter: the last thing that they said stands. */
const putReport = async (
  { newId, now }: MattersDeps,
  tx: Tx,
  { house, report }: RaiseMatter,
  { reportWords, deleteAfter }: Shut,
  matterId: string,
): Promise<string> => {
  const { reporterId, reason } = report
  const { id } = await tx.staffReport.upsert({
    where: { matterId_reporterId: { matterId, reporterId } },
    create: {
      id: newId(),
      houseId: house,
      matterId,
      reporterId,
      reason,
      words: reportWords,
      createdAt: now(),
      deleteAfter,
    },
    update: {
      reason,
      deleteAfter,
      withdrawnAt: null,
      ...(reportWords === null ? {} : { words: reportWords }),
    },
    select: { id: true },
  })
  return id
}
