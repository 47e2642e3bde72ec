import { SnowflakeUtil } from 'discord.js'
import { z } from 'zod'
import { PARTS } from '../../talks/deps.ts'
import { drawTalkCard, isTalkCard } from '../talks/card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit, takeAway } from './post.ts'

const desiredSchema = z.object({
  talkId: z.string(),
  part: z.enum(PARTS),
  seenFrom: z.iso.datetime().optional(),
})

/** Makes a card of a private talk show its row. */
export const talkCard: Effect = async (claim, hands) => {
  const { talkId, part, seenFrom } = desiredSchema.parse(claim.desired)
  const talk = await hands.desk.talks.find(claim.houseId, talkId)
  if (talk === undefined) return { did: 'done' }
  const stands = claim.messageId
  const old = seenFrom === undefined ? 0 : Date.parse(seenFrom)
  if (stands !== null && talk.followUpDoneAt === null && SnowflakeUtil.timestampFrom(stands) < old) {
    await takeAway(claim, hands, stands)
    return { did: 'repost' }
  }
  return postOrEdit(claim, hands, drawTalkCard(talk, part, hands.desk), (message) =>
    isTalkCard(message, talkId, part),
  )
}
