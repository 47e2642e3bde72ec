import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import {
  type Command,
  type ComponentInteraction,
  FOR_TEAM,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { drawPage, read } from '../src/discord/figures/draw.ts'
import { PAGES } from '../src/discord/figures/pages.ts'
import { pastDays } from '../src/discord/huis/days.ts'
import { figuresCsv } from '../src/statistics/figures-csv.ts'
import { PERIODS, type Period, periodBetween, periodNamed } from '../src/statistics/period.ts'

const ID = 'cijfers'

/** The names of the periods, in the language of whoever chooses. */
const choices = PERIODS.map((value): APIApplicationCommandOptionChoice<string> => {
  const { description, description_localizations } = localised(`figures.period.${value}.option`)
  return { name: description, name_localizations: description_localizations, value }
})

const date = (name: 'van' | 'tot', key: 'figures.from.description' | 'figures.until.description') =>
  ({
    type: ApplicationCommandOptionType.String,
    name,
    ...localised(key),
    autocomplete: true,
    required: false,
    min_length: 10,
    max_length: 10,
  }) as const

/** The period that somebody chose; this month where nothing was chosen. */
function periodIn({ options }: ChatInputCommandInteraction, now: Date): Period | undefined {
  const from = options.getString('van')
  const until = options.getString('tot')
  if (from !== null) return periodBetween(from, until ?? undefined, now)
  if (until !== null) return undefined
  const chosen = options.getString('periode')
  return periodNamed(PERIODS.find((known) => known === chosen) ?? 'month', now)
}

/** The period in a custom id, checked again: whoever presses may have written it. */
const periodOf = (from: string | undefined, until: string | undefined, { desk }: Visit): Period | undefined =>
  periodBetween(from ?? '', until, desk.now())

async function turn(
  interaction: ComponentInteraction,
  [name, from, until]: readonly string[],
  visit: Visit,
): Promise<void> {
  const page = PAGES.find((known) => known === name)
  const period = periodOf(from, until, visit)
  // A button of ours always has both; whoever presses another reads that it does not work.
  if (page === undefined || period === undefined) return
  await interaction.deferUpdate()
  await interaction.editReply(await drawPage(page, period, visit))
}

async function csv(
  interaction: ComponentInteraction,
  [from, until]: readonly string[],
  visit: Visit,
): Promise<void> {
  const period = periodOf(from, until, visit)
  if (period === undefined) return
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  const { desk } = visit
  const texts = desk.texts()
  const rows = figuresCsv(await read(visit, period), desk.policy, texts)
  const name = `cijfers-${period.from}-${period.until}.csv`
  await interaction.editReply({
    content: texts.t('figures.csv.here'),
    files: [new AttachmentBuilder(Buffer.from(rows, 'utf8'), { name })],
  })
}

/** `/cijfers`: what the team did in some time, for the team and for whoever gives the money. */
export const cijfers: Command = {
  id: ID,
  act: 'figures.read',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('figures.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'periode',
        ...localised('figures.period.description'),
        required: false,
        choices,
      },
      date('van', 'figures.from.description'),
      date('tot', 'figures.until.description'),
    ],
  },
  async run(interaction, visit) {
    if (!interaction.isChatInputCommand()) return
    const period = periodIn(interaction, visit.desk.now())
    if (period === undefined) {
      const content = visit.desk.texts().t('figures.wrong')
      await interaction.reply({ content, flags: MessageFlags.Ephemeral })
      return
    }
    // Reading a year and drawing it may take longer than the three seconds that Discord waits.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    await interaction.editReply(await drawPage('overview', period, visit))
  },
  complete: { van: pastDays, tot: pastDays },
  components: { page: turn, csv },
}
