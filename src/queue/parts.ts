import type { Finding as FindingRow, Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Sealed } from '../privacy/sealed.ts'
import type { Finding } from '../screening/finding.ts'
import type { Tx } from '../storage/db.ts'
import { insertRow } from '../storage/insert.ts'
import { type FlagsDeps, offerKey } from './deps.ts'
import { type Marks, marksOf } from './gist.ts'
import type { Judgement } from './join.ts'
import type { ReportReason } from './report-reasons.ts'
import { aboutFlag, aboutReport, type Source } from './row.ts'
import { packWords } from './words.ts'

/** A message that a person must look at, and why. */
export interface RaiseInput extends Judgement {
  readonly house: HouseId
  /** The permanent key of the message; the same message always has the same. */
  readonly subjectKey: string
  readonly channelId: string
  readonly messageId?: string
  readonly authorId?: string
  readonly source: Source
  readonly findings: readonly Finding[]
  /** The text, where the bot has it. Sealed before it is stored. */
  readonly words?: string
  readonly policyVersion: string
  readonly seenLate: boolean
  /** For practice (src/queue/drill.ts). */
  readonly drill?: true
  /** When the words are forgotten at the latest. */
  readonly keepUntil: Date
  readonly queueChannelId: string
  readonly report?: {
    readonly reporterId: string
    readonly reason: ReportReason
    readonly words?: string
  }
  /** When the general line is said if nobody took the flag by then. */
  readonly offer?: { readonly dueAt: Date }
  /** What belongs to it, written in the same transaction; not when nothing is new. */
  readonly alongside?: (tx: Tx, flagId: string) => Promise<void>
}
export interface Raised {
  readonly flagId: string
  /** `counted`: it says the same as another message of minutes ago, and is counted on its flag. */
  readonly result: 'raised' | 'counted' | 'joined' | 'reopened' | 'unchanged'
}

/** The words of an input, shut. Made before the transaction: sealing may wait for a key file. */
export interface Shut {
  readonly words: Sealed | null
  readonly marks: Marks | { readonly wordsMark: null; readonly alikeMark: null }
  readonly reportWords: Sealed | null
}

export const shut = async ({ seal }: FlagsDeps, input: RaiseInput): Promise<Shut> => {
  const { house, subjectKey, words, keepUntil, report, category } = input
  return {
    words:
      words === undefined ? null : await seal.seal(packWords(words), keepUntil, aboutFlag(house, subjectKey)),
    marks:
      words === undefined
        ? { wordsMark: null, alikeMark: null }
        : await marksOf(seal, words, category, keepUntil),
    reportWords:
      report?.words === undefined
        ? null
        : await seal.seal(report.words, keepUntil, aboutReport(house, subjectKey, report.reporterId)),
  }
}

export const reasonCode = (report: RaiseInput['report']): { readonly reason?: string } =>
  report === undefined ? {} : { reason: report.reason }

export const reportRow = (
  { newId, now }: FlagsDeps,
  { house, keepUntil }: RaiseInput,
  { reporterId, reason }: NonNullable<RaiseInput['report']>,
  { reportWords }: Shut,
  flagId: string,
): Prisma.ReportUncheckedCreateInput => ({
  id: newId(),
  houseId: house,
  flagId,
  reporterId,
  reason,
  words: reportWords,
  createdAt: now(),
  deleteAfter: keepUntil,
})

export const addFindings = async (
  { newId, now }: FlagsDeps,
  tx: Tx,
  { house, policyVersion }: RaiseInput,
  flagId: string,
  findings: readonly Finding[],
): Promise<readonly FindingRow[]> => {
  const createdAt = now()
  const rows = findings.map(({ ruleId, category, kind, level, start, end }) => ({
    id: newId(),
    houseId: house,
    flagId,
    ruleId,
    category,
    kind,
    level,
    start,
    end,
    policyVersion,
    createdAt,
  }))
  for (const row of rows) await insertRow(tx, 'Finding', row)
  return rows
}

export const scheduleOffer = async (
  { timers }: FlagsDeps,
  tx: Tx,
  { house, offer, channelId }: RaiseInput,
  flagId: string,
): Promise<void> => {
  if (offer === undefined) return
  await timers.schedule(tx, {
    house,
    key: offerKey(flagId),
    kind: 'offer',
    payload: { flagId, channelId },
    dueAt: offer.dueAt,
  })
}
