import { EmbedBuilder, LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import {
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
  userMention,
} from 'discord.js'
import type { Wording } from '../../texts/wording.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { EMBED_FITS } from '../fit.ts'
import { languageIn } from '../languages.ts'
import { drawNote } from '../note-card.ts'
import { spoken } from '../spoken.ts'
import { theirWords } from '../their-words.ts'

const WORDS_MAX = 1_000

/** "Verbeter iets": who reads it stands above the field. */
export function correctForm(desk: Desk, language: Wording): ModalBuilder {
  const texts = desk.texts(language)
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('data.correct.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(true)
  return new ModalBuilder()
    .setCustomId(customId('mijn-gegevens', 'correct', language))
    .setTitle(texts.t('data.correct.title'))
    .addTextDisplayComponents({
      type: ComponentType.TextDisplay,
      content: texts.t('data.correct.reads', { days: desk.policy.house.retention.openFlagDays }),
    })
    .addLabelComponents(
      new LabelBuilder().setLabel(texts.t('data.correct.label')).setTextInputComponent(words),
    )
}

export async function correctionSent(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const taken = await desk.notes.write({
    house: house.id,
    userId: interaction.user.id,
    words: interaction.fields.getTextInputValue('words').trim(),
    queueChannelId: house.queueChannelId,
  })
  const key = taken ? 'data.correct.done' : 'data.correct.too-many'
  const said = spoken(desk, languageIn(args[0], desk), key)
  await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
}

/** *Toon* on the card of a note, for a youth worker. */
export async function showNote(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const texts = desk.texts()
  const noteId = args[0] ?? ''
  const view = await desk.notes.view(house.id, noteId)
  const words = view === undefined ? undefined : await desk.notes.words(house.id, noteId)
  if (view === undefined || words === undefined) {
    await interaction.reply({ content: texts.t('data.note.gone'), flags: MessageFlags.Ephemeral })
    return
  }
  await interaction.reply({
    content: texts.t('data.note.from', { writer: userMention(view.userId) }),
    embeds: [new EmbedBuilder().setDescription(theirWords(words, EMBED_FITS)).toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** *Gelezen*: the card shows who read it, and its writer sees in /mijn-gegevens that somebody did. */
export async function readNote(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const noteId = args[0] ?? ''
  await desk.notes.done(house.id, noteId, interaction.user.id)
  const { embeds, components } = drawNote(await desk.notes.view(house.id, noteId), desk)
  await interaction.update({ embeds: embeds ?? [], components: components ?? [] })
}
