import type { Texts } from '../texts/texts.ts'
import type { DailyCount } from './counts.ts'

/** What the bot (and Discord's filters that it set) did by themselves in a period. */
export interface Automatic {
  /** Always 0: no consequence of a rule touches a person (src/screening/kinds.ts). */
  readonly againstPersons: 0
  /** Messages held by a rule or blocked by a filter. */
  readonly heldOrBlocked: number
  readonly putBack: number
}

/** Adds up the counts of a period. */
export function automaticOf(counts: readonly DailyCount[]): Automatic {
  const sum = (...names: readonly string[]): number =>
    counts.reduce((total, { name, count }) => total + (names.includes(name) ? count : 0), 0)
  return { againstPersons: 0, heldOrBlocked: sum('held', 'blocked'), putBack: sum('put-back') }
}

/** The sentence for the subsidy report and for whoever asks what the bot does by itself. */
export const describeAutomatic = (automatic: Automatic, texts: Texts): string =>
  texts.t('statistics.automatic', {
    persons: automatic.againstPersons,
    held: automatic.heldOrBlocked,
    back: automatic.putBack,
  })
