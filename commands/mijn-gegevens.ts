import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  AttachmentBuilder,
  ButtonStyle,
  InteractionContextType,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import { type Command, type ComponentInteraction, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { correctForm, correctionSent, readNote, showNote } from '../src/discord/own-data/notes.ts'
import { overview } from '../src/discord/own-data/overview.ts'

const ID = 'mijn-gegevens'
const STYLES = {
  export: ButtonStyle.Primary,
  correct: ButtonStyle.Secondary,
  delete: ButtonStyle.Secondary,
} as const
const ACTIONS = ['export', 'correct', 'delete'] as const

async function page({ desk, house }: Visit, userId: string): Promise<InteractionReplyOptions> {
  const texts = desk.texts()
  const data = await desk.ownData.read(house.id, userId)
  const buttons = ACTIONS.map((action) =>
    new ButtonBuilder()
      .setCustomId(customId(ID, action))
      .setStyle(STYLES[action])
      .setLabel(texts.t(`data.button.${action}`)),
  )
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('data.heading'))
        .setDescription(overview(data, desk, texts).slice(0, 4_096))
        .toJSON(),
    ],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons).toJSON()],
    flags: MessageFlags.Ephemeral,
  }
}

/** Everything in one file that only the asker sees; it is made for this answer and kept nowhere. */
async function exported(
  interaction: ComponentInteraction,
  _args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const texts = desk.texts()
  const data = await desk.ownData.read(house.id, interaction.user.id)
  const file = {
    house: desk.policy.house.name,
    you: interaction.user.id,
    made: desk.now().toISOString(),
    note: texts.t('data.always'),
    ...data,
  }
  const attachment = new AttachmentBuilder(Buffer.from(`${JSON.stringify(file, undefined, 2)}\n`, 'utf8'), {
    name: 'mijn-gegevens.json',
  })
  await interaction.reply({
    content: texts.t('data.export.text'),
    files: [attachment],
    flags: MessageFlags.Ephemeral,
  })
}

async function askDelete(
  interaction: ComponentInteraction,
  _args: readonly string[],
  { desk }: Visit,
): Promise<void> {
  const texts = desk.texts()
  const sure = new ButtonBuilder()
    .setCustomId(customId(ID, 'delete-sure'))
    .setStyle(ButtonStyle.Danger)
    .setLabel(texts.t('data.button.delete-sure'))
  await interaction.reply({
    content: texts.t('data.delete.ask', { ids: desk.policy.house.retention.auditIdsDays }),
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(sure).toJSON()],
    flags: MessageFlags.Ephemeral,
  })
}

async function deleted(
  interaction: ComponentInteraction,
  _args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const count = await desk.ownData.erase(house.id, interaction.user.id)
  await interaction.update({ content: desk.texts().t('data.delete.done', { count }), components: [] })
}

/** `/mijn-gegevens`: what the bot keeps about the asker: see it, take it along, correct it, delete it (domain §2.5). */
export const mijnGegevens: Command = {
  id: ID,
  act: 'data.own',
  acts: { show: 'data.notes', done: 'data.notes' },
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('data.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    await interaction.reply(await page(visit, interaction.user.id))
  },
  components: {
    // The door of /info.
    open: async (interaction, _args, visit) => {
      await interaction.reply(await page(visit, interaction.user.id))
    },
    export: exported,
    correct: async (interaction, _args, { desk }) => {
      await interaction.showModal(correctForm(desk))
    },
    delete: askDelete,
    'delete-sure': deleted,
    show: showNote,
    done: readNote,
  },
  forms: { correct: correctionSent },
}
