import { z } from 'zod'
import { directChannel, takesNone } from './direct.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

/** All that the bot ever says in a direct message by itself: no content, and only to somebody who asked for it. */
export const newsSchema = z.object({
  userId: z.string(),
  says: z.enum(['report.news', 'integrity.welcome', 'integrity.talk']),
})

/**
 * Tells somebody, once, what they asked to be told. Who takes no direct messages hears it nowhere else: it stands in
 * what they can look at themselves.
 */
export const news: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const { userId, says } = newsSchema.parse(claim.desired)
  const content = hands.desk.texts().t(says, { house: hands.desk.policy.house.name })
  try {
    const channelId = await directChannel(hands.rest, userId)
    return await postOrEdit({ ...claim, channelId }, hands, { content }, (own) => own.content === content)
  } catch (error) {
    if (takesNone(error)) return { did: 'done' }
    throw error
  }
}
