import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import { type HouseId, houseId } from '../house/id.ts'
import type { Policy } from '../policy/schema.ts'

/** What a channel is to the house: read under the norms of `name`, or never read, and why. */
export type Place =
  | { readonly read: true; readonly name: string }
  | { readonly read: false; readonly why: 'private talk' | 'staff' | 'hidden' | 'no text' }

const never = (why: Exclude<Place, { read: true }>['why']): Place => ({ read: false, why })

/**
 * Decides whether a channel is ever screened (design decision 3, a safeguard). What is not plainly a channel of all
 * members is not read: private threads, staff channels, and channels that not everybody sees unless the policy names
 * them. A thread follows its parent.
 *
 * @param channel - any channel of the server
 * @param policy - the agreements; names its channels
 */
export function placeOf(channel: GuildBasedChannel, policy: Policy): Place {
  if (channel.type === ChannelType.PrivateThread) return never('private talk')
  const home = channel.isThread() ? channel.parent : channel
  if (home === null || !(channel.isTextBased() || channel.isThreadOnly())) return never('no text')
  const named = policy.channels.channels[home.name] ?? policy.channels.channels[home.id]
  const { queue, automodAlerts, talks } = policy.house.channels
  if (named?.staff === true || isNamed(home, queue)) return never('staff')
  if (automodAlerts !== undefined && isNamed(home, automodAlerts)) return never('staff')
  // Also a thread that somebody made there in another way, and the channel itself.
  if (talks !== undefined && isNamed(home, talks)) return never('private talk')
  const seenByAll =
    home.permissionsFor(home.guild.roles.everyone)?.has(PermissionFlagsBits.ViewChannel) ?? false
  if (!seenByAll && named === undefined) return never('hidden')
  return {
    read: true,
    name: home.name in policy.channels.channels ? home.name : named === undefined ? home.name : home.id,
  }
}

/** Policy files name channels and roles by name, as people do, or by id where a name is not unique. */
export function isNamed(thing: { readonly id: string; readonly name: string }, nameOrId: string): boolean {
  return thing.id === nameOrId || thing.name === nameOrId.replace(/^#/, '')
}

/**
 * Places of channels (and of those under which threads stand), remembered until `forget` or until other agreements hold:
 * permissions are costly to compute for each message.
 */
export function createPlaces(policyIn: (house: HouseId) => Policy): {
  of(channel: GuildBasedChannel): Place
  forget(): void
} {
  const known = new Map<string, { readonly place: Place; readonly by: Policy }>()
  return {
    of(channel) {
      const now = policyIn(houseId(channel.guildId))
      const before = known.get(channel.id)
      if (before?.by === now) return before.place
      const place = placeOf(channel, now)
      known.set(channel.id, { place, by: now })
      return place
    },
    forget: () => known.clear(),
  }
}
