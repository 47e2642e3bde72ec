import { type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import { z } from 'zod'
import type { Policy } from '../../policy/schema.ts'
import { isNamed, placeOf } from '../place.ts'

/** What of a server Discord's filters depend on, as ids: small enough to stand with the wish for them. */
export const filterPlaceSchema = z.strictObject({
  /** Digest of the agreements; empty when the filters are to go, because the bot reads itself. */
  policy: z.string(),
  alertChannelId: z.string().nullable(),
  /** Channels that are never read: no filter looks there either. */
  never: z.array(z.string()),
  /** The channels of the server by the name that the policy gives them. */
  channels: z.record(z.string(), z.array(z.string())),
})
export type FilterPlace = z.infer<typeof filterPlaceSchema>

/** Why filters that only tell have nowhere to tell it. */
export type NoAlerts = 'not-chosen' | 'missing' | 'seen-by-others' | 'not-allowed'

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ManageMessages]

/**
 * The channel where Discord posts what its filters saw: with names and words in clear, so nobody but the bot (and, as
 * everywhere, administrators) may see it; and the bot must be able to take them away.
 */
export function alertChannelOf(
  guild: Guild,
  policy: Policy,
): { readonly id: string } | { readonly off: NoAlerts } {
  const { automodAlerts } = policy.house.channels
  if (automodAlerts === undefined) return { off: 'not-chosen' }
  const channel = guild.channels.cache.find((one) => isNamed(one, automodAlerts) && one.isTextBased())
  if (channel === undefined || channel.isThread()) return { off: 'missing' }
  const { me } = guild.members
  if (me === null || !channel.permissionsFor(me).has(NEEDED)) return { off: 'not-allowed' }
  return isSeenByOthers(guild, channel) ? { off: 'seen-by-others' } : { id: channel.id }
}

function isSeenByOthers(guild: Guild, channel: GuildBasedChannel): boolean {
  const { me } = guild.members
  const view = PermissionFlagsBits.ViewChannel
  const byRole = guild.roles.cache.some((role) => {
    if (role.id === me?.roles.botRole?.id || role.permissions.has(PermissionFlagsBits.Administrator))
      return false
    return role.permissionsIn(channel as Parameters<typeof role.permissionsIn>[0]).has(view)
  })
  const overwrites = 'permissionOverwrites' in channel ? channel.permissionOverwrites.cache : undefined
  const byName = overwrites?.some(
    ({ id, allow }) => allow.has(view) && !guild.roles.cache.has(id) && id !== me?.id,
  )
  return byRole || byName === true
}

/** What the filters of this server are to be made from. */
export function filterPlaceOf(guild: Guild, policy: Policy): FilterPlace {
  if (policy.house.reading.way === 'full')
    return { policy: '', alertChannelId: null, never: [], channels: {} }
  const alerts = alertChannelOf(guild, policy)
  const never: string[] = []
  const channels: Record<string, string[]> = {}
  for (const channel of guild.channels.cache.values()) {
    if (channel.isThread() || !(channel.isTextBased() || channel.isThreadOnly())) continue
    const place = placeOf(channel, policy)
    if (!place.read) never.push(channel.id)
    else channels[place.name] = [...(channels[place.name] ?? []), channel.id].sort()
  }
  return {
    policy: policy.version,
    alertChannelId: 'id' in alerts ? alerts.id : null,
    never: never.sort(),
    // Only names that an agreement speaks of; in this order, so that the same server gives the same wish.
    channels: Object.fromEntries(
      Object.entries(channels)
        .filter(([name]) => Object.hasOwn(policy.channels.channels, name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  }
}
