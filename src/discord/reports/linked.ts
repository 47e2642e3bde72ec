import {
  type APIMessage,
  ChannelType,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type GuildBasedChannel,
  PermissionFlagsBits,
  Routes,
} from 'discord.js'
import { LOOK_MS } from './whose.ts'

const LINK =
  /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})$/

/** Where a link to a message leads; undefined for anything else. */
export function readLink(
  link: string,
): { readonly guildId: string; readonly channelId: string; readonly messageId: string } | undefined {
  const [, guildId, channelId, messageId] = LINK.exec(link.trim().replace(/^<|>$/g, '')) ?? []
  return guildId === undefined || channelId === undefined || messageId === undefined
    ? undefined
    : { guildId, channelId, messageId }
}

/** Whether the person who asks can read that channel: nobody learns by a link what they cannot see. */
async function sees(
  interaction: ChatInputCommandInteraction<'cached'>,
  channel: GuildBasedChannel,
): Promise<boolean> {
  const mine = channel.permissionsFor(interaction.member)
  if (!mine.has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory])) return false
  if (channel.type !== ChannelType.PrivateThread || mine.has(PermissionFlagsBits.ManageThreads)) return true
  const route = Routes.threadMembers(channel.id, interaction.user.id)
  return interaction.client.rest.get(route, { signal: AbortSignal.timeout(LOOK_MS) }).then(
    () => true,
    () => false,
  )
}

export type Linked =
  | { readonly ok: true; readonly channel: GuildBasedChannel; readonly message: APIMessage }
  | { readonly ok: false; readonly why: 'link' | 'hidden' }

/** The message that a link leads to, if it is one of this server that the person who asks can read. */
export async function messageAt(
  interaction: ChatInputCommandInteraction<'cached'>,
  link: string,
): Promise<Linked> {
  const place = readLink(link)
  if (place === undefined || place.guildId !== interaction.guildId) return { ok: false, why: 'link' }
  const channel = interaction.guild.channels.cache.get(place.channelId)
  if (channel === undefined || !(await sees(interaction, channel))) return { ok: false, why: 'hidden' }
  try {
    const message = (await interaction.client.rest.get(
      Routes.channelMessage(place.channelId, place.messageId),
      { signal: AbortSignal.timeout(LOOK_MS) },
    )) as APIMessage
    return { ok: true, channel, message }
  } catch (error) {
    if (error instanceof DiscordAPIError) return { ok: false, why: 'hidden' }
    throw error
  }
}
