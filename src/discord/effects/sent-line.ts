import { RESTJSONErrorCodes } from 'discord.js'
import { z } from 'zod'
import type { SentLine } from '../../talks/sent-lines.ts'
import { drawLeft, drawNobody, drawSent } from '../refer/message.ts'
import type { Effect, Effected, Hands } from './effect.ts'
import { postOrEdit } from './post.ts'
import { bringIn, deleteThread, isCode, lockThread, makeThread } from './private-thread.ts'
import type { Claim } from '../../outbox/outbox.ts'

const desiredSchema = z.object({
  sentId: z.string(),
  talks: z.boolean().default(false),
  roleIds: z.array(z.string()).default([]),
  peopleIds: z.array(z.string()).default([]),
})
type Desired = z.infer<typeof desiredSchema>
const DONE: Effected = { did: 'done' }

/** Puts the one message into the thread. Its words are forgotten by then if it stands there already. */
async function say(
  claim: Claim,
  line: SentLine,
  desired: Desired,
  here: boolean,
  hands: Hands,
): Promise<void> {
  const { desk } = hands
  const words = await desk.sentLines.words(claim.houseId, line.id)
  const body = here
    ? drawSent(line, words, { readers: desired, talks: desired.talks }, desk)
    : drawLeft(line, words, desk)
  // The only message of ours that is ever there before this one is noted is this one.
  const said = await postOrEdit({ ...claim, channelId: line.threadId ?? '' }, hands, body, () => true)
  if (said.did === 'done' && said.messageId !== undefined)
    await desk.sentLines.stands(claim.houseId, line.id, said.messageId, here ? 'open' : 'left')
}

/**
 * Makes the thread in which somebody gets a line: private, not invitable, with the writer of the message alone. Whoever
 * sent it is not in it, so they cannot see whether it was opened. If the writer left meanwhile, the sender is brought in
 * instead and reads that nobody got it, with their own words, and it is locked.
 */
export const sentLine: Effect = async (claim, hands) => {
  const desired = desiredSchema.parse(claim.desired)
  const { sentLines } = hands.desk
  const row = await sentLines.find(claim.houseId, desired.sentId)
  if (row === undefined) return DONE
  if (row.state === 'gone') {
    if (row.threadId !== null) await deleteThread(row.threadId, hands)
    await sentLines.forget(claim.houseId, row.id)
    return DONE
  }
  if (row.messageId !== null && row.state === 'open') return DONE
  const threadId = row.threadId ?? (await makeThread(claim, row, hands))
  if (row.threadId === null) await sentLines.threadStands(claim.houseId, row.id, threadId)
  const line: SentLine = { ...row, threadId }
  try {
    if (line.messageId === null) {
      const left = await bringIn(threadId, [line.writerId], hands)
      const here = line.writerId !== null && !left.includes(line.writerId)
      if (!here) await bringIn(threadId, [line.workerId], hands)
      await say(claim, line, desired, here, hands)
      if (here) return DONE
    }
    await lockThread(threadId, hands)
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
    await sentLines.forget(claim.houseId, line.id)
  }
  return DONE
}

const nobodySchema = z.object({ sentId: z.string() })

/** Says once in such a thread that nobody reads there, and where somebody does. */
export const sentLineNobody: Effect = async (claim, hands) => {
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const { sentId } = nobodySchema.parse(claim.desired)
  const line = await hands.desk.sentLines.find(claim.houseId, sentId)
  if (line === undefined || line.state !== 'open') return DONE
  const body = drawNobody(line, hands.desk)
  const [head = ''] = (body.content ?? '').split('\n')
  try {
    return await postOrEdit(claim, hands, body, ({ content }) => content.startsWith(head))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
    await hands.desk.sentLines.forget(claim.houseId, sentId)
    return DONE
  }
}
