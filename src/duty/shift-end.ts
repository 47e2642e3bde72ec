import type { DutyShift } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { IN_HANDS, moveHands } from '../queue/hands.ts'
import type { Tx } from '../storage/db.ts'
import { talksOf } from '../talks/hands.ts'
import { type DutyDeps, idsUntil } from './deps.ts'
import { withdrawOffer } from './hand-over-rows.ts'
import type { ShiftEnd } from './shift-rows.ts'
import { wantLeftOver } from './wishes.ts'

/** Ends a shift. @returns false when another did so at the same moment, which is as good */
export const endShift = async (
  deps: DutyDeps,
  tx: Tx,
  shift: Pick<DutyShift, 'id' | 'houseId' | 'openFor'>,
  at: Date,
  by: ShiftEnd,
): Promise<boolean> => {
  const { count } = await tx.dutyShift.updateMany({
    where: { id: shift.id, endedAt: null },
    data: { endedAt: at, endedBy: by, openFor: null },
  })
  if (count !== 1) return false
  const house = shift.houseId as HouseId
  await writeAudit(tx, {
    house,
    at: deps.now(),
    act: 'duty-ended',
    ...(shift.openFor === null ? {} : { actorId: shift.openFor }),
    codes: { by },
    idsUntil: idsUntil(deps, house, at),
  })
  return true
}

/**
 * It closes: whoever is still on duty stops by itself, and what they had waits in the queue for whoever comes next. A
 * private talk stays with its worker: the young person hears in the thread that the house closes, and talks on with the
 * same face. What was left is told to the team.
 */
export const endShiftsOf = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  at: Date,
  by: ShiftEnd,
): Promise<void> => {
  const shifts = await tx.dutyShift.findMany({
    where: { houseId: house, openFor: { not: null }, startedAt: { lt: at } },
  })
  const left = { flags: 0, talks: 0 }
  for (const shift of shifts) {
    if (shift.openFor === null || !(await endShift(deps, tx, shift, at, by))) continue
    await withdrawOffer(deps, tx, house, shift.openFor)
    const hands = { house, from: shift.openFor, states: IN_HANDS, why: 'closing' } as const
    left.flags += (await moveHands(deps.queue(), tx, hands)).released
    left.talks += (await talksOf(tx, house, shift.openFor)).ongoing.length
  }
  if (left.flags + left.talks === 0) return
  const row = await tx.houseOpening.findUnique({ where: { houseId: house } })
  if (row !== null) await wantLeftOver(deps, tx, house, row.queueChannelId, at, left)
}
