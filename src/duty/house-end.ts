import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { stopAll } from '../queue/stop.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { stopTalks } from '../talks/stop.ts'
import { DAY, dateOf, instantOf, localDayOf } from './brussels.ts'
import { type DutyDeps, idsUntil } from './deps.ts'
import { endShiftsOf } from './shift-end.ts'

/** The end of a project: on its last day everything stops, and after the terms of the house nothing of anybody is left. */

export const END_TIMERS = ['house-ends', 'house-gone'] as const

const localDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY
const midnightAfter = (day: string): Date => new Date(instantOf(localDay(day) + 1, 0))

/** A day later than the longest term: what is forgotten by the day is forgotten before. */
const goneAfterDays = (deps: Pick<DutyDeps, 'agreed'>, house: HouseId): number => {
  const { auditIdsDays, openFlagDays, closedFlagDays } = deps.agreed(house).retention
  return Math.max(auditIdsDays, openFlagDays, closedFlagDays) + 1
}

/** The day by which nothing of anybody is left, for a house whose last day this is. */
export const goneBy = (deps: Pick<DutyDeps, 'agreed'>, house: HouseId, lastDay: string): string =>
  dateOf(localDay(lastDay) + 1 + goneAfterDays(deps, house))

/** Today in Brussels. */
export const today = (now: Date): string => dateOf(localDayOf(now.getTime()))

const setTimer = (deps: DutyDeps, tx: Tx, house: HouseId, kind: (typeof END_TIMERS)[number], dueAt: Date) =>
  deps.timers.schedule(tx, { house, key: kind, kind, payload: {}, dueAt })

const note = (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  act: 'house-end-set' | 'house-end-lifted' | 'house-ended',
  actorId: string | undefined,
  codes: Readonly<Record<string, string>>,
): Promise<void> => {
  const at = deps.now()
  return writeAudit(tx, {
    house,
    at,
    act,
    ...(actorId === undefined ? {} : { actorId }),
    codes,
    idsUntil: idsUntil(deps, house, at),
  })
}

/** Sets the last day of a house. It must be checked before that it is not in the past. */
export const setEnd = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  lastDay: string,
  decidedById: string,
): Promise<void> => {
  const decided = { lastDay, decidedById, decidedAt: deps.now() }
  await tx.houseEnd.upsert({
    where: { houseId: house },
    create: { houseId: house, ...decided },
    update: decided,
  })
  await setTimer(deps, tx, house, 'house-ends', midnightAfter(lastDay))
  await note(deps, tx, house, 'house-end-set', decidedById, { day: lastDay })
}

/** The house goes on after all. @returns false when it ended already, or was never to end */
export const liftEnd = async (deps: DutyDeps, tx: Tx, house: HouseId, actorId: string): Promise<boolean> => {
  const { count } = await tx.houseEnd.deleteMany({ where: { houseId: house, stoppedAt: null } })
  if (count !== 1) return false
  await deps.timers.cancel(tx, house, 'house-ends')
  await note(deps, tx, house, 'house-end-lifted', actorId, {})
  return true
}

/** The last day is over: whatever lay open is closed without a decision, and starts to be forgotten. */
const fireEnds = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const now = deps.now()
  const { count } = await tx.houseEnd.updateMany({
    where: { houseId: house, stoppedAt: null },
    data: { stoppedAt: now },
  })
  if (count !== 1) return
  await endShiftsOf(deps, tx, house, now, 'closing')
  const left = await stopAll(deps.queue(), tx, house)
  await stopTalks(deps.talks(), tx, house)
  await tx.staffMatter.updateMany({
    where: { houseId: house, state: { not: 'closed' } },
    data: {
      state: 'closed',
      closedAt: now,
      idsUntil: idsUntil(deps, house, now),
      version: { increment: 1 },
    },
  })
  await note(deps, tx, house, 'house-ended', undefined, { open: String(left) })
  const gone = new Date(now.getTime() + goneAfterDays(deps, house) * DAY)
  await setTimer(deps, tx, house, 'house-gone', gone)
}

/**
 * The terms are over: the rows go as well. What the audit holds by now are codes and times without anybody; it is only
 * ever added to. What the law wants kept keeps its house until that ends.
 */
const fireGone = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const mine = { where: { houseId: house } }
  const lasting = { where: { houseId: house, endedAt: null } }
  const kept = (await tx.legalHold.count(lasting)) + (await tx.matterHold.count(lasting))
  if (kept > 0) return setTimer(deps, tx, house, 'house-gone', new Date(deps.now().getTime() + DAY))
  await tx.legalHold.deleteMany(mine)
  await tx.heldMessage.deleteMany(mine)
  await tx.flagMessage.deleteMany(mine)
  await tx.flagNote.deleteMany(mine)
  await tx.finding.deleteMany(mine)
  await tx.objection.deleteMany(mine)
  await tx.report.deleteMany(mine)
  await tx.flag.deleteMany(mine)
  await tx.flagClock.deleteMany(mine)
  await tx.flagRound.deleteMany(mine)
  await tx.reportDraft.deleteMany(mine)
  await tx.matterHold.deleteMany(mine)
  await tx.staffReport.deleteMany(mine)
  await tx.staffMatter.deleteMany(mine)
  await tx.integrityConsent.deleteMany(mine)
  await tx.dataNote.deleteMany(mine)
  await tx.noticeRead.deleteMany(mine)
  await tx.talk.deleteMany(mine)
  await tx.contactTalk.deleteMany(mine)
  await tx.sentLine.deleteMany(mine)
  await tx.channelLimit.deleteMany(mine)
  await tx.dutyShift.deleteMany(mine)
  await tx.handOver.deleteMany(mine)
  await tx.houseClosure.deleteMany(mine)
  await tx.trialSample.deleteMany(mine)
  await tx.sentLine.deleteMany(mine)
  await tx.channelLimit.deleteMany(mine)
  await tx.channelCursor.deleteMany(mine)
  await tx.gap.deleteMany(mine)
  await tx.setupDraft.deleteMany(mine)
  await tx.timer.deleteMany({ where: { houseId: house, kind: { not: 'house-gone' } } })
  await tx.houseEnd.updateMany({ where: { houseId: house }, data: { decidedById: null } })
  // The notice stays, and says that the house has ended.
  await tx.outboxTarget.deleteMany({ where: { houseId: house, kind: { not: 'notice' } } })
}

/** Fires a timer of the end of a house. False for another. */
export const fireEnd = async (deps: DutyDeps, tx: Tx, timer: Timer): Promise<boolean> => {
  if (timer.kind === 'house-ends') await fireEnds(deps, tx, timer.houseId)
  else if (timer.kind === 'house-gone') await fireGone(deps, tx, timer.houseId)
  else return false
  return true
}
