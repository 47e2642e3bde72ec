import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { lastDay } from '../../privacy/hold-date.ts'
import type { ComponentInteraction, DirectVisit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { holdForm, holdIn } from '../hold-form.ts'
import { spoken } from '../spoken.ts'

const ID = 'integriteit'

/**
 * *Bewaar voor de wet*, on the card of a matter: for its contact alone, in the direct message. When it is kept longer
 * already, who asked for that and until when, and how to end it.
 */
export async function askHold(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: DirectVisit,
): Promise<void> {
  const matterId = args[0] ?? ''
  const texts = desk.texts()
  const view = await desk.matters.view(matterId)
  if (view === undefined || view.contactId !== interaction.user.id) {
    const said = spoken(desk, texts.language, 'integrity.not-you')
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    return
  }
  const hold = await desk.matterHolds.of(matterId, interaction.user.id)
  if (hold === undefined) {
    await interaction.showModal(holdForm(customId(ID, 'held', matterId), texts))
    return
  }
  const end = new ButtonBuilder()
    .setCustomId(customId(ID, 'hold-stop', matterId))
    .setStyle(ButtonStyle.Danger)
    .setLabel(texts.t('integrity.button.hold-stop'))
  const content = texts.t('integrity.hold.lasts', {
    day: lastDay(hold.until),
    name: hold.said?.name ?? '?',
    why: hold.said?.why ?? '?',
  })
  await interaction.reply({
    content,
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(end).toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** The form came back. */
export async function holdSent(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  { desk }: DirectVisit,
): Promise<void> {
  const { language } = desk.texts()
  const wanted = holdIn(interaction, desk.now())
  const placed =
    wanted &&
    (await desk.matterHolds.place({ matterId: args[0] ?? '', actorId: interaction.user.id, ...wanted }))
  const key =
    wanted === undefined
      ? 'hold.bad-date'
      : placed === undefined
        ? 'integrity.not-you'
        : placed.words
          ? 'integrity.hold.done'
          : 'integrity.hold.nothing-left'
  await interaction.reply({ ...spoken(desk, language, key), flags: MessageFlags.Ephemeral })
}

export async function stopHold(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: DirectVisit,
): Promise<void> {
  const done = await desk.matterHolds.lift(args[0] ?? '', interaction.user.id)
  await interaction.update(spoken(desk, desk.texts().language, done ? 'hold.stopped' : 'integrity.not-you'))
}
