import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  AttachmentBuilder,
  ButtonStyle,
  type InteractionEditReplyOptions,
  type MessageActionRowComponentBuilder,
} from 'discord.js'
import { barsOf } from '../../statistics/chart.ts'
import { type Figures, figuresOf } from '../../statistics/figures.ts'
import type { Period } from '../../statistics/period.ts'
import { readFigures } from '../../statistics/read-figures.ts'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { EMBED_FITS, fit } from '../fit.ts'
import { flagLines, headingOf, type Page, PAGES, pageLines } from './pages.ts'

const CHART = 'cijfers.png'
/** The longest description of an attachment (Discord, Attachment Object). */
const ALT_FITS = 1_024

/** The figures of a period of this house, as they may be shown. */
export const read = async ({ desk, house }: Visit, period: Period): Promise<Figures> =>
  figuresOf(
    await readFigures(
      {
        db: desk.db,
        now: desk.now,
        hours: (id) => desk.duty.hours.of(id),
        targetMinutes: () => desk.policy.house.targetMinutes,
      },
      house.id,
      period,
    ),
  )

/** The chart, with its numbers as its text; undefined where this machine cannot draw: the figures are shown all the same. */
async function chartOf(figures: Figures, { desk }: Visit): Promise<AttachmentBuilder | undefined> {
  const texts = desk.texts()
  try {
    const { drawChart } = await import('../../statistics/draw-chart.ts')
    const title = `${texts.t('figures.flags.heading')}. ${headingOf(figures, texts)}`
    const numbers = flagLines(figures, texts).join('. ').replaceAll('*', '')
    const alt = texts.t('figures.chart.alt', { numbers })
    return new AttachmentBuilder(await drawChart(barsOf(figures, title, texts)), {
      name: CHART,
      description: alt.length > ALT_FITS ? `${alt.slice(0, ALT_FITS - 1)}…` : alt,
    })
  } catch (error) {
    desk.log.error({ err: error }, 'a chart could not be drawn')
    return undefined
  }
}

function buttons(shown: Page, { from, until }: Period, { desk }: Visit) {
  const texts = desk.texts()
  const row = new ActionRowBuilder<MessageActionRowComponentBuilder>()
  for (const page of PAGES) {
    row.addComponents(
      new ButtonBuilder()
        .setCustomId(customId('cijfers', 'page', page, from, until))
        .setStyle(page === shown ? ButtonStyle.Primary : ButtonStyle.Secondary)
        .setDisabled(page === shown)
        .setLabel(texts.t(`figures.button.${page}`)),
    )
  }
  row.addComponents(
    new ButtonBuilder()
      .setCustomId(customId('cijfers', 'csv', from, until))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t('figures.button.csv')),
  )
  return row.toJSON()
}

/** A page of the figures; the first one with the chart. */
export async function drawPage(
  page: Page,
  period: Period,
  visit: Visit,
): Promise<InteractionEditReplyOptions> {
  const { desk } = visit
  const texts = desk.texts()
  const figures = await read(visit, period)
  const charted = page === 'overview' && figures.flags.total !== 0
  const chart = charted ? await chartOf(figures, visit) : undefined
  const lines = [
    ...pageLines(page, figures, desk),
    ...(charted && chart === undefined ? ['', texts.t('figures.chart.not-drawn')] : []),
  ]
  const embed = new EmbedBuilder()
    .setTitle(headingOf(figures, texts))
    .setDescription(fit(lines, texts.t('figures.cut'), EMBED_FITS))
    .setFooter({ text: texts.t('figures.of-team') })
  if (chart !== undefined) embed.setImage(`attachment://${CHART}`)
  return {
    content: '',
    embeds: [embed.toJSON()],
    components: [buttons(page, period, visit)],
    files: chart === undefined ? [] : [chart],
    // Of the page before nothing stays.
    attachments: [],
    allowedMentions: { parse: [] },
  }
}
