import { type APIMessage, type Guild, type GuildTextBasedChannel, type REST, Routes } from 'discord.js'
import type { Gap } from '../storage/cursors.ts'
import type { Desk, House } from './desk.ts'
import { raiseFlag, readMessage, tryOut } from './hear.ts'
import { fromHistory, type HistoryPlace, titleOf } from './heard-message.ts'
import type { createPlaces } from './place.ts'

const PAGE = 100

/** Where each read channel of a server stood when the server arrived: newer messages come by the gateway. */
export interface Snapshot {
  readonly channelId: string
  readonly lastMessageId: string | null
}

export interface CatchUp {
  /** The channels of a server that are read and their newest message, as the server stands now. */
  snapshot(guild: Guild): readonly Snapshot[]
  /** Writes down what was missed, before any newer message can move a cursor. */
  note(house: House, snapshot: readonly Snapshot[]): Promise<void>
  /** Reads what was written down, page by page; goes on after a restart where it stopped. */
  read(house: House, guild: Guild): Promise<void>
}

const historyPlace = (house: House, channel: GuildTextBasedChannel, name: string): HistoryPlace => ({
  guildId: house.id,
  name,
  titleOf: (messageId) => titleOf(messageId, channel),
})

/**
 * Reading what was said while the bot was away (design decision 10). Each gap is a row that shrinks as it is read, so
 * being killed in between costs nothing but a page read twice, which raises nothing twice.
 */
export function createCatchUp(desk: Desk, rest: REST, places: ReturnType<typeof createPlaces>): CatchUp {
  const { cursors } = desk

  const flagLate = async (house: House, message: APIMessage, place: HistoryPlace): Promise<void> => {
    const heard = fromHistory(message, place)
    if (heard !== undefined) tryOut(desk, heard)
    const decision = heard && readMessage(desk, house, heard)
    if (heard !== undefined && decision !== undefined) await raiseFlag(desk, house, heard, decision, true)
  }

  const readPage = async (house: House, gap: Gap, place: HistoryPlace): Promise<string | undefined> => {
    const query = new URLSearchParams({ after: gap.fromId, limit: String(PAGE) })
    const page = (await rest.get(Routes.channelMessages(gap.channelId), { query })) as APIMessage[]
    const oldestFirst = page
      .map((message) => ({ message, id: BigInt(message.id) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    const until = BigInt(gap.toId)
    for (const { message, id } of oldestFirst) {
      if (id > until) return undefined
      await flagLate(house, message, place)
    }
    const last = oldestFirst.at(-1)
    return page.length < PAGE || last === undefined || last.id >= until ? undefined : last.message.id
  }

  const readGap = async (house: House, gap: Gap, place: HistoryPlace): Promise<void> => {
    let fromId: string | undefined = gap.fromId
    while (fromId !== undefined) {
      fromId = await readPage(house, { ...gap, fromId }, place)
      if (fromId !== undefined) await cursors.narrow(gap.id, fromId)
    }
    await cursors.close(gap.id)
  }

  return {
    snapshot: (guild) =>
      [...guild.channels.cache.values()].flatMap((channel) =>
        channel.isTextBased() && places.of(channel).read
          ? [{ channelId: channel.id, lastMessageId: channel.lastMessageId }]
          : [],
      ),
    note: (house, snapshot) => cursors.openGaps(house.id, snapshot, desk.now(), 'away'),
    async read(house, guild) {
      for (const gap of await cursors.gaps(house.id)) {
        const channel = guild.channels.cache.get(gap.channelId)
        const place = channel?.isTextBased() === true ? places.of(channel) : undefined
        if (channel?.isTextBased() !== true || place?.read !== true) {
          desk.log.warn(
            { house: house.id, channel: gap.channelId },
            'a channel with unread messages is not read any more',
          )
          await cursors.close(gap.id)
          continue
        }
        try {
          await readGap(house, gap, historyPlace(house, channel, place.name))
        } catch (error) {
          // The row stays: the next connection tries again.
          desk.log.error(
            { err: error, house: house.id, channel: gap.channelId },
            'could not catch up in a channel',
          )
        }
      }
    },
  }
}
