import type { FlagMessage } from '../generated/sqlite/client.ts'
import { LEVELS } from '../screening/kinds.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import { countAlike, countedWith, findAlike, leave, newsOfCounted } from './alike.ts'
import { writeAudit } from './audit.ts'
import { daysAfter, type FlagsDeps, tellMoved, untilUnchanged, wantCard } from './deps.ts'
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
  try {
    return await raiseOnce(deps, input)
  } catch (error) {
    if (!(error instanceof CountedMeanwhile)) throw error
    // Now it is found at the first look.
    return raiseOnce(deps, input)
  }
}

/** The message was counted with a flag of others between the look and the writing: it must not get one of its own too. */
class CountedMeanwhile extends Error {
  override readonly name = 'CountedMeanwhile'
}

const raiseOnce = async (deps: FlagsDeps, input: RaiseInput): Promise<Raised> => {
  const counted = await countedWith(deps, input)
  if (counted === null) return raiseOwn(deps, input)
  const news = await newsOfCounted(deps, counted, input)
  if (news.do === 'nothing') return { flagId: news.flagId, result: 'unchanged' }
  return news.do === 'join' ? raiseOwn(deps, news.input) : raiseOwn(deps, input, counted)
}

/** @param leaving - the message was counted with a flag, and gets one of its own in the same transaction */
const raiseOwn = async (deps: FlagsDeps, input: RaiseInput, leaving?: FlagMessage): Promise<Raised> => {
  const sealed = await shut(deps, input)
  const flagId = deps.newId()
  try {
    const raised = await untilUnchanged(() =>
      transact(deps.db, async (tx): Promise<Raised> => {
        if (leaving !== undefined) await leave(deps, tx, leaving)
        else {
          if (await isCounted(tx, input)) throw new CountedMeanwhile()
          const alike = (await hasFlag(tx, input))
            ? undefined
            : await findAlike(deps, tx, input, sealed.marks)
          if (alike !== undefined) {
            const counted = await countAlike(deps, tx, alike, input)
            await input.alongside?.(tx, counted.flagId)
            return counted
          }
        }
        await insert(deps, tx, input, sealed, flagId)
        await input.alongside?.(tx, flagId)
        return { flagId, result: 'raised' }
      }),
    )
    deps.outbox.announce()
    return raised
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const joined = await untilUnchanged(() => joinOrCount(deps, input, sealed))
  if (joined.result !== 'unchanged') deps.outbox.announce()
  return joined
}

const hasFlag = async (tx: Tx, { house, subjectKey }: RaiseInput): Promise<boolean> =>
  (await tx.flag.findUnique({
    where: { houseId_subjectKey: { houseId: house, subjectKey } },
    select: { id: true },
  })) !== null

const isCounted = async (tx: Tx, { house, subjectKey }: RaiseInput): Promise<boolean> =>
  (await tx.flagMessage.findUnique({
    where: { houseId_subjectKey: { houseId: house, subjectKey } },
    select: { id: true },
  })) !== null

/** Another was first with this message: it made a flag of it, or counted it. */
const joinOrCount = async (deps: FlagsDeps, input: RaiseInput, sealed: Shut): Promise<Raised> => {
  const counted = await countedWith(deps, input)
  return counted === null ? joinFlag(deps, input, sealed) : { flagId: counted.flagId, result: 'unchanged' }
}

const insert = async (
  deps: FlagsDeps,
  tx: Tx,
  input: RaiseInput,
  sealed: Shut,
  flagId: string,
): Promise<void> => {
  const at = deps.now()
  const { house, source, level, kind, report } = input
  const rank = LEVELS.indexOf(level)
  const row = await tx.flag.create({
    data: {
      id: flagId,
      houseId: house,
      subjectKey: input.subjectKey,
      channelId: input.channelId,
      messageId: input.messageId ?? null,
      authorId: input.authorId ?? null,
      source,
      kind,
      category: input.category,
      level,
      rank,
      state: 'open',
      seenLate: input.seenLate,
      drill: input.drill === true,
      words: sealed.words,
      ...sealed.marks,
      policyVersion: input.policyVersion,
      queueChannelId: input.queueChannelId,
      createdAt: at,
      changedAt: at,
      deleteAfter: input.keepUntil,
    },
  })
  await addFindings(deps, tx, input, flagId, distinctFindings(input.findings))
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
  await wantCard(deps, tx, {
    id: flagId,
    houseId: house,
    queueChannelId: input.queueChannelId,
    rank,
    version: 1,
    drill: input.drill === true,
  })
  await scheduleOffer(deps, tx, input, flagId)
  await tellMoved(deps, tx, {
    audit: 'raised',
    actorId: report?.reporterId,
    before: undefined,
    after: flagRowOf(storedFlagOf(row)),
  })
}
