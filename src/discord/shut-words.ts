import type { ShutWords } from '../privacy/check-keys.ts'
import type { Desk } from './desk.ts'
import type { HouseBook } from './house-book.ts'
import { staffTold, tellStaff } from './tell-staff.ts'

/**
 * Tells the team of each house once how many messages in its queue can no longer be read, as it was found at the start;
 * and takes that away at the start after which they can.
 *
 * @returns what to do now and then: houses arrive one by one
 */
export function createShutWatch(
  desk: Pick<Desk, 'outbox' | 'db'>,
  houses: Pick<HouseBook, 'all'>,
  shut: readonly ShutWords[],
): () => Promise<void> {
  const done = new Set<string>()
  return async () => {
    for (const { house } of houses.all()) {
      if (done.has(house.id)) continue
      const flags = shut.reduce((sum, each) => sum + (each.house === house.id ? each.flags : 0), 0)
      const word = { house: house.id, queueChannelId: house.queueChannelId, about: 'words-unreadable' }
      if (flags === 0) await staffTold(desk, word)
      else
        await tellStaff(desk, { ...word, says: 'staff.words-unreadable', values: { count: String(flags) } })
      done.add(house.id)
    }
  }
}
