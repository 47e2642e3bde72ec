import { EmbedBuilder } from '@discordjs/builders'
import { channelMention, type InteractionReplyOptions, messageLink, TimestampStyles, time } from 'discord.js'
import type { CardView } from '../queue/card.ts'
import { cardState, cardTitle } from './card.ts'
import type { Desk } from './desk.ts'

/**
 * The flags that wait, heaviest and oldest first, each with a link to its message.
 *
 * @param waiting - at most one more than `shown`: that there are more is said, not how many
 */
export function drawList(
  waiting: readonly CardView[],
  shown: number,
  desk: Desk,
): Pick<InteractionReplyOptions, 'content' | 'embeds'> {
  const texts = desk.texts()
  if (waiting.length === 0) return { content: texts.t('queue.empty') }
  const lines = waiting.slice(0, shown).map((view) => {
    const line = texts.t('queue.line', {
      level: texts.t(`queue.level.${view.level}`),
      category: texts.t(`category.${view.category}`),
      channel: channelMention(view.channelId),
      age: time(view.createdAt, TimestampStyles.RelativeTime),
      state: cardState(view, texts),
    })
    return view.messageId === null
      ? line
      : `[${cardTitle(view, texts)}](${messageLink(view.channelId, view.messageId, view.houseId)}) · ${line}`
  })
  const more = waiting.length > shown ? [texts.t('queue.more', { count: waiting.length - shown })] : []
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('queue.heading'))
        .setDescription([...lines, ...more].join('\n'))
        .toJSON(),
    ],
  }
}
