import { Routes, SnowflakeUtil } from 'discord.js'
import { heldLineMessage, isHeldLine } from '../held-messages.ts'
import type { Effect } from './effect.ts'
import { isGone, postOrEdit } from './post.ts'

/** A line that stands higher up than this is no longer seen by who must learn something now. */
const BURIED_MS = 15 * 60_000

/**
 * Keeps the one line of a channel true: it stands as long as the writer of a held message does not know it, whatever
 * number is held; it moves down when it was said too long ago, and goes when nobody has to learn anything.
 */
export const heldLine: Effect = async (claim, hands) => {
  const { desk, rest } = hands
  const says = await desk.holding.lineIn(claim.houseId, claim.channelId)
  const standing = claim.messageId
  const takeAway = async (messageId: string): Promise<void> => {
    try {
      await rest.delete(Routes.channelMessage(claim.channelId, messageId))
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  if (says === 'none') {
    if (standing !== null) await takeAway(standing)
    return { did: 'done' }
  }
  if (standing !== null && desk.now().getTime() - SnowflakeUtil.timestampFrom(standing) > BURIED_MS) {
    await takeAway(standing)
    return { did: 'repost' }
  }
  return postOrEdit(claim, hands, heldLineMessage(says, desk.texts()), isHeldLine)
}
