import { z } from 'zod'
import { drawMatter, isMatterOf } from '../matter-card.ts'
import { directChannel, takesNone } from './direct.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ matterId: z.string(), contactId: z.string() })

/** Direct messages that are closed now may be open later; nobody else may hear of it, so it waits. */
const CLOSED_MS = 30 * 60_000

/**
 * Shows a matter of the team to its contact, in a direct message, and only while that person wants them. Somebody whom
 * it was taken from is not told of it any more.
 */
export const matter: Effect = async (claim, hands) => {
  const { matterId, contactId } = desiredSchema.parse(claim.desired)
  const view = await hands.desk.matters.view(matterId)
  if (view === undefined || view.houseId !== claim.houseId || view.contactId !== contactId)
    return { did: 'done' }
  // What stands already may be brought up to date; a new message goes only to somebody who said yes.
  if (claim.messageId === null && (await hands.desk.consents.since(claim.houseId, contactId)) === undefined)
    return { did: 'done' }
  try {
    const channelId = await directChannel(hands.rest, contactId)
    return await postOrEdit({ ...claim, channelId }, hands, drawMatter(view, hands.desk), (own) =>
      isMatterOf(own, matterId),
    )
  } catch (error) {
    if (!takesNone(error)) throw error
    return { did: 'retry', code: 'takes-no-direct-messages', afterMs: CLOSED_MS, refused: true }
  }
}
