import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Effect } from './effect.ts'

const desiredSchema = z.object({ talkId: z.string(), workerId: z.string() })
const NOT_THERE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
])

/** Takes a worker out of the thread of a talk that is no longer theirs; not one who has it again by now. */
export const talkOut: Effect = async (claim, { rest, desk }) => {
  const { talkId, workerId } = desiredSchema.parse(claim.desired)
  const talk = await desk.talks.find(claim.houseId, talkId)
  if (talk === undefined || talk.state === 'gone' || talk.workerIds.includes(workerId)) return { did: 'done' }
  try {
    await rest.delete(Routes.threadMembers(claim.channelId, workerId))
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !NOT_THERE.has(error.code)) throw error
  }
  return { did: 'done' }
}
