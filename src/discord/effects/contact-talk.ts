import { RESTJSONErrorCodes } from 'discord.js'
import { z } from 'zod'
import { drawContactTalk, isContactTalk } from '../talks/contact-say.ts'
import type { Effect, Effected } from './effect.ts'
import { postOrEdit } from './post.ts'
import { bringIn, deleteThread, isCode, lockThread, makeThread } from './private-thread.ts'

const desiredSchema = z.object({ talkId: z.string() })
const DONE: Effected = { did: 'done' }

/**
 * Makes the thread of a talk with the integrity contact be as its row says: there, private and not invitable, with the
 * two of them and nobody else; locked once it is closed; deleted once its time is over.
 */
export const contactTalk: Effect = async (claim, hands) => {
  const { talkId } = desiredSchema.parse(claim.desired)
  const { contactTalks } = hands.desk
  const row = await contactTalks.find(claim.houseId, talkId)
  if (row === undefined) return DONE
  if (row.state === 'gone') {
    if (row.threadId !== null) await deleteThread(row.threadId, hands)
    await contactTalks.threadDeleted(claim.houseId, talkId)
    return DONE
  }
  if (row.threadId === null && row.state === 'closed' && claim.attemptedAt === null) return DONE
  const threadId = row.threadId ?? (await makeThread(claim, row, hands))
  if (row.threadId === null) await contactTalks.threadStands(claim.houseId, talkId, threadId)
  try {
    if (row.state === 'open' && (await bringIn(threadId, [row.askerId, row.contactId], hands)).length > 0)
      await contactTalks.lose(claim.houseId, talkId, 'stands')
    const said = await postOrEdit(
      { ...claim, channelId: threadId },
      hands,
      drawContactTalk(row, hands.desk),
      (own) => isContactTalk(own, talkId),
    )
    if (row.state === 'closed') await lockThread(threadId, hands)
    return said
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
    await contactTalks.lose(claim.houseId, talkId, 'deleted')
    return DONE
  }
}
