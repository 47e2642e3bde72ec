import { type Guild, PermissionFlagsBits, type Role } from 'discord.js'
import type { Policy } from '../policy/schema.ts'
import { StartError } from '../start-error.ts'
import { isNamed, placeOf } from './place.ts'

/** The role that somebody gets by reading the notice. */
export interface NoticeRole {
  readonly id: string
  readonly name: string
}

const WHERE = 'policies/house.yaml (notice: requireBeforePosting)'

function whyNot(guild: Guild, role: Role): StartError | undefined {
  const { me } = guild.members
  if (role.managed || role.id === guild.roles.everyone.id) {
    return new StartError(
      'notice-role',
      `Discord does not let anybody give the role "${role.name}": name another one in ${WHERE}.`,
    )
  }
  if (me?.permissions.has(PermissionFlagsBits.ManageRoles) !== true) {
    return new StartError(
      'permissions-missing',
      `Whoever reads the notice should get the role "${role.name}", but in "${guild.name}" the bot lacks ManageRoles: give its role this permission (npm run invite prints the link), or take the lines out of ${WHERE}.`,
    )
  }
  if (role.comparePositionTo(me.roles.highest) < 0) return undefined
  return new StartError(
    'notice-role',
    `The bot may only give roles that stand below its own: drag its role above "${role.name}" (Server Settings > Roles).`,
  )
}

/**
 * The role that a house gives to whoever read the notice, if it wants one.
 *
 * @throws StartError when it is not there, or when the bot may not give it: found at the first press, it would shut a
 *   young person out
 */
export function findNoticeRole(guild: Guild, policy: Policy): NoticeRole | undefined {
  const wanted = policy.house.notice?.requireBeforePosting?.role
  if (wanted === undefined) return undefined
  const role = guild.roles.cache.find((candidate) => isNamed(candidate, wanted))
  if (role === undefined) {
    throw new StartError(
      'role-missing',
      `The server "${guild.name}" has no role "${wanted}": make it, or write the right name in ${WHERE}.`,
    )
  }
  const refusal = whyNot(guild, role)
  if (refusal !== undefined) throw refusal
  return { id: role.id, name: role.name }
}

/** Channels of all members in which everybody may write, also without the role: there the house requires nothing. */
export function openToAll(guild: Guild, policy: Policy): readonly string[] {
  return [...guild.channels.cache.values()].flatMap((channel) => {
    if (channel.isThread() || !channel.isTextBased() || !placeOf(channel, policy).read) return []
    const open = channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.SendMessages)
    return open ? [channel.name] : []
  })
}
