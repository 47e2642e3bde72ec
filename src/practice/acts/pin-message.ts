import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import { timestamp } from '../snowflake.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { audit, audited } from './audit.ts'
import type { By } from './members.ts'
import { postMessage, publishMessage } from './post-message.ts'

/** Pins in one channel. Source: Discord, JSON Error Codes, 30003. */
const mostPins = 250

/** The pinned messages of a channel, newest pin first. */
export const pinsOf = (channel: StoredChannel): StoredMessage[] =>
  channel.messages
    .all()
    .filter((one) => one.pinnedAt !== undefined)
    .sort((a, b) => (b.pinnedAt ?? 0) - (a.pinnedAt ?? 0))

/** Pins a message: the channel gets a line that says so, as people see it. Twice is once. */
export function pinMessage(hub: Hub, channel: StoredChannel, message: StoredMessage, by: By): void {
  if (message.pinnedAt !== undefined) return
  const pins = pinsOf(channel)
  if (pins.length >= mostPins) throw discordError(30003)
  // Pages of pins are cut by time, so two pins never have the same.
  message.pinnedAt = Math.max(hub.now(), (pins[0]?.pinnedAt ?? 0) + 1)
  channel.lastPinAt = message.pinnedAt
  tell(hub, channel, message)
  note(hub, audited.messagePin, message, by)
  postMessage(hub, { channel, authorId: by.id, type: 6, replyTo: message, allowed: { parse: [] } })
}

/** Takes a pin off. */
export function unpinMessage(hub: Hub, channel: StoredChannel, message: StoredMessage, by: By): void {
  if (message.pinnedAt === undefined) return
  message.pinnedAt = undefined
  channel.lastPinAt = pinsOf(channel)[0]?.pinnedAt
  tell(hub, channel, message)
  note(hub, audited.messageUnpin, message, by)
}

function note(hub: Hub, action: 74 | 75, message: StoredMessage, by: By): void {
  if (message.guildId === undefined) return
  audit(hub, message.guildId, {
    action,
    byId: by.id,
    targetId: message.authorId,
    options: { channel_id: message.channelId, message_id: message.id },
    reason: by.reason,
  })
}

function tell(hub: Hub, channel: StoredChannel, message: StoredMessage): void {
  publishMessage(hub, 'MESSAGE_UPDATE', message)
  hub.publish({
    t: 'CHANNEL_PINS_UPDATE',
    intents: hearing.pins(channel.guildId),
    guildId: channel.guildId,
    channelId: channel.id,
    hidesContent: false,
    data: () => ({
      channel_id: channel.id,
      last_pin_timestamp: channel.lastPinAt === undefined ? null : timestamp(channel.lastPinAt),
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    }),
  })
  hub.changed()
}
