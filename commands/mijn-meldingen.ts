import { ActionRowBuilder, ButtonBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
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
import type { Desk } from '../src/discord/desk.ts'
import { languageButtons, languageIn } from '../src/discord/languages.ts'
import { outsideOf, presenceLine } from '../src/discord/reports/readers-here.ts'
import { inLanguages, languageRow, type Spoken, spoken } from '../src/discord/spoken.ts'
import { describeMoment } from '../src/duty/describe.ts'
import type { Wording } from '../src/texts/wording.ts'
import type { OwnReport } from '../src/reports/mine.ts'
import type { Texts } from '../src/texts/texts.ts'

const ID = 'mijn-meldingen'
/** A select holds 25. */
const LISTED = 25

type Page = Required<Pick<InteractionUpdateOptions, 'embeds' | 'components'>> & { readonly content: string }
const rowOf = (...parts: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()
/** The language of an answer stands last in what its buttons carry. */
const textsIn = (args: readonly string[], { desk }: Visit): Texts => desk.texts(languageIn(args.at(-1), desk))

const lineOf = ({ at, reason, state }: OwnReport, { desk }: Visit, texts: Texts): string => {
  const day = describeMoment(at, texts.language, desk.now(), texts)
  return `**${day}**\n${texts.t(`report.reason.${reason}.option`)}. ${texts.t(`mine.state.${state}`)}`
}

function menuOf(reports: readonly OwnReport[], { desk }: Visit, texts: Texts): ReturnType<typeof rowOf>[] {
  const left = reports.filter(({ canWithdraw, canReopen }) => canWithdraw || canReopen)
  if (left.length === 0) return []
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId(ID, 'choose', texts.wording))
    .setPlaceholder(texts.t('mine.choose.placeholder'))
    .addOptions(
      left.map(({ ref, at, reason }) => ({
        value: ref,
        label: texts.t(`report.reason.${reason}.option`).slice(0, 100),
        description: describeMoment(at, texts.language, desk.now(), texts).slice(0, 100),
      })),
    )
  return [rowOf(menu)]
}

async function page(visit: Visit, reporterId: string, language: Wording): Promise<Page> {
  const { desk, house } = visit
  const texts = desk.texts(language)
  const others = languageButtons(language, desk, (other) => customId(ID, 'taal', other))
  const switches = others.length === 0 ? [] : [rowOf(...others)]
  const reports = await desk.ownReports.list(house.id, reporterId, LISTED)
  if (reports.length === 0) return { content: texts.t('mine.none'), embeds: [], components: switches }
  const all = await desk.ownReports.count(house.id, reporterId)
  const lines = [
    texts.t('mine.only-you'),
    ...reports.map((report) => lineOf(report, visit, texts)),
    ...(all > reports.length ? [texts.t('mine.more', { count: reports.length })] : []),
  ]
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('mine.heading'))
        .setDescription(lines.join('\n\n').slice(0, 4_096))
        .toJSON(),
    ],
    content: '',
    components: [...menuOf(reports, visit, texts), ...switches],
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

/** One report, with what its reporter can do about it. */
function oneOf(report: OwnReport, visit: Visit, texts: Texts): InteractionUpdateOptions {
  const { desk } = visit
  const outside = report.contact && report.canWithdraw ? outsideOf(desk, undefined) : undefined
  const button = (action: 'withdraw' | 'again' | 'tell' | 'untell', style: ButtonStyle.Secondary) =>
    new ButtonBuilder()
      .setCustomId(customId(ID, action, report.ref, texts.wording))
      .setStyle(style)
      .setLabel(texts.t(action === 'tell' ? 'report.button.tell' : `mine.button.${action}`))
  const buttons = [
    ...(report.canReopen ? [button('again', ButtonStyle.Secondary)] : []),
    ...(report.canWithdraw
      ? [
          button(report.tells ? 'untell' : 'tell', ButtonStyle.Secondary),
          button('withdraw', ButtonStyle.Secondary),
        ]
      : []),
  ]
  const others = languageRow(texts.wording, desk, (other) => customId(ID, 'een', report.ref, other))
  return {
    content: '',
    embeds: [
      new EmbedBuilder()
        .setDescription(
          [
            lineOf(report, visit, texts),
            ...(outside === undefined ? [] : [texts.t('mine.outside', outside)]),
          ].join('\n\n'),
        )
        .toJSON(),
    ],
    components: [...(buttons.length === 0 ? [] : [rowOf(...buttons)]), ...others],
  }
}

/** One of the person's own reports, drawn; or that it changed meanwhile. */
async function drawOne(
  ref: string,
  userId: string,
  visit: Visit,
  texts: Texts,
): Promise<InteractionUpdateOptions> {
  const { desk, house } = visit
  const reports = await desk.ownReports.list(house.id, userId, LISTED)
  const report = reports.find((one) => one.ref === ref)
  return report === undefined ? changed(desk, texts) : oneOf(report, visit, texts)
}

async function choose(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  await interaction.update(await drawOne(chosen ?? '', interaction.user.id, visit, textsIn(args, visit)))
}

const changed = (desk: Desk, { wording }: Texts) => spoken(desk, wording, 'mine.changed')

/** "Het gaat nog niet goed": that somebody looks again, and whether somebody is there now. */
function lookedAgain({ desk, house }: Visit, texts: Texts): Spoken {
  const content = [
    texts.t('mine.again.done'),
    presenceLine(desk.duty.hours.of(house.id), desk.now(), texts),
  ].join(' ')
  return inLanguages(content, texts.wording, desk, (other) => customId(ID, 'weer', other))
}

async function withdraw(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = textsIn(args, visit)
  const became = await desk.ownReports.withdraw(house.id, args[0] ?? '', interaction.user.id)
  if (became === 'gone' || became === 'already') {
    await interaction.update(changed(desk, texts))
    return
  }
  await interaction.update(spoken(desk, texts.wording, `mine.withdraw.${became}`))
}

async function again(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = textsIn(args, visit)
  if (!(await desk.ownReports.again(house.id, args[0] ?? '', interaction.user.id))) {
    await interaction.update(changed(desk, texts))
    return
  }
  await interaction.update(lookedAgain(visit, texts))
}

/** Asked there and then: only so may the bot write to somebody later (design decision 4, a safeguard). */
async function tell(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
  on: boolean,
): Promise<void> {
  const { desk, house } = visit
  const done = await desk.ownReports.tell(house.id, args[0] ?? '', interaction.user.id, on)
  const key = done ? (on ? 'report.tell.done' : 'report.tell.off') : 'mine.changed'
  const said = spoken(desk, textsIn(args, visit).wording, key)
  await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
}

/** `/mijn-meldingen`: what became of one's own reports: received or closed, and never what happened to somebody else. */
export const mijnMeldingen: Command = {
  id: ID,
  act: 'report.follow',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('mine.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    await open(interaction, visit, visit.desk.texts().language)
  },
  components: {
    // The door of /info.
    open: (interaction, args, visit) => open(interaction, visit, languageIn(args[0], visit.desk)),
    taal: async (interaction, args, visit) => {
      await interaction.update(await page(visit, interaction.user.id, languageIn(args[0], visit.desk)))
    },
    choose,
    een: async (interaction, args, visit) => {
      const texts = textsIn(args, visit)
      await interaction.update(await drawOne(args[0] ?? '', interaction.user.id, visit, texts))
    },
    weer: async (interaction, args, visit) => {
      await interaction.update(lookedAgain(visit, textsIn(args, visit)))
    },
    withdraw,
    again,
    tell: (interaction, args, visit) => tell(interaction, args, visit, true),
    untell: (interaction, args, visit) => tell(interaction, args, visit, false),
  },
}
