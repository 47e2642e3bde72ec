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
import type { Claim } from '../../outbox/outbox.ts'
import type { Language } from '../../policy/schema.ts'
import type { Hands } from './effect.ts'

/** A talk as far as its thread goes. */
export interface InThread {
  readonly id: string
  readonly houseId: string
  readonly parentChannelId: string
  readonly language: Language
}

export const isCode = (error: unknown, code: RESTJSONErrorCodes): boolean =>
  error instanceof DiscordAPIError && error.code === code

/** By this the bot knows the thread of a talk again: it tells nothing about who asked, or what about. */
const markOf = ({ id }: InThread): string => id.replaceAll('-', '').slice(0, 10)

/** The thread that an attempt may have made although we never heard so. */
async function findThread(talk: InThread, hands: Hands): Promise<string | undefined> {
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

/** Makes the thread of a talk, or finds the one of an attempt that was not confirmed. */
export async function makeThread(claim: Claim, talk: InThread, hands: Hands): Promise<string> {
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

/** Puts these people into a thread, and nobody else. @returns those who are not in the house any more */
export async function bringIn(
  threadId: string,
  people: readonly (string | null)[],
  hands: Hands,
): Promise<readonly string[]> {
  const left: string[] = []
  for (const userId of people) {
    if (userId === null) continue
    try {
      await putIn(threadId, userId, hands)
    } catch (error) {
      if (!isCode(error, RESTJSONErrorCodes.UnknownMember)) throw error
      left.push(userId)
    }
  }
  return left
}

/** Nobody can write in it any more. */
export async function lockThread(threadId: string, { rest }: Hands): Promise<void> {
  await rest.patch(Routes.channel(threadId), { body: { archived: false, locked: true } })
}

/** Deletes a thread; one that is gone already is what was wanted. */
export async function deleteThread(threadId: string, { rest }: Hands): Promise<void> {
  try {
    await rest.delete(Routes.channel(threadId))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownChannel)) throw error
  }
}
