import type { Report } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { asSealed, type Sealed } from '../privacy/sealed.ts'
import { LEVELS } from '../screening/kinds.ts'
import { type Tx, transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import {
  ChangedMeanwhile,
  daysAfter,
  earlier,
  type FlagsDeps,
  offerKey,
  untilUnchanged,
  wantCard,
} from './deps.ts'
import { step } from './lifecycle.ts'
import { aboutFlag, aboutReport, type FlagRow, flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'
import type { FlagAct, Refusal, Step } from './step.ts'
import { unpackWords } from './words.ts'

export interface ActInput {
  readonly house: HouseId
  readonly flagId: string
  readonly actorId: string
  readonly act: FlagAct
  /** The version that the actor saw, where the card carries it. */
  readonly seenVersion?: number
}
export type FlagResult =
  | { readonly ok: true; readonly flag: FlagRow }
  | { readonly ok: false; readonly refusal: Refusal; readonly flag?: FlagRow }

type Moved = Extract<Step, { type: 'moved' }>
interface ReadFlag {
  readonly flag: StoredFlag
  readonly reports: readonly Report[]
}

/**
 * What a person does with a flag: one winner, whoever presses at the same time. The loser of a race is answered from
 * the row as the winner left it.
 */
export const act = (deps: FlagsDeps, input: ActInput): Promise<FlagResult> =>
  untilUnchanged(async () => {
    const read = await readFlag(deps, input)
    if (read === undefined) return { ok: false, refusal: 'gone' }
    const { flag, reports } = read
    const { actorId, seenVersion } = input
    const facts = { ...flag, reporterIds: reports.map(({ reporterId }) => reporterId) }
    const press = { actorId, act: input.act, ...(seenVersion === undefined ? {} : { seenVersion }) }
    const decided = step(facts, press)
    if (decided.type === 'refused') return { ok: false, refusal: decided.refusal, flag: flagRowOf(flag) }
    if (decided.type === 'moved')
      return { ok: true, flag: flagRowOf(await move(deps, read, actorId, decided)) }
    if (decided.type === 'noted') await audit(deps, deps.db, flag, actorId, decided.audit, flag.state, {})
    return { ok: true, flag: flagRowOf(flag) }
  })

const readFlag = async (
  { db }: FlagsDeps,
  { house, flagId }: Pick<ActInput, 'house' | 'flagId'>,
): Promise<ReadFlag | undefined> => {
  const row = await db.flag.findFirst({
    where: { id: flagId, houseId: house },
    include: { reports: true },
  })
  if (row === null) return undefined
  const { reports, ...flag } = row
  return { flag: storedFlagOf(flag), reports }
}

const move = async (
  deps: FlagsDeps,
  { flag, reports }: ReadFlag,
  actorId: string,
  { audit: name, changes, codes }: Moved,
): Promise<StoredFlag> => {
  const at = deps.now()
  const closes = changes.state === 'closed'
  // Sealing may wait for a key file, so before the transaction; the version says whether it still fits.
  const shortened = closes ? await shorten(deps, flag, reports, at) : undefined
  // Only what changes is written: a sweep that forgets at this moment must not be undone.
  const data = {
    ...changes,
    ...shortened?.flag,
    rank: LEVELS.indexOf(changes.level ?? flag.level),
    version: flag.version + 1,
    changedAt: at,
  }
  const after: StoredFlag = { ...flag, ...data }
  await transact(deps.db, async (tx) => {
    const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
    if (count !== 1) throw new ChangedMeanwhile()
    for (const { id: reportId, ...sooner } of shortened?.reports ?? []) {
      await tx.report.updateMany({ where: { id: reportId }, data: sooner })
    }
    await audit(deps, tx, flag, actorId, name, after.state, codes)
    await wantCard(deps, tx, after)
    if (after.outcome === 'removed' && closes) await wantRemoval(deps, tx, after)
    if (flag.state === 'open' && after.state !== 'open') {
      await deps.timers.cancel(tx, flag.houseId, offerKey(flag.id))
    }
  })
  deps.outbox.announce()
  return after
}

const audit = (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  actorId: string,
  name: Moved['audit'],
  toState: StoredFlag['state'],
  codes: Moved['codes'],
): Promise<void> => {
  const at = deps.now()
  return writeAudit(tx, {
    house: flag.houseId,
    at,
    act: name,
    flagId: flag.id,
    actorId,
    fromState: flag.state,
    toState,
    codes,
    idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
  })
}

const wantRemoval = async ({ outbox }: FlagsDeps, tx: Tx, flag: StoredFlag): Promise<void> => {
  if (flag.messageId === null) return
  await outbox.want(tx, {
    house: flag.houseId,
    targetKey: `removal:${flag.channelId}:${flag.messageId}`,
    kind: 'removal',
    channelId: flag.channelId,
    desired: { messageId: flag.messageId, flagId: flag.id },
    priority: flag.rank,
  })
}

interface Shortened {
  readonly flag: Pick<StoredFlag, 'words' | 'wordsMark' | 'deleteAfter' | 'closedAt' | 'idsUntil'>
  readonly reports: readonly Pick<Report, 'id' | 'words' | 'deleteAfter'>[]
}

/** Closing brings the day of forgetting nearer: the words are shut again under the key of that day. */
const shorten = async (
  deps: FlagsDeps,
  flag: StoredFlag,
  reports: readonly Report[],
  at: Date,
): Promise<Shortened> => {
  const { closedFlagDays, auditIdsDays } = deps.retention(flag.houseId)
  const until = daysAfter(at, closedFlagDays)
  const deleteAfter = earlier(flag.deleteAfter, until)
  const shortReports: Pick<Report, 'id' | 'words' | 'deleteAfter'>[] = []
  for (const { id, words, reporterId, deleteAfter: before } of reports) {
    const about = aboutReport(flag.houseId, flag.subjectKey, reporterId)
    const sooner = earlier(before, until)
    shortReports.push({ id, words: await again(deps, words, about, sooner), deleteAfter: sooner })
  }
  return {
    flag: {
      ...(await markAgain(deps, flag, deleteAfter)),
      deleteAfter,
      closedAt: flag.closedAt ?? at,
      idsUntil: daysAfter(at, auditIdsDays),
    },
    reports: shortReports,
  }
}

const again = async (
  { seal }: FlagsDeps,
  words: string | null,
  about: string,
  until: Date,
): Promise<Sealed | null> =>
  words === null ? null : ((await seal.reseal(asSealed(words), about, until)) ?? null)

/** The mark moves with the words: under its old day it could be tried out longer than the words are kept. */
const markAgain = async (
  { seal }: FlagsDeps,
  { words: shut, houseId, subjectKey }: StoredFlag,
  until: Date,
): Promise<Pick<StoredFlag, 'words' | 'wordsMark'>> => {
  const about = aboutFlag(houseId, subjectKey)
  const words = shut === null ? undefined : await seal.open(asSealed(shut), about)
  if (words === undefined) return { words: null, wordsMark: null }
  return {
    words: await seal.seal(words, until, about),
    wordsMark: await seal.mark(unpackWords(words)[0], until),
  }
}
