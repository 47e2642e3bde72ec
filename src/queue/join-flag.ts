import { asSealed } from '../privacy/sealed.ts'
import { LEVELS } from '../screening/kinds.ts'
import { type Tx, transact } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { ChangedMeanwhile, daysAfter, type FlagsDeps, offerKey, tellMoved, wantCard } from './deps.ts'
import { marksOf } from './gist.ts'
import { isNewReport, isNews, joinJudgements, type News, newFindings, stateAfterNews } from './join.ts'
import {
  addFindings,
  type Raised,
  type RaiseInput,
  reasonCode,
  reportRow,
  type Shut,
  scheduleOffer,
} from './parts.ts'
import {
  aboutFlag,
  type FlagFile,
  fileOf,
  flagRowOf,
  type StoredFlag,
  storedFlagOf,
  WITH_FILE,
} from './row.ts'
import { packWords, unpackWords } from './words.ts'

/**
 * Adds what is new to the flag that the message has already, or does nothing when nothing is.
 *
 * @throws ChangedMeanwhile when somebody wrote the flag between the reading and the writing: read again
 */
export const joinFlag = async (deps: FlagsDeps, input: RaiseInput, sealed: Shut): Promise<Raised> => {
  const file = await readFile(deps, input)
  const { flag } = file
  const news: News = {
    words: await hasOtherWords(deps, flag, input.words),
    report: isNewReport(file, input.report),
    findings: newFindings(file.findings, input.findings),
  }
  if (!isNews(file, news, input)) return { flagId: flag.id, result: 'unchanged' }
  const kept = await keepWords(deps, flag, input, sealed, news)
  await transact(deps.db, (tx) => write(deps, tx, flag, input, sealed, news, kept))
  return { flagId: flag.id, result: flag.state === 'closed' ? 'reopened' : 'joined' }
}

const readFile = async ({ db }: FlagsDeps, { house, subjectKey }: RaiseInput): Promise<FlagFile> => {
  const where = { houseId_subjectKey: { houseId: house, subjectKey } }
  return fileOf(await db.flag.findUniqueOrThrow({ where, include: WITH_FILE }))
}

/** Words whose mark can no longer be tried count as other words: looking once too often loses nothing. */
const hasOtherWords = async (
  { seal }: FlagsDeps,
  { wordsMark }: StoredFlag,
  words: string | undefined,
): Promise<boolean> => {
  if (words === undefined) return false
  return wordsMark === null || (await seal.sameWords(wordsMark, words)) !== true
}

type KeptWords = Partial<Pick<StoredFlag, 'words' | 'wordsMark' | 'alikeMark' | 'deleteAfter'>>

/**
 * New words come before the old ones. A flag that opens again keeps its words for as long as an open flag does.
 */
const keepWords = async (
  { seal }: FlagsDeps,
  flag: StoredFlag,
  { house, subjectKey, keepUntil, words: said }: RaiseInput,
  sealed: Shut,
  news: News,
): Promise<KeptWords> => {
  if (!news.words && flag.state !== 'closed') return {}
  const deleteAfter = keepUntil > flag.deleteAfter ? keepUntil : flag.deleteAfter
  const about = aboutFlag(house, subjectKey)
  const before = flag.words === null ? undefined : await seal.open(asSealed(flag.words), about)
  if (before === undefined) return { words: sealed.words, ...sealed.marks, deleteAfter }
  const versions = unpackWords(before)
  const newest = said ?? versions[0]
  return {
    words: await seal.seal(packWords(newest, versions), deleteAfter, about),
    ...(await marksOf(seal, newest, flag.category, deleteAfter)),
    deleteAfter,
  }
}

const write = async (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  input: RaiseInput,
  sealed: Shut,
  news: News,
  kept: KeptWords,
): Promise<void> => {
  const at = deps.now()
  const joined = joinJudgements(flag, input)
  const rank = LEVELS.indexOf(joined.level)
  const state = stateAfterNews(flag)
  const { count } = await tx.flag.updateMany({
    where: { id: flag.id, version: flag.version },
    data: {
      ...joined,
      ...state,
      ...kept,
      rank,
      version: flag.version + 1,
      changedAt: at,
      policyVersion: input.policyVersion,
      ...(flag.state === 'closed' ? { seenLate: input.seenLate } : {}),
      messageId: flag.messageId ?? input.messageId ?? null,
      authorId: flag.authorId ?? input.authorId ?? null,
    },
  })
  if (count !== 1) throw new ChangedMeanwhile()
  await addFindings(deps, tx, input, flag.id, news.findings)
  await addReport(deps, tx, input, sealed, flag.id, news)
  await writeAudit(tx, {
    house: flag.houseId,
    at,
    act: flag.state === 'closed' ? 'reopened' : 'joined',
    flagId: flag.id,
    ...(input.report === undefined ? {} : { actorId: input.report.reporterId }),
    fromState: flag.state,
    toState: state.state ?? flag.state,
    codes: { source: input.source, ...joined, ...reasonCode(input.report) },
    idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
  })
  await wantCard(deps, tx, { ...flag, rank, version: flag.version + 1 })
  await offerAgain(deps, tx, input, flag)
  await input.alongside?.(tx, flag.id)
  await tellMoved(deps, tx, {
    audit: flag.state === 'closed' ? 'reopened' : 'joined',
    actorId: input.report?.reporterId,
    before: flagRowOf(flag),
    after: flagRowOf(storedFlagOf(await tx.flag.findUniqueOrThrow({ where: { id: flag.id } }))),
  })
}

/** One report for each person and message: the last thing that they said stands. */
const addReport = async (
  deps: FlagsDeps,
  tx: Tx,
  input: RaiseInput,
  sealed: Shut,
  flagId: string,
  news: News,
): Promise<void> => {
  if (input.report === undefined || !news.report) return
  const row = reportRow(deps, input, input.report, sealed, flagId)
  const { reason, deleteAfter } = row
  await tx.report.upsert({
    where: { flagId_reporterId: { flagId, reporterId: input.report.reporterId } },
    create: row,
    update: {
      reason,
      deleteAfter,
      withdrawnAt: null,
      ...(sealed.reportWords === null ? {} : { words: sealed.reportWords }),
    },
  })
}

/** The line is offered once for each time that a flag lies open; nobody needs it once somebody took the flag. */
const offerAgain = async (deps: FlagsDeps, tx: Tx, input: RaiseInput, flag: StoredFlag): Promise<void> => {
  if (input.offer === undefined || (flag.state !== 'open' && flag.state !== 'closed')) return
  if (flag.state === 'open') {
    const where = { houseId_key: { houseId: flag.houseId, key: offerKey(flag.id) } }
    if ((await tx.timer.findUnique({ where, select: { id: true } })) !== null) return
  }
  await scheduleOffer(deps, tx, input, flag.id)
}
