import type { APIMessage } from 'discord-api-types/v10'
import { timestamp } from '../snowflake.ts'
import { findMessage } from './find.ts'
import type { Hub } from './hub.ts'
import type { MessageOrigin, StoredAttachment, StoredMessage } from './model.ts'
import { renderPartialMember, renderUser, userOf } from './render.ts'

const ephemeralFlag = 1 << 6

/**
 * A message as REST sends it. With `full` false, what a person wrote is empty, as Discord does for an
 * application without the Message Content intent, save where that application may always read it.
 * Source: Discord, Gateway, Message Content Intent.
 */
export function renderMessage(hub: Hub, message: StoredMessage, full: boolean): APIMessage {
  const readable = full || readableWithoutIntent(hub, message)
  const shape = {
    type: message.type,
    content: readable ? message.content : '',
    mentions: message.mentions.map((id) => renderUser(userOf(hub, id))),
    mention_roles: message.mentionRoles,
    attachments: readable ? message.attachments.map((one) => renderAttachment(message, one)) : [],
    embeds: readable ? message.embeds : [],
    timestamp: timestamp(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : timestamp(message.editedAt),
    flags: message.flags,
    components: readable ? message.components : [],
    id: message.id,
    channel_id: message.channelId,
    author: renderUser(userOf(hub, message.authorId)),
    pinned: message.pinnedAt !== undefined,
    mention_everyone: message.mentionEveryone,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.origin === undefined ? {} : renderOrigin(hub, message.origin)),
    ...renderReply(hub, message, full),
    ...renderReactions(hub, message),
  }
  return shape as unknown as APIMessage
}

/** A message as the gateway sends it: with the guild, and the author's membership. */
export function renderMessageEvent(hub: Hub, message: StoredMessage, full: boolean): object {
  const shape = renderMessage(hub, message, full)
  const guild = message.guildId === undefined ? undefined : hub.guilds.get(message.guildId)
  const channelType = hub.channels.get(message.channelId)?.type
  if (guild === undefined) return { ...shape, channel_type: channelType }
  const member = guild.members.get(message.authorId)
  const mentions = shape.mentions.map((user) => {
    const mentioned = guild.members.get(user.id)
    return mentioned === undefined ? user : { ...user, member: renderPartialMember(mentioned) }
  })
  return {
    ...shape,
    mentions,
    guild_id: guild.id,
    channel_type: channelType,
    ...(member === undefined ? {} : { member: renderPartialMember(member) }),
  }
}

/** Own messages, direct messages, and messages that mention the bot. */
function readableWithoutIntent(hub: Hub, message: StoredMessage): boolean {
  return (
    message.authorId === hub.app.botId ||
    message.guildId === undefined ||
    message.mentions.includes(hub.app.botId)
  )
}

function renderAttachment(message: StoredMessage, attachment: StoredAttachment): object {
  const url = `https://cdn.discordapp.com/attachments/${message.channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url,
    proxy_url: url.replace('cdn.discordapp.com', 'media.discordapp.net'),
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
    ...((message.flags & ephemeralFlag) === 0 ? {} : { ephemeral: true }),
  }
}

function renderOrigin(hub: Hub, origin: MessageOrigin): object {
  const user = renderUser(userOf(hub, origin.userId))
  const owners = origin.guildId === undefined ? { 0: '0' } : { 0: origin.guildId }
  const interaction =
    origin.name === undefined
      ? {}
      : { interaction: { id: origin.interactionId, type: 2, name: origin.name, user } }
  const metadata = {
    id: origin.interactionId,
    type: origin.type,
    user,
    authorizing_integration_owners: owners,
    ...(origin.targetMessageId === undefined ? {} : { target_message_id: origin.targetMessageId }),
    ...(origin.interactedMessageId === undefined
      ? {}
      : { interacted_message_id: origin.interactedMessageId }),
    ...(origin.originalMessageId === undefined
      ? {}
      : { original_response_message_id: origin.originalMessageId }),
  }
  return {
    application_id: hub.app.id,
    webhook_id: hub.app.id,
    ...interaction,
    interaction_metadata: metadata,
  }
}

function renderReply(hub: Hub, message: StoredMessage, full: boolean): object {
  const to = message.replyTo
  if (to === undefined) return {}
  const referenced = findMessage(hub, to.channelId, to.messageId)
  const message_reference = {
    type: 0,
    channel_id: to.channelId,
    message_id: to.messageId,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  }
  if (referenced === undefined) return { message_reference, referenced_message: null }
  // Discord shows one step back, never the chain.
  const { referenced_message: _, ...shown } = renderMessage(hub, { ...referenced, replyTo: undefined }, full)
  return { message_reference, referenced_message: shown }
}

function renderReactions(hub: Hub, message: StoredMessage): object {
  if (message.reactions === undefined || message.reactions.size === 0) return {}
  const reactions = [...message.reactions].map(([emoji, users]) => ({
    emoji: { id: null, name: emoji },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me_burst: false,
    burst_me: false,
    me: users.has(hub.app.botId),
    burst_count: 0,
  }))
  return { reactions }
}
