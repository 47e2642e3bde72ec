import { createHash } from 'node:crypto'
import type { HouseId } from '../house/id.ts'
import type { Category, Kind, Level } from '../screening/kinds.ts'
import { isProtective, type Outcome, outcomesFor } from './outcomes.ts'
import { REPORT_REASONS, type ReportReason } from './report-reasons.ts'
import type { FlagFile, Source, State, StoredFlag } from './row.ts'

/** What can be pressed on a card now, by somebody who may. */
export interface CardActs {
  readonly claim: boolean
  readonly release: boolean
  readonly level: boolean
  readonly show: boolean
  readonly decide: readonly Outcome[]
}

/** A picture of a flag for the edge to draw. It holds ids and codes: no words, no names, nothing of a person's past. */
export interface CardView {
  readonly flagId: string
  readonly houseId: HouseId
  /** A short code for people to say aloud ("K7Q2M"); not unique for ever, so never a key. */
  readonly code: string
  readonly kind: Kind
  readonly category: Category
  readonly level: Level
  readonly state: State
  readonly source: Source
  readonly version: number
  readonly channelId: string
  readonly messageId: string | null
  readonly authorId: string | null
  readonly ruleIds: readonly string[]
  readonly reporters: number
  /** Why people reported it, each reason once, in the order of the form. */
  readonly reportReasons: readonly ReportReason[]
  readonly ownerId: string | null
  readonly proposedOutcome: Outcome | null
  readonly proposedById: string | null
  readonly outcome: Outcome | null
  readonly decidedById: string | null
  /** Whether the bot still has the text, for *Toon*. */
  readonly hasWords: boolean
  readonly seenLate: boolean
  readonly createdAt: Date
  readonly changedAt: Date
  readonly closedAt: Date | null
  /** When the text is forgotten; of an open flag a warning. */
  readonly deleteAfter: Date
  readonly acts: CardActs
}

/** Letters and digits that are not mistaken for each other. */
const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const codeOf = (flagId: string): string =>
  Array.from(createHash('sha256').update(flagId).digest().subarray(0, 5), (byte) =>
    CODE_ALPHABET.charAt(byte & 31),
  ).join('')

const actsOn = (flag: StoredFlag): CardActs => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  const closed = flag.state === 'closed'
  return {
    claim: flag.state === 'open' || flag.state === 'awaiting',
    release: flag.state === 'claimed' || flag.state === 'awaiting',
    level: !closed,
    show: true,
    decide: possible.filter((outcome) =>
      closed
        ? isProtective(outcome) && outcome !== flag.outcome
        : outcome !== 'removed' || flag.messageId !== null,
    ),
  }
}

const byOrderOfForm = (reasons: ReadonlySet<string>): readonly ReportReason[] =>
  REPORT_REASONS.filter((reason) => reasons.has(reason))

/** Draws the view of a flag. Pure: the same rows always give the same card. */
export const cardOf = ({ flag, findings, reports }: FlagFile): CardView => ({
  flagId: flag.id,
  houseId: flag.houseId,
  code: codeOf(flag.id),
  kind: flag.kind,
  category: flag.category,
  level: flag.level,
  state: flag.state,
  source: flag.source,
  version: flag.version,
  channelId: flag.channelId,
  messageId: flag.messageId,
  authorId: flag.authorId,
  ruleIds: [...new Set(findings.map(({ ruleId }) => ruleId))].sort(),
  reporters: reports.length,
  reportReasons: byOrderOfForm(new Set(reports.map(({ reason }) => reason))),
  ownerId: flag.ownerId,
  proposedOutcome: flag.proposedOutcome,
  proposedById: flag.proposedById,
  outcome: flag.outcome,
  decidedById: flag.decidedById,
  hasWords: flag.words !== null,
  seenLate: flag.seenLate,
  createdAt: flag.createdAt,
  changedAt: flag.changedAt,
  closedAt: flag.closedAt,
  deleteAfter: flag.deleteAfter,
  acts: actsOn(flag),
})
