import type { HouseId } from '../house/id.ts'
import type { Desk } from './desk.ts'
import type { HouseBook } from './house-book.ts'
import { staffTold, type StaffSentence, tellStaff } from './tell-staff.ts'

/** What a start found, for the team of one house. */
export interface StartNote {
  readonly about: string
  /** Undefined when there is nothing (any more): what was said after an earlier start is then taken away. */
  readonly says?: {
    readonly sentence: StaffSentence
    readonly values: Readonly<Record<string, string>>
  }
}

/**
 * Tells the team of each house once what the start found.
 *
 * @returns what to do now and then: houses arrive one by one
 */
export function createStartNotes(
  desk: Pick<Desk, 'outbox' | 'db'>,
  houses: Pick<HouseBook, 'all'>,
  notesOf: (house: HouseId) => readonly StartNote[],
): () => Promise<void> {
  const done = new Set<HouseId>()
  return async () => {
    for (const { house } of houses.all()) {
      if (done.has(house.id)) continue
      for (const { about, says } of notesOf(house.id)) {
        const word = { house: house.id, queueChannelId: house.queueChannelId, about }
        if (says === undefined) await staffTold(desk, word)
        else await tellStaff(desk, { ...word, says: says.sentence, values: says.values })
      }
      done.add(house.id)
    }
  }
}
