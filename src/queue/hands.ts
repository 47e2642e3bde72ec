import type { HouseId } from '../house/id.ts'
import type { Category, Kind } from '../screening/kinds.ts'
import type { Db, Tx } from '../storage/db.ts'
import { writeAudit } from './audit.ts'
import { wantConsequences } from './consequences.ts'
import { ChangedMeanwhile, daysAfter, type FlagsDeps, tellMoved, wantCard } from './deps.ts'
import { step } from './lifecycle.ts'
import { drillCode, isReal } from './real.ts'
import { flagRowOf, isHeld, type State, type StoredFlag, storedFlagOf } from './row.ts'
import type { FlagAct, FlagFacts, Step } from './step.ts'

/**
 * Everything that somebody has in hands, moved at once: handed over to a colleague, or put back in the queue. Each flag
 * takes the step that its life cycle has for it, in one transaction with what causes it.
 */

/** What somebody took and nobody else must look at: a flag that waits for a second person waits for others already. */
export const IN_HANDS: readonly State[] = ['claimed']
/** For somebody who is no longer of the team: a proposal of theirs does not stand either. */
export const OF_WHO_LEFT: readonly State[] = ['claimed', 'awaiting']

export interface Hands {
  readonly house: HouseId
  readonly from: string
  readonly states: readonly State[]
  /** Why it moves: a code for the audit. */
  readonly why: 'hand-over' | 'duty-ended' | 'closing' | 'left'
  /** Who did it; left out when nobody did. */
  readonly actorId?: string
  /** Who gets it. What they may not have goes back to the queue, and nobody is told why. */
  readonly to?: {
    readonly memberId: string
    readonly maySee: (about: { readonly category: Category; readonly kind: Kind }) => boolean
  }
}
/** How many; a drill moves with the others and is not counted. */
export interface MovedHands {
  readonly passed: number
  readonly released: number
}

type Moved = Extract<Step, { type: 'moved' }>

/** The flags that somebody has, the heaviest first. */
export const flagsOf = (
  db: Db | Tx,
  house: HouseId,
  ownerId: string,
  states: readonly State[] = IN_HANDS,
): Promise<readonly { readonly id: string }[]> =>
  db.flag.findMany({
    where: { houseId: house, ownerId, state: { in: [...states] } },
    orderBy: [{ rank: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })

const readFacts = async (
  tx: Tx,
  flagId: string,
): Promise<{ readonly flag: StoredFlag; readonly facts: FlagFacts }> => {
  const { reports, heldMessages, messages, ...row } = await tx.flag.findUniqueOrThrow({
    where: { id: flagId },
    include: {
      reports: { select: { reporterId: true } },
      heldMessages: { select: { state: true } },
      messages: { distinct: ['authorId'], select: { authorId: true } },
    },
  })
  const flag = storedFlagOf(row)
  const otherAuthorIds = messages.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]))
  const reporterIds = reports.map(({ reporterId }) => reporterId)
  return { flag, facts: { ...flag, held: isHeld(heldMessages), otherAuthorIds, reporterIds } }
}

/** @throws ChangedMeanwhile when somebody wrote the flag meanwhile: all is read again */
const write = async (
  deps: FlagsDeps,
  tx: Tx,
  flag: StoredFlag,
  { audit, changes, codes }: Moved,
  { why, actorId }: Hands,
): Promise<void> => {
  const at = deps.now()
  const data = { ...changes, version: flag.version + 1, changedAt: at }
  const { count } = await tx.flag.updateMany({ where: { id: flag.id, version: flag.version }, data })
  if (count !== 1) throw new ChangedMeanwhile()
  const after: StoredFlag = { ...flag, ...data }
  const entry = {
    house: flag.houseId,
    at,
    flagId: flag.id,
    fromState: flag.state,
    toState: after.state,
    codes: { ...codes, why, ...drillCode(flag) },
    idsUntil: daysAfter(at, deps.retention(flag.houseId).auditIdsDays),
  }
  await writeAudit(tx, { ...entry, act: audit, ...(actorId === undefined ? {} : { actorId }) })
  if (audit === 'passed' && typeof changes.ownerId === 'string')
    await writeAudit(tx, { ...entry, act: 'received', actorId: changes.ownerId })
  await wantCard(deps, tx, after)
  await wantConsequences(deps, tx, flag, after)
  await tellMoved(deps, tx, { audit, actorId, before: flagRowOf(flag), after: flagRowOf(after) })
}

/** Moves what somebody has; never a flag without an owner or a place in the queue. */
export const moveHands = async (deps: FlagsDeps, tx: Tx, hands: Hands): Promise<MovedHands> => {
  const { house, from, states, to } = hands
  const moved = { passed: 0, released: 0 }
  for (const { id } of await flagsOf(tx, house, from, states)) {
    const { flag, facts } = await readFacts(tx, id)
    const does = (act: FlagAct): Moved | undefined => {
      const decided = step(facts, { actorId: from, act, at: deps.now() })
      return decided.type === 'moved' ? decided : undefined
    }
    const pass = to !== undefined && to.maySee(flag) ? does({ type: 'pass', to: to.memberId }) : undefined
    // The writer of a flag cannot own it; should a row say so all the same, it is put back without their act.
    const release = does({ type: 'release' }) ?? PUT_BACK
    await write(deps, tx, flag, pass ?? release, hands)
    if (!isReal(flag)) continue
    if (pass === undefined) moved.released += 1
    else moved.passed += 1
  }
  return moved
}

const PUT_BACK: Moved = {
  type: 'moved',
  audit: 'released',
  changes: { state: 'open', ownerId: null, proposedOutcome: null, proposedById: null },
  codes: {},
}
