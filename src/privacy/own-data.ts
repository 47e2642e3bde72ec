import type { HouseId } from '../house/id.ts'
import { TEAM_FLAG_ACTS } from '../queue/audit.ts'
import { aboutObjection } from '../queue/objection.ts'
import { aboutFlag, aboutReport } from '../queue/row.ts'
import { unpackWords } from '../queue/words.ts'
import { aboutStaffReport } from '../reports/matter-row.ts'
import type { Db } from '../storage/db.ts'
import { aboutDataNote } from './data-notes.ts'
import { notHeldAt } from './hold-wrap.ts'
import { asSealed, type Seal } from './sealed.ts'

/** What the bot keeps about one person and can show that person. Times are ISO, in UTC. */
export interface OwnData {
  readonly reports: readonly {
    readonly at: string
    readonly reason: string
    readonly state: 'open' | 'closed' | 'withdrawn'
    readonly words: string | null
    readonly tellWhenClosed: boolean
    /** When it is forgotten who made it; null while it is not closed: the term begins then. */
    readonly keptUntil: string | null
  }[]
  /** Messages of theirs about which somebody decided. */
  readonly decisions: readonly {
    readonly writtenIn: string
    readonly decidedAt: string
    readonly outcome: string
    /** Why, where something was decided against the message; never for a worry, which accuses nobody. */
    readonly category: string | null
    readonly reason: string | null
    readonly measure: string | null
    readonly words: readonly string[]
    readonly keptUntil: string | null
  }[]
  readonly objections: readonly {
    readonly at: string
    readonly words: string | null
  }[]
  readonly notes: readonly {
    readonly at: string
    readonly read: boolean
    readonly words: string | null
    readonly keptUntil: string
  }[]
  readonly drafts: readonly { readonly at: string; readonly keptUntil: string }[]
  readonly talks: readonly { readonly at: string; readonly closedAt: string | null }[]
  /** A worker sent this person a line: that it was, until its thread is deleted. */
  readonly linesSent: readonly { readonly at: string }[]
  readonly noticeRead: { readonly version: number; readonly at: string; readonly keptUntil: string } | null
  /** What they did as somebody of the team: what and when, not with which message. */
  readonly asTeam: readonly { readonly at: string; readonly act: string; readonly keptUntil: string }[]
  readonly directMessagesAccepted: string | null
}

/**
 * Outcomes that are shown to the writer. Not `passed-on`: whoever had to tell the police tells the writer too, when
 * that is safe (domain §2.3), and a list cannot judge that.
 */
const SHOWN = ['no-problem', 'talked', 'reminded', 'removed', 'put-back', 'referred', 'made-safe'] as const

/** Which flags are finished, and may be shown to who wrote the message: one place for what is left out. */
const shownAt = (house: HouseId, now: Date) => ({
  houseId: house,
  state: 'closed',
  outcome: { in: [...SHOWN] },
  // One person did something alone, and a second still looks at it.
  firstById: null,
  ...notHeldAt(now),
})

/** What people of the team do: about flags, about matters of the team, and in a drill. */
const TEAM_ACTS = [...TEAM_FLAG_ACTS, 'matter-shown', 'matter-closed', 'drill-began', 'drill-over']

const iso = (at: Date): string => at.toISOString()
const isoOr = (at: Date | null): string | null => at?.toISOString() ?? null

interface OwnDataDeps {
  readonly db: Db
  readonly seal: Pick<Seal, 'open'>
  readonly now: () => Date
}

const opener =
  ({ seal }: OwnDataDeps) =>
  async (words: string | null, about: string): Promise<string | null> =>
    words === null ? null : ((await seal.open(asSealed(words), about)) ?? null)

const stateOf = (row: { withdrawnAt: Date | null }, closed: boolean): OwnData['reports'][number]['state'] =>
  row.withdrawnAt !== null ? 'withdrawn' : closed ? 'closed' : 'open'

const reportsOf = async (deps: OwnDataDeps, house: HouseId, userId: string): Promise<OwnData['reports']> => {
  const open = opener(deps)
  const where = { houseId: house, reporterId: userId }
  const flags = await deps.db.report.findMany({
    where,
    include: { flag: { select: { state: true, subjectKey: true, idsUntil: true } } },
  })
  const staff = await deps.db.staffReport.findMany({
    where,
    include: { matter: { select: { state: true, subjectKey: true, idsUntil: true } } },
  })
  const rows = [
    ...flags.map(({ flag, ...row }) => ({
      row,
      on: flag,
      about: aboutReport(house, flag.subjectKey, userId),
    })),
    ...staff.map(({ matter, ...row }) => ({
      row,
      on: matter,
      about: aboutStaffReport(house, matter.subjectKey, userId),
    })),
  ].sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())
  return Promise.all(
    rows.map(async ({ row, on, about }) => ({
      at: iso(row.createdAt),
      reason: row.reason,
      state: stateOf(row, on.state === 'closed'),
      words: await open(row.words, about),
      tellWhenClosed: row.tellWhenClosed,
      keptUntil: isoOr(on.idsUntil),
    })),
  )
}

const decisionsOf = async (
  deps: OwnDataDeps,
  house: HouseId,
  userId: string,
): Promise<OwnData['decisions']> => {
  const open = opener(deps)
  const flags = await deps.db.flag.findMany({
    where: {
      ...shownAt(house, deps.now()),
      OR: [{ authorId: userId }, { messages: { some: { authorId: userId } } }],
    },
    orderBy: { closedAt: 'asc' },
  })
  return Promise.all(
    flags.map(async (flag) => {
      // Of a message that was counted with somebody else's, the words that are kept are not theirs.
      const packed =
        flag.authorId === userId ? await open(flag.words, aboutFlag(house, flag.subjectKey)) : null
      const worry = flag.kind === 'worry'
      return {
        writtenIn: flag.channelId,
        decidedAt: iso(flag.closedAt ?? flag.changedAt),
        outcome: flag.outcome ?? '',
        category: worry ? null : flag.category,
        reason: worry ? null : flag.reason,
        measure: flag.outcome === 'made-safe' ? flag.measure : null,
        words: packed === null ? [] : unpackWords(packed),
        keptUntil: isoOr(flag.idsUntil),
      }
    }),
  )
}

/**
 * Everything that the bot keeps about one person and can show: never who reported, nothing that somebody still looks
 * into, nothing that the law keeps, nothing about anybody else, and no id of a flag (design issue "the core in depth" 7,
 * a safeguard).
 */
export const readOwnData = async (deps: OwnDataDeps, house: HouseId, userId: string): Promise<OwnData> => {
  const { db } = deps
  const open = opener(deps)
  const objections = await db.objection.findMany({
    where: { houseId: house, authorId: userId },
    include: { flag: { select: { subjectKey: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const notes = await db.dataNote.findMany({
    where: { houseId: house, userId },
    orderBy: { createdAt: 'asc' },
  })
  const drafts = await db.reportDraft.findMany({
    where: { houseId: house, reporterId: userId, deleteAfter: { gt: deps.now() } },
  })
  const asked = { where: { houseId: house, askerId: userId }, orderBy: { createdAt: 'asc' } } as const
  const talks = [...(await db.talk.findMany(asked)), ...(await db.contactTalk.findMany(asked))]
  const lines = await db.sentLine.findMany({
    where: { houseId: house, writerId: userId },
    orderBy: { createdAt: 'asc' },
  })
  const read = await db.noticeRead.findUnique({
    where: { houseId_memberId: { houseId: house, memberId: userId } },
  })
  const acts = await db.auditLine.findMany({
    where: { houseId: house, actorId: userId, act: { in: TEAM_ACTS } },
    orderBy: { id: 'asc' },
    select: { at: true, act: true, idsUntil: true },
  })
  const consent = await db.integrityConsent.findUnique({
    where: { houseId_userId: { houseId: house, userId } },
  })
  return {
    reports: await reportsOf(deps, house, userId),
    decisions: await decisionsOf(deps, house, userId),
    objections: await Promise.all(
      objections.map(async ({ createdAt, words, flag }) => ({
        at: iso(createdAt),
        words: await open(words, aboutObjection(house, flag.subjectKey)),
      })),
    ),
    notes: await Promise.all(
      notes.map(async ({ id, createdAt, state, words, deleteAfter }) => ({
        at: iso(createdAt),
        read: state === 'done',
        words: await open(words, aboutDataNote(house, id)),
        keptUntil: iso(deleteAfter),
      })),
    ),
    drafts: drafts.map(({ createdAt, deleteAfter }) => ({
      at: iso(createdAt),
      keptUntil: iso(deleteAfter),
    })),
    talks: talks.map(({ createdAt, closedAt }) => ({ at: iso(createdAt), closedAt: isoOr(closedAt) })),
    linesSent: lines.map(({ createdAt }) => ({ at: iso(createdAt) })),
    noticeRead:
      read === null
        ? null
        : { version: read.version, at: iso(read.readAt), keptUntil: iso(read.deleteAfter) },
    asTeam: acts.map(({ at, act, idsUntil }) => ({ at: iso(at), act, keptUntil: iso(idsUntil) })),
    directMessagesAccepted: isoOr(consent?.acceptedAt ?? null),
  }
}
