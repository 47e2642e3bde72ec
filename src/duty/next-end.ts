import type { OpeningHours } from '../policy/schema.ts'
import { nextOpening, openingOf } from './opening.ts'

/**
 * When the next opening ends: the time by which a second person has looked at what one person did alone (design
 * decision 6). `undefined` when no next opening is known.
 */
export const endOfNextOpening = (hours: OpeningHours, at: Date): Date | undefined => {
  const from = nextOpening(hours, at)
  return from === undefined ? undefined : openingOf(hours, from)?.until
}
