import {
  type APIMessage,
  type GuildTextBasedChannel,
  type Message,
  MessageFlags,
  MessageType,
  type PartialMessage,
  PermissionFlagsBits,
  SnowflakeUtil,
} from 'discord.js'
import type { Unholdable } from '../holding/may-hold.ts'
import { houseId } from '../house/id.ts'
import { attachmentKindOf } from '../screening/attachments.ts'
import type { HeardMessage } from './hear.ts'
import type { createPlaces } from './place.ts'
import type { Writer } from './writer.ts'

/**
 * What people say. Everything else (joins, pins, Discord's own AutoMod alerts, type 24) is not a message of a member.
 * Type 18 is what Discord posts when somebody opens a thread: its content is the name that they gave it.
 */
const SAID: ReadonlySet<MessageType> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ThreadCreated,
])

/** What a message is made of, whether it came by the gateway or from the history. */
interface Anatomy {
  readonly content: string
  readonly type: MessageType
  readonly flags: number
  /** The title of a forum post, when this is its first message. */
  readonly title: string | undefined
  /** What is written in a poll: its question and its answers. */
  readonly poll: readonly string[] | undefined
  readonly contentTypes: readonly (string | null | undefined)[]
  readonly stickers: number
  readonly isForward: boolean
}

/** Everything that the writer wrote: the title of a post, the text, the question and answers of a poll. */
const textOf = ({ title, content, poll = [] }: Anatomy): string =>
  [title ?? '', content, ...poll].filter((part) => part !== '').join('\n')

/** Why this message could not be put back as it was, so that it is never held. */
function neverHeld({
  title,
  poll,
  contentTypes,
  stickers,
  isForward,
  type,
  flags,
}: Anatomy): Unholdable | undefined {
  if (title !== undefined) return 'post'
  if (type === MessageType.ThreadCreated) return 'announcement'
  if ((flags & MessageFlags.IsVoiceMessage) !== 0) return 'voice'
  if (contentTypes.length > 0) return 'attachment'
  if (stickers > 0) return 'sticker'
  if (poll !== undefined) return 'poll'
  if (isForward) return 'forward'
  return (flags & MessageFlags.HasThread) === 0 ? undefined : 'thread'
}

/** The title of a forum post, when the message is its first: only then does it have the id of its thread. */
export function titleOf(messageId: string, channel: GuildTextBasedChannel): string | undefined {
  return channel.isThread() && channel.id === messageId && channel.parent?.isThreadOnly() === true
    ? channel.name
    : undefined
}

/** Whether the bot may take a message out of a channel. */
export function mayTakeOut(channel: GuildTextBasedChannel): boolean {
  const { me } = channel.guild.members
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.ManageMessages)
}

function anatomyOf(message: Message<true>): Anatomy {
  const { poll } = message
  return {
    content: message.content,
    type: message.type,
    flags: message.flags.bitfield,
    title: titleOf(message.id, message.channel),
    poll:
      poll === null
        ? undefined
        : [poll.question.text ?? '', ...poll.answers.map((answer) => answer.text ?? '')],
    contentTypes: message.attachments.map(({ contentType }) => contentType),
    stickers: message.stickers.size,
    isForward: message.messageSnapshots.size > 0,
  }
}

/**
 * A gateway message as the core hears it; undefined for what is never screened (design decision 3, a safeguard):
 * direct messages, private talks, staff channels, bots and webhooks.
 *
 * @param writer - what Discord says of its writer, where that is known
 */
export function fromGateway(
  message: Message | PartialMessage,
  places: ReturnType<typeof createPlaces>,
  writer?: Writer,
): HeardMessage | undefined {
  if (message.partial || !message.inGuild() || message.author.bot || message.webhookId !== null)
    return undefined
  if (!SAID.has(message.type)) return undefined
  const place = places.of(message.channel)
  if (!place.read) return undefined
  const anatomy = anatomyOf(message)
  const text = textOf(anatomy)
  if (text === '' && anatomy.contentTypes.length === 0) return undefined
  const { channel } = message
  const joinedAt = writer?.joinedAt
  return {
    houseId: houseId(message.guildId),
    channelId: message.channelId,
    channel: place.name,
    messageId: message.id,
    authorId: message.author.id,
    text,
    attachments: anatomy.contentTypes.map(attachmentKindOf),
    ...(writer === undefined ? {} : { roleIds: writer.roleIds }),
    ...(joinedAt === undefined ? {} : { hoursHere: (message.createdTimestamp - joinedAt) / 3_600_000 }),
    writtenAt: message.createdAt,
    whyNeverHeld: () => neverHeld(anatomy) ?? (mayTakeOut(channel) ? undefined : 'permission'),
  }
}

/** Where a message from the history was said. */
export interface HistoryPlace {
  readonly guildId: string
  /** The name under which the policy knows the channel. */
  readonly name: string
  readonly titleOf: (messageId: string) => string | undefined
}

/** A message read back from the history of a channel that is read. It was seen late, so it is never held. */
export function fromHistory(message: APIMessage, place: HistoryPlace): HeardMessage | undefined {
  if (message.author.bot === true || message.webhook_id !== undefined) return undefined
  if (!SAID.has(message.type)) return undefined
  const contentTypes = message.attachments.map(({ content_type }) => content_type)
  const poll = message.poll && [
    message.poll.question.text ?? '',
    ...message.poll.answers.map((answer) => answer.poll_media.text ?? ''),
  ]
  const text = [place.titleOf(message.id) ?? '', message.content, ...(poll ?? [])]
    .filter((part) => part !== '')
    .join('\n')
  if (text === '' && contentTypes.length === 0) return undefined
  return {
    houseId: houseId(place.guildId),
    channelId: message.channel_id,
    channel: place.name,
    messageId: message.id,
    authorId: message.author.id,
    text,
    attachments: contentTypes.map(attachmentKindOf),
    writtenAt: new Date(SnowflakeUtil.timestampFrom(message.id)),
    whyNeverHeld: () => 'late',
  }
}
