import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Effect } from './effect.ts'

const desiredSchema = z.object({ memberId: z.string(), roleId: z.string() })

/** Gives the role of whoever read the notice. Never takes one away. */
export const role: Effect = async (claim, hands) => {
  const { memberId, roleId } = desiredSchema.parse(claim.desired)
  try {
    await hands.rest.put(Routes.guildMemberRole(claim.houseId, memberId, roleId))
  } catch (error) {
    // Somebody who left the server, or a role that the house took away: there is nothing to give any more.
    const over: readonly unknown[] = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownRole]
    if (!(error instanceof DiscordAPIError && over.includes(error.code))) throw error
  }
  return { did: 'done' }
}
