/**
 * A message that a filter blocked has no id, and Discord tells of each action apart: what the same filter did to the
 * same person in the same channel within two seconds is one message (design decision 5).
 */
const WINDOW_MS = 2_000
/** Nothing older can still join. */
const FORGET_AT = 1_000

export interface Windows {
  /** The moment (ms) that names the message to which this belongs. */
  startOf(filterId: string, userId: string, channelId: string, at: Date): number
}

export function createWindows(): Windows {
  const starts = new Map<string, number>()
  return {
    startOf(filterId, userId, channelId, at) {
      const key = `${filterId}:${userId}:${channelId}`
      const now = at.getTime()
      const known = starts.get(key)
      if (known !== undefined && now >= known && now - known < WINDOW_MS) return known
      if (starts.size >= FORGET_AT) {
        for (const [other, start] of starts) if (now - start >= WINDOW_MS) starts.delete(other)
      }
      starts.set(key, now)
      return now
    },
  }
}
