import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import type { Effect } from './effect.ts'
import { isGone } from './post.ts'

const desiredSchema = z.object({ messageId: z.string() })

/** Faults that only a person can mend. A message is not taken out an hour later, when somebody mended them. */
const FOR_PEOPLE = new Set<unknown>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
])

/**
 * Takes a held message out of its channel: after its flag and its sealed words were stored, so that it is never lost,
 * and before the line says so. Once a person decided, or too long after, it stays where it is.
 */
export const hold: Effect = async (claim, { rest, desk }) => {
  const { messageId } = desiredSchema.parse(claim.desired)
  const { holding } = desk
  const key = { house: claim.houseId, messageId }
  const leave = async (): Promise<void> => {
    const flagId = await holding.leaveIt(key)
    if (flagId !== undefined) await desk.flags.redraw(claim.houseId, flagId)
  }
  if ((await holding.stillToTakeOut(key)) === undefined) {
    await leave()
    return { did: 'done' }
  }
  try {
    await rest.delete(Routes.channelMessage(claim.channelId, messageId))
  } catch (error) {
    if (error instanceof DiscordAPIError && FOR_PEOPLE.has(error.code)) {
      desk.log.warn(
        { house: claim.houseId, channel: claim.channelId, code: error.code },
        'a message could not be held: the bot may not take it out of this channel',
      )
      await leave()
      return { did: 'done' }
    }
    if (!isGone(error)) throw error
  }
  await holding.takenOut(key)
  return { did: 'done' }
}
