import type { Category, Kind, Level } from '../screening/kinds.ts'
import type { Measure, MeasureState } from './measures.ts'
import type { Outcome, Told } from './outcomes.ts'
import type { PassOn } from './pass-on.ts'
import type { Reason } from './reasons.ts'
import type { State } from './row.ts'

/**
 * What a person does with a flag. `show` is *Toon*: it changes nothing, and is written down. `confirm` and `refute` are
 * for the second person: yes to what waits, or undo what one person did alone.
 */
export type FlagAct =
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'pass'; readonly to: string }
  | {
      readonly type: 'decide'
      readonly outcome: Outcome
      readonly reason?: Reason
      /** What the decider wrote with it; sealed before it is stored. */
      readonly words?: string
      /** The decider was told to report to Discord first, and removes it all the same. */
      readonly evidenceKept?: boolean
      /** Of *passed on*: to whom, when and why. */
      readonly passedOn?: PassOn
    }
  | { readonly type: 'level'; readonly level: Level }
  | {
      readonly type: 'measure'
      readonly measure: Measure
      /** Whether somebody is in danger: only then is a ban done by one person. */
      readonly danger: boolean
      /** Of a pause: how many minutes. */
      readonly minutes?: number
    }
  | { readonly type: 'confirm' }
  | { readonly type: 'refute' }
  | { readonly type: 'undo' }
  | { readonly type: 'show' }
  /** Answers to guiding questions; an empty one takes an earlier answer away. Answering what nobody has takes it. */
  | { readonly type: 'answer'; readonly answers: readonly Answer[] }
  /** More about what this person passed on: the call came first, the writing down afterwards. */
  | { readonly type: 'record'; readonly passedOn: PassOn }
  /** A report of it is made, for this person to hand on. */
  | { readonly type: 'print' }
  /** The writer is told what was decided: in a thread, or it turned out that nobody can. */
  | {
      readonly type: 'tell'
      readonly how: 'thread' | Exclude<Told, 'told' | 'wanted'>
      readonly words?: string
    }

/** What somebody answered to a guiding question of the policy. */
export interface Answer {
  readonly questionId: string
  readonly words: string
}

/**
 * Why an act is refused. `already-claimed` and `not-owner`: another person has it. `own-flag`: it is about the actor's
 * own message. `own-report`: the actor reported it. `barred`: the actor decided it before the writer objected. `stale`:
 * it changed since the actor looked. `same-person`: the second person must be another one. `cannot-take`: that
 * colleague cannot have it (not said why: it could tell who reported). `evidence-first`: report to Discord first.
 * `nothing-waits`: there is nothing to confirm. `too-late`: the minute to undo is over. `nobody-known`: the bot does not
 * know who wrote it. `already-told`: the writer knows. `not-yet`: the measure is not done (yet).
 * `not-decider`: only who passed it on writes down how. `drill`: a drill is never acute. `gone`: there is no such flag.
 */
export type Refusal =
  | 'already-claimed'
  | 'closed'
  | 'not-owner'
  | 'own-flag'
  | 'own-report'
  | 'barred'
  | 'stale'
  | 'outcome-not-allowed'
  | 'same-person'
  | 'cannot-take'
  | 'evidence-first'
  | 'nothing-waits'
  | 'too-late'
  | 'nobody-known'
  | 'already-told'
  | 'not-yet'
  | 'not-decider'
  | 'drill'
  | 'gone'

/** What the life cycle looks at. */
export interface FlagFacts {
  readonly state: State
  readonly kind: Kind
  readonly category: Category
  readonly level: Level
  readonly version: number
  readonly messageId: string | null
  readonly authorId: string | null
  /** Who wrote the messages that say the same and are counted with it. */
  readonly otherAuthorIds: readonly string[]
  readonly ownerId: string | null
  readonly proposedOutcome: Outcome | null
  readonly proposedById: string | null
  readonly loweredById: string | null
  readonly outcome: Outcome | null
  readonly decidedById: string | null
  readonly closedAt: Date | null
  readonly measure: Measure | null
  readonly measureState: MeasureState | null
  readonly firstById: string | null
  readonly barredId: string | null
  readonly told: Told | null
  readonly held: boolean
  readonly reporterIds: readonly string[]
  /** For practice: nothing that is done with it reaches a person. */
  readonly drill?: boolean
}
export interface Press {
  readonly actorId: string
  readonly act: FlagAct
  readonly at: Date
  /** The version that the actor saw, where that is known. */
  readonly seenVersion?: number
}

/** What changes in the row. */
export interface FlagChanges {
  readonly state?: State
  readonly level?: Level
  readonly ownerId?: string | null
  readonly loweredById?: string | null
  readonly proposedOutcome?: Outcome | null
  readonly proposedById?: string | null
  readonly outcome?: Outcome | null
  readonly reason?: Reason | null
  readonly decidedById?: string | null
  readonly closedAt?: Date | null
  readonly idsUntil?: Date | null
  readonly measure?: Measure | null
  readonly measureState?: MeasureState | null
  readonly measureAt?: Date | null
  readonly measureUntil?: Date | null
  readonly firstById?: string | null
  readonly confirmDueAt?: Date | null
  readonly told?: Told | null
}
export type AuditAct =
  | 'raised'
  | 'joined'
  | 'counted'
  | 'reopened'
  | 'objected'
  | 'withdrawn'
  | 'claimed'
  | 'passed'
  | 'released'
  | 'proposed'
  | 'closed'
  | 'confirmed'
  | 'undone'
  | 'overdue'
  | 'measured'
  | 'level'
  | 'shown'
  | 'answered'
  | 'recorded'
  | 'printed'
  | 'told'
  /** In a drill: what would have been done to a message or its writer. */
  | 'practised'
export type Step =
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** Done already, by the same person: success, and nothing is written. */
  | { readonly type: 'same' }
  /** Only the audit line is written. */
  | {
      readonly type: 'noted'
      readonly audit: AuditAct
      readonly codes?: Readonly<Record<string, string>>
    }
  | {
      readonly type: 'moved'
      readonly audit: AuditAct
      readonly changes: FlagChanges
      readonly codes: Readonly<Record<string, string>>
    }

export const refused = (refusal: Refusal): Step => ({ type: 'refused', refusal })
export const SAME: Step = { type: 'same' }

/** A proposal to close that no longer stands. */
export const NO_PROPOSAL = { proposedOutcome: null, proposedById: null } as const

/** A proposal that no longer stands, and the ban that it proposed. */
export const noProposal = ({ measureState }: Pick<FlagFacts, 'measureState'>): FlagChanges => ({
  ...NO_PROPOSAL,
  ...(measureState === 'proposed' ? { measure: null, measureState: null } : {}),
})

export const isReporter = (flag: FlagFacts, actorId: string): boolean => flag.reporterIds.includes(actorId)
