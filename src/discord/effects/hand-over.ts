import { z } from 'zod'
import { drawHandOver, isHandOver } from '../duty/hand-over-card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ handOverId: z.string() })

/** Makes the card of a hand-over show its row. */
export const handOver: Effect = async (claim, hands) => {
  const { handOverId } = desiredSchema.parse(claim.desired)
  const offer = await hands.desk.duty.offerOf(claim.houseId, handOverId)
  if (offer === undefined) return { did: 'done' }
  return postOrEdit(claim, hands, await drawHandOver(offer, hands.desk), (message) =>
    isHandOver(message, handOverId),
  )
}
