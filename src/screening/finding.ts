import type { Category, Consequence, ConsequenceOf, Kind, Level } from './kinds.ts'

/**
 * One place in a message where one rule matched, and why. Positions are in the original text (UTF-16 units).
 * `C` narrows what may follow: within the decision about a worry, no finding can say "remind" either.
 */
export interface Finding<C extends Consequence = Consequence> {
  readonly ruleId: string
  readonly category: Category
  readonly kind: Kind
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly consequences: readonly C[]
}

/** What may be done with a message of one kind, decided as a whole. */
export interface DecisionOf<K extends Kind> {
  readonly kind: K
  /** The category of the heaviest finding of that kind; the level is the heaviest of all findings. */
  readonly category: Category
  readonly level: Level
  /** All findings, heaviest first, also those of another kind. */
  readonly findings: readonly [Finding<ConsequenceOf<K>>, ...Finding<ConsequenceOf<K>>[]]
  readonly consequences: readonly ConsequenceOf<K>[]
}

/** One finding of worry makes the whole message a worry: there is then no way left to say "remind". */
export type Decision =
  | { readonly kind: 'nothing' }
  | DecisionOf<'conduct'>
  | DecisionOf<'worry'>
  | DecisionOf<'harm'>
