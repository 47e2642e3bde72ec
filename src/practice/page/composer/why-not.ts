import type { Store } from '../store.ts'
import { texts } from '../texts.ts'
import { messageTime } from '../times.ts'

/** Why this person cannot write in the open channel; undefined when they can. */
export function whyNot(store: Store): string | undefined {
  const channel = store.channel.value
  if (channel === undefined) return undefined
  const until = store.me.value?.timedOutUntil
  if (until !== undefined && channel.type !== 1 && Date.parse(until) > store.time.now.value) {
    return texts.pausedUntil(messageTime(Date.parse(until), store.time.day.value))
  }
  if (channel.may.write) return undefined
  return channel.locked === true ? texts.threadLocked : texts.cannotWrite
}
