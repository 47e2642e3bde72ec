import { type APIMessage, DiscordAPIError, type REST, Routes } from 'discord.js'
import type { Cursors, Gap } from '../storage/cursors.ts'
import { isNewer, momentOf } from '../storage/snowflake.ts'

const PAGE = 100
/**
 * So many pages of a gap are read at most: Discord gives about one a second of a channel, so this is some eight minutes.
 * What lies further back is told to the team instead.
 */
const MOST_PAGES = 500
/**
 * So many channels are read at the same time: Discord counts the requests of each by itself, and whoever waits for one
 * answer before asking for the next channel waits longer than that.
 */
const AT_ONCE = 4

/** What came of reading back. */
export interface GapsRead {
  /** Whether all of it was read, as far as the bot may read and there was not too much. */
  readonly all: boolean
  /** Channels of which what was said before that moment was not read, because there was too much. */
  readonly cut: readonly { readonly channelId: string; readonly at: Date }[]
  /** Channels that the bot may not read now: what was missed there is still owed. */
  readonly shut: readonly string[]
}

interface GapReader<Place> {
  readonly cursors: Pick<Cursors, 'narrow' | 'close'>
  readonly rest: Pick<REST, 'get'>
  /** The place of a channel; undefined for one that is gone or not read any more. */
  readonly placeIn: (channelId: string) => Promise<Place | undefined>
  readonly read: (message: APIMessage, place: Place) => Promise<void>
  /** A gap that could not be read; it stays, and is read again later. */
  readonly failed: (gap: Gap, error: unknown) => void
  /** A gap of a channel that is not read any more. */
  readonly gone: (gap: Gap) => void
  readonly mostPages?: number
}

/** Whether Discord says that the bot may not look there. */
export const isShut = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 403

/** Whether Discord does not know it (any more). */
export const isGone = (error: unknown): boolean => error instanceof DiscordAPIError && error.status === 404

interface Debt<Place> {
  gap: Gap
  pages: number
  place?: Place
}

/**
 * Reads gaps, the newest messages first: what was said a minute ago matters more than what was said last week. A page of
 * each channel in turn, so that a loud channel makes no other wait. Each page that is read makes its gap smaller, so
 * whoever is killed in between goes on from there; and never more than a few pages are in memory.
 */
export async function readGaps<Place>(
  gaps: readonly Gap[],
  { cursors, rest, placeIn, read, failed, gone, mostPages = MOST_PAGES }: GapReader<Place>,
): Promise<GapsRead> {
  const cut: { channelId: string; at: Date }[] = []
  const shut: string[] = []
  let all = true

  const over = async (gap: Gap): Promise<false> => {
    await cursors.close(gap.id)
    return false
  }
  const isOver = (gap: Gap): Promise<false> => {
    gone(gap)
    return over(gap)
  }
  /** @returns whether there is more of it */
  const onePage = async (debt: Debt<Place>): Promise<boolean> => {
    const { gap } = debt
    const place = debt.place ?? (await placeIn(gap.channelId))
    if (place === undefined) return isOver(gap)
    debt.place = place
    const query = new URLSearchParams({ before: String(BigInt(gap.toId) + 1n), limit: String(PAGE) })
    const page = (await rest.get(Routes.channelMessages(gap.channelId), { query })) as APIMessage[]
    const newestFirst = page.toSorted((a, b) => (isNewer(a.id, b.id) ? -1 : 1))
    for (const message of newestFirst) if (isNewer(message.id, gap.fromId)) await read(message, place)
    const oldest = newestFirst.at(-1)?.id
    if (oldest === undefined || page.length < PAGE || !isNewer(oldest, gap.fromId)) return over(gap)
    debt.pages += 1
    if (debt.pages >= mostPages) {
      cut.push({ channelId: gap.channelId, at: momentOf(oldest) })
      return over(gap)
    }
    debt.gap = { ...gap, toId: String(BigInt(oldest) - 1n) }
    await cursors.narrow(gap.id, debt.gap.toId)
    return true
  }

  const attempt = async (debt: Debt<Place>): Promise<boolean> => {
    try {
      return await onePage(debt)
    } catch (error) {
      // Somebody deleted it while it was being read.
      if (isGone(error)) return isOver(debt.gap)
      // It is no fault of the bot, and asking again and again opens no door.
      if (isShut(error)) shut.push(debt.gap.channelId)
      else {
        all = false
        failed(debt.gap, error)
      }
      return false
    }
  }

  const owed: Debt<Place>[] = gaps.map((gap) => ({ gap, pages: 0 }))
  /** Reads a page of whose turn it is, who then stands at the back of the line as long as there is more. */
  const inTurn = async (): Promise<void> => {
    for (let debt = owed.shift(); debt !== undefined; debt = owed.shift())
      if (await attempt(debt)) owed.push(debt)
  }
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, inTurn))
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason
  return { all, cut, shut: [...new Set(shut)] }
}
