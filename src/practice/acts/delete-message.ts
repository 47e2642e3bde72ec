import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { audit, audited } from './audit.ts'
import type { By } from './members.ts'

/** Takes one message away and tells of it. */
export function removeMessage(hub: Hub, message: StoredMessage): void {
  message.deleted = true
  if (message.onlyFor !== undefined) {
    hub.ephemerals.delete(message.id)
    hub.whisper({ what: 'gone', message })
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

/** Takes several away at once; ids that are not there are passed over. Answers how many there were. */
export function removeMessages(hub: Hub, channel: StoredChannel, ids: readonly string[]): number {
  const gone = ids.flatMap((id) => channel.messages.remove(id) ?? [])
  for (const message of gone) message.deleted = true
  if (gone.length === 0) return 0
  hub.publish({
    t: 'MESSAGE_DELETE_BULK',
    intents: hearing.messages(channel.guildId),
    guildId: channel.guildId,
    channelId: channel.id,
    hidesContent: false,
    data: () => ({ ids: gone.map((one) => one.id), channel_id: channel.id, ...inGuild(channel.guildId) }),
  })
  hub.changed()
  return gone.length
}

/**
 * Writes in the audit log that somebody took away what another wrote; one's own words leave no line.
 * Source: Discord, Audit Logs Resource, MESSAGE_DELETE.
 */
export function auditRemoval(hub: Hub, message: StoredMessage, by: By): void {
  if (message.guildId === undefined || message.authorId === by.id) return
  audit(hub, message.guildId, {
    action: audited.messageDelete,
    byId: by.id,
    targetId: message.authorId,
    options: { channel_id: message.channelId, count: '1' },
    reason: by.reason,
  })
}

/** Writes in the audit log that several messages were taken away at once. */
export function auditBulkRemoval(hub: Hub, channel: StoredChannel, count: number, by: By): void {
  if (channel.guildId === undefined || count === 0) return
  audit(hub, channel.guildId, {
    action: audited.messageBulkDelete,
    byId: by.id,
    targetId: channel.id,
    options: { count: String(count) },
    reason: by.reason,
  })
}

const inGuild = (guildId: string | undefined): object => (guildId === undefined ? {} : { guild_id: guildId })
