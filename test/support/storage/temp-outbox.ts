import { createOutbox, type Wish } from '../../../src/outbox/outbox.ts'
import { countingIds, HOUSE, openTempHouse } from './temp-storage.ts'

export const MINUTE = 60_000

/** An outbox on a database of its own, with short ways to want and to claim. */
export const openTempOutbox = async () => {
  const house = await openTempHouse()
  const { db, clock, outbox } = house
  const want = (targetKey: string, more: Partial<Wish> = {}): Promise<number> =>
    outbox.want(db, { house: HOUSE, targetKey, kind: 'card', channelId: 'c', desired: {}, ...more })
  const one = async (from = outbox) => {
    const [claim, ...others] = await from.claim(1)
    if (claim === undefined || others.length > 0) throw new Error('expected one claim')
    return claim
  }
  const worker = (name: string) =>
    createOutbox({ db, newId: countingIds(name), worker: name, now: clock.now })
  const target = async (targetKey: string) => {
    const found = await outbox.target(HOUSE, targetKey)
    if (found === undefined) throw new Error('no such target')
    return found
  }
  const retryAt = (minutes: number): Date => new Date(clock.now().getTime() + minutes * MINUTE)
  return { ...house, want, one, worker, target, retryAt }
}
