import { z } from 'zod'
import type { HouseOpening } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { REAL } from '../queue/real.ts'
import { LEVELS } from '../screening/kinds.ts'
import { readJson } from '../storage/json.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { DutyDeps } from './deps.ts'
import { fireDigest, wantOpeningDigest } from './quiet.ts'
import { rearmAll, startMissing } from './flag-clock.ts'
import { nextOpening, type Opening, openingOf } from './opening.ts'
import { endShiftsOf } from './shift-end.ts'
import { isOpenNow } from './shift-rows.ts'
import { LINKED, wantClosingLine, wantSummary, wantUnmanned } from './wishes.ts'

/** The hours of a house as timers: it opens, nobody comes, it closes. */
export const HOUSE_TIMERS = ['house-opens', 'house-unmanned', 'house-closes', 'house-digest'] as const
export type HouseTimer = (typeof HOUSE_TIMERS)[number]

const MINUTE = 60_000

/** The channels of a house, as the edge found them. */
export interface Rooms {
  readonly queueChannelId: string
  readonly closingChannelIds: readonly string[]
}

const linesOf = (row: HouseOpening): readonly string[] =>
  readJson(z.array(z.string()), row.lineChannelIds, 'HouseOpening.lineChannelIds')

const stateOf = (tx: Tx, house: HouseId): Promise<HouseOpening | null> =>
  tx.houseOpening.findUnique({ where: { houseId: house } })

const setTimer = (deps: DutyDeps, tx: Tx, house: HouseId, kind: HouseTimer, dueAt: Date | undefined) =>
  dueAt === undefined
    ? deps.timers.cancel(tx, house, kind)
    : deps.timers.schedule(tx, { house, key: kind, kind, payload: { at: dueAt.toISOString() }, dueAt })

/** Sets when the house opens and closes next, as its hours are now. */
const armHours = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<Opening | undefined> => {
  const now = deps.now()
  const hours = deps.hours.of(house)
  const here = openingOf(hours, now)
  const next = nextOpening(hours, now)
  await setTimer(deps, tx, house, 'house-opens', next)
  const closes = here?.until ?? (next && openingOf(hours, next)?.until)
  await setTimer(deps, tx, house, 'house-closes', closes)
  return here
}

/** From now on the house waits so long for somebody, in its opening hours. */
export const armUnmanned = async (deps: DutyDeps, tx: Tx, house: HouseId, from: Date): Promise<void> => {
  const minutes = deps.agreed(house).duty.unmannedMinutes
  await setTimer(deps, tx, house, 'house-unmanned', new Date(from.getTime() + minutes * MINUTE))
}

/**
 * Writes down whether the house is open now, and does what follows when that changed: the closing line goes, clocks run
 * or stop, acute flags reach the on-call role.
 */
export const settle = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<boolean> => {
  const now = deps.now()
  const row = await stateOf(tx, house)
  if (row === null) return false
  const open = await isOpenNow(tx, house, deps.hours.of(house), now)
  if (open === (row.openSince !== null)) return open
  const { count } = await tx.houseOpening.updateMany({
    where: { houseId: house, openSince: row.openSince },
    data: open ? { openSince: now } : { openSince: null, closedSince: now },
  })
  if (count !== 1) return open
  if (open) {
    await deps.timers.cancel(tx, house, 'house-unmanned')
    await wantClosingLine(deps, tx, house, linesOf(row), 'over')
  }
  await rearmAll(deps, tx, house)
  return open
}

/** A timer that is due and did not fire yet does what it must first; it sets the others itself. */
const isOverdue = async (tx: Tx, house: HouseId, key: HouseTimer, now: Date): Promise<boolean> => {
  const where = { houseId_key: { houseId: house, key } }
  const row = await tx.timer.findUnique({ where, select: { dueAt: true, firedAt: true } })
  return row !== null && row.firedAt === null && row.dueAt <= now
}

/** A house arrived: its row, its timers, and a clock for every flag that lies open. */
export const arrive = async (deps: DutyDeps, tx: Tx, house: HouseId, rooms: Rooms): Promise<void> => {
  const now = deps.now()
  const places = {
    queueChannelId: rooms.queueChannelId,
    lineChannelIds: JSON.stringify(rooms.closingChannelIds),
  }
  const known = await stateOf(tx, house)
  await tx.houseOpening.upsert({
    where: { houseId: house },
    create: { houseId: house, ...places, closedSince: now },
    update: places,
  })
  const overdue =
    (await isOverdue(tx, house, 'house-opens', now)) || (await isOverdue(tx, house, 'house-closes', now))
  if (!overdue) {
    const here = await armHours(deps, tx, house)
    // A bot that starts for the first time in the middle of an opening waits as long as at its begin.
    if (known === null && here !== undefined) await armUnmanned(deps, tx, house, now)
  }
  await startMissing(deps, tx, house)
  await settle(deps, tx, house)
  await rearmAll(deps, tx, house)
}

/** Whether the timers of the hours, as they stood until now, say that the house was in an opening: it closes first. */
const wasInOpening = async (tx: Tx, house: HouseId): Promise<boolean> => {
  const rows = await tx.timer.findMany({
    where: { houseId: house, key: { in: ['house-opens', 'house-closes'] }, firedAt: null },
    select: { key: true, dueAt: true },
  })
  const due = (key: HouseTimer): number =>
    rows.find((row) => row.key === key)?.dueAt.getTime() ?? Number.POSITIVE_INFINITY
  return due('house-closes') < due('house-opens')
}

/** The hours changed: a holiday was set or taken back, or the house agreed on other hours. */
export const hoursChanged = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const row = await stateOf(tx, house)
  const wasIn = await wasInOpening(tx, house)
  const here = await armHours(deps, tx, house)
  const open = await settle(deps, tx, house)
  await rearmAll(deps, tx, house)
  // An opening that began by this change never fired its begin: from now on somebody is expected.
  if (here !== undefined && !wasIn && !open) await armUnmanned(deps, tx, house, deps.now())
  if (here === undefined && !open) await deps.timers.cancel(tx, house, 'house-unmanned')
  if (row === null || row.openSince === null || open) return
  // Closed in the middle of an opening: as at closing time.
  const now = deps.now()
  await endShiftsOf(deps, tx, house, now, 'closing')
  const next = nextOpening(deps.hours.of(house), now)
  await wantClosingLine(deps, tx, house, linesOf(row), { at: now, next })
}

const cameIn = async (tx: Tx, house: HouseId, since: Date) => {
  const levels = await tx.flag.groupBy({
    by: ['level'],
    where: { houseId: house, createdAt: { gte: since }, ...REAL },
    _count: { id: true },
  })
  const waiting = await tx.flag.findMany({
    where: { houseId: house, state: 'open', ...REAL },
    orderBy: [{ rank: 'desc' }, { createdAt: 'asc' }, { id: 'asc' }],
    take: LINKED,
    select: { id: true },
  })
  const talks = await tx.talk.count({ where: { houseId: house, state: 'waiting' } })
  return {
    levels: Object.fromEntries(
      LEVELS.flatMap((level) => {
        const { _count: counted } = levels.find((each) => each.level === level) ?? {}
        return counted === undefined ? [] : [[level, counted.id] as const]
      }),
    ),
    flagIds: waiting.map(({ id }) => id),
    talks,
  }
}

/** It opens: what came in meanwhile, once for each opening; and from now on somebody is expected. */
const fireOpens = async (deps: DutyDeps, tx: Tx, timer: Timer, row: HouseOpening): Promise<void> => {
  const house = timer.houseId
  const here = await armHours(deps, tx, house)
  // After a long silence of the bot this opening may be over: the next one tells it all.
  if (here === undefined || here.from.getTime() !== timer.dueAt.getTime()) return
  const came = await cameIn(tx, house, row.closedSince)
  if (Object.keys(came.levels).length + came.flagIds.length + came.talks > 0) {
    await wantSummary(deps, tx, house, row.queueChannelId, {
      opening: here.from,
      since: row.closedSince,
      ...came,
    })
  }
  await wantOpeningDigest(deps, tx, house, row.queueChannelId)
  if (!(await settle(deps, tx, house))) await armUnmanned(deps, tx, house, here.from)
}

/** It should be open and nobody is there: the back-up hears it, and the bot says honestly that nobody is. */
const fireUnmanned = async (deps: DutyDeps, tx: Tx, timer: Timer, row: HouseOpening): Promise<void> => {
  const house = timer.houseId
  const now = deps.now()
  const hours = deps.hours.of(house)
  const here = openingOf(hours, now)
  if (here === undefined || here.from > timer.dueAt || (await isOpenNow(tx, house, hours, now))) return
  const minutes = deps.agreed(house).duty.unmannedMinutes
  await wantUnmanned(deps, tx, house, row.queueChannelId, new Date(timer.dueAt.getTime() - minutes * MINUTE))
  await wantClosingLine(deps, tx, house, linesOf(row), { at: now, next: nextOpening(hours, now) })
}

/** It closes: whoever is still there stops, what they had goes back to the queue, and the line says so. */
const fireCloses = async (deps: DutyDeps, tx: Tx, timer: Timer, row: HouseOpening): Promise<void> => {
  const house = timer.houseId
  const now = deps.now()
  await endShiftsOf(deps, tx, house, timer.dueAt, 'closing')
  await armHours(deps, tx, house)
  await settle(deps, tx, house)
  const hours = deps.hours.of(house)
  if (openingOf(hours, now) !== undefined) return
  await deps.timers.cancel(tx, house, 'house-unmanned')
  await wantClosingLine(deps, tx, house, linesOf(row), { at: now, next: nextOpening(hours, now) })
}

/** Fires a timer of the hours of a house. */
export const fireHouse = async (deps: DutyDeps, tx: Tx, timer: Timer): Promise<boolean> => {
  const kind = HOUSE_TIMERS.find((known) => known === timer.kind)
  if (kind === undefined) return false
  const row = await stateOf(tx, timer.houseId)
  if (row === null) return true
  switch (kind) {
    case 'house-opens':
      await fireOpens(deps, tx, timer, row)
      break
    case 'house-unmanned':
      await fireUnmanned(deps, tx, timer, row)
      break
    case 'house-closes':
      await fireCloses(deps, tx, timer, row)
      break
    case 'house-digest':
      await fireDigest(deps, tx, timer, row.queueChannelId)
      break
  }
  return true
}
