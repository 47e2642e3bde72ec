import { lineSchema } from '../lines.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

/** Says a general line in a channel, once. */
export const line: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const content = hands.desk.texts().t(lineSchema.parse(claim.desired).says)
  return postOrEdit(claim, hands, { content }, (message) => message.content === content)
}
