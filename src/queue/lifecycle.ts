import { LEVELS, type Level } from '../screening/kinds.ts'
import { decide } from './decide.ts'
import { isSerious } from './outcomes.ts'
import { type FlagFacts, NO_PROPOSAL, type Press, refused, SAME, type Step } from './step.ts'

/**
 * Says what an act does to a flag. Pure: who may press at all (roles) is checked before, and what is answered here is
 * written by compare-and-swap on the version that was looked at.
 */
export const step = (flag: FlagFacts, press: Press): Step => {
  const { actorId, act } = press
  if (flag.authorId === actorId) return refused('own-flag')
  if (act.type === 'claim') return claim(flag, actorId)
  if (act.type === 'release') return release(flag, actorId)
  if (act.type === 'level') return setLevel(flag, press, act.level)
  if (act.type === 'decide') return decide(flag, press, act.outcome)
  act.type satisfies 'show'
  return { type: 'noted', audit: 'shown' }
}

const isReporter = (flag: FlagFacts, actorId: string): boolean => flag.reporterIds.includes(actorId)

/** Taking a flag that waits for its second person says: I looked, and I do not agree that it is nothing. */
const claim = (flag: FlagFacts, actorId: string): Step => {
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.ownerId === actorId) return SAME
  if (flag.state === 'claimed') return refused('already-claimed')
  return {
    type: 'moved',
    audit: 'claimed',
    changes: { state: 'claimed', ownerId: actorId, ...NO_PROPOSAL },
    codes: {},
  }
}

/** A reporter may put down what they hold: that decides nothing. */
const release = (flag: FlagFacts, actorId: string): Step => {
  if (flag.state === 'closed') return refused('closed')
  if (flag.state === 'open') return SAME
  if (flag.ownerId !== actorId) return refused('not-owner')
  return {
    type: 'moved',
    audit: 'released',
    changes: { state: 'open', ownerId: null, ...NO_PROPOSAL },
    codes: {},
  }
}

/**
 * Anybody who may decide can change the level, without taking the flag first. Who brings it below red counts as the
 * first of the two people that a red flag needs: otherwise one person could close it by calling it light.
 */
const setLevel = (flag: FlagFacts, { actorId, seenVersion }: Press, level: Level): Step => {
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.level === level) return SAME
  if (seenVersion !== undefined && seenVersion < flag.version) return refused('stale')
  const lower = LEVELS.indexOf(level) < LEVELS.indexOf(flag.level)
  // The second person must see what the first one proposed to close, not a lighter picture of it.
  if (lower && flag.state === 'awaiting' && flag.proposedById === actorId) return refused('same-person')
  const lowered = isSerious(level)
    ? { loweredById: null }
    : isSerious(flag.level)
      ? { loweredById: actorId }
      : {}
  return {
    type: 'moved',
    audit: 'level',
    changes: { level, ...lowered },
    codes: { from: flag.level, to: level },
  }
}
