import { type Client, MessageFlags, MessageType, SnowflakeUtil } from 'discord.js'
import { houseId } from '../house/id.ts'
import type { House } from './desk.ts'
import type { HeardMessage } from './hear.ts'
import { mayTakeOut } from './heard-message.ts'
import type { createPlaces } from './place.ts'
import { joinedOf } from './writer.ts'

/** What of a plain message is looked at. */
interface Plain {
  readonly id: string
  readonly channel_id: string
  readonly content: string
  readonly flags?: number
  readonly author: { readonly id: string }
  readonly member: { readonly joined_at?: unknown; readonly roles: readonly string[] }
}
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
const isNone = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0)
const isText = (value: unknown): value is string => typeof value === 'string'

/**
 * Whether this is what most people say most of the time: words of a person, and nothing else. Nothing hangs on it, it
 * names nobody, it answers nothing, no thread begins with it. Checked by hand, because this is asked of every message:
 * a schema costs ten times as much, a fifteenth of all that a message costs.
 */
function isPlain(d: unknown): d is Plain {
  if (!isObject(d) || d['type'] !== MessageType.Default || d['webhook_id'] !== undefined) return false
  const { content, author, member, flags } = d
  if (!isText(content) || content === '' || !isText(d['id']) || !isText(d['channel_id'])) return false
  if (flags !== undefined && (typeof flags !== 'number' || (flags & NOT_WORDS_ALONE) !== 0)) return false
  if (!isObject(author) || !isText(author['id']) || (author['bot'] ?? false) !== false) return false
  if (!isObject(member) || !Array.isArray(member['roles']) || !member['roles'].every(isText)) return false
  if (!isNone(d['attachments']) || !isNone(d['sticker_items']) || !isNone(d['mentions'])) return false
  return isNone(d['message_snapshots']) && d['poll'] === undefined && d['thread'] === undefined
}
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
  if (!isPlain(d)) return undefined
  const { id, author, content, member } = d
  const channel = client.channels.cache.get(d.channel_id)
  if (channel === undefined || channel.isDMBased() || channel.isThread() || !channel.isTextBased())
    return undefined
  if (channel.guildId !== house.id || channel.guild.members.cache.has(author.id)) return undefined
  if (member.roles.some((role) => isOfTeam(house, role))) return undefined
  const place = places.of(channel)
  if (!place.read) return undefined
  // As the library would: what is missed later is told from it (catch-up.ts).
  channel.lastMessageId = id
  const writtenAt = SnowflakeUtil.timestampFrom(id)
  const joinedAt = joinedOf(member.joined_at)
  return {
    houseId: houseId(channel.guildId),
    channelId: channel.id,
    channel: place.name,
    messageId: id,
    authorId: author.id,
    text: content,
    attachments: [],
    roleIds: member.roles,
    ...(joinedAt === undefined ? {} : { hoursHere: (writtenAt - joinedAt) / 3_600_000 }),
    writtenAt: new Date(writtenAt),
    whyNeverHeld: () => (mayTakeOut(channel) ? undefined : 'permission'),
  }
}
