import { BACK_OUTCOMES } from '../holding/standing.ts'
import type { HouseId } from '../house/id.ts'
import type { FlagsDeps } from './deps.ts'
import { type ObjectInput, object, type ObjectionRefusal } from './objection.ts'
import { OBJECTIONABLE, OUTCOMES, type Outcome } from './outcomes.ts'
import type { Reopened } from './reopen.ts'

/** A decision about somebody's own message that they can object to. */
export interface OpenDecision {
  readonly flagId: string
  readonly at: Date
  readonly outcome: Outcome
}
/** An objection that somebody made. `looked`: another person looked; more is not told. */
export interface OwnObjection {
  readonly at: Date
  readonly state: 'received' | 'stays' | 'changed' | 'looked'
  /** What was decided instead. */
  readonly outcome: Outcome | undefined
}
export interface Objections {
  /** What somebody can object to now, the newest first. */
  possible(house: HouseId, userId: string): Promise<readonly OpenDecision[]>
  made(house: HouseId, userId: string): Promise<readonly OwnObjection[]>
  object(input: ObjectInput): Promise<Reopened<ObjectionRefusal>>
}

const MOST = 25
const heldOf = (authorId: string) => ({ authorId, state: 'held' })
const outcomeOf = (code: string | null): Outcome | undefined => OUTCOMES.find((known) => known === code)

/** What was passed on is told by a person, when that is safe; never by a list. */
const resultOf = (
  before: string,
  flag: { readonly state: string; readonly outcome: string | null },
): Pick<OwnObjection, 'state' | 'outcome'> => {
  if (flag.state !== 'closed') return { state: 'received', outcome: undefined }
  if (flag.outcome === before) return { state: 'stays', outcome: undefined }
  const outcome = outcomeOf(flag.outcome)
  return outcome === undefined || outcome === 'passed-on'
    ? { state: 'looked', outcome: undefined }
    : { state: 'changed', outcome }
}

/** Objections of writers to what was decided about their messages. */
export const createObjections = (deps: FlagsDeps): Objections => ({
  async possible(house, userId) {
    const rows = await deps.db.flag.findMany({
      where: {
        houseId: house,
        state: 'closed',
        objection: null,
        OR: [
          { authorId: userId, kind: { not: 'worry' }, outcome: { in: [...OBJECTIONABLE] } },
          { outcome: { notIn: [...BACK_OUTCOMES] }, heldMessages: { some: heldOf(userId) } },
        ],
      },
      orderBy: { closedAt: 'desc' },
      take: MOST,
      select: {
        id: true,
        closedAt: true,
        changedAt: true,
        outcome: true,
        heldMessages: { where: heldOf(userId), select: { messageId: true }, take: 1 },
      },
    })
    return rows.flatMap(({ id, closedAt, changedAt, outcome: code, heldMessages }) => {
      // Of a held message its writer knows that it is out, whatever else was done about it.
      const outcome = heldMessages.length > 0 ? 'removed' : outcomeOf(code)
      return outcome === undefined ? [] : [{ flagId: id, at: closedAt ?? changedAt, outcome }]
    })
  },
  async made(house, userId) {
    const rows = await deps.db.objection.findMany({
      where: { houseId: house, authorId: userId },
      orderBy: { createdAt: 'desc' },
      include: { flag: { select: { state: true, outcome: true } } },
    })
    return rows.map(({ createdAt, outcomeBefore, flag }) => ({
      at: createdAt,
      ...resultOf(outcomeBefore, flag),
    }))
  },
  object: (input) => object(deps, input),
})
