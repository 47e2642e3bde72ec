import { Routes } from 'discord.js'
import { staffWordSchema } from '../tell-staff.ts'
import type { Effect } from './effect.ts'
import { isGone, postOrEdit } from './post.ts'

/** Says something to the team in the queue's channel, and takes it away when it is over. */
export const staff: Effect = async (claim, hands) => {
  const word = staffWordSchema.parse(claim.desired)
  if ('over' in word) {
    if (claim.messageId === null) return { did: 'done' }
    try {
      await hands.rest.delete(Routes.channelMessage(claim.channelId, claim.messageId))
    } catch (error) {
      if (!isGone(error)) throw error
    }
    return { did: 'done' }
  }
  const content = hands.desk.texts().t(word.says, word.values)
  return postOrEdit(claim, hands, { content }, (message) => message.content === content)
}
