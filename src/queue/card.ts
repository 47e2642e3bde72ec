import { createHash } from 'node:crypto'
import type { HouseId } from '../house/id.ts'
import type { Category, Kind, Level } from '../screening/kinds.ts'
import { canBeUndone } from './make-safe.ts'
import { MEASURES, type Measure, type MeasureState, stands } from './measures.ts'
import { canBeToldTo, isProtective, type Outcome, outcomesFor, type Told } from './outcomes.ts'
import type { Reason } from './reasons.ts'
import { REPORT_REASONS, type ReportReason } from './report-reasons.ts'
import type { FlagFile, Source, State, StoredFlag } from './row.ts'
import { isTold } from './tell.ts'

/** What can be pressed on a card now, by somebody who may. */
export interface CardActs {
  readonly claim: boolean
  readonly pass: boolean
  readonly release: boolean
  readonly level: boolean
  readonly show: boolean
  readonly decide: readonly Outcome[]
  /** Pause, kick and ban; never for a worry, and not for a writer that nobody knows. */
  readonly measures: readonly Measure[]
  /** Something waits for a second person. */
  readonly confirm: boolean
  /** The second person can undo it. */
  readonly refute: boolean
  /** A closing, within its minute. */
  readonly undo: boolean
  /** Somebody called 112: one press writes it down. Only where it is acute. */
  readonly called: boolean
  /** Close it with one press, where it is no more than a matter of rules. */
  readonly quick: boolean
  /** Tell the writer what was decided. */
  readonly tell: boolean
  /** Make a report of what was passed on. */
  readonly print: boolean
}

/** A measure against the writer that a person took or proposed. */
export interface MeasureView {
  readonly measure: Measure
  readonly state: MeasureState
  /** When a pause ends. */
  readonly until: Date | null
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
  /** The channel in which the card stands. */
  readonly queueChannelId: string
  readonly messageId: string | null
  readonly authorId: string | null
  readonly ruleIds: readonly string[]
  readonly reporters: number
  /** The writer objected to what was decided: another person decides. */
  readonly objected: boolean
  /** Why people reported it, each reason once, in the order of the form. */
  readonly reportReasons: readonly ReportReason[]
  readonly ownerId: string | null
  readonly proposedOutcome: Outcome | null
  readonly proposedById: string | null
  readonly outcome: Outcome | null
  readonly reason: Reason | null
  readonly decidedById: string | null
  readonly measure: MeasureView | null
  /** How far it is that the writer is told what was decided. */
  readonly told: Told | null
  /** Who did alone what a second person must look at; null when nobody has to. */
  readonly firstById: string | null
  readonly confirmDueAt: Date | null
  /** Nobody looked in time. */
  readonly overdue: boolean
  /** How many messages say the same, this one with them. */
  readonly alike: number
  /** Kept back until a person decides. */
  readonly held: boolean
  /** Whether the bot still has the text, for *Toon*. */
  readonly hasWords: boolean
  readonly seenLate: boolean
  /** For practice: said in everything that is shown of it. */
  readonly drill: boolean
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

const actsOn = ({ flag, held }: Pick<FlagFile, 'flag' | 'held'>, now: Date): CardActs => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  const closed = flag.state === 'closed'
  const second = flag.firstById !== null && flag.state !== 'awaiting'
  return {
    claim: flag.state === 'open' || flag.state === 'awaiting',
    pass: !closed,
    release: flag.state === 'claimed' || flag.state === 'awaiting',
    level: !closed,
    show: true,
    decide: possible.filter((outcome) => {
      if (closed) return isProtective(outcome) && outcome !== flag.outcome
      if (outcome === 'put-back') return held
      // In a drill there is no message; what removing it asks can be practised all the same.
      return outcome !== 'removed' || flag.messageId !== null || held || flag.drill
    }),
    measures:
      possible.includes('made-safe') && (flag.authorId !== null || flag.drill)
        ? MEASURES.filter((measure) => flag.measure !== measure || !stands(flag.measureState))
        : [],
    confirm: flag.state === 'awaiting' || second,
    refute: second,
    undo: canBeUndone(flag, now),
    called: !closed && flag.level === 'acuut',
    quick: !closed && flag.level === 'groen',
    tell: canBeToldTo(flag) && flag.authorId !== null && !isTold(flag.told),
    print: closed && flag.outcome === 'passed-on',
  }
}

const measureOf = ({ measure, measureState, measureUntil }: StoredFlag): MeasureView | null =>
  measure === null || measureState === null ? null : { measure, state: measureState, until: measureUntil }

const byOrderOfForm = (reasons: ReadonlySet<string>): readonly ReportReason[] =>
  REPORT_REASONS.filter((reason) => reasons.has(reason))

/** Draws the view of a flag. Pure: the same rows at the same time always give the same card. */
export const cardOf = (file: FlagFile, now: Date): CardView =>
  picture({ ...file, reports: file.reports.filter(({ withdrawnAt }) => withdrawnAt === null) }, now)

const picture = ({ flag, findings, reports, alike, held }: FlagFile, now: Date): CardView => ({
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
  queueChannelId: flag.queueChannelId,
  messageId: flag.messageId,
  authorId: flag.authorId,
  ruleIds: [...new Set(findings.map(({ ruleId }) => ruleId))].sort(),
  reporters: reports.length,
  objected: flag.barredId !== null && flag.state !== 'closed',
  reportReasons: byOrderOfForm(new Set(reports.map(({ reason }) => reason))),
  ownerId: flag.ownerId,
  proposedOutcome: flag.proposedOutcome,
  proposedById: flag.proposedById,
  outcome: flag.outcome,
  reason: flag.reason,
  decidedById: flag.decidedById,
  measure: measureOf(flag),
  told: flag.told,
  firstById: flag.firstById,
  confirmDueAt: flag.confirmDueAt,
  overdue: flag.firstById !== null && flag.confirmDueAt !== null && flag.confirmDueAt <= now,
  alike: alike + 1,
  held,
  hasWords: flag.words !== null,
  seenLate: flag.seenLate,
  drill: flag.drill,
  createdAt: flag.createdAt,
  changedAt: flag.changedAt,
  closedAt: flag.closedAt,
  deleteAfter: flag.deleteAfter,
  acts: actsOn({ flag, held }, now),
})
