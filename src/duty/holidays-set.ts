import type { HouseClosure } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import type { Db, Tx } from '../storage/db.ts'
import { type DutyDeps, idsUntil } from './deps.ts'

/** Days on which the team closes the house, beside those of its policy. */
export interface Holiday {
  /** Days of Brussels (YYYY-MM-DD), both included. */
  readonly from: string
  readonly until: string
}

/** The holidays of a house that are not over, soonest first. */
export const holidaysOf = (
  db: Db | Tx,
  house: HouseId,
  today: string,
): Promise<readonly Pick<HouseClosure, 'id' | 'fromDay' | 'untilDay'>[]> =>
  db.houseClosure.findMany({
    where: { houseId: house, liftedAt: null, untilDay: { gte: today } },
    orderBy: [{ fromDay: 'asc' }, { id: 'asc' }],
    select: { id: true, fromDay: true, untilDay: true },
  })

export const setHoliday = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  { from, until }: Holiday,
  placedById: string,
): Promise<void> => {
  const at = deps.now()
  const ids = idsUntil(deps, house, at)
  await tx.houseClosure.create({
    data: {
      id: deps.newId(),
      houseId: house,
      fromDay: from,
      untilDay: until,
      placedById,
      createdAt: at,
      idsUntil: ids,
    },
  })
  await writeAudit(tx, {
    house,
    at,
    act: 'holiday-set',
    actorId: placedById,
    codes: { from, until },
    idsUntil: ids,
  })
}

/** @returns false when it was taken back already */
export const liftHoliday = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  id: string,
  actorId: string,
): Promise<boolean> => {
  const at = deps.now()
  const { count } = await tx.houseClosure.updateMany({
    where: { id, houseId: house, liftedAt: null },
    data: { liftedAt: at },
  })
  if (count !== 1) return false
  await writeAudit(tx, {
    house,
    at,
    act: 'holiday-lifted',
    actorId,
    codes: {},
    idsUntil: idsUntil(deps, house, at),
  })
  return true
}
