import { isProtective, isSerious, type Outcome, outcomesFor } from './outcomes.ts'
import { type FlagFacts, NO_PROPOSAL, type Press, refused, SAME, type Step } from './step.ts'

/**
 * Deciding on a flag that nobody took takes it: one press less between danger and passing on, and the
 * compare-and-swap already sees to it that only one person decides.
 *
 * What protects somebody (`made-safe`, `passed-on`) never waits: not for the owner, not for a newer picture, not
 * because it was closed as something else, and not because the only one there is also the one who reported it. It is
 * recorded with the time, and a second person looks at it afterwards (design decision 6, a safeguard).
 */
export const decide = (flag: FlagFacts, press: Press, outcome: Outcome): Step => {
  const { actorId, seenVersion } = press
  if (!isPossible(flag, outcome)) return refused('outcome-not-allowed')
  if (flag.state === 'closed' && flag.outcome === outcome && flag.decidedById === actorId) return SAME
  if (isProtective(outcome)) {
    return flag.state === 'closed' && flag.outcome === outcome
      ? refused('closed')
      : close(flag, actorId, outcome)
  }
  if (flag.reporterIds.includes(actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.state === 'claimed' && flag.ownerId !== actorId) return refused('not-owner')
  const looksAgain = seenVersion === undefined || seenVersion >= flag.version
  if (outcome === 'no-problem' && flag.state === 'awaiting' && flag.proposedById === actorId) {
    // Pressed twice by accident is fine; pressed on the card that asks for a second person is not a second person.
    return seenVersion !== undefined && looksAgain ? refused('same-person') : SAME
  }
  if (!looksAgain) return refused('stale')
  return outcome === 'no-problem' && needsSecond(flag, actorId)
    ? propose(flag, actorId, outcome)
    : close(flag, actorId, outcome)
}

/** A blocked message has no id: there is nothing left to remove. */
const isPossible = (flag: FlagFacts, outcome: Outcome): boolean => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  return possible.includes(outcome) && (outcome !== 'removed' || flag.messageId !== null)
}

const needsSecond = (flag: FlagFacts, actorId: string): boolean => {
  if (flag.state === 'awaiting') return flag.proposedById === actorId
  return isSerious(flag.level) || flag.loweredById === actorId
}

const propose = (flag: FlagFacts, actorId: string, outcome: Outcome): Step => ({
  type: 'moved',
  audit: 'proposed',
  changes: {
    state: 'awaiting',
    ownerId: flag.ownerId ?? actorId,
    proposedOutcome: outcome,
    proposedById: actorId,
  },
  codes: { outcome, level: flag.level },
})

const close = (flag: FlagFacts, actorId: string, outcome: Outcome): Step => ({
  type: 'moved',
  audit: 'closed',
  changes: {
    state: 'closed',
    ownerId: flag.ownerId ?? actorId,
    outcome,
    decidedById: actorId,
    ...NO_PROPOSAL,
  },
  codes: { outcome, level: flag.level, ...confirms(flag, outcome) },
})

const confirms = (flag: FlagFacts, outcome: Outcome): { readonly confirms?: 'proposal' } =>
  flag.state === 'awaiting' && outcome === 'no-problem' ? { confirms: 'proposal' } : {}
