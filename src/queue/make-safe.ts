import { close, propose } from './decide.ts'
import { canBeLifted, LONGEST_PAUSE, PAUSES, stands } from './measures.ts'
import { outcomesFor, type Outcome } from './outcomes.ts'
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

type MeasureAct = Extract<FlagAct, { type: 'measure' }>

/**
 * A person makes somebody safe: pause, kick or ban of the writer. One person does it at once, and a second looks at it
 * within the next opening; a ban without danger takes two beforehand. Never for a worry (design decisions 1 and 6,
 * safeguards).
 */
export const makeSafe = (flag: FlagFacts, press: Press, act: MeasureAct): Step => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  if (!possible.includes('made-safe')) return refused('outcome-not-allowed')
  if (flag.authorId === null) return refused('nobody-known')
  if (flag.measure === act.measure && stands(flag.measureState)) {
    return flag.decidedById === press.actorId ? SAME : refused('closed')
  }
  return act.measure === 'ban' && !act.danger
    ? banForTwo(flag, press)
    : close(
        flag,
        press,
        act.danger ? { outcome: 'made-safe', reason: 'danger' } : { outcome: 'made-safe' },
        taken(press, act),
      )
}

/** The row of a measure that Discord must now be asked for. */
const taken = ({ at }: Press, { measure, minutes = PAUSES[0] }: Omit<MeasureAct, 'danger'>): FlagChanges => ({
  measure,
  measureState: 'wanted',
  measureAt: at,
  measureUntil:
    measure === 'pause' ? new Date(at.getTime() + Math.min(minutes, LONGEST_PAUSE) * 60_000) : null,
})

const banForTwo = (flag: FlagFacts, press: Press): Step => {
  const { actorId, seenVersion } = press
  if (isReporter(flag, actorId)) return refused('own-report')
  if (flag.state === 'closed') return refused('closed')
  if (flag.state === 'claimed' && flag.ownerId !== actorId) return refused('not-owner')
  if (isProposedBan(flag)) return flag.proposedById === actorId ? SAME : confirmBan(flag, press)
  if (seenVersion !== undefined && seenVersion < flag.version) return refused('stale')
  return propose(flag, actorId, 'made-safe', { measure: 'ban', measureState: 'proposed' })
}

const isProposedBan = (flag: FlagFacts): boolean =>
  flag.state === 'awaiting' && flag.measureState === 'proposed'

/** Two people looked beforehand: nobody has to look afterwards. */
const confirmBan = (flag: FlagFacts, press: Press): Step => {
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  // It may have become a worry while it waited.
  if (!possible.includes('made-safe')) return refused('outcome-not-allowed')
  return close(
    flag,
    press,
    { outcome: 'made-safe' },
    { ...taken(press, { type: 'measure', measure: 'ban' }), firstById: null },
  )
}

/** The second person says yes: to a proposed ban, or to what the first did alone. */
export const confirm = (flag: FlagFacts, press: Press): Step => {
  const ban = isProposedBan(flag)
  if (!ban && flag.firstById === null) return refused('nothing-waits')
  if ((ban ? flag.proposedById : flag.firstById) === press.actorId) return refused('same-person')
  if (isReporter(flag, press.actorId)) return refused('own-report')
  if (ban) return confirmBan(flag, press)
  return {
    type: 'moved',
    audit: 'confirmed',
    changes: { firstById: null, confirmDueAt: null },
    codes: { ...(flag.outcome === null ? {} : { outcome: flag.outcome }), ...measureCode(flag) },
  }
}

/** The second person undoes what the first did alone, and takes the flag. */
export const refute = (flag: FlagFacts, press: Press): Step => {
  if (flag.firstById === null) return refused('nothing-waits')
  if (flag.firstById === press.actorId) return refused('same-person')
  if (isReporter(flag, press.actorId)) return refused('own-report')
  return reopen(flag, press.actorId, press.actorId)
}

const UNDO_MS = 60_000

/** Whether a closing can still be undone. */
export const canBeUndone = (flag: Pick<FlagFacts, 'state' | 'closedAt'>, at: Date): boolean =>
  flag.state === 'closed' && flag.closedAt !== null && at.getTime() - flag.closedAt.getTime() < UNDO_MS

/** When that is over. */
export const undoableUntil = (closedAt: Date): Date => new Date(closedAt.getTime() + UNDO_MS)

/** Anybody who may decide takes a closing back within a minute; a measure goes back with it. */
export const undo = (flag: FlagFacts, press: Press): Step => {
  if (flag.state !== 'closed') return refused('nothing-waits')
  if (!canBeUndone(flag, press.at)) return refused('too-late')
  // Who decided it may take it back, also as the one who reported it: that only opens it again.
  if (isReporter(flag, press.actorId) && flag.decidedById !== press.actorId) return refused('own-report')
  return reopen(flag, press.actorId, flag.ownerId ?? press.actorId)
}

const reopen = (flag: FlagFacts, actorId: string, ownerId: string): Step => ({
  type: 'moved',
  audit: 'undone',
  changes: {
    state: 'claimed',
    ownerId,
    outcome: null,
    reason: null,
    decidedById: null,
    closedAt: null,
    idsUntil: null,
    firstById: null,
    confirmDueAt: null,
    told: null,
    ...noProposal(flag),
    ...(flag.measure !== null && stands(flag.measureState) && canBeLifted(flag.measure)
      ? { measureState: 'lifting' }
      : {}),
  },
  codes: {
    ...(flag.outcome === null ? {} : { outcome: flag.outcome }),
    ...measureCode(flag),
    by: flag.firstById === null || flag.firstById === actorId ? 'first' : 'second',
  },
})

const measureCode = ({ measure }: FlagFacts): { readonly measure?: string } =>
  measure === null ? {} : { measure }
