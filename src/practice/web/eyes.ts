import { has } from '../permissions.ts'
import { canSee, permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'

/**
 * What one person can see, asked anew each time: permissions change while a window is open. Nothing is sent to a window
 * that did not come through here.
 */
export interface Eyes {
  readonly userId: string
  sees(channel: StoredChannel): boolean
  /** The channel with this id, where this person sees it. */
  channel(id: string): StoredChannel | undefined
  /** True for a message that stands where this person sees it, or that was shown to them alone. */
  seesMessage(message: StoredMessage): boolean
  message(id: string): StoredMessage | undefined
  /** What was shown to this person alone in a channel and not put away, oldest first. */
  shownAlone(channel: StoredChannel): readonly StoredMessage[]
  /** What was said in a channel before now may be read. */
  readsHistory(channel: StoredChannel): boolean
  /** Puts away what was shown to this person alone, as "dismiss message" does: only for their eyes. */
  putAway(message: StoredMessage): void
}

/**
 * @param putAway - the ids of what this person put away; shared by all windows of one person
 */
export function createEyes(hub: Hub, userId: string, putAway: Set<string>): Eyes {
  const sees = (channel: StoredChannel): boolean => canSee(hub, userId, channel)
  const seesMessage = (message: StoredMessage): boolean => {
    const channel = hub.channels.get(message.channelId)
    if (channel === undefined || !sees(channel)) return false
    return message.onlyFor === undefined || (message.onlyFor === userId && !putAway.has(message.id))
  }
  return {
    userId,
    sees,
    seesMessage,
    channel(id) {
      const channel = hub.channels.get(id)
      return channel !== undefined && sees(channel) ? channel : undefined
    },
    message(id) {
      const message = hub.ephemerals.get(id) ?? anywhere(hub, id)
      return message !== undefined && seesMessage(message) ? message : undefined
    },
    shownAlone: (channel) =>
      [...hub.ephemerals.values()].filter((one) => one.channelId === channel.id && seesMessage(one)),
    readsHistory: (channel) => has(permissionsIn(hub, userId, channel), 'ReadMessageHistory'),
    putAway(message) {
      putAway.add(message.id)
    },
  }
}

function anywhere(hub: Hub, id: string): StoredMessage | undefined {
  for (const channel of hub.channels.values()) {
    const message = channel.messages.get(id)
    if (message !== undefined) return message
  }
  return undefined
}
