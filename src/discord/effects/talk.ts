import { RESTJSONErrorCodes } from 'discord.js'
import { z } from 'zod'
import { isOngoing } from '../../talks/talk.ts'
import type { Effect, Effected } from './effect.ts'
import { bringIn, deleteThread, isCode, lockThread, makeThread } from './private-thread.ts'

const desiredSchema = z.object({ talkId: z.string() })
const DONE: Effected = { did: 'done' }

/**
 * Makes the thread of a private talk be as its row says: there, private and not invitable, with who asked and who
 * comes; locked once it is closed; deleted once its time is over.
 */
export const talk: Effect = async (claim, hands) => {
  const { talkId } = desiredSchema.parse(claim.desired)
  const { talks } = hands.desk
  const row = await talks.find(claim.houseId, talkId)
  if (row === undefined) return DONE
  if (row.state === 'gone') {
    if (row.threadId !== null) {
      await deleteThread(row.threadId, hands)
      await talks.threadDeleted(claim.houseId, talkId)
    }
    return DONE
  }
  // Withdrawn before there was a thread: none is made. One that an attempt may have made is found, and locked.
  if (row.threadId === null && !isOngoing(row) && claim.attemptedAt === null) return DONE
  const threadId = row.threadId ?? (await makeThread(claim, row, hands))
  if (row.threadId === null) await talks.threadStands(claim.houseId, talkId, threadId)
  try {
    if (isOngoing(row)) {
      const left = await bringIn(threadId, [row.askerId, ...row.workerIds], hands)
      // Of the team somebody else can come; without who asked there is no talk.
      if (row.askerId !== null && left.includes(row.askerId)) {
        if (row.flagId !== null) await hands.desk.flags.told(claim.houseId, row.flagId, 'left')
        await talks.act(claim.houseId, talkId, { type: 'lose', thread: 'stands' })
      }
      return DONE
    }
    await lockThread(threadId, hands)
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
    await talks.act(claim.houseId, talkId, { type: 'lose', thread: 'deleted' })
  }
  return DONE
}
