import {
  DiscordAPIError,
  type Guild,
  type GuildMember,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type TextChannel,
} from 'discord.js'
import type { TextKey } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import { isOver } from '../duty/takes-in.ts'
import { isStaff } from '../staff.ts'
import { placeForTalks } from '../talks/place.ts'

/** Where somebody can be sent a line, or what to tell the worker instead. */
export type Reach =
  | { readonly channel: TextChannel; readonly member: GuildMember }
  | { readonly not: Extract<TextKey, `refer.cannot.${string}`> }

const isNotHere = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownMember || error.code === RESTJSONErrorCodes.UnknownUser)

/**
 * Whether a worker can send somebody a line: not themselves, no bot, nobody of the team (the owner and the integrity
 * contact count as the team), somebody who is still here and sees the channel. Asked from Discord anew each time.
 */
export async function reachOf(
  guild: Guild,
  writerId: string,
  workerId: string,
  visit: Visit,
): Promise<Reach> {
  const { desk, house } = visit
  if (writerId === workerId) return { not: 'refer.cannot.own' }
  const channel = isOver(desk, house) ? undefined : placeForTalks(guild, desk.policy)
  if (channel === undefined) return { not: 'refer.cannot.no-place' }
  let member: GuildMember
  try {
    member = await guild.members.fetch({ user: writerId, force: true })
  } catch (error) {
    if (isNotHere(error)) return { not: 'refer.cannot.left' }
    desk.log.warn({ err: error, house: house.id }, 'could not look up to whom a line is sent')
    return { not: 'refer.cannot.look' }
  }
  if (member.user.bot) return { not: 'refer.cannot.bot' }
  const { discordId } = desk.policy.house.contacts.integrity
  if (isStaff(member, house) || writerId === guild.ownerId || writerId === discordId)
    return { not: 'refer.cannot.team' }
  const sees = channel.permissionsFor(member).has(PermissionFlagsBits.ViewChannel)
  return sees ? { channel, member } : { not: 'refer.cannot.not-seen' }
}
