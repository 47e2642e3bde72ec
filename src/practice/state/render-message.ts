import { timestamp } from '../snowflake.ts'
import { findMessage } from './find.ts'
import type { Hub } from './hub.ts'
import type { MessageOrigin, StoredAttachment, StoredMessage, WebhookAuthor } from './model.ts'
import { renderPartialMember, renderUser, userOf } from './render.ts'

const ephemeralFlag = 1 << 6
/** IS_SPOILER of an attachment. */
const spoilerFlag = 1 << 3

/**
 * A message as REST sends it. With `full` false, what a person wrote is empty, as Discord does for an
 * application without the Message Content intent, save where that application may always read it.
 * Source: Discord, Gateway, Message Content Intent.
 */
export function renderMessage(hub: Hub, message: StoredMessage, full: boolean): object {
  const readable = full || readableWithoutIntent(hub, message)
  return {
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
    author: renderAuthor(hub, message),
    pinned: message.pinnedAt !== undefined,
    mention_everyone: message.mentionEveryone,
    tts: false,
    ...(message.origin === undefined ? {} : renderOrigin(hub, message.origin)),
    ...(message.webhook === undefined ? {} : renderWebhookParts(message.webhook)),
    ...renderReply(hub, message, full),
    ...renderReactions(hub, message),
  }
}

/** A webhook says itself who its message is of: a name, with the webhook's id and no account behind it. */
function renderAuthor(hub: Hub, message: StoredMessage): object {
  if (message.webhook === undefined) return renderUser(userOf(hub, message.authorId))
  const { id, name } = message.webhook
  const user = { id, username: name, globalName: null, bot: true, locale: 'nl', takesDms: false }
  return { ...renderUser(user), discriminator: '0000' }
}

const renderWebhookParts = ({ id, applicationId }: WebhookAuthor): object => ({
  webhook_id: id,
  ...(applicationId === null ? {} : { application_id: applicationId }),
})

/** The nonce goes with the answer to creating a message and with its event; it is not part of its history. */
export const nonceOf = (message: StoredMessage): object =>
  message.nonce === undefined ? {} : { nonce: message.nonce }

/** A message as the gateway sends it: with the guild, and the author's membership. */
export function renderMessageEvent(hub: Hub, message: StoredMessage, full: boolean): object {
  const shape = { ...renderMessage(hub, message, full), ...nonceOf(message) }
  const guild = message.guildId === undefined ? undefined : hub.guilds.get(message.guildId)
  const channelType = hub.channels.get(message.channelId)?.type
  if (guild === undefined) return { ...shape, channel_type: channelType }
  const member = guild.members.get(message.authorId)
  const mentions = message.mentions.map((id) => {
    const mentioned = guild.members.get(id)
    const user = renderUser(userOf(hub, id))
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
    ...(attachment.title === undefined ? {} : { title: attachment.title }),
    ...(attachment.spoiler === true ? { flags: spoilerFlag } : {}),
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
    ...((message.flags & ephemeralFlag) === 0 ? {} : { ephemeral: true }),
  }
}

function renderOrigin(hub: Hub, origin: MessageOrigin): object {
  const user = renderUser(userOf(hub, origin.userId))
  const used = { id: origin.interactionId, type: 2, name: origin.name, user }
  return {
    application_id: hub.app.id,
    webhook_id: hub.app.id,
    ...(origin.name === undefined ? {} : { interaction: used }),
    interaction_metadata: renderMetadata(hub, origin),
  }
}

function renderMetadata(hub: Hub, origin: MessageOrigin): object {
  const shape = {
    id: origin.interactionId,
    type: origin.type,
    user: renderUser(userOf(hub, origin.userId)),
    authorizing_integration_owners: { 0: origin.guildId ?? '0' },
    target_message_id: origin.targetMessageId,
    interacted_message_id: origin.interactedMessageId,
    original_response_message_id: origin.originalMessageId,
    triggering_interaction_metadata:
      origin.triggeredBy === undefined ? undefined : renderMetadata(hub, origin.triggeredBy),
  }
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined))
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
  // The line that says that something was pinned points at it, and does not show it.
  if (message.type === 6) return { message_reference }
  if (referenced === undefined) return { message_reference, referenced_message: null }
  // Discord shows one step back, never the chain.
  return {
    message_reference,
    referenced_message: renderMessage(hub, { ...referenced, replyTo: undefined }, full),
  }
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
