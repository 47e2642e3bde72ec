import { compareIds } from '../snowflake.ts'
import type { MessageLog, StoredMessage } from './model.ts'

/**
 * Keeps the messages of a channel, in the order of their ids. Ids only rise, so adding is appending; a channel
 * of a hundred thousand messages costs an array and a map.
 */
export function createMessageLog(): MessageLog {
  const list: StoredMessage[] = []
  const byId = new Map<string, StoredMessage>()

  /** The first place whose id is not older than `id`. */
  const place = (id: string): number => {
    let low = 0
    let high = list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const there = list[middle]
      if (there !== undefined && compareIds(there.id, id) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get size() {
      return list.length
    },
    add(message) {
      list.push(message)
      byId.set(message.id, message)
    },
    get: (id) => byId.get(id),
    remove(id) {
      const message = byId.get(id)
      if (message === undefined) return undefined
      byId.delete(id)
      list.splice(place(id), 1)
      return message
    },
    all: () => list,
    before(id, limit) {
      const end = id === undefined ? list.length : place(id)
      return list.slice(Math.max(0, end - limit), end).toReversed()
    },
    after(id, limit) {
      const start = byId.has(id) ? place(id) + 1 : place(id)
      return list.slice(start, start + limit).toReversed()
    },
  }
}
