import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { z } from 'zod'
import { SAYINGS } from '../../talks/deps.ts'
import { drawSaying } from '../talks/say.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ talkId: z.string(), says: z.enum(SAYINGS), once: z.string() })

/** Time in which the thread itself is made, which is under way as a target of its own. */
const SOON_MS = 1_000

/** Says one line in a private talk, once. What others say there is not looked at. */
export const talkLine: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const { talkId, says, once } = desiredSchema.parse(claim.desired)
  const talk = await hands.desk.talks.find(claim.houseId, talkId)
  if (talk === undefined || talk.state === 'gone') return { did: 'done' }
  if (talk.threadId === null) return { did: 'retry', code: 'no-thread-yet', afterMs: SOON_MS, refused: true }
  const body = drawSaying(talk, says, once, hands.desk)
  const [head = ''] = (body.content ?? '').split('\n')
  try {
    return await postOrEdit({ ...claim, channelId: talk.threadId }, hands, body, ({ content }) =>
      content.startsWith(head),
    )
  } catch (error) {
    const deleted = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel
    if (!deleted) throw error
    await hands.desk.talks.act(claim.houseId, talkId, { type: 'lose', thread: 'deleted' })
    return { did: 'done' }
  }
}
