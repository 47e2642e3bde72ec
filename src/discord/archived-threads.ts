import { type APIThreadChannel, ChannelType, type Guild, type REST, Routes } from 'discord.js'
import { isNewer, momentOf } from '../storage/snowflake.ts'
import type { Snapshot } from './catch-up.ts'
import type { createPlaces } from './place.ts'
import { isGone, isShut } from './read-gaps.ts'

/** Discord gives at most 100 at a time; more than this of one channel are not looked through. */
const PAGE = 100
const MOST_PAGES = 2

/** Channels in which threads can stand that everybody sees. */
const PARENTS: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
])

export interface Archived {
  readonly threads: readonly Snapshot[]
  /** Channels in which there were more than were looked through. */
  readonly cut: readonly string[]
}

/** When a thread was put to rest: they come newest first. */
const restedAt = ({ thread_metadata: about }: APIThreadChannel): number =>
  Date.parse(about?.archive_timestamp ?? '')

/**
 * Threads that were put to rest while the bot was away: Discord tells only of those that are awake. Asked channel by
 * channel, newest first, no further than what happened since; private ones are private talks and are never asked for.
 *
 * @param since - an id of the moment until which the bot was there
 */
export async function archivedSince(
  guild: Guild,
  since: string,
  { rest, places }: { readonly rest: Pick<REST, 'get'>; readonly places: ReturnType<typeof createPlaces> },
): Promise<Archived> {
  const from = momentOf(since).getTime()
  const found: Snapshot[] = []
  const cut: string[] = []

  const lookIn = async (channelId: string): Promise<void> => {
    let before: string | undefined
    for (let page = 1; ; page += 1) {
      const query = new URLSearchParams({ limit: String(PAGE), ...(before === undefined ? {} : { before }) })
      const answer = (await rest.get(Routes.channelThreads(channelId, 'public'), { query })) as {
        threads: APIThreadChannel[]
        has_more: boolean
      }
      const rested = answer.threads.filter((thread) => restedAt(thread) > from)
      for (const { id, last_message_id: last } of rested)
        if (typeof last === 'string' && isNewer(last, since))
          found.push({ channelId: id, lastMessageId: last, since })
      // The others went to rest before the bot left: nothing can be said in them without waking them.
      if (rested.length < answer.threads.length || !answer.has_more) return
      before = answer.threads.at(-1)?.thread_metadata?.archive_timestamp
      if (page === MOST_PAGES || before === undefined) {
        cut.push(channelId)
        return
      }
    }
  }

  for (const channel of guild.channels.cache.values()) {
    if (!PARENTS.has(channel.type) || !places.of(channel).read) continue
    // A channel that the bot may not see (any more), or that is gone by now, hides no thread of another.
    await lookIn(channel.id).catch((error: unknown) => {
      if (!isShut(error) && !isGone(error)) throw error
    })
  }
  return { threads: found, cut }
}
