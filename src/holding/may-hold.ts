import type { Decision } from '../screening/finding.ts'

/**
 * Why a message can never be held: it could not be put back as it was (its attachment is never copied), a conversation
 * hangs on it, the bot may not take it out, or it would vanish long after people read it.
 */
export type Unholdable =
  | 'attachment'
  | 'sticker'
  | 'poll'
  | 'voice'
  | 'forward'
  | 'post'
  | 'thread'
  | 'announcement'
  | 'permission'
  | 'late'

export interface HoldQuestion {
  readonly decision: Decision
  /** Asked only when the decision wants to hold: looking at permissions costs something. */
  readonly whyNever: () => Unholdable | undefined
  /** Whether somebody is there who can look. */
  readonly open: boolean
  readonly when: 'open' | 'always'
}

/**
 * Whether a message is held back until a person looked. The types have no way to say it of a worry; a closed house
 * holds only where its policy says so, because nobody would look for hours.
 */
export function mayHold({ decision, whyNever, open, when }: HoldQuestion): boolean {
  if (decision.kind === 'nothing' || decision.kind === 'worry') return false
  if (!decision.consequences.includes('hold')) return false
  return (open || when === 'always') && whyNever() === undefined
}
