import type { APIMessage } from 'discord.js'
import { z } from 'zod'
import { drawCard, isCardAbout, isCardOf } from '../card.ts'
import type { Claim } from '../../outbox/outbox.ts'
import { digestKey } from '../../outbox/digest.ts'
import type { Effect, Hands } from './effect.ts'
import { findOwn, postOrEdit, takeAway } from './post.ts'

const desiredSchema = z.object({ flagId: z.string(), gone: z.boolean().optional() })

/**
 * Makes the card of a flag show its row. The row is read now, not when the card was asked for: the newest wins. A flag
 * that was closed before its card ever stood (from the list, out of a digest) needs none.
 */
export const card: Effect = async (claim, hands) => {
  const { desk } = hands
  const { flagId, gone = false } = desiredSchema.parse(claim.desired)
  const isIt = (message: APIMessage): boolean => isCardOf(message, flagId)
  if (gone) {
    const stands = claim.messageId ?? (await findOwn(claim, hands, isIt))
    if (stands !== undefined) await takeAway(claim, hands, stands)
    return { did: 'done' }
  }
  const view = await desk.flags.cardFor(claim, flagId)
  if (view === undefined) return { did: 'done' }
  if (view.queueChannelId !== claim.channelId) return { did: 'repost', channelId: view.queueChannelId }
  const wasInDigest = claim.doneVersion > 0 && claim.messageId === null && claim.generation === 1
  if (wasInDigest) await redrawDigest(claim, hands)
  if (wasInDigest && view.state === 'closed') return { did: 'done' }
  // After a backup was put back, a message that is flagged again has a card of its former flag: that one is taken over.
  const restored = hands.restoredFrom?.(claim.houseId) !== undefined
  return postOrEdit(
    claim,
    hands,
    drawCard(view, desk),
    restored ? (message) => isIt(message) || isCardAbout(message, view) : isIt,
  )
}

/** The flag has a card of its own now, or is closed: the digest counts one less. */
async function redrawDigest({ houseId, channelId }: Claim, { desk }: Hands): Promise<void> {
  const targetKey = digestKey(channelId)
  const stands = await desk.outbox.target(houseId, targetKey)
  if (stands === undefined) return
  const { kind, desired } = stands
  await desk.outbox.want(desk.db, { house: houseId, targetKey, kind, channelId, desired })
}
