import type { Hub } from '../state/hub.ts'
import { createMessageLog } from '../state/message-log.ts'
import type { StoredChannel } from '../state/model.ts'

/** The direct-message channel of the bot with a person; made when it is not there yet. */
export function openDm(hub: Hub, userId: string): StoredChannel {
  const there = hub.channels.get(hub.dms.get(userId) ?? '')
  if (there !== undefined) return there
  const channel: StoredChannel = {
    id: hub.newId(),
    type: 1,
    guildId: undefined,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    slowmodeSeconds: 0,
    overwrites: [],
    lastMessageId: null,
    lastPinAt: undefined,
    recipientId: userId,
    thread: undefined,
    messages: createMessageLog(),
  }
  hub.channels.set(channel.id, channel)
  hub.dms.set(userId, channel.id)
  return channel
}
