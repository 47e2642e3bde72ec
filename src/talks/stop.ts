import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import type { TalksDeps } from './deps.ts'
import { talkOf } from './talk.ts'
import { expire } from './timers.ts'

/** The house ends: every talk is closed, said in its thread, and its thread is deleted on time. */
export const stopTalks = async (deps: TalksDeps, tx: Tx, house: HouseId): Promise<void> => {
  const rows = await tx.talk.findMany({ where: { houseId: house, state: { in: ['waiting', 'talking'] } } })
  for (const row of rows) await expire(deps, tx, talkOf(row), deps.now())
}
