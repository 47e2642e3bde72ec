import type { APIMessage } from 'discord.js'
import { z } from 'zod'
import { drawCard, isCardOf } from '../card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ flagId: z.string() })

/** Makes the card of a flag show its row. The row is read now, not when the card was asked for: the newest wins. */
export const card: Effect = async (claim, hands) => {
  const { flagId } = desiredSchema.parse(claim.desired)
  const view = await hands.desk.flags.card(claim.houseId, flagId)
  if (view === undefined) return { did: 'done' }
  return postOrEdit(claim, hands, drawCard(view, hands.desk), (message: APIMessage) =>
    isCardOf(message, flagId),
  )
}
