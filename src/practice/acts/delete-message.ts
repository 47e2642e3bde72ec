import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'

/** Takes one message away and tells of it. */
export function removeMessage(hub: Hub, message: StoredMessage): void {
  message.deleted = true
  if (message.onlyFor !== undefined) {
    hub.ephemerals.delete(message.id)
    hub.changed()
    return
  }
  hub.channels.get(message.channelId)?.messages.remove(message.id)
  hub.publish({
    t: 'MESSAGE_DELETE',
    intents: hearing.messages(message.guildId),
    guildId: message.guildId,
    channelId: message.channelId,
    hidesContent: false,
    data: () => ({ id: message.id, channel_id: message.channelId, ...inGuild(message.guildId) }),
  })
  hub.changed()
}

/** Takes several away at once; ids that are not there are passed over. */
export function removeMessages(hub: Hub, channel: StoredChannel, ids: readonly string[]): void {
  const gone = ids.flatMap((id) => channel.messages.remove(id) ?? [])
  for (const message of gone) message.deleted = true
  if (gone.length === 0) return
  hub.publish({
    t: 'MESSAGE_DELETE_BULK',
    intents: hearing.messages(channel.guildId),
    guildId: channel.guildId,
    channelId: channel.id,
    hidesContent: false,
    data: () => ({ ids: gone.map((one) => one.id), channel_id: channel.id, ...inGuild(channel.guildId) }),
  })
  hub.changed()
}

const inGuild = (guildId: string | undefined): object => (guildId === undefined ? {} : { guild_id: guildId })
