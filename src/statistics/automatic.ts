import type { Texts } from '../texts/texts.ts'
import type { DailyCount } from './counts.ts'
import { partOf, type Shown } from './suppression.ts'

/** What the bot (and Discord's filters that it set) did by themselves in a period. */
export interface Automatic {
  /**
   * Measures against a person (pause, kick, ban) that no person took. No rule can have such a consequence
   * (src/screening/kinds.ts), so it is 0; it is counted all the same, and would be told.
   */
  readonly againstPersons: number
  /** Messages held by a rule or blocked by a filter. */
  readonly heldOrBlocked: number
  readonly putBack: number
}

/**
 * Adds up the counts of a period.
 *
 * @param unsigned - lines of the audit about a measure that nobody took, as far as it still knows by whom
 */
export function automaticOf(counts: readonly Pick<DailyCount, 'name' | 'count'>[], unsigned = 0): Automatic {
  const sum = (...names: readonly string[]): number =>
    counts.reduce((total, { name, count }) => total + (names.includes(name) ? count : 0), 0)
  return {
    againstPersons: Math.max(sum('measure:automatic'), unsigned),
    heldOrBlocked: sum('held', 'blocked'),
    putBack: sum('put-back'),
  }
}

/** The same as it may be shown. */
export interface ShownAutomatic {
  readonly persons: number
  readonly held: Shown
  readonly back: Shown
}

/** Of a few messages no number is shown; nothing at all against persons is what must be seen, whatever the number. */
export const shownAutomatic = ({ againstPersons, heldOrBlocked, putBack }: Automatic): ShownAutomatic => {
  const { part, whole } = partOf(putBack, heldOrBlocked)
  return { persons: againstPersons, held: whole, back: part }
}

/** The sentence for the subsidy report and for whoever asks what the bot does by itself. */
export const describeAutomatic = ({ persons, held, back }: ShownAutomatic, texts: Texts): string => {
  const said = (count: Shown): string => (count === 'hidden' ? texts.t('figures.hidden-mark') : String(count))
  return texts.t('statistics.automatic', { persons, held: said(held), back: said(back) })
}
