import { type APIGuildMember, DiscordAPIError, type Guild, RESTJSONErrorCodes, Routes } from 'discord.js'
import type { HousePolicy } from '../../policy/schema.ts'
import type { House } from '../desk.ts'

/** A form must come within three seconds of the press; what is not known by then is asked again. */
export const LOOK_MS = 2_000

/**
 * Whether a message is from somebody of the team: by the roles that its writer has now, asked from Discord, since no
 * list of members is kept. The owner of the server and the integrity contact count as the team.
 *
 * @throws when Discord does not answer in time: whoever asks must not guess, for a guess could bring a report about
 *   somebody before that same person
 */
export async function isOfTeam(
  guild: Guild,
  house: House,
  { integrity }: HousePolicy['contacts'],
  authorId: string,
): Promise<boolean> {
  if (authorId === guild.ownerId || authorId === integrity.discordId) return true
  const team: readonly (string | undefined)[] = Object.values(house.roleIds)
  try {
    const member = (await guild.client.rest.get(Routes.guildMember(guild.id, authorId), {
      signal: AbortSignal.timeout(LOOK_MS),
    })) as APIGuildMember
    return member.roles.some((role) => team.includes(role))
  } catch (error) {
    // Somebody who left has no role here any more.
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return false
    throw error
  }
}
