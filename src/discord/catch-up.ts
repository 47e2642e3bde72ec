import {
  type APIMessage,
  type Guild,
  type GuildBasedChannel,
  type GuildTextBasedChannel,
  type REST,
} from 'discord.js'
import { describeMoment } from '../duty/describe.ts'
import type { Gap } from '../storage/cursors.ts'
import { isNewer } from '../storage/snowflake.ts'
import { archivedSince } from './archived-threads.ts'
import type { Desks, House } from './desk.ts'
import { raiseFlag, readMessage } from './hear.ts'
import { fromHistory, type HistoryPlace, titleOf } from './heard-message.ts'
import { type KnownChannel, missedEdits } from './missed-edits.ts'
import type { createPlaces } from './place.ts'
import { isGone, isShut, readGaps } from './read-gaps.ts'
import { staffTold, tellStaff } from './tell-staff.ts'
import { forgetUnread } from './unread-channels.ts'

/** So many places are named to the team; more would not fit and would not be read. */
const MOST_NAMED = 10

/** Where each read channel of a server stood when the server arrived: newer messages come by the gateway. */
export interface Snapshot {
  readonly channelId: string
  readonly lastMessageId: string | null
  /** For a thread: an id of the moment until which the bot was there, for one in which nothing was said before. */
  readonly since?: string
}

export interface CatchUp {
  /** The channels of a server that are read and their newest message, as the server stands now. */
  snapshot(guild: Guild): readonly Snapshot[]
  /** Writes down what was missed, before any newer message can move a cursor. */
  note(house: House, guild: Guild, snapshot: readonly Snapshot[]): Promise<void>
  /**
   * Reads what was written down, page by page, and what was edited meanwhile; goes on after a restart where it stopped.
   *
   * @returns false when something could not be read: then the bot does not count as having been there
   */
  read(house: House, guild: Guild, snapshot: readonly Snapshot[]): Promise<boolean>
}

/** A channel, and from when on it was read. */
interface CutAt {
  readonly channelId: string
  readonly at: Date
}

/** What was not read back, because there was too much of it or because the bot may not read there. */
interface Cut {
  readonly messages: readonly CutAt[]
  readonly edits: readonly CutAt[]
  readonly threads: readonly string[]
  readonly shut: readonly string[]
}

const historyPlace = (house: House, channel: GuildTextBasedChannel, name: string): HistoryPlace => ({
  guildId: house.id,
  name,
  titleOf: (messageId) => titleOf(messageId, channel),
})

/**
 * Up to where the messages of each channel are known already, so that only among those an edit can have been missed:
 * before each gap, and after it where an earlier start read its newest part.
 */
function knownOf(ends: readonly Snapshot[], gaps: readonly Gap[]): readonly KnownChannel[] {
  const before = gaps.flatMap(({ channelId, fromId }) =>
    fromId === '0' ? [] : [{ channelId, upTo: fromId }],
  )
  const after = ends.flatMap(({ channelId, lastMessageId }) => {
    const reaches = (gap: Gap): boolean =>
      gap.channelId === channelId && !isNewer(lastMessageId ?? '0', gap.toId)
    return lastMessageId === null || gaps.some(reaches) ? [] : [{ channelId, upTo: lastMessageId }]
  })
  return [...before, ...after]
}

/** A channel that Discord knows; anything but that it does not is no reason to forget what was missed in it. */
async function fetched(guild: Guild, channelId: string): Promise<GuildBasedChannel | null> {
  try {
    return await guild.channels.fetch(channelId)
  } catch (error) {
    if (isGone(error)) return null
    throw error
  }
}

/**
 * Reading what was said while the bot was away (design decision 10). Each gap is a row that shrinks as it is read, so
 * being killed in between costs nothing but a page read twice, which raises nothing twice. Until when the bot was there
 * is written down only once all of it was read, so edits and threads are looked for again as well.
 */
export function createCatchUp(desk: Desks, rest: REST, places: ReturnType<typeof createPlaces>): CatchUp {
  const { cursors } = desk
  /** Threads that were put to rest meanwhile, by house, from noting to reading. */
  const archived = new Map<string, Awaited<ReturnType<typeof archivedSince>>>()
  /** Houses in which the bot was never before, from noting to reading. */
  const isNew = new Set<string>()

  const flagLate = async (house: House, message: APIMessage, place: HistoryPlace): Promise<void> => {
    const heard = fromHistory(message, place)
    const agreed = desk.of(house.id)
    const decision = heard && readMessage(agreed, house, heard)
    if (heard !== undefined && decision !== undefined) await raiseFlag(agreed, house, heard, decision, true)
  }

  /** The channel and its place, when it is (still) read; a thread at rest is not in memory and is asked for. */
  const placeIn = async (
    house: House,
    guild: Guild,
    channelId: string,
  ): Promise<HistoryPlace | undefined> => {
    const channel = guild.channels.cache.get(channelId) ?? (await fetched(guild, channelId))
    if (channel?.isTextBased() !== true) return undefined
    const place = places.of(channel)
    return place.read ? historyPlace(house, channel, place.name) : undefined
  }

  const couldNot = (house: House, channelId: string, error: unknown): void =>
    desk.log.error({ err: error, house: house.id, channel: channelId }, 'could not catch up in a channel')

  /** @returns false when it did not work; that the bot may not look there, or that it is gone, is no fault */
  const attempt = async (house: House, channelId: string, read: () => Promise<void>): Promise<boolean> => {
    try {
      await read()
      return true
    } catch (error) {
      if (isShut(error) || isGone(error)) return true
      couldNot(house, channelId, error)
      return false
    }
  }

  const readEdits = async (
    house: House,
    guild: Guild,
    known: readonly KnownChannel[],
    since: string,
  ): Promise<{ readonly all: boolean; readonly cut: Cut['edits'] }> => {
    const cut: CutAt[] = []
    let all = true
    for (const { channelId, upTo } of known) {
      const done = await attempt(house, channelId, async () => {
        const { edited, cutAt } = await missedEdits({ channelId, upTo }, since, rest)
        if (cutAt !== undefined) cut.push({ channelId, at: cutAt })
        const place = edited.length === 0 ? undefined : await placeIn(house, guild, channelId)
        if (place !== undefined) for (const message of edited) await flagLate(house, message, place)
      })
      all &&= done
    }
    return { all, cut }
  }

  /** Nobody may think that all was read when it was not. */
  const tellCut = async (house: House, { messages, edits, threads, shut }: Cut): Promise<void> => {
    const texts = desk.of(house.id).texts()
    const now = desk.now()
    const until = (
      says: 'staff.not-all-read.messages' | 'staff.not-all-read.edits',
      { channelId, at }: CutAt,
    ) => texts.t(says, { channel: `<#${channelId}>`, since: describeMoment(at, texts.language, now, texts) })
    const parts = [
      ...shut.map((channelId) => texts.t('staff.not-all-read.shut', { channel: `<#${channelId}>` })),
      ...messages.map((each) => until('staff.not-all-read.messages', each)),
      ...edits.map((each) => until('staff.not-all-read.edits', each)),
      ...threads.map((channelId) => texts.t('staff.not-all-read.threads', { channel: `<#${channelId}>` })),
    ]
    if (parts.length === 0) return staffTold(desk, { house: house.id, about: 'not-all-read' })
    const channels = [...parts.slice(0, MOST_NAMED), ...(parts.length > MOST_NAMED ? ['…'] : [])].join('; ')
    await tellStaff(desk, {
      house: house.id,
      queueChannelId: house.queueChannelId,
      about: 'not-all-read',
      says: 'staff.not-all-read',
      values: { channels },
    })
  }

  return {
    snapshot: (guild) =>
      [...guild.channels.cache.values()].flatMap((channel) =>
        channel.isTextBased() && places.of(channel).read
          ? [{ channelId: channel.id, lastMessageId: channel.lastMessageId }]
          : [],
      ),
    async note(house, guild, snapshot) {
      await forgetUnread(desk, house, guild, places)
      const since = await cursors.presentUntil(house.id)
      const threads =
        since === undefined
          ? { threads: [], cut: [] }
          : await archivedSince(guild, since, { rest, places }).catch((error: unknown) => {
              desk.log.error({ err: error, house: house.id }, 'could not look for threads put to rest')
              return undefined
            })
      if (threads === undefined) archived.delete(house.id)
      else archived.set(house.id, threads)
      const awake = snapshot.map((end) =>
        since !== undefined && guild.channels.cache.get(end.channelId)?.isThread() === true
          ? { ...end, since }
          : end,
      )
      await cursors.openGaps(house.id, [...awake, ...(threads?.threads ?? [])], desk.now(), 'away')
      if (since !== undefined) return
      // From now on it is there. A bot that ends before it noted that again must know which edits it could not hear.
      isNew.add(house.id)
      await cursors.present(house.id, desk.now())
    },
    async read(house, guild, snapshot) {
      const since = isNew.delete(house.id) ? undefined : await cursors.presentUntil(house.id)
      const rested = archived.get(house.id)
      archived.delete(house.id)
      const gaps = await cursors.gaps(house.id)
      const known = knownOf([...snapshot, ...(rested?.threads ?? [])], gaps)
      const missed = await readGaps(gaps, {
        cursors,
        rest,
        placeIn: (channelId) => placeIn(house, guild, channelId),
        read: (message, place) => flagLate(house, message, place),
        failed: ({ channelId }, error) => couldNot(house, channelId, error),
        gone: ({ channelId }) =>
          desk.log.warn(
            { house: house.id, channel: channelId },
            'a channel with unread messages is not read any more',
          ),
      })
      for (const { channelId, at } of missed.cut)
        desk.log.warn(
          { house: house.id, channel: channelId, before: at },
          'too much was missed to read all of it',
        )
      const edits = since === undefined ? undefined : await readEdits(house, guild, known, since)
      if (since !== undefined)
        await tellCut(house, {
          messages: missed.cut,
          shut: missed.shut,
          edits: edits?.cut ?? [],
          threads: rested?.cut ?? [],
        })
      return rested !== undefined && missed.all && edits?.all !== false
    },
  }
}
