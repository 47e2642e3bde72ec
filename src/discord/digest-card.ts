import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import { type APIMessage, ButtonStyle, type MessageActionRowComponentBuilder } from 'discord.js'
import type { HouseId } from '../house/id.ts'
import { REAL } from '../queue/real.ts'
import { LEVELS } from '../screening/kinds.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

/** More than a query can name at once is asked for in parts. */
const AT_ONCE = 400
const LIST_BUTTON = customId('wachtrij', 'list')

/**
 * The one card of a flood: how many wait of each level, the heaviest first, and a button to the list. It names nobody.
 *
 * @param targetKeys - of the cards that it stands for
 * @returns undefined when none of them waits any more
 */
export async function drawDigest(
  desk: Desk,
  house: HouseId,
  targetKeys: readonly string[],
): Promise<MessageBody | undefined> {
  const counts = new Map<string, number>()
  const ids = targetKeys.map((key) => key.slice(key.indexOf(':') + 1))
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const part = await desk.db.flag.groupBy({
      by: ['level'],
      where: {
        houseId: house,
        id: { in: ids.slice(from, from + AT_ONCE) },
        state: { not: 'closed' },
        ...REAL,
      },
      _count: { id: true },
    })
    for (const { level, _count } of part) counts.set(level, (counts.get(level) ?? 0) + _count.id)
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  const texts = desk.texts()
  const lines = LEVELS.toReversed().flatMap((level) => {
    const count = counts.get(level)
    return count === undefined ? [] : [`${texts.t(`queue.level.${level}`)}: ${count}`]
  })
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('queue.digest', { count: total }))
        .setDescription(lines.join('\n'))
        .toJSON(),
    ],
    components: [
      new ActionRowBuilder<MessageActionRowComponentBuilder>()
        .addComponents(
          new ButtonBuilder()
            .setCustomId(LIST_BUTTON)
            .setStyle(ButtonStyle.Primary)
            .setLabel(texts.t('queue.button.list')),
        )
        .toJSON(),
    ],
  }
}

/** Whether a message of ours is the digest. */
export const isDigest = (message: APIMessage): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${LIST_BUTTON}"`)
