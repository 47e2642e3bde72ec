import type { GuildMember } from 'discord.js'
import { type About, type Act, isTeam, may, type Role } from '../permissions/table.ts'
import type { House } from './desk.ts'

/**
 * The roles of somebody in this house, read from the interaction itself, so that a role taken away counts at once and
 * no member list is needed. Being owner or administrator of the server does not make one staff, and somebody of
 * another server is nobody here.
 */
export function rolesOf(member: GuildMember, house: House): readonly Role[] {
  if (member.guild.id !== house.id) return []
  const { youthWorker, moderator, volunteer } = house.roleIds
  const has = (id: string | undefined): boolean => id !== undefined && member.roles.cache.has(id)
  return [
    ...(has(youthWorker) ? (['youthWorker'] as const) : []),
    ...(has(moderator) ? (['moderator'] as const) : []),
    ...(has(volunteer) ? (['volunteer'] as const) : []),
    'member',
  ]
}

/** Whether somebody may do this here, now; `about` is the flag that it is done to. */
export const memberMay = (member: GuildMember, house: House, act: Act, about?: About): boolean =>
  may(rolesOf(member, house), act, about)

/** Whether somebody belongs to the team of this house (volunteers too). */
export const isStaff = (member: GuildMember, house: House): boolean => isTeam(rolesOf(member, house))
