import { SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import { drawDigest, isDigest } from '../digest-card.ts'
import type { Effect } from './effect.ts'
import { findOwn, postOrEdit, takeAway } from './post.ts'

/** In a quiet house: since when it is to stand at the end of the channel. */
const desiredSchema = z.object({ at: z.iso.datetime().optional() })
/** Our clock and Discord's may differ; two set times never lie so near. */
const SLACK_MS = 5 * 60_000

/**
 * Makes the digest of a flood stand in the queue's channel, and takes it away once nothing of it waits. The rows are
 * counted now: the newest number wins.
 */
export const digest: Effect = async (claim, hands) => {
  const keys = await hands.desk.outbox.digested(claim.houseId, claim.channelId)
  const body = await drawDigest(hands.desk, claim.houseId, keys)
  const { at } = desiredSchema.parse(claim.desired)
  const stood = claim.messageId === null ? undefined : SnowflakeUtil.timestampFrom(claim.messageId)
  if (body !== undefined && at !== undefined && stood !== undefined && stood < Date.parse(at) - SLACK_MS) {
    await takeAway(claim, hands, claim.messageId ?? '')
    return { did: 'repost' }
  }
  if (body !== undefined) return postOrEdit(claim, hands, body, isDigest)
  // One that was posted without our hearing so goes as well.
  const stands = claim.messageId ?? (await findOwn(claim, hands, isDigest))
  if (stands === undefined) return { did: 'done' }
  await takeAway(claim, hands, stands)
  // The next flood gets a message of its own, at the end of the channel where people look.
  return { did: 'repost' }
}
