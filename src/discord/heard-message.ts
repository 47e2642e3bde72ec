import { type APIMessage, type Message, MessageType, type PartialMessage, SnowflakeUtil } from 'discord.js'
import { houseId } from '../house/id.ts'
import type { HeardMessage } from './hear.ts'
import type { createPlaces } from './place.ts'

/** What people say. Everything else (joins, pins, Discord's own AutoMod alerts, type 24) is not a message of a member. */
const SAID: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply])

/**
 * A gateway message as the core hears it; undefined for what is never screened (design decision 3, a safeguard):
 * direct messages, private talks, staff channels, bots and webhooks.
 */
export function fromGateway(
  message: Message | PartialMessage,
  places: ReturnType<typeof createPlaces>,
): HeardMessage | undefined {
  if (message.partial || !message.inGuild() || message.author.bot || message.webhookId !== null)
    return undefined
  if (!SAID.has(message.type) || message.content === '') return undefined
  const place = places.of(message.channel)
  if (!place.read) return undefined
  return {
    houseId: houseId(message.guildId),
    channelId: message.channelId,
    channel: place.name,
    messageId: message.id,
    authorId: message.author.id,
    text: message.content,
    writtenAt: message.createdAt,
  }
}

/** A message read back from the history of a channel that is read. */
export function fromHistory(message: APIMessage, guildId: string, channel: string): HeardMessage | undefined {
  if (message.author.bot === true || message.webhook_id !== undefined) return undefined
  if (!SAID.has(message.type) || message.content === '') return undefined
  return {
    houseId: houseId(guildId),
    channelId: message.channel_id,
    channel,
    messageId: message.id,
    authorId: message.author.id,
    text: message.content,
    writtenAt: new Date(SnowflakeUtil.timestampFrom(message.id)),
  }
}
