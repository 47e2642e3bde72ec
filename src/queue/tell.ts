import { canBeToldTo, type Told } from './outcomes.ts'
import { type FlagAct, type FlagFacts, isReporter, type Press, refused, type Step } from './step.ts'

/**
 * A person of the team tells the writer what was decided, by which rule, that a person decided and how to object: in a
 * private thread, which is where the talk begins. Never for a worry, which accuses nobody of anything (domain §5.7, a
 * safeguard), and never by somebody who reported it: that would tell the writer who did.
 */
export const tell = (flag: FlagFacts, press: Press, { how }: Extract<FlagAct, { type: 'tell' }>): Step => {
  if (isReporter(flag, press.actorId)) return refused('own-report')
  if (!canBeToldTo(flag)) return refused('outcome-not-allowed')
  if (flag.authorId === null) return refused('nobody-known')
  if (isTold(flag.told)) return refused('already-told')
  // "You have a pause" is said once it is so; what Discord refused did not happen.
  if (flag.measure !== null && flag.measureState !== 'done') return refused('not-yet')
  return {
    type: 'moved',
    audit: 'told',
    changes: { told: how === 'thread' ? 'wanted' : how },
    codes: { how },
  }
}

/** Whether the writer knows, or is about to. What could not be told may be tried again. */
export const isTold = (told: Told | null): boolean => told === 'wanted' || told === 'told'
