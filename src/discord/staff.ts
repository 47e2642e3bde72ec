import type { GuildMember } from 'discord.js'
import type { House } from './desk.ts'

/**
 * Whether somebody may see and decide flags: by role, read from the interaction itself, so that a role taken away
 * counts at once and no member list is needed. Being owner or administrator of the server does not make one staff.
 */
export function isStaff(member: GuildMember, house: House): boolean {
  return house.staffRoleIds.some((id) => member.roles.cache.has(id))
}
