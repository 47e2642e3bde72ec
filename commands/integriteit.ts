import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  channelMention,
  InteractionContextType,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  userMention,
} from 'discord.js'
import {
  type Command,
  type ComponentInteraction,
  type DirectVisit,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { fit } from '../src/discord/fit.ts'
import { languageIn } from '../src/discord/languages.ts'
import { inLanguages, type Spoken, spoken } from '../src/discord/spoken.ts'
import { acceptHere } from '../src/discord/reports/contact-in-direct.ts'
import { askHold, holdSent, stopHold } from '../src/discord/reports/matter-hold.ts'
import { theirWords, theirWordsQuoted } from '../src/discord/their-words.ts'
import { describeMoment } from '../src/duty/describe.ts'
import type { Wording } from '../src/texts/wording.ts'
import { MATTER_OUTCOMES } from '../src/reports/matters.ts'

const ID = 'integriteit'
const row = (...parts: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

/** Where to go with something about the team; and for the contact, whether the bot may write. */
async function page({ desk, house }: Visit, userId: string, language: Wording): Promise<Spoken> {
  const texts = desk.texts(language)
  const { name, contact, discordId } = desk.policy.house.contacts.integrity
  const since = discordId === undefined ? undefined : await desk.consents.since(house.id, discordId)
  const lines = [
    texts.t('integrity.who', { name, contact }),
    since === undefined ? texts.t('integrity.not-by-bot') : texts.t('integrity.by-bot', { name }),
  ]
  const idFor = (other: Wording): string => customId(ID, 'taal', other)
  if (userId !== discordId) return inLanguages(lines.join('\n'), language, desk, idFor)
  const day = since === undefined ? '' : describeMoment(since, texts.language, desk.now(), texts)
  const action = since === undefined ? 'accept' : 'stop'
  const content = [
    ...lines,
    since === undefined ? texts.t('integrity.ask') : texts.t('integrity.since', { day }),
  ].join('\n\n')
  const press = new ButtonBuilder()
    .setCustomId(customId(ID, action, language))
    .setStyle(since === undefined ? ButtonStyle.Primary : ButtonStyle.Secondary)
    .setLabel(texts.t(`integrity.button.${action}`))
  return inLanguages(content, language, desk, idFor, [press])
}

/** Only the person whom the agreements name can say yes or no. */
const isContact = (interaction: ComponentInteraction, { desk }: Visit): boolean =>
  interaction.user.id === desk.policy.house.contacts.integrity.discordId

async function accept(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const may = isContact(interaction, visit)
  if (may) await desk.consents.give(house.id, interaction.user.id)
  const key = may ? 'integrity.accepted' : 'integrity.not-you'
  await interaction.update(spoken(desk, languageIn(args[0], desk), key))
}

async function stop(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  // Also for somebody whom the agreements name no longer: saying no is always possible.
  const count = await desk.consents.take(house.id, interaction.user.id)
  await interaction.update(spoken(desk, languageIn(args[0], desk), 'integrity.stopped', { count }))
}

async function notYours(interaction: ComponentInteraction, { desk }: DirectVisit): Promise<void> {
  const content = desk.texts().t('integrity.not-you')
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
}

/** What is shown of the message, and of each earlier wording and report: together they fit in one embed nearly always. */
const WORDS = 2_600
const EARLIER = 500

/** *Toon*, for the contact alone, written down before anything is shown. */
async function show(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: DirectVisit,
): Promise<void> {
  const { desk } = visit
  const texts = desk.texts()
  const said = await desk.matters.show(args[0] ?? '', interaction.user.id)
  if (said === undefined) return notYours(interaction, visit)
  const channel = channelMention(said.channelId)
  const where =
    said.authorId === null
      ? texts.t('integrity.show.place', { channel })
      : texts.t('integrity.show.writer', { writer: userMention(said.authorId), channel })
  const words =
    said.messageId === null
      ? []
      : [
          said.words === undefined ? texts.t('queue.show.no-words') : theirWords(said.words, WORDS),
          ...said.before.map((earlier) => theirWordsQuoted(earlier, EARLIER)),
        ]
  const notes =
    said.reports.length === 0
      ? []
      : [texts.t('queue.show.report-words'), ...said.reports.map((note) => theirWordsQuoted(note, EARLIER))]
  await interaction.reply({
    content: texts.t('queue.show.heading'),
    embeds: [
      new EmbedBuilder().setDescription(fit([where, ...words, ...notes], texts.t('waarom.cut'))).toJSON(),
    ],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

async function decide(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: DirectVisit,
): Promise<void> {
  const { desk } = visit
  const texts = desk.texts()
  const view = await desk.matters.view(args[0] ?? '')
  if (view === undefined || view.contactId !== interaction.user.id || view.state === 'closed')
    return notYours(interaction, visit)
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId(ID, 'outcome', view.matterId))
    .setPlaceholder(texts.t('queue.decide.placeholder'))
    .addOptions(
      MATTER_OUTCOMES.map((value) => ({ value, label: texts.t(`integrity.outcome.${value}.option`) })),
    )
  await interaction.reply({
    content: texts.t('queue.decide.text'),
    components: [row(menu)],
    flags: MessageFlags.Ephemeral,
  })
}

async function outcome(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: DirectVisit,
): Promise<void> {
  const { desk } = visit
  const texts = desk.texts()
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const known = MATTER_OUTCOMES.find((candidate) => candidate === chosen)
  const done = known !== undefined && (await desk.matters.decide(args[0] ?? '', interaction.user.id, known))
  const content = done
    ? texts.t('queue.decide.done', { outcome: texts.t(`integrity.outcome.${known}.option`) })
    : texts.t('integrity.not-you')
  await interaction.update({ content, components: [] })
}

/**
 * `/integriteit`: where to go with something about the team. The contact says here whether the bot may write, and
 * handles what came in the direct message, and only there (design decision 6).
 */
export const integriteit: Command = {
  id: ID,
  act: 'info.read',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('integrity.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    const said = await page(visit, interaction.user.id, visit.desk.texts().language)
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
  },
  components: {
    accept,
    stop,
    taal: async (interaction, args, visit) => {
      await interaction.update(await page(visit, interaction.user.id, languageIn(args[0], visit.desk)))
    },
  },
  direct: {
    async run(interaction, { desk }) {
      const said = spoken(desk, desk.texts().language, 'error.outside-house')
      await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    },
    components: { 'accept-here': acceptHere, show, decide, outcome, hold: askHold, 'hold-stop': stopHold },
    forms: { held: holdSent },
  },
}
