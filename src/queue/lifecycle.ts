import { LEVELS, type Level } from '../screening/kinds.ts'
import { decide } from './decide.ts'
import { confirm, makeSafe, refute, undo } from './make-safe.ts'
import { isBarred } from './objection-bar.ts'
import { isSerious } from './outcomes.ts'
import { passOnCodes } from './pass-on.ts'
import { practise } from './practise.ts'
import { tell } from './tell.ts'
import { type FlagFacts, isReporter, noProposal, type Press, refused, SAME, type Step } from './step.ts'

/**
 * Says what an act does to a flag. Pure: who may press at all (roles) is checked before, and what is answered here is
 * written by compare-and-swap on the version that was looked at.
 */
export const step = (flag: FlagFacts, press: Press): Step => {
  const { actorId, act } = press
  if (isWriter(flag, actorId)) return refused('own-flag')
  if (isBarred(flag, press)) return refused('barred')
  const practised = practise(flag, act)
  if (practised !== undefined) return practised
  switch (act.type) {
    case 'claim':
      return claim(flag, actorId)
    case 'pass':
      return pass(flag, press, act.to)
    case 'release':
      return release(flag, actorId)
    case 'level':
      return setLevel(flag, press, act.level)
    case 'decide':
      return decide(flag, press, act)
    case 'measure':
      return makeSafe(flag, press, act)
    case 'confirm':
      return flag.state === 'awaiting' && flag.proposedOutcome === 'no-problem'
        ? decide(flag, press, { type: 'decide', outcome: 'no-problem' })
        : confirm(flag, press)
    case 'refute':
      return refute(flag, press)
    case 'undo':
      return undo(flag, press)
    case 'show':
      return { type: 'noted', audit: 'shown' }
    case 'answer':
      return answer(flag, actorId)
    case 'record':
      return record(flag, actorId, act)
    case 'print':
      return flag.state === 'closed' && flag.outcome === 'passed-on'
        ? { type: 'noted', audit: 'printed' }
        : refused('outcome-not-allowed')
    case 'tell':
      return tell(flag, press, act)
  }
}

const isWriter = (flag: FlagFacts, id: string): boolean =>
  flag.authorId === id || flag.otherAuthorIds.includes(id)

/** Taking a flag that waits for its second person says: I looked, and I do not agree with what is proposed. */
const claim = (flag: FlagFacts, actorId: string): Step => {
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.ownerId === actorId) return SAME
  if (flag.state === 'claimed') return refused('already-claimed')
  return {
    type: 'moved',
    audit: 'claimed',
    changes: { state: 'claimed', ownerId: actorId, ...noProposal(flag) },
    codes: {},
  }
}

/**
 * Hands the flag to a colleague, who may put it down again. Somebody who is part of it cannot get it, and that is
 * refused without a why: "she reported it" is not for colleagues to know.
 */
const pass = (flag: FlagFacts, { actorId }: Press, to: string): Step => {
  if (flag.state === 'closed') return refused('closed')
  if (flag.state !== 'open' && flag.ownerId !== actorId) return refused('not-owner')
  if (flag.state === 'open' && isReporter(flag, actorId)) return refused('own-report')
  if (isWriter(flag, to) || isReporter(flag, to) || flag.barredId === to) return refused('cannot-take')
  if (flag.ownerId === to) return SAME
  return {
    type: 'moved',
    audit: 'passed',
    changes: { state: 'claimed', ownerId: to, ...noProposal(flag) },
    codes: {},
  }
}

/** The questions help whoever has the flag; answering what nobody has takes it, as deciding does. */
const answer = (flag: FlagFacts, actorId: string): Step => {
  if (flag.state === 'open') return claim(flag, actorId)
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.ownerId !== actorId) return refused('not-owner')
  return { type: 'noted', audit: 'answered' }
}

/** Whoever passed it on writes down how, also when it had to be quick and the words came later. */
const record = (
  flag: FlagFacts,
  actorId: string,
  { passedOn }: Extract<Press['act'], { type: 'record' }>,
): Step => {
  if (flag.state !== 'closed' || flag.outcome !== 'passed-on') return refused('outcome-not-allowed')
  if (flag.decidedById !== actorId) return refused('not-decider')
  return { type: 'noted', audit: 'recorded', codes: passOnCodes(passedOn) }
}

/** A reporter may put down what they hold: that decides nothing. */
const release = (flag: FlagFacts, actorId: string): Step => {
  if (flag.state === 'closed') return refused('closed')
  if (flag.state === 'open') return SAME
  if (flag.ownerId !== actorId) return refused('not-owner')
  return {
    type: 'moved',
    audit: 'released',
    changes: { state: 'open', ownerId: null, ...noProposal(flag) },
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
