import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  AttachmentBuilder,
  ButtonStyle,
  InteractionContextType,
  type InteractionUpdateOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import {
  type Command,
  type CommandInteraction,
  type ComponentInteraction,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { languageButtons, languageIn } from '../src/discord/languages.ts'
import { correctForm, correctionSent, readNote, showNote } from '../src/discord/own-data/notes.ts'
import { overview } from '../src/discord/own-data/overview.ts'
import { inLanguages, type Spoken, spoken } from '../src/discord/spoken.ts'
import type { Wording } from '../src/texts/wording.ts'

const ID = 'mijn-gegevens'
const STYLES = {
  export: ButtonStyle.Primary,
  correct: ButtonStyle.Secondary,
  delete: ButtonStyle.Secondary,
} as const
const ACTIONS = ['export', 'correct', 'delete'] as const

type Page = Required<Pick<InteractionUpdateOptions, 'embeds' | 'components'>>
const rowOf = (...parts: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

async function page({ desk, house }: Visit, userId: string, language: Wording): Promise<Page> {
  const texts = desk.texts(language)
  const data = await desk.ownData.read(house.id, userId)
  const buttons = ACTIONS.map((action) =>
    new ButtonBuilder()
      .setCustomId(customId(ID, action, language))
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
    components: [
      buttons,
      languageButtons(language, desk, (other) => customId(ID, 'taal', other), 'also simple'),
    ].flatMap((row) => (row.length === 0 ? [] : [rowOf(...row)])),
  }
}

/** The answer to the command, and to the button of the hub that leads here. */
async function open(
  interaction: CommandInteraction | ComponentInteraction,
  visit: Visit,
  language: Wording,
): Promise<void> {
  await interaction.reply({
    ...(await page(visit, interaction.user.id, language)),
    flags: MessageFlags.Ephemeral,
  })
}

/** Everything in one file that only the asker sees; it is made for this answer and kept nowhere. */
async function exported(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const language = languageIn(args[0], desk)
  const texts = desk.texts(language)
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
    ...spoken(desk, language, 'data.export.text'),
    files: [attachment],
    flags: MessageFlags.Ephemeral,
  })
}

/** "Wis mijn gegevens": what goes and what stays, before anything does. */
function deleteQuestion({ desk }: Visit, language: Wording): Spoken {
  const texts = desk.texts(language)
  const sure = new ButtonBuilder()
    .setCustomId(customId(ID, 'delete-sure', language))
    .setStyle(ButtonStyle.Danger)
    .setLabel(texts.t('data.button.delete-sure'))
  const content = texts.t('data.delete.ask', { ids: desk.policy.house.retention.auditIdsDays })
  const idFor = (other: Wording): string => customId(ID, 'delete-in', other)
  return inLanguages(content, language, desk, idFor, [sure], 'also simple')
}

async function askDelete(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const question = deleteQuestion(visit, languageIn(args[0], visit.desk))
  await interaction.reply({ ...question, flags: MessageFlags.Ephemeral })
}

async function deleted(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const count = await desk.ownData.erase(house.id, interaction.user.id)
  await interaction.update(spoken(desk, languageIn(args[0], desk), 'data.delete.done', { count }))
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
    await open(interaction, visit, visit.desk.texts().language)
  },
  components: {
    export: exported,
    // The door of /info.
    open: (interaction, args, visit) => open(interaction, visit, languageIn(args[0], visit.desk)),
    taal: async (interaction, args, visit) => {
      await interaction.update(await page(visit, interaction.user.id, languageIn(args[0], visit.desk)))
    },
    correct: async (interaction, args, { desk }) => {
      await interaction.showModal(correctForm(desk, languageIn(args[0], desk)))
    },
    delete: askDelete,
    'delete-in': async (interaction, args, visit) => {
      await interaction.update(deleteQuestion(visit, languageIn(args[0], visit.desk)))
    },
    'delete-sure': deleted,
    show: showNote,
    done: readNote,
  },
  forms: { correct: correctionSent },
}
