import { type Client, MessageFlags, MessageType, SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import { houseId } from '../house/id.ts'
import type { House } from './desk.ts'
import type { HeardMessage } from './hear.ts'
import { mayTakeOut } from './heard-message.ts'
import type { createPlaces } from './place.ts'
import { writer } from './writer.ts'

const none = z.tuple([]).optional()
const absent = z.undefined().optional()

/**
 * What most people say most of the time, as Discord sends it: words of a person, and nothing else. Nothing hangs on it,
 * it names nobody, it answers nothing, no thread begins with it. As far as it is looked at.
 */
const plain = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string(),
  type: z.literal(MessageType.Default),
  content: z.string().min(1),
  flags: z.number().default(0),
  author: z.object({ id: z.string(), bot: z.literal(false).optional() }),
  member: writer,
  webhook_id: absent,
  attachments: none,
  sticker_items: none,
  mentions: none,
  message_snapshots: none,
  poll: absent,
  thread: absent,
})
const NOT_WORDS_ALONE = MessageFlags.IsVoiceMessage | MessageFlags.HasThread

/** A packet in which somebody says something in a server, not yet looked into. */
export interface SaidPacket {
  /** Which event it is. */
  t: string
  readonly d: { readonly id: string; readonly guild_id: string }
}

/** Every packet passes by here, so what is no message of a server costs next to nothing. */
export const isSaid = (packet: unknown): packet is SaidPacket => {
  if (typeof packet !== 'object' || packet === null || !('t' in packet) || !('d' in packet)) return false
  if (packet.t !== 'MESSAGE_CREATE') return false
  const { d } = packet
  return typeof d === 'object' && d !== null && 'guild_id' in d && typeof d.guild_id === 'string' && 'id' in d
}

/** Of the team, as far as roles tell: whoever the connection keeps (src/discord/client.ts). */
const isOfTeam = ({ roleIds, toldRoleIds }: House, id: string): boolean =>
  id === roleIds.youthWorker ||
  id === roleIds.moderator ||
  id === roleIds.volunteer ||
  id === toldRoleIds.backUp ||
  id === toldRoleIds.onCall

/**
 * Reads a packet as the core hears a message, if it is a plain one of an ordinary member in a channel that is read;
 * undefined for everything else, which the library must see: it keeps the team and learns of them from what they say
 * and who mentions them, and it counts what is said in threads.
 *
 * @param house - the open house in which it was said
 */
export function fromPacket(
  { d }: SaidPacket,
  client: Client,
  house: House,
  places: ReturnType<typeof createPlaces>,
): HeardMessage | undefined {
  const read = plain.safeParse(d)
  if (!read.success || (read.data.flags & NOT_WORDS_ALONE) !== 0) return undefined
  const { id, author, content, member } = read.data
  const channel = client.channels.cache.get(read.data.channel_id)
  if (channel === undefined || channel.isDMBased() || channel.isThread() || !channel.isTextBased())
    return undefined
  if (channel.guildId !== house.id || channel.guild.members.cache.has(author.id)) return undefined
  if (member.roleIds.some((role) => isOfTeam(house, role))) return undefined
  const place = places.of(channel)
  if (!place.read) return undefined
  // As the library would: what is missed later is told from it (catch-up.ts).
  channel.lastMessageId = id
  const writtenAt = SnowflakeUtil.timestampFrom(id)
  const { joinedAt } = member
  return {
    houseId: houseId(channel.guildId),
    channelId: channel.id,
    channel: place.name,
    messageId: id,
    authorId: author.id,
    text: content,
    attachments: [],
    roleIds: member.roleIds,
    ...(joinedAt === undefined ? {} : { hoursHere: (writtenAt - joinedAt) / 3_600_000 }),
    writtenAt: new Date(writtenAt),
    whyNeverHeld: () => (mayTakeOut(channel) ? undefined : 'permission'),
  }
}
