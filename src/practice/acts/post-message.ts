import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import { hearing } from '../gateway/intents.ts'
import { has } from '../permissions.ts'
import type { AllowedMentions } from '../rest/check/message.ts'
import { msOf } from '../snowflake.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type {
  MessageOrigin,
  StoredAttachment,
  StoredChannel,
  StoredMessage,
  WebhookAuthor,
} from '../state/model.ts'
import { renderMessageEvent } from '../state/render-message.ts'
import { readMentions } from './mentions.ts'

export interface Draft {
  /** Its id, where that is decided already: the first message of a post in a forum has the id of the post. */
  readonly id?: string
  readonly channel: StoredChannel
  readonly authorId: string
  readonly content?: string
  readonly embeds?: readonly APIEmbed[]
  readonly components?: readonly APIMessageTopLevelComponent[]
  readonly attachments?: readonly StoredAttachment[]
  readonly flags?: number
  readonly allowed?: AllowedMentions | null | undefined
  readonly type?: number
  readonly nonce?: string | number | undefined
  readonly replyTo?: StoredMessage | undefined
  readonly origin?: MessageOrigin | undefined
  /** For a line that says what happened: the person that it speaks of. */
  readonly about?: string
  readonly webhook?: WebhookAuthor | undefined
  /** Set for an ephemeral message, which is kept apart and never sent over the gateway. */
  readonly onlyFor?: string | undefined
}

const empty: readonly never[] = []

/** Puts a message into a channel and tells of it. Whether its author may is asked before. */
export function postMessage(hub: Hub, draft: Draft): StoredMessage {
  const { channel, authorId } = draft
  const content = draft.content ?? ''
  const id = draft.id ?? hub.newId()
  const mentions = readMentions(content, {
    allowed: draft.allowed,
    mayMentionEveryone:
      content.includes('@') && has(permissionsIn(hub, authorId, channel), 'MentionEveryone'),
    repliedTo: draft.replyTo?.authorId,
  })
  const message: StoredMessage = {
    id,
    channelId: channel.id,
    guildId: channel.guildId,
    authorId,
    type: draft.type ?? (draft.replyTo === undefined ? 0 : 19),
    content,
    embeds: draft.embeds ?? empty,
    components: draft.components ?? empty,
    attachments: draft.attachments ?? empty,
    flags: draft.flags ?? 0,
    createdAt: msOf(id),
    editedAt: undefined,
    mentions: draft.about === undefined ? mentions.users : [draft.about],
    mentionRoles: mentions.roles,
    mentionEveryone: mentions.everyone,
    pinnedAt: undefined,
    deleted: false,
    nonce: draft.nonce,
    replyTo:
      draft.replyTo === undefined
        ? undefined
        : { messageId: draft.replyTo.id, channelId: draft.replyTo.channelId },
    origin: draft.origin,
    onlyFor: draft.onlyFor,
    webhook: draft.webhook,
    reactions: undefined,
  }
  if (message.onlyFor !== undefined) {
    hub.ephemerals.set(id, message)
    hub.whisper({ what: 'new', message })
    hub.changed()
    return message
  }
  channel.messages.add(message)
  channel.lastMessageId = id
  if (channel.thread !== undefined && !startsThread(message)) channel.thread.totalSent += 1
  if (hub.users.get(authorId)?.bot === false && message.webhook === undefined) hub.said += 1
  publishMessage(hub, 'MESSAGE_CREATE', message)
  hub.changed()
  return message
}

/** The message that a thread begins with is not counted. Source: Discord, Channels Resource, Channel Structure. */
export const startsThread = (message: StoredMessage): boolean =>
  message.id === message.channelId || message.type === 21

/** Tells the gateway of a new or changed message. */
export function publishMessage(
  hub: Hub,
  t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE',
  message: StoredMessage,
): void {
  hub.publish({
    t,
    intents: hearing.messages(message.guildId),
    guildId: message.guildId,
    channelId: message.channelId,
    hidesContent: true,
    data: (full) => renderMessageEvent(hub, message, full),
  })
}
