import type { Category, Consequence, ConsequenceOf, Kind, Level } from './kinds.ts'

/** One place in a message where one rule matched, and why. Positions are in the original text (UTF-16 units). */
export interface Finding {
  readonly ruleId: string
  readonly category: Category
  readonly kind: Kind
  readonly level: Level
  readonly start: number
  readonly end: number
  readonly consequences: readonly Consequence[]
}

/** What may be done with a message of one kind, decided as a whole. */
export interface DecisionOf<K extends Kind> {
  readonly kind: K
  /** The category and level of the heaviest finding of that kind; the level is the heaviest of all findings. */
  readonly category: Category
  readonly level: Level
  readonly findings: readonly [Finding, ...Finding[]]
  readonly consequences: readonly ConsequenceOf<K>[]
}

/** One finding of worry makes the whole message a worry: there is then no way left to say "remind". */
export type Decision =
  | { readonly kind: 'nothing' }
  | DecisionOf<'conduct'>
  | DecisionOf<'worry'>
  | DecisionOf<'harm'>
