import { type Guild, PermissionFlagsBits, type Role } from 'discord.js'
import type { Policy } from '../policy/schema.ts'
import type { Missing, NoticeRoleTrouble } from './missing.ts'
import { isNamed, placeOf } from './place.ts'

/** The role that somebody gets by reading the notice. */
export interface NoticeRole {
  readonly id: string
  readonly name: string
}

function whyNot(guild: Guild, role: Role): NoticeRoleTrouble | undefined {
  const { me } = guild.members
  if (role.managed || role.id === guild.roles.everyone.id) return 'managed'
  if (me?.permissions.has(PermissionFlagsBits.ManageRoles) !== true) return 'rights'
  return role.comparePositionTo(me.roles.highest) < 0 ? undefined : 'order'
}

/**
 * The role that a house gives to whoever read the notice, if it wants one; or why the bot cannot give it, which the team
 * must hear at once: found at the first press, it would shut a young person out.
 */
export function findNoticeRole(
  guild: Guild,
  policy: Policy,
): NoticeRole | Extract<Missing, { what: 'notice-role' }> | undefined {
  const name = policy.house.notice?.requireBeforePosting?.role
  if (name === undefined) return undefined
  const role = guild.roles.cache.find((candidate) => isNamed(candidate, name))
  if (role === undefined) return { what: 'notice-role', name, why: 'absent' }
  const why = whyNot(guild, role)
  return why === undefined ? { id: role.id, name: role.name } : { what: 'notice-role', name: role.name, why }
}

/** Channels of all members in which everybody may write, also without the role: there the house requires nothing. */
export function openToAll(guild: Guild, policy: Policy): readonly string[] {
  return [...guild.channels.cache.values()].flatMap((channel) => {
    if (channel.isThread() || !channel.isTextBased() || !placeOf(channel, policy).read) return []
    const open = channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.SendMessages)
    return open ? [channel.name] : []
  })
}
