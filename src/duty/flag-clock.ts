import { z } from 'zod'
import type { FlagClock } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { FlagListener } from '../queue/deps.ts'
import { isReal, REAL } from '../queue/real.ts'
import { type FlagRow, flagRowOf, storedFlagOf } from '../queue/row.ts'
import { LEVELS } from '../screening/kinds.ts'
import type { Tx } from '../storage/db.ts'
import { insertRow } from '../storage/insert.ts'
import type { Timer } from '../storage/timers.ts'
import type { DutyDeps } from './deps.ts'
import { type DueStep, type LadderAgreements, nextStep } from './ladder.ts'
import { isOpenAt, openTime, type Stretch } from './open-time.ts'
import { stretchesSince } from './shift-rows.ts'
import { takeReminderBack, wantReminder } from './wishes.ts'

/** The clock of each flag that nobody has: rows, so that a restart forgets none, worked out anew when duty changes. */

export const LADDER_TIMER = 'ladder'
const keyOf = (flagId: string): string => `ladder:${flagId}`
const payloadSchema = z.object({ flagId: z.string() })

const ladderOf = ({ agreed }: Pick<DutyDeps, 'agreed'>, house: HouseId): LadderAgreements => {
  const { targetMinutes, duty, roles, contacts } = agreed(house)
  return {
    targetMinutes,
    after: duty.ladder,
    named: { backUp: roles.backUp !== undefined, responsible: contacts.responsible !== undefined },
  }
}

const stepOf = (
  deps: DutyDeps,
  house: HouseId,
  { runsFrom, spent, told }: FlagClock,
  level: FlagRow['level'],
  stretches: readonly Stretch[],
): DueStep | undefined =>
  runsFrom === null
    ? undefined
    : nextStep({ level, runsFrom, spentMs: spent * 1_000, told }, stretches, ladderOf(deps, house))

/** Sets the timer of the next step, or takes it away when none is to come as far as is known. */
const arm = async (
  deps: DutyDeps,
  tx: Tx,
  flag: Pick<FlagRow, 'id' | 'houseId' | 'level'>,
  clock: FlagClock,
  stretches: readonly Stretch[],
): Promise<void> => {
  const due = stepOf(deps, flag.houseId, clock, flag.level, stretches)
  const key = keyOf(flag.id)
  // Overdue in a house that is closed by now: it is set again when somebody is there.
  const waits = due !== undefined && due.at <= deps.now() && !isOpenAt(stretches, deps.now())
  if (due === undefined || waits) return deps.timers.cancel(tx, flag.houseId, key)
  await deps.timers.schedule(tx, {
    house: flag.houseId,
    key,
    kind: LADDER_TIMER,
    payload: { flagId: flag.id },
    dueAt: due.at,
  })
}

/** Acute while nobody is there: the on-call role hears it once, unless it was found long after it was said. */
const tellOnCall = async (
  deps: DutyDeps,
  tx: Tx,
  flag: FlagRow,
  clock: FlagClock,
  stretches: readonly Stretch[],
): Promise<void> => {
  const wanted =
    flag.level === 'acuut' &&
    flag.state === 'open' &&
    !flag.seenLate &&
    !clock.onCallTold &&
    deps.agreed(flag.houseId).roles.onCall !== undefined &&
    !isOpenAt(stretches, deps.now())
  if (!wanted) return
  await tx.flagClock.update({ where: { flagId: flag.id }, data: { onCallTold: true } })
  await wantReminder(deps, tx, flag, clock.round, 'on-call')
}

/** How the clock of a flag goes on after a move; undefined when it does not change. */
const movedClock = (
  clock: FlagClock,
  before: FlagRow | undefined,
  after: FlagRow,
  stretches: readonly Stretch[],
  now: Date,
): Partial<FlagClock> | undefined => {
  const lies = after.state === 'open'
  const heavier = before !== undefined && LEVELS.indexOf(after.level) > LEVELS.indexOf(before.level)
  const anew = { round: clock.round + 1, spent: 0, told: 0, onCallTold: false }
  if (before?.state === 'closed' && after.state !== 'closed') return { ...anew, runsFrom: lies ? now : null }
  // What became heavier must be taken within the time of its new level, from now on.
  if (heavier) return { ...anew, runsFrom: lies ? now : null }
  if (lies && clock.runsFrom === null) return { runsFrom: now }
  if (!lies && clock.runsFrom !== null) {
    const spent = clock.spent + Math.floor(openTime(stretches, clock.runsFrom, now) / 1_000)
    return { spent, runsFrom: null }
  }
  return undefined
}

const newClock = ({ id, houseId, state }: FlagRow, now: Date): FlagClock => ({
  flagId: id,
  houseId,
  round: 1,
  runsFrom: state === 'open' ? now : null,
  spent: 0,
  told: 0,
  onCallTold: false,
})

/** Keeps the clock of a flag with every move of it, in the same transaction. */
export const followFlag =
  (deps: DutyDeps): FlagListener =>
  async (tx, { before, after }) => {
    if (!isReal(after)) return
    const now = deps.now()
    // A flag that is being made has none.
    const found = before && (await tx.flagClock.findUnique({ where: { flagId: after.id } }))
    const clock = found ?? newClock(after, now)
    if (clock !== found) await insertRow(tx, 'FlagClock', clock)
    const since = clock.runsFrom ?? now
    const stretches = await stretchesSince(tx, after.houseId, deps.hours.of(after.houseId), since)
    const changes = clock !== found ? undefined : movedClock(clock, before, after, stretches, now)
    if (changes !== undefined) await tx.flagClock.update({ where: { flagId: after.id }, data: changes })
    const moved = { ...clock, ...changes }
    if (clock.runsFrom !== null && moved.runsFrom === null) {
      await takeReminderBack(deps, tx, after.houseId, after.id)
    }
    await arm(deps, tx, after, moved, stretches)
    await tellOnCall(deps, tx, after, moved, stretches)
  }

/** Every flag that lies open in a house, with its clock. */
const lyingOpen = async (tx: Tx, house: HouseId) => {
  const clocks = await tx.flagClock.findMany({ where: { houseId: house, runsFrom: { not: null } } })
  const open = await tx.flag.findMany({ where: { houseId: house, state: 'open', ...REAL } })
  const flags = new Map(open.map((row) => [row.id, flagRowOf(storedFlagOf(row))] as const))
  return clocks.flatMap((clock) => {
    const flag = flags.get(clock.flagId)
    return flag === undefined || clock.runsFrom === null ? [] : [{ clock, flag, runsFrom: clock.runsFrom }]
  })
}

/** Works out every clock of a house anew: somebody came or went, or the hours changed. */
export const rearmAll = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const waiting = await lyingOpen(tx, house)
  if (waiting.length === 0) return
  const since = new Date(Math.min(...waiting.map(({ runsFrom }) => runsFrom.getTime())))
  const stretches = await stretchesSince(tx, house, deps.hours.of(house), since)
  for (const { flag, clock } of waiting) {
    await arm(deps, tx, flag, clock, stretches)
    await tellOnCall(deps, tx, flag, clock, stretches)
  }
}

/** Gives a clock to open flags that have none: those of before there were clocks. */
export const startMissing = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const open = await tx.flag.findMany({
    where: { houseId: house, state: 'open', ...REAL },
    select: { id: true },
  })
  const known = await tx.flagClock.findMany({ where: { houseId: house }, select: { flagId: true } })
  const have = new Set(known.map(({ flagId }) => flagId))
  const runsFrom = deps.now()
  for (const { id } of open) {
    if (!have.has(id)) await tx.flagClock.create({ data: { flagId: id, houseId: house, runsFrom } })
  }
}

/** How long a flag has to wait still before the first step; for the general line, which waits as long. */
export const firstStepAt = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  flagId: string,
): Promise<Date | undefined> => {
  const clock = await tx.flagClock.findUnique({ where: { flagId } })
  const row = await tx.flag.findFirst({ where: { id: flagId, houseId: house } })
  if (clock === null || clock.runsFrom === null || row === null) return undefined
  const stretches = await stretchesSince(tx, house, deps.hours.of(house), clock.runsFrom)
  return stepOf(deps, house, { ...clock, told: 0 }, storedFlagOf(row).level, stretches)?.at
}

/**
 * A step may be due. Everything is looked at again: what was taken, became lighter, or lies in a house that closed
 * meanwhile is told to nobody; its clock goes on when somebody is there again.
 */
export const fireLadder = async (deps: DutyDeps, tx: Tx, timer: Timer): Promise<void> => {
  const { flagId } = payloadSchema.parse(timer.payload)
  const clock = await tx.flagClock.findUnique({ where: { flagId } })
  const row = await tx.flag.findFirst({ where: { id: flagId, houseId: timer.houseId, state: 'open' } })
  if (clock === null || clock.runsFrom === null || row === null) return
  const flag = flagRowOf(storedFlagOf(row))
  const now = deps.now()
  const stretches = await stretchesSince(tx, flag.houseId, deps.hours.of(flag.houseId), clock.runsFrom)
  const due = stepOf(deps, flag.houseId, clock, flag.level, stretches)
  if (due === undefined || due.at > now || !isOpenAt(stretches, now)) {
    return arm(deps, tx, flag, clock, stretches)
  }
  const { count } = await tx.flagClock.updateMany({
    where: { flagId, round: clock.round, told: clock.told },
    data: { told: due.number },
  })
  if (count !== 1) return
  await wantReminder(deps, tx, flag, clock.round, due.step)
  await arm(deps, tx, flag, { ...clock, told: due.number }, stretches)
}
