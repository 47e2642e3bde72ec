import { type APIThreadChannel, DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import { SAYINGS } from '../../talks/deps.ts'
import { isOngoing } from '../../talks/talk.ts'
import { drawSaying } from '../talks/say.ts'
import { drawTold } from '../talks/told.ts'
import { snowflakeAt } from '../../storage/snowflake.ts'
import type { Effect, Hands } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ talkId: z.string(), says: z.enum(SAYINGS), once: z.string() })

/** Time in which the thread itself is made, which is under way as a target of its own. */
const SOON_MS = 1_000

/** A talk in which nobody wrote for this long is not told again each evening that the house closes. */
const ALIVE_MS = 12 * 60 * 60_000

/** Whether something was said lately: Discord tells when, and nothing of what is asked for. */
async function isAlive(threadId: string, { rest, desk }: Hands): Promise<boolean> {
  try {
    const { last_message_id: last } = (await rest.get(Routes.channel(threadId))) as APIThreadChannel
    const since = snowflakeAt(new Date(desk.now().getTime() - ALIVE_MS))
    return typeof last === 'string' && BigInt(last) > BigInt(since)
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel) return true
    throw error
  }
}

/** Says one line in a private talk, once. What others say there is not looked at. */
export const talkLine: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const { talkId, says, once } = desiredSchema.parse(claim.desired)
  const talk = await hands.desk.talks.find(claim.houseId, talkId)
  if (talk === undefined || talk.state === 'gone') return { did: 'done' }
  // Taken back before there was a thread: nothing is said anywhere.
  if (talk.threadId === null && !isOngoing(talk)) return { did: 'done' }
  if (talk.threadId === null) return { did: 'retry', code: 'no-thread-yet', afterMs: SOON_MS, refused: true }
  if (says === 'closing' && talk.state === 'talking' && !(await isAlive(talk.threadId, hands)))
    return { did: 'done' }
  const tells = says === 'opening' ? talk.flagId : null
  const body = tells === null ? drawSaying(talk, says, once, hands.desk) : await drawTold(talk, hands.desk)
  // Taken back before it was said: then there is nothing to tell.
  if (body === undefined) return { did: 'done' }
  const [head = ''] = (body.content ?? '').split('\n')
  try {
    const effected = await postOrEdit({ ...claim, channelId: talk.threadId }, hands, body, ({ content }) =>
      content.startsWith(head),
    )
    if (tells !== null && effected.did === 'done') await hands.desk.flags.told(claim.houseId, tells, 'told')
    return effected
  } catch (error) {
    const deleted = error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel
    if (!deleted) throw error
    if (tells !== null) await hands.desk.flags.told(claim.houseId, tells, 'no-way')
    await hands.desk.talks.act(claim.houseId, talkId, { type: 'lose', thread: 'deleted' })
    return { did: 'done' }
  }
}
