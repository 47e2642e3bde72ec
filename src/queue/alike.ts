import type { FlagMessage } from '../generated/sqlite/client.ts'
import { LEVELS } from '../screening/kinds.ts'
import type { Seal } from '../privacy/sealed.ts'
import type { Tx } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { ChangedMeanwhile, daysAfter, type FlagsDeps, tellMoved, wantCard } from './deps.ts'
import { joinJudgements } from './join.ts'
import { sameGist } from './gist.ts'
import type { Raised, RaiseInput, Shut } from './parts.ts'
import { isReal, REAL } from './real.ts'
import { flagRowOf, type StoredFlag, storedFlagOf } from './row.ts'

/**
 * Many equal messages within minutes (a raid) are one flag with a count: each message is a row of it, none gets a card
 * of its own. Equal is what has the same digest under the key of the day, small differences left out (gist.ts). A worry
 * is never counted with another: two people who say the same are two people.
 */

/** So long after the last equal message a next one still belongs to it. */
const WITHIN_MS = 10 * 60_000

const canBeAlike = (input: RaiseInput): boolean =>
  input.source !== 'report' && input.report === undefined && input.kind !== 'worry' && isReal(input)

/** The flag with which this message is to be counted, if there is one. */
export const findAlike = async (
  { now }: Pick<FlagsDeps, 'now'>,
  tx: Tx,
  input: RaiseInput,
  marks: Shut['marks'],
): Promise<StoredFlag | undefined> => {
  if (marks.wordsMark === null || !canBeAlike(input)) return undefined
  // What is held may come back in the words of the flag: only what said exactly the same is counted with it.
  const { wordsMark, alikeMark } = marks
  const same = input.alongside === undefined ? { alikeMark } : { wordsMark }
  const row = await tx.flag.findFirst({
    where: {
      houseId: input.house,
      // A message that says the same as a drill is a message of the house.
      ...REAL,
      ...same,
      state: { not: 'closed' },
      kind: { not: 'worry' },
      subjectKey: { not: input.subjectKey },
    },
    orderBy: { createdAt: 'desc' },
    include: { messages: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } } },
  })
  if (row === null) return undefined
  const { messages, ...flag } = row
  const last = messages[0]?.createdAt ?? flag.createdAt
  return now().getTime() - last.getTime() < WITHIN_MS ? storedFlagOf(flag) : undefined
}

/** Counts the message with the flag. */
export const countAlike = async (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  input: RaiseInput,
): Promise<Raised> => {
  await tx.flagMessage.create({
    select: { id: true },
    data: {
      id: deps.newId(),
      houseId: flag.houseId,
      flagId: flag.id,
      subjectKey: input.subjectKey,
      channelId: input.channelId,
      messageId: input.messageId ?? null,
      authorId: input.authorId ?? null,
      createdAt: deps.now(),
    },
  })
  const joined = joinJudgements(flag, input)
  const heavier = joined.level !== flag.level || joined.kind !== flag.kind
  await change(
    deps,
    tx,
    flag,
    { ...joined, rank: LEVELS.indexOf(joined.level) },
    {
      change: 'more',
      ...(heavier ? joined : {}),
    },
  )
  return { flagId: flag.id, result: 'counted' }
}

const change = async (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  changes: Partial<Pick<StoredFlag, 'kind' | 'category' | 'level' | 'rank'>>,
  codes: Readonly<Record<string, string>>,
): Promise<void> => {
  const at = deps.now()
  const data = { ...changes, version: flag.version + 1, changedAt: at }
  const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
  if (count !== 1) throw new ChangedMeanwhile()
  await writeAudit(tx, {
    house: flag.houseId,
    at,
    act: 'counted',
    flagId: flag.id,
    fromState: flag.state,
    toState: flag.state,
    codes,
    idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
  })
  const after = { ...flag, ...data }
  await wantCard(deps, tx, after)
  await tellMoved(deps, tx, {
    audit: 'counted',
    actorId: undefined,
    before: flagRowOf(flag),
    after: flagRowOf(after),
  })
}

/** The flag with which this message is counted already. */
export const countedWith = (
  { db }: FlagsDeps,
  { house, subjectKey }: RaiseInput,
): Promise<FlagMessage | null> =>
  db.flagMessage.findUnique({ where: { houseId_subjectKey: { houseId: house, subjectKey } } })

/** What is to be done with news about a message that is counted with others. */
export type CountedNews =
  | { readonly do: 'nothing'; readonly flagId: string }
  /** It concerns the flag: the message stays counted with it. */
  | { readonly do: 'join'; readonly input: RaiseInput }
  /** It concerns this message alone: it gets a flag of its own. */
  | { readonly do: 'leave' }

/**
 * A worry about one writer, or another text than the others said, is about that message alone. A report of it is one
 * more report of the flag: all reports of a message are one flag (design decision 5).
 */
export const newsOfCounted = async (
  { db, seal }: FlagsDeps,
  counted: FlagMessage,
  input: RaiseInput,
): Promise<CountedNews> => {
  const flag = await db.flag.findUniqueOrThrow({ where: { id: counted.flagId } })
  if (input.kind === 'worry' && flag.kind !== 'worry') return { do: 'leave' }
  if (input.report !== undefined) {
    const { words: _same, messageId: _id, authorId: _author, ...report } = input
    return { do: 'join', input: { ...report, subjectKey: flag.subjectKey } }
  }
  return (await saysTheSame(seal, flag, input)) ? { do: 'nothing', flagId: flag.id } : { do: 'leave' }
}

const saysTheSame = async (
  seal: Pick<Seal, 'sameWords'>,
  { wordsMark, alikeMark }: Pick<StoredFlag, 'wordsMark' | 'alikeMark'>,
  { words, category }: RaiseInput,
): Promise<boolean> =>
  words === undefined ||
  (wordsMark !== null && (await seal.sameWords(wordsMark, words)) === true) ||
  (alikeMark !== null && (await sameGist(seal, alikeMark, words, category)) === true)

/** Takes the message out of the count; another may have done so at the same moment, which is as good. */
export const leave = async (deps: FlagsDeps, tx: Tx, counted: FlagMessage): Promise<void> => {
  const { count } = await tx.flagMessage.deleteMany({ where: { id: counted.id } })
  if (count !== 1) return
  const flag = storedFlagOf(await tx.flag.findUniqueOrThrow({ where: { id: counted.flagId } }))
  await change(deps, tx, flag, {}, { change: 'less' })
}
