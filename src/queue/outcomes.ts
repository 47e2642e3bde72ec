import type { Category, Kind, Level } from '../screening/kinds.ts'

/**
 * How a flag can end, for each kind. What is not in this table cannot be chosen, on a card or anywhere: a message of
 * worry is never removed, and its writer is never reminded or measured; a victim is never left with a reminder to the
 * writer (design decision 1, a safeguard). `put-back` is for a message that was held.
 */
export const OUTCOMES_OF = {
  conduct: ['no-problem', 'talked', 'reminded', 'removed', 'put-back', 'referred', 'made-safe', 'passed-on'],
  worry: ['no-problem', 'talked', 'put-back', 'referred', 'passed-on'],
  harm: ['no-problem', 'talked', 'removed', 'put-back', 'referred', 'made-safe', 'passed-on'],
} as const satisfies Record<Kind, readonly string[]>
export type OutcomeOf<K extends Kind> = (typeof OUTCOMES_OF)[K][number]
export type Outcome = OutcomeOf<Kind>

/** Every outcome, in the order in which a person chooses: the lightest first. */
export const OUTCOMES: readonly Outcome[] = OUTCOMES_OF.conduct

/** The outcomes that a flag of that kind can end with. */
export const outcomesFor = <K extends Kind>(kind: K): readonly OutcomeOf<K>[] => OUTCOMES_OF[kind]

/** Escalating never waits: one person does it at once, whoever took the flag (design decision 6, a safeguard). */
export const isProtective = (outcome: Outcome): outcome is 'made-safe' | 'passed-on' =>
  outcome === 'made-safe' || outcome === 'passed-on'

/** What the writer of a message is told of, and can object to: that it went, or that something was done to the writer. */
export const OBJECTIONABLE: readonly Outcome[] = ['removed', 'made-safe']

/**
 * How far it is that the writer is told. `wanted`: the thread is being made. `told`. `left`: the writer is not in the
 * server any more. `no-way`: there is no place where the bot can tell it in private.
 */
export const TOLD = ['wanted', 'told', 'left', 'no-way'] as const
export type Told = (typeof TOLD)[number]

/** Whether there is something to tell the writer of a message. Never for a worry. */
export const canBeToldTo = (flag: {
  readonly state: string
  readonly kind: Kind
  readonly outcome: Outcome | null
}): boolean =>
  flag.state === 'closed' &&
  flag.kind !== 'worry' &&
  flag.outcome !== null &&
  OBJECTIONABLE.includes(flag.outcome)

/** Levels at which "no problem" takes two people (design decision 6, a safeguard). */
export const isSerious = (level: Level): boolean => level === 'rood' || level === 'acuut'

const EVIDENCE: ReadonlySet<Category> = new Set(['threat', 'sexual', 'grooming'])

/**
 * Categories of which the message is evidence: once it is deleted, Discord and the police can no longer see it, so
 * removing it asks for a second press, after "report it to Discord first" (domain §2.4).
 */
export const isEvidence = (category: Category): boolean => EVIDENCE.has(category)
