import type { Report } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { LEVELS } from '../screening/kinds.ts'
import { type Tx, transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { lengthen, type Shortened, shorten } from './closing.ts'
import { wantConsequences } from './consequences.ts'
import {
  ChangedMeanwhile,
  cardKey,
  daysAfter,
  type FlagsDeps,
  tellMoved,
  untilUnchanged,
  wantCard,
} from './deps.ts'
import { step } from './lifecycle.ts'
import { type ShutNote, shutNotes, type StandingNote, writeNotes } from './notes.ts'
import { drillCode } from './real.ts'
import { planNews } from './report-news.ts'
import { type FlagRow, flagRowOf, isHeld, type StoredFlag, storedFlagOf } from './row.ts'
import type { FlagAct, Refusal, Step } from './step.ts'

export interface ActInput {
  readonly house: HouseId
  readonly flagId: string
  readonly actorId: string
  readonly act: FlagAct
  /** The version that the actor saw, where the card carries it. */
  readonly seenVersion?: number
  /** The press will be answered with the picture of the card: the outbox waits a moment for that. */
  readonly answersCard?: boolean
  /** What belongs to it, written in the same transaction when the act changes the flag. */
  readonly alongside?: (tx: Tx, flag: FlagRow) => Promise<void>
}
export type FlagResult =
  | {
      readonly ok: true
      readonly flag: FlagRow
      /** The version of the card that shows it; what a press was answered with is settled with it. */
      readonly cardVersion?: number
      /** It is a drill, and nothing was done to anybody. */
      readonly practised?: true
    }
  | { readonly ok: false; readonly refusal: Refusal; readonly flag?: FlagRow }

type Moved = Extract<Step, { type: 'moved' }>
type Noted = Extract<Step, { type: 'noted' }>
interface ReadFlag {
  readonly flag: StoredFlag
  readonly reports: readonly Report[]
  readonly held: boolean
  readonly otherAuthorIds: readonly string[]
  readonly notes: readonly StandingNote[]
}

/**
 * What a person does with a flag: one winner, whoever presses at the same time. The loser of a race is answered from
 * the row as the winner left it.
 */
export const act = (deps: FlagsDeps, input: ActInput): Promise<FlagResult> =>
  untilUnchanged(async () => {
    const read = await readFlag(deps, input)
    if (read === undefined) return { ok: false, refusal: 'gone' }
    const { flag, reports, held, otherAuthorIds } = read
    const { actorId, seenVersion } = input
    const at = deps.now()
    const facts = { ...flag, held, otherAuthorIds, reporterIds: reports.map(({ reporterId }) => reporterId) }
    const press = { actorId, act: input.act, at, ...(seenVersion === undefined ? {} : { seenVersion }) }
    const decided = step(facts, press)
    if (decided.type === 'refused') return { ok: false, refusal: decided.refusal, flag: flagRowOf(flag) }
    if (decided.type === 'moved') return move(deps, read, input, decided, at)
    if (decided.type === 'noted') await note(deps, read, input, decided, at)
    const practised = decided.type === 'noted' && decided.audit === 'practised'
    return { ok: true, flag: flagRowOf(flag), ...(practised ? { practised } : {}) }
  })

const readFlag = async (
  { db }: FlagsDeps,
  { house, flagId }: Pick<ActInput, 'house' | 'flagId'>,
): Promise<ReadFlag | undefined> => {
  const row = await db.flag.findFirst({
    where: { id: flagId, houseId: house },
    include: {
      reports: true,
      heldMessages: { select: { state: true } },
      messages: { distinct: ['authorId'], select: { authorId: true } },
      notes: { where: { words: { not: null } }, select: { id: true, words: true, deleteAfter: true } },
    },
  })
  if (row === null) return undefined
  const { reports, heldMessages, messages, notes, ...flag } = row
  return {
    flag: storedFlagOf(flag),
    reports,
    held: isHeld(heldMessages),
    otherAuthorIds: messages.flatMap(({ authorId }) => (authorId === null ? [] : [authorId])),
    notes,
  }
}

/** What must be shut before the transaction: sealing may wait for a key file. The version says whether it still fits. */
const prepare = async (
  deps: FlagsDeps,
  { flag, reports, notes: standing }: ReadFlag,
  { act: what }: ActInput,
  { changes }: Moved,
  at: Date,
): Promise<{ readonly shut: Partial<Shortened>; readonly notes: readonly ShutNote[] }> => {
  const closes = changes.state === 'closed'
  const notes = await shutNotes(deps, flag, what, closes, at)
  if (closes) return { shut: await shorten(deps, flag, reports, standing, at), notes }
  if (changes.state !== undefined && flag.state === 'closed') {
    return { shut: { flag: { ...(await lengthen(deps, flag)), idsUntil: null } }, notes }
  }
  return { shut: {}, notes }
}

/** What changes nothing in the flag: a line in the audit, and what was written with it. */
const note = async (
  deps: FlagsDeps,
  { flag }: ReadFlag,
  input: ActInput,
  { audit, codes = {} }: Noted,
  at: Date,
): Promise<void> => {
  const notes = await shutNotes(deps, flag, input.act, false, at)
  await transact(deps.db, async (tx) => {
    if (notes.length > 0) {
      // Whoever closes it at this moment shuts what stands there under a sooner day: this must be among it, or come after.
      const { count } = await tx.flag.updateMany({
        where: { id: flag.id, version: flag.version },
        data: { version: flag.version },
      })
      if (count !== 1) throw new ChangedMeanwhile()
      await writeNotes(tx, flag, input.actorId, notes, at)
    }
    await writeAudit(tx, line(deps, flag, input, audit, flag.state, codes, at))
  })
}

const move = async (
  deps: FlagsDeps,
  read: ReadFlag,
  input: ActInput,
  moved: Moved,
  at: Date,
): Promise<FlagResult> => {
  const { flag } = read
  const { audit, changes, codes } = moved
  const { shut, notes } = await prepare(deps, read, input, moved, at)
  const firstNow = changes.firstById !== undefined && changes.firstById !== null
  // Only what changes is written: a sweep that forgets at this moment must not be undone.
  const data = {
    ...changes,
    ...shut.flag,
    ...(firstNow && changes.firstById !== flag.firstById
      ? { confirmDueAt: deps.secondLookBy(flag.houseId, at) ?? null }
      : {}),
    ...(changes.firstById === null ? { confirmDueAt: null } : {}),
    rank: LEVELS.indexOf(changes.level ?? flag.level),
    version: flag.version + 1,
    changedAt: at,
  }
  const after: StoredFlag = { ...flag, ...data }
  const cardVersion = await transact(deps.db, async (tx) => {
    const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
    if (count !== 1) throw new ChangedMeanwhile()
    for (const { id: reportId, ...sooner } of shut.reports ?? []) {
      await tx.report.updateMany({ where: { id: reportId }, data: sooner })
    }
    for (const { id: noteId, ...sooner } of shut.notes ?? []) {
      await tx.flagNote.updateMany({ where: { id: noteId }, data: sooner })
    }
    await writeNotes(tx, flag, input.actorId, notes, at)
    await writeAudit(tx, line(deps, flag, input, audit, after.state, codes, at))
    if (input.act.type === 'pass')
      await writeAudit(tx, line(deps, flag, { actorId: input.act.to }, 'received', after.state, codes, at))
    const wanted = await wantCard(deps, tx, after)
    if (input.answersCard === true) await deps.outbox.expectAnswer(tx, flag.houseId, cardKey(flag.id))
    await wantConsequences(deps, tx, flag, after)
    if (changes.state === 'closed') await planNews(deps, tx, after)
    await tellMoved(deps, tx, {
      audit,
      actorId: input.actorId,
      before: flagRowOf(flag),
      after: flagRowOf(after),
    })
    await input.alongside?.(tx, flagRowOf(after))
    return wanted
  })
  deps.outbox.announce()
  return { ok: true, flag: flagRowOf(after), cardVersion }
}

const line = (
  deps: FlagsDeps,
  flag: StoredFlag,
  { actorId }: Pick<ActInput, 'actorId'>,
  name: Moved['audit'] | 'received',
  toState: StoredFlag['state'],
  codes: Moved['codes'],
  at: Date,
): Parameters<typeof writeAudit>[1] => ({
  house: flag.houseId,
  at,
  act: name,
  flagId: flag.id,
  actorId,
  fromState: flag.state,
  toState,
  codes: { ...codes, ...drillCode(flag) },
  idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
})
