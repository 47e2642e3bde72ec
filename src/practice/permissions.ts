import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { StoredChannel, StoredGuild, StoredMember } from './state/model.ts'

export type PermissionName = keyof typeof PermissionFlagsBits

/** Every permission that there is: what the owner and an administrator have. */
export const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)

/** What somebody in time-out keeps. Source: Discord, Permissions, Permissions For Timed Out Members. */
const keptInTimeout = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory

/** Without SEND_MESSAGES these mean nothing. Source: Discord, Permissions, Implicit Permissions. */
const needSending =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks

/** What `@everyone` may in a new guild, as far as text goes. */
export const everyoneByDefault: readonly PermissionName[] = [
  'CreateInstantInvite',
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'ChangeNickname',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
]

/** Adds up names of permissions. */
export const permissionBits = (names: readonly PermissionName[]): bigint =>
  names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)

/** True when `bits` hold every one of the named permissions. */
export function has(bits: bigint, ...names: PermissionName[]): boolean {
  const wanted = permissionBits(names)
  return (bits & wanted) === wanted
}

/** What a member may in the guild as a whole. Source: Discord, Permissions, Permission Overwrites. */
export function guildPermissions(guild: StoredGuild, member: StoredMember, now: number): bigint {
  if (guild.ownerId === member.userId) return allPermissions
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n
  for (const roleId of member.roles) bits |= guild.roles.get(roleId)?.permissions ?? 0n
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return allPermissions
  return inTimeout(member, now) ? bits & keptInTimeout : bits
}

/** True while somebody is in time-out; `now` in milliseconds. */
export const inTimeout = (member: StoredMember, now: number): boolean =>
  member.timeoutUntil !== undefined && member.timeoutUntil > now

/**
 * What a member may in a channel: roles, then the overwrites for everyone, for roles, for the member; then what
 * follows by itself (nothing without seeing the channel). A thread has the permissions of its parent.
 */
export function channelPermissions(
  guild: StoredGuild,
  member: StoredMember,
  channel: StoredChannel,
  now: number,
): bigint {
  const base = guildPermissions(guild, member, now)
  if (base === allPermissions) return base
  let bits = applyOverwrites(base, guild.id, member, channel)
  if (inTimeout(member, now)) bits &= keptInTimeout
  if (!has(bits, 'ViewChannel')) return 0n
  if (!has(bits, 'SendMessages')) bits &= ~needSending
  return bits
}

function applyOverwrites(
  base: bigint,
  everyone: string,
  member: StoredMember,
  channel: StoredChannel,
): bigint {
  let bits = base
  let allow = 0n
  let deny = 0n
  for (const overwrite of channel.overwrites) {
    if (overwrite.id === everyone) bits = (bits & ~overwrite.deny) | overwrite.allow
    else if (overwrite.type === 'role' && member.roles.includes(overwrite.id)) {
      allow |= overwrite.allow
      deny |= overwrite.deny
    }
  }
  bits = (bits & ~deny) | allow
  const own = channel.overwrites.find((one) => one.type === 'member' && one.id === member.userId)
  return own === undefined ? bits : (bits & ~own.deny) | own.allow
}
