import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  type APIMessage,
  ButtonStyle,
  escapeMarkdown,
  type MessageActionRowComponentBuilder,
} from 'discord.js'
import type { HeldLine } from '../holding/holding.ts'
import type { Texts } from '../texts/texts.ts'
import { customId } from './custom-id.ts'
import { EMBED_FITS } from './fit.ts'
import { theirWords } from './their-words.ts'
import type { MessageBody } from './effects/post.ts'

const LOOK = customId('tegengehouden', 'kijk')
const withdrawId = (messageId: string): string => customId('tegengehouden', 'weg', messageId)

const row = (...buttons: readonly ButtonBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons).toJSON()

/**
 * The line in a channel where a message was held: no name, no subject, and a button that answers only whoever presses
 * it. Everybody can press it; only the writer of a held message hears more than "none of yours".
 */
export function heldLineMessage(says: Exclude<HeldLine, 'none'>, texts: Texts): MessageBody {
  return {
    content: texts.t(says === 'held' ? 'held.line' : 'held.line-news'),
    components: [
      row(
        new ButtonBuilder()
          .setCustomId(LOOK)
          .setStyle(ButtonStyle.Secondary)
          .setLabel(texts.t('held.button.look')),
      ),
    ],
  }
}

export const isHeldLine = (message: APIMessage): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${LOOK}"`)

/**
 * A message that came back, as the bot's own quote: it says who wrote it and does not pretend to be them. The words
 * stand in an embed, where a name in them notifies nobody, and as plain text: the bot says nothing that only looks like
 * something else. Its writer can take it away.
 */
export function quoteMessage(messageId: string, name: string, words: string, texts: Texts): MessageBody {
  return {
    content: texts.t('held.quote', { name: escapeMarkdown(name) }),
    embeds: [new EmbedBuilder().setDescription(theirWords(words, EMBED_FITS)).toJSON()],
    components: [
      row(
        new ButtonBuilder()
          .setCustomId(withdrawId(messageId))
          .setStyle(ButtonStyle.Secondary)
          .setLabel(texts.t('held.button.withdraw')),
      ),
    ],
  }
}

export const isQuoteOf = (message: APIMessage, messageId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${withdrawId(messageId)}"`)
