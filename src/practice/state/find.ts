import { discordError } from '../errors.ts'
import { allPermissions, channelPermissions, has, permissionBits } from '../permissions.ts'
import type { PermissionName } from '../permissions.ts'
import type { Hub } from './hub.ts'
import type { StoredChannel, StoredGuild, StoredMember, StoredMessage } from './model.ts'

/** What anybody may in a direct message. */
const inDm = permissionBits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'MentionEveryone',
  'UseExternalEmojis',
  'PinMessages',
  'UseApplicationCommands',
])

/** The channel with this id, or Discord's 10003. */
export function channelOr404(hub: Hub, id: string): StoredChannel {
  const channel = hub.channels.get(id)
  if (channel === undefined) throw discordError(10003)
  return channel
}

/** The guild with this id that the bot is in, or Discord's 10004. */
export function guildOr404(hub: Hub, id: string): StoredGuild {
  const guild = hub.guilds.get(id)
  if (guild === undefined) throw discordError(10004)
  return guild
}

/** A message that everybody in the channel could see. */
export const findMessage = (hub: Hub, channelId: string, id: string): StoredMessage | undefined =>
  hub.channels.get(channelId)?.messages.get(id)

/** The message with this id in this channel, or Discord's 10008. */
export function messageOr404(channel: StoredChannel, id: string): StoredMessage {
  const message = channel.messages.get(id)
  if (message === undefined) throw discordError(10008)
  return message
}

/** Where the overwrites of a channel are kept: a thread has those of its parent. */
export function ruling(hub: Hub, channel: StoredChannel): StoredChannel {
  if (channel.thread === undefined || channel.parentId === null) return channel
  return hub.channels.get(channel.parentId) ?? channel
}

/** What somebody may in a channel; nothing when they have no place in it. */
export function permissionsIn(hub: Hub, userId: string, channel: StoredChannel): bigint {
  if (channel.guildId === undefined) {
    return userId === channel.recipientId || userId === hub.app.botId ? inDm : 0n
  }
  const guild = hub.guilds.get(channel.guildId)
  const member = guild?.members.get(userId)
  if (guild === undefined || member === undefined) return 0n
  const bits = channelPermissions(guild, member, ruling(hub, channel), hub.now())
  return channel.thread === undefined ? bits : inThread(bits, channel, member)
}

/** Writing in a thread needs its own permission; a private one is seen by its members and its keepers. */
function inThread(bits: bigint, channel: StoredChannel, member: StoredMember): bigint {
  if (bits === allPermissions) return bits
  const keeper = has(bits, 'ManageThreads')
  if (channel.type === 12 && !keeper && !channel.thread?.memberIds.has(member.userId)) return 0n
  const sends = permissionBits(['SendMessages'])
  return has(bits, 'SendMessagesInThreads') ? bits | sends : bits & ~sends
}

/** Throws Discord's 50001 when somebody cannot see the channel, 50013 when another permission is missing. */
export function demand(hub: Hub, userId: string, channel: StoredChannel, ...names: PermissionName[]): void {
  const bits = permissionsIn(hub, userId, channel)
  if (!has(bits, 'ViewChannel')) throw discordError(50001)
  if (!has(bits, ...names)) throw discordError(50013)
}

/** True when somebody can see a channel. */
export const canSee = (hub: Hub, userId: string, channel: StoredChannel): boolean =>
  has(permissionsIn(hub, userId, channel), 'ViewChannel')
