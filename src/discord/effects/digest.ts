import { drawDigest, isDigest } from '../digest-card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit, takeAway } from './post.ts'

/**
 * Makes the digest of a flood stand in the queue's channel, and takes it away once nothing of it waits. The rows are
 * counted now: the newest number wins.
 */
export const digest: Effect = async (claim, hands) => {
  const keys = await hands.desk.outbox.digested(claim.houseId, claim.channelId)
  const body = await drawDigest(hands.desk, claim.houseId, keys)
  if (body !== undefined) return postOrEdit(claim, hands, body, isDigest)
  if (claim.messageId === null) return { did: 'done' }
  await takeAway(claim, hands, claim.messageId)
  // The next flood gets a message of its own, at the end of the channel where people look.
  return { did: 'repost' }
}
