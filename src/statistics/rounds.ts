import type { FlagRound } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { openTime } from '../duty/open-time.ts'
import { stretchesSince } from '../duty/shift-rows.ts'
import type { OpeningHours } from '../policy/schema.ts'
import type { FlagListener, FlagMoved } from '../queue/deps.ts'
import { isReal } from '../queue/real.ts'
import type { FlagRow } from '../queue/row.ts'
import type { AuditAct } from '../queue/step.ts'
import { LEVELS, type Level } from '../screening/kinds.ts'
import type { Tx } from '../storage/db.ts'
import { insertRow } from '../storage/insert.ts'
import { addCount } from './counts.ts'

/**
 * How soon somebody looked at each flag, written down while it happens: the audit, from which it could be worked out,
 * forgets which flag was which. A flag that opens again begins a new round.
 */
export interface RoundsDeps {
  readonly newId: () => string
  readonly now: () => Date
  readonly hours: (house: HouseId) => OpeningHours
  readonly targetMinutes: (house: HouseId) => Readonly<Record<Level, number>>
}

/** What a person does who looks at it: the first of these is "the first human". */
const LOOKED: ReadonlySet<AuditAct> = new Set(['claimed', 'passed', 'proposed', 'closed'])

const seconds = (ms: number): number => Math.max(0, Math.round(ms / 1_000))

const opensAgain = ({ audit, before, after }: FlagMoved): boolean =>
  before?.state === 'closed' && after.state !== 'closed' && audit !== 'undone'

const NOT_ENDED = { closedAt: null, closedSeconds: null, closedOpenSeconds: null, outcome: null } as const

const newRound = ({ newId }: RoundsDeps, { id, houseId, category, level }: FlagRow, at: Date): FlagRound => ({
  id: newId(),
  houseId,
  flagId: id,
  category,
  level,
  startedAt: at,
  clockFrom: at,
  firstSeconds: null,
  firstOpenSeconds: null,
  overdue: null,
  ...NOT_ENDED,
})

type Changes = Partial<Omit<FlagRound, 'id' | 'houseId' | 'flagId'>>

/** Milliseconds between two moments while the house was open. */
type OpenBetween = (from: Date, to: Date) => number

/** Somebody took it, for the first time. */
const looked = (
  deps: RoundsDeps,
  round: FlagRound,
  { before, after }: FlagMoved,
  now: Date,
  open: OpenBetween,
): Changes => {
  // What they do may change its level too; in time is by the one that it had.
  const level = before?.level ?? after.level
  const target = deps.targetMinutes(after.houseId)[level] * 60_000
  return {
    firstSeconds: seconds(now.getTime() - round.startedAt.getTime()),
    firstOpenSeconds: seconds(open(round.startedAt, now)),
    overdue: open(round.clockFrom, now) > target,
  }
}

const ended = (round: FlagRound, { outcome }: FlagRow, now: Date, open: OpenBetween): Changes => ({
  closedAt: now,
  closedSeconds: seconds(now.getTime() - round.startedAt.getTime()),
  closedOpenSeconds: seconds(open(round.startedAt, now)),
  outcome,
})

const isHeavier = ({ before, after }: FlagMoved): boolean =>
  before !== undefined && LEVELS.indexOf(after.level) > LEVELS.indexOf(before.level)

/** What a move of a flag changes in its round. */
const changesOf = (
  deps: RoundsDeps,
  round: FlagRound,
  moved: FlagMoved,
  now: Date,
  open: OpenBetween,
): Changes => {
  const { audit, actorId, before, after } = moved
  const firstNow = round.firstSeconds === null && actorId !== undefined && LOOKED.has(audit)
  const closes = after.state === 'closed' && before?.state !== 'closed'
  const opens = after.state !== 'closed' && before?.state === 'closed'
  return {
    ...(round.category === after.category ? {} : { category: after.category }),
    ...(round.level === after.level ? {} : { level: after.level }),
    ...(isHeavier(moved) && round.firstSeconds === null && !firstNow ? { clockFrom: now } : {}),
    ...(firstNow ? looked(deps, round, moved, now, open) : {}),
    ...(closes ? ended(round, after, now, open) : {}),
    ...(opens ? NOT_ENDED : {}),
    // Escalating also goes from what was closed as something else.
    ...(after.state === 'closed' && !closes && round.outcome !== after.outcome
      ? { outcome: after.outcome }
      : {}),
  }
}

/** A measure that is now asked of Discord: by a person, or (never) without one. */
const countMeasure = async (tx: Tx, { actorId, before, after }: FlagMoved, now: Date): Promise<void> => {
  if (after.measureState !== 'wanted') return
  const same = before?.measureState === 'wanted' && before.measureAt?.getTime() === after.measureAt?.getTime()
  if (same) return
  await addCount(tx, after.houseId, actorId === undefined ? 'measure:automatic' : 'measure:person', now)
}

/** Keeps the rounds of a flag with every move of it, in the same transaction; a drill has none. */
export const followRounds =
  (deps: RoundsDeps): FlagListener =>
  async (tx, moved) => {
    const { before, after } = moved
    if (!isReal(after)) return
    const now = deps.now()
    await countMeasure(tx, moved, now)
    if (before === undefined || opensAgain(moved)) {
      await insertRow(tx, 'FlagRound', newRound(deps, after, before === undefined ? after.createdAt : now))
      return
    }
    const round =
      (await tx.flagRound.findFirst({ where: { flagId: after.id }, orderBy: { startedAt: 'desc' } })) ??
      // From before there were rounds.
      (await tx.flagRound.create({ data: newRound(deps, before, before.createdAt) }))
    const stretches = await stretchesSince(tx, after.houseId, deps.hours(after.houseId), round.startedAt)
    const changes = changesOf(deps, round, moved, now, (from, to) => openTime(stretches, from, to))
    if (Object.keys(changes).length > 0)
      await tx.flagRound.update({ where: { id: round.id }, data: changes, select: { id: true } })
  }
