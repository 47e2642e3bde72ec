import { type APIMessage, type REST, Routes } from 'discord.js'
import { compareSnowflakes, isNewer, momentOf, snowflakeAt } from '../storage/snowflake.ts'

/** How far back edits are seen: so many messages of a channel, or so long (design decision 10). */
const MOST = 100
const BACK_MS = 24 * 60 * 60_000

/** A channel of which the messages up to a moment are known already. */
export interface KnownChannel {
  readonly channelId: string
  /** The newest message that is known; what is newer is read anyway, as it stands now. */
  readonly upTo: string
}

export interface MissedEdits {
  /** Messages that were edited since, oldest first. */
  readonly edited: readonly APIMessage[]
  /** From when on edits were looked for, when that is less than a day before the bot left. */
  readonly cutAt?: Date
}

/**
 * Looks which of the last messages of a channel were edited while the bot was away: Discord tells nothing of that
 * afterwards. One request for a channel in which something was said lately, none for any other.
 *
 * @param since - an id of the moment until which the bot was there; what was edited before was heard
 */
export async function missedEdits(
  { channelId, upTo }: KnownChannel,
  since: string,
  rest: Pick<REST, 'get'>,
): Promise<MissedEdits> {
  const left = momentOf(since)
  const oldest = snowflakeAt(new Date(left.getTime() - BACK_MS))
  if (!isNewer(upTo, oldest)) return { edited: [] }
  const query = new URLSearchParams({ before: String(BigInt(upTo) + 1n), limit: String(MOST) })
  const page = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]
  const inOrder = page.toSorted((a, b) => compareSnowflakes(a.id, b.id))
  const edited = inOrder.filter(
    ({ id, edited_timestamp: at }) => at !== null && Date.parse(at) > left.getTime() && isNewer(id, oldest),
  )
  const [first] = inOrder
  const cut = page.length === MOST && first !== undefined && isNewer(first.id, oldest)
  return { edited, ...(cut ? { cutAt: momentOf(first.id) } : {}) }
}
