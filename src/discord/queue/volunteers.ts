import { type Guild, PermissionFlagsBits } from 'discord.js'
import type { House } from '../desk.ts'

/**
 * Whether volunteers (and moderators under 18) see the channel of the queue, where the cards of worries and harm stand
 * with the name of their writer. What Discord shows, the bot cannot take away: the team must hear it.
 *
 * @returns how role and channel are called; undefined when they do not see it, or when there are none
 */
export function volunteersSee(
  guild: Guild,
  house: Pick<House, 'roleIds' | 'queueChannelId'>,
): { readonly role: string; readonly channel: string } | undefined {
  const role = guild.roles.cache.get(house.roleIds.volunteer ?? '')
  const channel = guild.channels.cache.get(house.queueChannelId)
  if (role === undefined || channel === undefined || channel.isThread()) return undefined
  // As somebody with this role alone: its permissions in this channel on top of everybody's.
  const sees = channel.permissionsFor(role).has(PermissionFlagsBits.ViewChannel)
  return sees ? { role: role.name, channel: `#${channel.name}` } : undefined
}
