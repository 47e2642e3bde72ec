import {
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js'
import type { Policy } from '../../policy/schema.ts'
import { isNamed } from '../place.ts'

/** What the bot needs where private talks stand: to open, to speak, to lock and delete, to find its own words again. */
export const NEEDED_FOR_TALKS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePrivateThreads',
  'ManageThreads',
  'ReadMessageHistory',
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[]

const isThere = (channel: GuildBasedChannel, nameOrId: string): channel is TextChannel =>
  channel.type === ChannelType.GuildText && isNamed(channel, nameOrId)

/** Where private talks stand in this server, or why there are none: no channel was named, it is not there, or the bot lacks permissions. */
export type TalksPlace =
  | { readonly channelId: string }
  | { readonly off: 'not-wanted' | 'no-channel' }
  | { readonly off: 'permissions'; readonly missing: readonly string[] }

/** Looks anew each time: a permission taken away counts at once. A house without a place for talks opens all the same. */
export function talksPlaceOf(guild: Guild, policy: Policy): TalksPlace {
  const wanted = policy.house.channels.talks
  if (wanted === undefined) return { off: 'not-wanted' }
  const channel = guild.channels.cache.find((candidate) => isThere(candidate, wanted))
  if (channel === undefined) return { off: 'no-channel' }
  const mine = guild.members.me === null ? null : channel.permissionsFor(guild.members.me)
  const missing = NEEDED_FOR_TALKS.filter((name) => mine?.has(PermissionFlagsBits[name]) !== true)
  return missing.length === 0 ? { channelId: channel.id } : { off: 'permissions', missing }
}

/** The same as a channel; undefined where private talks are off. */
export function placeForTalks(guild: Guild, policy: Policy): TextChannel | undefined {
  const place = talksPlaceOf(guild, policy)
  if ('off' in place) return undefined
  const channel = guild.channels.cache.get(place.channelId)
  return channel?.type === ChannelType.GuildText ? channel : undefined
}
