import { ChannelType, type Guild, OverwriteType, PermissionFlagsBits, type TextChannel } from 'discord.js'
import type { LimitKind } from '../../channels/limit.ts'
import { type Change, planShut } from '../../channels/plan.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { House, Desk } from '../desk.ts'
import { placeOf } from '../place.ts'

type Name = keyof typeof PermissionFlagsBits

/** What the bot needs in the channel: to change it, to put it back, and to say so. */
const NEEDED = {
  slow: ['ViewChannel', 'SendMessages', 'ManageChannels'],
  shut: ['ViewChannel', 'SendMessages', 'ManageRoles'],
} as const satisfies Record<LimitKind, readonly Name[]>
const SPEAK = ['SendMessages', 'SendMessagesInThreads'] as const satisfies readonly Name[]
const WRITE = [...SPEAK, 'CreatePublicThreads', 'CreatePrivateThreads'] as const satisfies readonly Name[]

const sum = (names: readonly Name[]): bigint =>
  names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)

/** The channel that can be limited, or why it cannot. A thread has the limits of its channel. */
export function limitable(
  guild: Guild,
  channelId: string,
  { policy }: Pick<Desk, 'policy'>,
): { readonly channel: TextChannel } | { readonly not: Extract<TextKey, `channel.limit.cannot.${string}`> } {
  const found = guild.channels.cache.get(channelId)
  const channel = found?.isThread() === true ? found.parent : (found ?? null)
  if (channel === null) return { not: 'channel.limit.cannot.gone' }
  const place = placeOf(channel, policy)
  if (!place.read) {
    if (place.why === 'private talk') return { not: 'channel.limit.cannot.talk' }
    if (place.why === 'staff') return { not: 'channel.limit.cannot.staff' }
    return { not: place.why === 'hidden' ? 'channel.limit.cannot.hidden' : 'channel.limit.cannot.kind' }
  }
  return channel.type === ChannelType.GuildText ? { channel } : { not: 'channel.limit.cannot.kind' }
}

/** The permissions that the bot lacks for it; none where it can. */
export function lackingFor(kind: LimitKind, channel: TextChannel): readonly string[] {
  const { me } = channel.guild.members
  if (me === null) return NEEDED[kind]
  const missing: readonly string[] = channel.permissionsFor(me).missing([...NEEDED[kind]])
  // What it does not have on the whole server, Discord does not let it give or refuse in a channel.
  const own: readonly string[] = kind === 'shut' ? me.permissions.missing([...SPEAK]) : []
  return [...new Set([...missing, ...own])]
}

/** What shutting this channel changes in it, as it stands now. */
export function shutPlan(channel: TextChannel, { roleIds }: Pick<House, 'roleIds'>): readonly Change[] {
  const { guild } = channel
  const mine = guild.members.me?.permissions
  return planShut({
    overwrites: [...channel.permissionOverwrites.cache.values()].map(({ id, type, allow, deny }) => ({
      id,
      type: type === OverwriteType.Member ? 1 : 0,
      allow: String(allow.bitfield),
      deny: String(deny.bitfield),
    })),
    everyoneId: guild.roles.everyone.id,
    teamRoleIds: Object.values(roleIds).filter((id) => id !== undefined),
    botId: guild.client.user.id,
    speak: sum(SPEAK),
    write: sum(WRITE) & (mine?.has(PermissionFlagsBits.Administrator) ? sum(WRITE) : (mine?.bitfield ?? 0n)),
  })
}
