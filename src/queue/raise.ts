import { LEVELS } from '../screening/kinds.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { daysAfter, type FlagsDeps, untilUnchanged, wantCard } from './deps.ts'
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
import { cleanWords } from './words.ts'

/**
 * Brings a message to the queue. Inserts and lets the unique key say whether the message has a flag already; a message
 * never gets a second one, whoever raises it and however many at once. Words are sealed before the transaction.
 */
export const raise = async (deps: FlagsDeps, given: RaiseInput): Promise<Raised> => {
  const input = given.words === undefined ? given : { ...given, words: cleanWords(given.words) }
  const sealed = await shut(deps, input)
  const flagId = deps.newId()
  try {
    await transact(deps.db, (tx) => insert(deps, tx, input, sealed, flagId))
    deps.outbox.announce()
    return { flagId, result: 'raised' }
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  const joined = await untilUnchanged(() => joinFlag(deps, input, sealed))
  if (joined.result !== 'unchanged') deps.outbox.announce()
  return joined
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
  await tx.flag.create({
    select: { id: true },
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
      words: sealed.words,
      wordsMark: sealed.mark,
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
    codes: { source, kind, level, category: input.category, ...reasonCode(report) },
    idsUntil: daysAfter(at, deps.retention(house).auditIdsDays),
  })
  await wantCard(deps, tx, {
    id: flagId,
    houseId: house,
    queueChannelId: input.queueChannelId,
    rank,
    version: 1,
  })
  await scheduleOffer(deps, tx, input, flagId)
}
