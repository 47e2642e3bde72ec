import type { Flag, FlagMessage } from '../generated/sqlite/client.ts'
import type { Claim } from '../outbox/target.ts'
import { LEVELS } from '../screening/kinds.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import { insertUnlessThere, isKeyTaken } from '../storage/insert.ts'
import { countAlike, countedWith, findAlike, leave, newsOfCounted } from './alike.ts'
import { writeAudit } from './audit.ts'
import { daysAfter, type FlagsDeps, tellMoved, untilUnchanged, wantFirstCard } from './deps.ts'
import { keepFresh } from './fresh.ts'
import { distinctFindings } from './join.ts'
import { joinFlag } from './join-flag.ts'
import {
  addFindings,
  type Raised,
  type RaiseInput,
  reasonCode,
  reportRow,
  type Shut,
  scheduleOffer,
  shut,
} from './parts.ts'
import { drillCode } from './real.ts'
import { flagRowOf, storedFlagOf } from './row.ts'
import { cleanWords } from './words.ts'

/**
 * Brings a message to the queue. Inserts and lets the unique key say whether the message has a flag already; a message
 * never gets a second one, whoever raises it and however many at once. Words are sealed before the transaction.
 */
export const raise = async (deps: FlagsDeps, given: RaiseInput): Promise<Raised> => {
  const input = given.words === undefined ? given : { ...given, words: cleanWords(given.words) }
  // Most are not: the transaction looks anyway, so it is not asked beforehand as well.
  const own = await unlessCounted(() => raiseOwn(deps, input))
  // Counted meanwhile: now it is found at the first look.
  return own ?? (await unlessCounted(() => raiseCounted(deps, input))) ?? raiseCounted(deps, input)
}

/** The message is counted with a flag of others: it must not get one of its own too. */
class IsCounted extends Error {
  override readonly name = 'IsCounted'
}

const unlessCounted = async (work: () => Promise<Raised>): Promise<Raised | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof IsCounted)) throw error
    return undefined
  }
}

const raiseCounted = async (deps: FlagsDeps, input: RaiseInput): Promise<Raised> => {
  const counted = await countedWith(deps, input)
  if (counted === null) return raiseOwn(deps, input)
  const news = await newsOfCounted(deps, counted, input)
  if (news.do === 'nothing') return { flagId: news.flagId, result: 'unchanged' }
  return news.do === 'join' ? raiseOwn(deps, news.input) : raiseOwn(deps, input, counted)
}

/** The message has a flag: nothing of what was begun is kept, and what is new is joined to that one. */
class HasFlag extends Error {
  override readonly name = 'HasFlag'
}

/** @param leaving - the message was counted with a flag, and gets one of its own in the same transaction */
const raiseOwn = async (deps: FlagsDeps, input: RaiseInput, leaving?: FlagMessage): Promise<Raised> => {
  const sealed = await shut(deps, input)
  const flagId = deps.newId()
  try {
    const { raised, card } = await untilUnchanged(() =>
      transact(deps.db, async (tx): Promise<{ raised: Raised; card?: Claim | undefined }> => {
        if (leaving !== undefined) await leave(deps, tx, leaving)
        else {
          if (await isKeyTaken(tx, 'FlagMessage', input)) throw new IsCounted()
          const alike = await findAlike(deps, tx, input, sealed.marks)
          if (alike !== undefined && !(await isKeyTaken(tx, 'Flag', input))) {
            const counted = await countAlike(deps, tx, alike, input)
            await input.alongside?.(tx, counted.flagId)
            return { raised: counted }
          }
        }
        const first = await insert(deps, tx, input, sealed, flagId)
        await input.alongside?.(tx, flagId)
        return { raised: { flagId, result: 'raised' }, card: first }
      }),
    )
    if (card !== undefined) await deps.outbox.hand(card)
    deps.outbox.announce()
    return raised
  } catch (error) {
    // Or somebody counted or held it at the same moment.
    if (!(error instanceof HasFlag) && !isDuplicate(error)) throw error
  }
  const joined = await untilUnchanged(() => joinOrCount(deps, input, sealed))
  if (joined.result !== 'unchanged') deps.outbox.announce()
  return joined
}

/** Another was first with this message: it made a flag of it, or counted it. */
const joinOrCount = async (deps: FlagsDeps, input: RaiseInput, sealed: Shut): Promise<Raised> => {
  const counted = await countedWith(deps, input)
  return counted === null ? joinFlag(deps, input, sealed) : { flagId: counted.flagId, result: 'unchanged' }
}

/** @returns its card, when it is to be handed over after the commit */
const insert = async (
  deps: FlagsDeps,
  tx: Tx,
  input: RaiseInput,
  sealed: Shut,
  flagId: string,
): Promise<Claim | undefined> => {
  const at = deps.now()
  const { house, source, level, kind, report } = input
  const row = newFlag(input, sealed, flagId, at)
  if (!(await insertUnlessThere(tx, 'Flag', row))) throw new HasFlag()
  const findings = await addFindings(deps, tx, input, flagId, distinctFindings(input.findings))
  if (report !== undefined)
    await tx.report.create({ select: { id: true }, data: reportRow(deps, input, report, sealed, flagId) })
  await writeAudit(tx, {
    house,
    at,
    act: 'raised',
    flagId,
    ...(report === undefined ? {} : { actorId: report.reporterId }),
    toState: 'open',
    codes: { source, kind, level, category: input.category, ...reasonCode(report), ...drillCode(input) },
    idsUntil: daysAfter(at, deps.retention(house).auditIdsDays),
  })
  const flag = storedFlagOf(row)
  const card = await wantFirstCard(deps, tx, flag)
  // What is reported or held has more on its card than is known here: that is read.
  if (card !== undefined && report === undefined && input.alongside === undefined)
    keepFresh(card, { flag, findings, reports: [], alike: 0, held: false })
  await scheduleOffer(deps, tx, input, flagId)
  await tellMoved(deps, tx, {
    audit: 'raised',
    actorId: report?.reporterId,
    before: undefined,
    after: flagRowOf(flag),
  })
  return card
}

const newFlag = (input: RaiseInput, sealed: Shut, id: string, at: Date): Flag => ({
  id,
  houseId: input.house,
  subjectKey: input.subjectKey,
  channelId: input.channelId,
  messageId: input.messageId ?? null,
  authorId: input.authorId ?? null,
  source: input.source,
  kind: input.kind,
  category: input.category,
  level: input.level,
  rank: LEVELS.indexOf(input.level),
  state: 'open',
  version: 1,
  seenLate: input.seenLate,
  drill: input.drill === true,
  words: sealed.words,
  ...sealed.marks,
  policyVersion: input.policyVersion,
  queueChannelId: input.queueChannelId,
  createdAt: at,
  changedAt: at,
  deleteAfter: input.keepUntil,
  ...NOTHING_DONE,
})

/** What people did with a flag that nobody saw yet. */
const NOTHING_DONE = {
  ownerId: null,
  loweredById: null,
  proposedOutcome: null,
  proposedById: null,
  outcome: null,
  decidedById: null,
  closedAt: null,
  idsUntil: null,
  barredId: null,
  reason: null,
  measure: null,
  measureState: null,
  measureAt: null,
  measureUntil: null,
  firstById: null,
  confirmDueAt: null,
  told: null,
} as const
