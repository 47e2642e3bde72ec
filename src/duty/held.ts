import type { HouseId } from '../house/id.ts'
import { flagsOf, OF_WHO_LEFT } from '../queue/hands.ts'
import type { Db } from '../storage/db.ts'
import { talksOf } from '../talks/hands.ts'

/** What somebody of the team has in hands. */
export interface Held {
  /** Flags that they took, the heaviest first. */
  readonly flagIds: readonly string[]
  /** Private talks that go on. */
  readonly talks: number
  /** Talks after which somebody asks how it goes. */
  readonly followUps: number
}
export const holdsSomething = ({ flagIds, talks, followUps }: Held): boolean =>
  flagIds.length + talks + followUps > 0

export const heldBy = async (db: Db, house: HouseId, memberId: string): Promise<Held> => {
  const talks = await talksOf(db, house, memberId)
  return {
    flagIds: (await flagsOf(db, house, memberId)).map(({ id }) => id),
    talks: talks.ongoing.length,
    followUps: talks.followUps.length,
  }
}

/** Whether somebody is on duty, or has something in hands; what they proposed counts as well. */
export const holdsAnything = async (db: Db, house: HouseId, memberId: string): Promise<boolean> => {
  if ((await db.dutyShift.count({ where: { houseId: house, openFor: memberId } })) > 0) return true
  if ((await flagsOf(db, house, memberId, OF_WHO_LEFT)).length > 0) return true
  const talks = await talksOf(db, house, memberId)
  return talks.ongoing.length + talks.followUps.length > 0
}

/** Everybody who is on duty, or has something in hands. */
export const holders = async (db: Db, house: HouseId): Promise<readonly string[]> => {
  const here = await db.dutyShift.findMany({ where: { houseId: house, openFor: { not: null } } })
  const owned = await db.flag.findMany({
    where: { houseId: house, state: { in: [...OF_WHO_LEFT] }, ownerId: { not: null } },
    distinct: ['ownerId'],
    select: { ownerId: true },
  })
  const talks = await db.talk.findMany({
    where: {
      houseId: house,
      OR: [{ state: { in: ['waiting', 'talking'] } }, { followUpAt: { not: null }, followUpDoneAt: null }],
    },
    select: { firstWorkerId: true, secondWorkerId: true },
  })
  const ids = [
    ...here.map(({ openFor }) => openFor),
    ...owned.map(({ ownerId }) => ownerId),
    ...talks.flatMap(({ firstWorkerId, secondWorkerId }) => [firstWorkerId, secondWorkerId]),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}
