import {
  type APIThreadChannel,
  ChannelType,
  DiscordAPIError,
  type RESTGetAPIGuildThreadsResult,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelThreadsJSONBody,
  Routes,
  ThreadAutoArchiveDuration,
} from 'discord.js'
import { z } from 'zod'
import type { Claim } from '../../outbox/outbox.ts'
import { isOngoing, type Talk } from '../../talks/talk.ts'
import type { Effect, Effected, Hands } from './effect.ts'

const desiredSchema = z.object({ talkId: z.string() })
const DONE: Effected = { did: 'done' }

const isCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code

/** By this the bot knows the thread of a talk again: it tells nothing about who asked, or what about. */
const markOf = (talk: Talk): string => talk.id.replaceAll('-', '').slice(0, 10)

/** The thread that an attempt may have made although we never heard so. */
async function findThread(talk: Talk, hands: Hands): Promise<string | undefined> {
  const active = (await hands.rest.get(
    Routes.guildActiveThreads(talk.houseId),
  )) as RESTGetAPIGuildThreadsResult
  const threads = active.threads as APIThreadChannel[]
  return threads.find(
    (thread) =>
      thread.parent_id === talk.parentChannelId &&
      thread.owner_id === hands.botId &&
      thread.name.endsWith(` ${markOf(talk)}`),
  )?.id
}

async function makeThread(claim: Claim, talk: Talk, hands: Hands): Promise<string> {
  const found = claim.attemptedAt === null ? undefined : await findThread(talk, hands)
  if (found !== undefined) return found
  await hands.desk.outbox.attempted(claim)
  const made = (await hands.rest.post(Routes.threads(talk.parentChannelId), {
    body: {
      name: hands.desk.texts(talk.language).t('talk.thread', { mark: markOf(talk) }),
      type: ChannelType.PrivateThread,
      // Only those who are asked in: nobody in it can bring others.
      invitable: false,
      auto_archive_duration: ThreadAutoArchiveDuration.OneWeek,
    } satisfies RESTPostAPIChannelThreadsJSONBody,
  })) as APIThreadChannel
  return made.id
}

/** Discord puts a thread to rest in which nothing was said for a week; nobody can be added to it then. */
async function putIn(threadId: string, userId: string, { rest }: Hands): Promise<void> {
  try {
    await rest.put(Routes.threadMembers(threadId, userId))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.InvalidActionOnArchivedThread)) throw error
    await rest.patch(Routes.channel(threadId), { body: { archived: false } })
    await rest.put(Routes.threadMembers(threadId, userId))
  }
}

/** Puts the people of the talk into its thread. @returns false when the one who asked is not in the house any more */
async function bringIn(talk: Talk, threadId: string, hands: Hands): Promise<boolean> {
  for (const userId of [talk.askerId, ...talk.workerIds]) {
    if (userId === null) continue
    try {
      await putIn(threadId, userId, hands)
    } catch (error) {
      if (!isCode(error, RESTJSONErrorCodes.UnknownMember)) throw error
      if (userId === talk.askerId) return false
    }
  }
  return true
}

async function deleteThread(talk: Talk, hands: Hands): Promise<void> {
  if (talk.threadId === null) return
  try {
    await hands.rest.delete(Routes.channel(talk.threadId))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
  }
  await hands.desk.talks.threadDeleted(talk.houseId, talk.id)
}

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
    await deleteThread(row, hands)
    return DONE
  }
  // Withdrawn before there was a thread: none is made. One that an attempt may have made is found, and locked.
  if (row.threadId === null && !isOngoing(row) && claim.attemptedAt === null) return DONE
  const threadId = row.threadId ?? (await makeThread(claim, row, hands))
  if (row.threadId === null) await talks.threadStands(claim.houseId, talkId, threadId)
  try {
    if (isOngoing(row)) {
      if (!(await bringIn(row, threadId, hands))) {
        if (row.flagId !== null) await hands.desk.flags.told(claim.houseId, row.flagId, 'left')
        await talks.act(claim.houseId, talkId, { type: 'lose', thread: 'stands' })
      }
      return DONE
    }
    await hands.rest.patch(Routes.channel(threadId), { body: { archived: false, locked: true } })
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
    await talks.act(claim.houseId, talkId, { type: 'lose', thread: 'deleted' })
  }
  return DONE
}
