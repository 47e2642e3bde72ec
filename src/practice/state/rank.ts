import { discordError } from '../errors.ts'
import { guildPermissions, has } from '../permissions.ts'
import type { PermissionName } from '../permissions.ts'
import { compareIds } from '../snowflake.ts'
import type { Hub } from './hub.ts'
import type { StoredGuild, StoredMember, StoredRole } from './model.ts'

/** The member with this id; 10013 for somebody whom nobody knows, 10007 for somebody who is not in the guild. */
export function memberOr404(hub: Hub, guild: StoredGuild, userId: string): StoredMember {
  const member = guild.members.get(userId)
  if (member === undefined) throw discordError(hub.users.has(userId) ? 10007 : 10013)
  return member
}

/** The role with this id, or Discord's 10011. */
export function roleOr404(guild: StoredGuild, roleId: string): StoredRole {
  const role = guild.roles.get(roleId)
  if (role === undefined) throw discordError(10011)
  return role
}

/** What somebody may in the guild as a whole; nothing when they are not in it. */
export function permissionsOf(hub: Hub, guild: StoredGuild, userId: string): bigint {
  const member = guild.members.get(userId)
  return member === undefined ? 0n : guildPermissions(guild, member, hub.now())
}

/** Throws Discord's 50013 when somebody lacks one of these in the guild as a whole. */
export function demandInGuild(
  hub: Hub,
  guild: StoredGuild,
  userId: string,
  ...names: PermissionName[]
): void {
  if (!has(permissionsOf(hub, guild, userId), ...names)) throw discordError(50013)
}

/** Orders roles from low to high; of two at the same place the older is the higher. */
const compareRoles = (a: StoredRole, b: StoredRole): number =>
  a.position - b.position || compareIds(b.id, a.id)

/** The highest role that a member has. Everybody has @everyone. */
export function highestRole(guild: StoredGuild, member: StoredMember): StoredRole {
  const roles = [guild.id, ...member.roles].flatMap((id) => guild.roles.get(id) ?? [])
  const highest = roles.sort(compareRoles).at(-1)
  if (highest === undefined) throw new Error('A guild without @everyone.')
  return highest
}

/** True when a role is below the highest of somebody; the owner stands above all roles. */
export function standsAbove(guild: StoredGuild, userId: string, role: StoredRole): boolean {
  if (guild.ownerId === userId) return true
  const member = guild.members.get(userId)
  return member !== undefined && compareRoles(highestRole(guild, member), role) > 0
}

/**
 * Throws Discord's 50013 unless somebody stands above a member: nobody acts on the owner, and nobody on somebody whose
 * highest role is as high as their own. Source: Discord, Permissions, Permission Hierarchy.
 */
export function demandAbove(guild: StoredGuild, userId: string, target: StoredMember): void {
  if (guild.ownerId === target.userId || !standsAbove(guild, userId, highestRole(guild, target)))
    throw discordError(50013)
}
