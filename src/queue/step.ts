import type { Kind, Level } from '../screening/kinds.ts'
import type { Outcome } from './outcomes.ts'
import type { State } from './row.ts'

/** What a person does with a flag. `show` is *Toon*: it changes nothing, and is written down. */
export type FlagAct =
  | { readonly type: 'claim' }
  | { readonly type: 'release' }
  | { readonly type: 'decide'; readonly outcome: Outcome }
  | { readonly type: 'level'; readonly level: Level }
  | { readonly type: 'show' }

/**
 * Why an act is refused. `already-claimed` and `not-owner`: another person has it. `own-flag`: it is about the actor's
 * own message. `own-report`: the actor reported it. `stale`: it changed since the actor looked. `same-person`: the
 * second person must be another one. `gone`: there is no such flag.
 */
export type Refusal =
  | 'already-claimed'
  | 'closed'
  | 'not-owner'
  | 'own-flag'
  | 'own-report'
  | 'stale'
  | 'outcome-not-allowed'
  | 'same-person'
  | 'gone'

/** What the life cycle looks at. */
export interface FlagFacts {
  readonly state: State
  readonly kind: Kind
  readonly level: Level
  readonly version: number
  readonly messageId: string | null
  readonly authorId: string | null
  readonly ownerId: string | null
  readonly proposedById: string | null
  readonly loweredById: string | null
  readonly outcome: Outcome | null
  readonly decidedById: string | null
  readonly reporterIds: readonly string[]
}
export interface Press {
  readonly actorId: string
  readonly act: FlagAct
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
  readonly decidedById?: string | null
}
export type AuditAct =
  | 'raised'
  | 'joined'
  | 'reopened'
  | 'claimed'
  | 'released'
  | 'proposed'
  | 'closed'
  | 'level'
  | 'shown'
export type Step =
  | { readonly type: 'refused'; readonly refusal: Refusal }
  /** Done already, by the same person: success, and nothing is written. */
  | { readonly type: 'same' }
  /** Only the audit line is written. */
  | { readonly type: 'noted'; readonly audit: AuditAct }
  | {
      readonly type: 'moved'
      readonly audit: AuditAct
      readonly changes: FlagChanges
      readonly codes: Readonly<Record<string, string>>
    }

export const refused = (refusal: Refusal): Step => ({ type: 'refused', refusal })
export const SAME: Step = { type: 'same' }
/** A proposal that no longer stands. */
export const NO_PROPOSAL = { proposedOutcome: null, proposedById: null } as const
