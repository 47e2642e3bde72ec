import { Routes } from 'discord.js'
import { z } from 'zod'
import type { Effect } from './effect.ts'
import { isGone } from './post.ts'

const desiredSchema = z.object({ messageId: z.string() })

/** Takes away the message that a person decided to remove. */
export const removal: Effect = async (claim, hands) => {
  const { messageId } = desiredSchema.parse(claim.desired)
  try {
    await hands.rest.delete(Routes.channelMessage(claim.channelId, messageId))
  } catch (error) {
    if (!isGone(error)) throw error
  }
  return { did: 'done' }
}
