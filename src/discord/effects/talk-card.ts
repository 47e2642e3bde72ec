import { z } from 'zod'
import { PARTS } from '../../talks/deps.ts'
import { drawTalkCard, isTalkCard } from '../talks/card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ talkId: z.string(), part: z.enum(PARTS) })

/** Makes a card of a private talk show its row. */
export const talkCard: Effect = async (claim, hands) => {
  const { talkId, part } = desiredSchema.parse(claim.desired)
  const talk = await hands.desk.talks.find(claim.houseId, talkId)
  if (talk === undefined) return { did: 'done' }
  return postOrEdit(claim, hands, drawTalkCard(talk, part, hands.desk), (message) =>
    isTalkCard(message, talkId, part),
  )
}
