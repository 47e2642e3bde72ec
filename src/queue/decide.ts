import { isEvidence, isProtective, isSerious, type Outcome, outcomesFor } from './outcomes.ts'
import { passOnCodes } from './pass-on.ts'
import {
  type FlagAct,
  type FlagChanges,
  type FlagFacts,
  isReporter,
  noProposal,
  type Press,
  refused,
  SAME,
  type Step,
} from './step.ts'

type Decide = Extract<FlagAct, { type: 'decide' }>

/**
 * Deciding on a flag that nobody took takes it: one press less between danger and passing on, and the
 * compare-and-swap already sees to it that only one person decides.
 *
 * What protects somebody (`made-safe`, `passed-on`) never waits: not for the owner, not for a newer picture, not
 * because it was closed as something else, and not because the only one there is also the one who reported it. It is
 * recorded with the time, and a second person looks at it afterwards (design decision 6, a safeguard).
 */
export const decide = (flag: FlagFacts, press: Press, act: Decide): Step => {
  const { actorId, seenVersion } = press
  const { outcome } = act
  if (!isPossible(flag, outcome)) return refused('outcome-not-allowed')
  if (flag.state === 'closed' && flag.outcome === outcome && flag.decidedById === actorId) return SAME
  if (isProtective(outcome)) {
    return flag.state === 'closed' && flag.outcome === outcome
      ? refused('closed')
      : close(flag, press, act, {})
  }
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.state === 'claimed' && flag.ownerId !== actorId) return refused('not-owner')
  const looksAgain = seenVersion === undefined || seenVersion >= flag.version
  if (outcome === 'no-problem' && proposed(flag, outcome) && flag.proposedById === actorId) {
    // Pressed twice by accident is fine; pressed on the card that asks for a second person is not a second person.
    return seenVersion !== undefined && looksAgain ? refused('same-person') : SAME
  }
  if (!looksAgain) return refused('stale')
  // Deleting evidence makes reporting it impossible: the first answer is always to report it (domain §2.4).
  if (outcome === 'removed' && isEvidence(flag.category) && act.evidenceKept !== true) {
    return refused('evidence-first')
  }
  return outcome === 'no-problem' && needsSecond(flag, actorId)
    ? propose(flag, actorId, outcome, {})
    : close(flag, press, act, {})
}

const proposed = (flag: FlagFacts, outcome: Outcome): boolean =>
  flag.state === 'awaiting' && flag.proposedOutcome === outcome

/** A blocked message has no id: there is nothing left to remove. Only what was held can be put back. */
const isPossible = (flag: FlagFacts, outcome: Outcome): boolean => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  if (!possible.includes(outcome)) return false
  if (outcome === 'put-back') return flag.held
  return outcome !== 'removed' || flag.messageId !== null || flag.held
}

const needsSecond = (flag: FlagFacts, actorId: string): boolean => {
  if (proposed(flag, 'no-problem')) return flag.proposedById === actorId
  return isSerious(flag.level) || flag.loweredById === actorId
}

/** Somebody proposes what takes two people beforehand. */
export const propose = (flag: FlagFacts, actorId: string, outcome: Outcome, more: FlagChanges): Step => ({
  type: 'moved',
  audit: 'proposed',
  changes: {
    ...noProposal(flag),
    state: 'awaiting',
    ownerId: flag.ownerId ?? actorId,
    proposedOutcome: outcome,
    proposedById: actorId,
    ...more,
  },
  codes: { outcome, level: flag.level, ...(more.measure ? { measure: more.measure } : {}) },
})

/** Closes the flag. `more` is what a measure changes beside. */
export const close = (
  flag: FlagFacts,
  { actorId, at }: Press,
  { outcome, reason, passedOn }: Pick<Decide, 'outcome' | 'reason' | 'passedOn'>,
  more: FlagChanges,
): Step => ({
  type: 'moved',
  audit: 'closed',
  changes: {
    ...noProposal(flag),
    state: 'closed',
    ownerId: flag.ownerId ?? actorId,
    outcome,
    reason: reason ?? null,
    decidedById: actorId,
    closedAt: at,
    firstById: firstBy(flag, actorId, outcome),
    told: null,
    ...more,
  },
  codes: {
    outcome,
    level: flag.level,
    ...(reason === undefined ? {} : { reason }),
    ...(more.measure ? { measure: more.measure } : {}),
    ...(passedOn === undefined || outcome !== 'passed-on' ? {} : passOnCodes(passedOn)),
    ...(proposed(flag, outcome) ? { confirms: 'proposal' } : {}),
  },
})

/**
 * Who did alone what a second person looks at afterwards: making safe, and passing on in an acute case. Another person
 * who closes it later has looked.
 */
const firstBy = (flag: FlagFacts, actorId: string, outcome: Outcome): string | null => {
  if (outcome === 'made-safe' || (outcome === 'passed-on' && flag.level === 'acuut')) return actorId
  return flag.firstById === actorId ? actorId : null
}
