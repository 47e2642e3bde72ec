import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  type APIMessage,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js'
import type { NoteView } from '../privacy/data-notes.ts'
import { customId } from './custom-id.ts'
import type { Desk } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

/** What somebody wrote about their own data, as the youth workers see it: that it is there. The words are behind *Toon*. */
export function drawNote(view: NoteView | undefined, desk: Pick<Desk, 'texts'>): MessageBody {
  const texts = desk.texts()
  const embed = new EmbedBuilder().setTitle(texts.t('data.note.heading'))
  if (view === undefined)
    return { embeds: [embed.setDescription(texts.t('data.note.gone')).toJSON()], components: [] }
  const lines = [
    texts.t('data.note.text'),
    texts.t('queue.card.age', { age: time(view.createdAt, TimestampStyles.RelativeTime) }),
    ...(view.doneById === null
      ? []
      : [`**${texts.t('data.note.read-by', { reader: userMention(view.doneById) })}**`]),
  ]
  const show = new ButtonBuilder()
    .setCustomId(customId('mijn-gegevens', 'show', view.noteId))
    .setStyle(ButtonStyle.Secondary)
    .setLabel(texts.t('data.note.button.show'))
  const done = new ButtonBuilder()
    .setCustomId(customId('mijn-gegevens', 'done', view.noteId))
    .setStyle(ButtonStyle.Success)
    .setLabel(texts.t('data.note.button.done'))
  return {
    embeds: [embed.setDescription(lines.join('\n')).toJSON()],
    components: [
      new ActionRowBuilder<MessageActionRowComponentBuilder>()
        .addComponents(show, ...(view.state === 'open' ? [done] : []))
        .toJSON(),
    ],
  }
}

/** Whether a message of ours is about this note. */
export const isNoteOf = (message: APIMessage, noteId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${customId('mijn-gegevens', 'show', noteId)}"`)
