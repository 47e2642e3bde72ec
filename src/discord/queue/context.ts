import { type GuildTextBasedChannel, type Message, userMention } from 'discord.js'
import type { CardView } from '../../queue/flags.ts'
import type { Visit } from '../command.ts'
import { placeOf } from '../place.ts'
import { theirWordsInOneLine } from '../their-words.ts'
import type { Pressed } from './look.ts'

/** Messages before the one that it is about, and how much of each: enough to see what was going on. */
const MESSAGES = 10
const CUT = 300

/**
 * What stood before the message in its channel, fetched at this moment and kept nowhere: text only, no attachment,
 * embed or preview. Only in a house that reads along, and only where the bot reads at all: never from a private talk or
 * a channel of the team (design decisions 2 and 3).
 *
 * @returns lines, the oldest first; empty where there is nothing to see
 */
export async function contextOf(
  interaction: Pressed,
  { channelId, messageId }: CardView,
  { desk }: Visit,
): Promise<readonly string[]> {
  if (desk.policy.house.reading.way !== 'full' || messageId === null || !interaction.inCachedGuild())
    return []
  const channel = await interaction.guild.channels.fetch(channelId).catch(() => null)
  if (channel === null || !channel.isTextBased() || !placeOf(channel, desk.policy).read) return []
  const before = await fetchBefore(channel, messageId)
  const nothing = desk.texts().t('queue.show.no-text')
  return before.map(
    ({ author, content }) =>
      `${userMention(author.id)}: ${content === '' ? nothing : theirWordsInOneLine(content, CUT)}`,
  )
}

async function fetchBefore(channel: GuildTextBasedChannel, messageId: string): Promise<readonly Message[]> {
  try {
    const found = await channel.messages.fetch({ before: messageId, limit: MESSAGES, cache: false })
    return [...found.values()].filter(({ author }) => !author.bot).toReversed()
  } catch {
    // The channel is gone or closed to the bot: the words of the message itself are still shown.
    return []
  }
}
