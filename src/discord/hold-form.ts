import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { untilOf } from '../privacy/hold-date.ts'
import type { TextKey, Texts } from '../texts/texts.ts'

/** Who asks for it, why, and until when: without all three nothing is kept longer. */
export function holdForm(id: string, texts: Texts): ModalBuilder {
  const field = (key: TextKey, name: string, max: number) =>
    new LabelBuilder()
      .setLabel(texts.t(key))
      .setTextInputComponent(
        new TextInputBuilder()
          .setCustomId(name)
          .setStyle(TextInputStyle.Short)
          .setMaxLength(max)
          .setRequired(true),
      )
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle(texts.t('hold.title'))
    .addTextDisplayComponents({ type: ComponentType.TextDisplay, content: texts.t('hold.about') })
    .addLabelComponents(
      field('hold.name.label', 'name', 100),
      field('hold.why.label', 'why', 200),
      field('hold.until.label', 'until', 10),
    )
}

/** What was filled in; undefined when the day is none that can be. */
export function holdIn(
  { fields }: ModalSubmitInteraction,
  now: Date,
): { readonly name: string; readonly why: string; readonly until: Date } | undefined {
  const until = untilOf(fields.getTextInputValue('until'), now)
  return (
    until && {
      name: fields.getTextInputValue('name').trim(),
      why: fields.getTextInputValue('why').trim(),
      until,
    }
  )
}
