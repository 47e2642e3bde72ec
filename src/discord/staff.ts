import { type GuildMember, PermissionFlagsBits } from 'discord.js'
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

/**
 * A house without youth workers on its server could be set up by nobody: until there are, whoever manages the server may
 * (setup/set-up.ts asks more of them in a house that was set up before). It makes them nobody of the team.
 */
const mayBegin = (member: GuildMember, house: House, act: Act): boolean =>
  act === 'house.set-up' &&
  member.guild.id === house.id &&
  house.roleIds.youthWorker === undefined &&
  member.permissions.has(PermissionFlagsBits.ManageGuild)

/** Whether somebody may do this here, now; `about` is the flag that it is done to. */
export const memberMay = (member: GuildMember, house: House, act: Act, about?: About): boolean =>
  may(rolesOf(member, house), act, about) || mayBegin(member, house, act)

/** Whether somebody belongs to the team of this house (volunteers too). */
export const isStaff = (member: GuildMember, house: House): boolean => isTeam(rolesOf(member, house))
