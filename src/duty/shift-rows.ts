import { type DutyShift, Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { OpeningHours } from '../policy/schema.ts'
import type { Db, Tx } from '../storage/db.ts'
import { dateIn, query } from '../storage/plain.ts'
import { isOpenAt, openStretches, type Presence, type Stretch, stretchOf } from './open-time.ts'

/** How a shift came to its end. `left`: the person is no longer of the team. */
export type ShiftEnd = 'self' | 'closing' | 'handed' | 'left'

export const presenceOf = ({ startedAt, endedAt }: Pick<DutyShift, 'startedAt' | 'endedAt'>): Presence => ({
  from: startedAt,
  until: endedAt,
})

/** When the house was and is open since a moment, as far as is known now. */
export const stretchesSince = async (
  db: Db | Tx,
  house: HouseId,
  hours: OpeningHours,
  since: Date,
): Promise<readonly Stretch[]> => {
  const shifts = await query<'startedAt' | 'endedAt'>(
    db,
    Prisma.sql`SELECT "startedAt", "endedAt" FROM "DutyShift"
      WHERE "houseId" = ${house} AND ("endedAt" IS NULL OR "endedAt" > ${since})`,
  )
  const presences = shifts.map(({ startedAt, endedAt }) => ({
    from: dateIn(startedAt),
    until: endedAt === null ? null : dateIn(endedAt),
  }))
  return openStretches(hours, presences)
}

/** Whether the house is open: hours, and somebody there. */
export const isOpenNow = async (
  db: Db | Tx,
  house: HouseId,
  hours: OpeningHours,
  now: Date,
): Promise<boolean> => isOpenAt(await stretchesSince(db, house, hours, now), now)

/** Who of the team is there now; whoever forgot to stop after closing is not. */
export const presentNow = async (
  db: Db | Tx,
  house: HouseId,
  hours: OpeningHours,
  now: Date,
): Promise<readonly { readonly memberId: string; readonly since: Date }[]> => {
  const shifts = await db.dutyShift.findMany({
    where: { houseId: house, openFor: { not: null } },
    orderBy: { startedAt: 'asc' },
  })
  return shifts.flatMap((shift) => {
    const stretch = stretchOf(hours, presenceOf(shift))
    return shift.openFor === null || stretch === undefined || stretch.until <= now.getTime()
      ? []
      : [{ memberId: shift.openFor, since: shift.startedAt }]
  })
}
