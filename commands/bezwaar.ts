import {
  ActionRowBuilder,
  EmbedBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
} from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  type InteractionUpdateOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { type Command, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { languageButtons, languageIn } from '../src/discord/languages.ts'
import { spoken } from '../src/discord/spoken.ts'
import { describeMoment } from '../src/duty/describe.ts'
import type { Wording } from '../src/texts/wording.ts'
import type { OpenDecision, OwnObjection } from '../src/queue/own-objections.ts'
import type { Texts } from '../src/texts/texts.ts'

const ID = 'bezwaar'
const WORDS_MAX = 1_000

type Page = Required<Pick<InteractionUpdateOptions, 'embeds' | 'components'>>
const rowOf = (parts: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

function madeLine({ at, state, outcome }: OwnObjection, { desk }: Visit, texts: Texts): string {
  const day = describeMoment(at, texts.language, desk.now(), texts)
  return outcome === undefined
    ? texts.t(state === 'changed' ? 'objection.state.looked' : `objection.state.${state}`, { day })
    : texts.t('objection.state.changed', { day, outcome: texts.t(`queue.outcome.${outcome}.option`) })
}

function menuOf(possible: readonly OpenDecision[], { desk }: Visit, texts: Texts): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(customId(ID, 'choose', texts.wording))
    .setPlaceholder(texts.t('objection.choose.placeholder'))
    .addOptions(
      possible.map(({ flagId, at, outcome }) => ({
        value: flagId,
        label: texts.t(`queue.outcome.${outcome}.option`),
        description: describeMoment(at, texts.language, desk.now(), texts),
      })),
    )
}

/** What can be objected to, and what became of earlier objections. */
async function page(visit: Visit, userId: string, language: Wording): Promise<Page> {
  const { desk, house } = visit
  const texts = desk.texts(language)
  const { name, contact } = desk.policy.house.contacts.integrity
  const possible = await desk.objections.possible(house.id, userId)
  const made = await desk.objections.made(house.id, userId)
  const lines = [
    ...made.map((objection) => `- ${madeLine(objection, visit, texts)}`),
    possible.length === 0
      ? texts.t('objection.none', { name, contact })
      : `${texts.t('objection.reads')}\n\n${texts.t('objection.choose')}`,
  ]
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('objection.heading'))
        .setDescription(lines.join('\n').slice(0, 4_096))
        .toJSON(),
    ],
    components: [
      possible.length === 0 ? [] : [menuOf(possible, visit, texts)],
      languageButtons(language, desk, (other) => customId(ID, 'taal', other)),
    ].flatMap((row) => (row.length === 0 ? [] : [rowOf(row)])),
  }
}

function formFor(flagId: string, texts: Texts): ModalBuilder {
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('objection.words.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
  return new ModalBuilder()
    .setCustomId(customId(ID, 'submit', flagId, texts.wording))
    .setTitle(texts.t('objection.title'))
    .addTextDisplayComponents({ type: ComponentType.TextDisplay, content: texts.t('objection.reads') })
    .addLabelComponents(
      new LabelBuilder().setLabel(texts.t('objection.words.label')).setTextInputComponent(words),
    )
}

async function submit(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const words = interaction.fields.getTextInputValue('words').trim()
  const objected = await desk.objections.object({
    house: house.id,
    flagId: args[0] ?? '',
    userId: interaction.user.id,
    ...(words === '' ? {} : { words }),
  })
  const key = objected.ok ? 'objection.received' : 'objection.cannot'
  const said = spoken(desk, languageIn(args[1], desk), key)
  await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
}

/** `/bezwaar`: not okay with a decision about one's own message? Somebody else looks again, once. */
export const bezwaar: Command = {
  id: ID,
  act: 'objection.make',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('objection.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    const { language } = visit.desk.texts()
    await interaction.reply({
      ...(await page(visit, interaction.user.id, language)),
      flags: MessageFlags.Ephemeral,
    })
  },
  components: {
    taal: async (interaction, args, visit) => {
      await interaction.update(await page(visit, interaction.user.id, languageIn(args[0], visit.desk)))
    },
    choose: async (interaction, args, { desk }) => {
      const flagId = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
      // Whether it may be is looked at when the form comes back, with the row as it is by then.
      if (flagId !== undefined)
        await interaction.showModal(formFor(flagId, desk.texts(languageIn(args[0], desk))))
    },
  },
  forms: { submit },
}
