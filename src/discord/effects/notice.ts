import { type APIMessage, type APIMessagePin, Routes } from 'discord.js'
import { isNotice, noticeMessage } from '../notice-message.ts'
import type { Claim } from '../../outbox/outbox.ts'
import type { Effect, Hands } from './effect.ts'
import { postOrEdit } from './post.ts'

/** Our notice among the pins of the channel: after a lost database it is found again rather than posted twice. */
async function findPinned(claim: Claim, hands: Hands): Promise<APIMessage | undefined> {
  const pins = (await hands.rest.get(Routes.channelMessagesPins(claim.channelId))) as {
    items: APIMessagePin[]
  }
  return pins.items
    .map((pin) => pin.message)
    .find((message) => message.author.id === hands.botId && isNotice(message))
}

/** Makes the notice stand in its channel, with today's words, pinned. */
export const notice: Effect = async (claim, hands) => {
  const pinned = await findPinned(claim, hands)
  const standing = claim.messageId ?? pinned?.id ?? null
  const effected = await postOrEdit(
    { ...claim, messageId: standing },
    hands,
    noticeMessage(hands.desk),
    isNotice,
  )
  if (effected.did !== 'done' || effected.messageId === undefined) return effected
  if (effected.messageId !== pinned?.id) {
    await hands.rest.put(Routes.channelMessagesPin(claim.channelId, effected.messageId))
  }
  return effected
}
