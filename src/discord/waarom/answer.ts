import { EmbedBuilder } from '@discordjs/builders'
import {
  escapeMarkdown,
  type GuildBasedChannel,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js'
import { type Chain, chainOf } from '../../policy/describe-explanation.ts'
import type { Explanation } from '../../screening/explanation.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import { EMBED_FITS, fit } from '../fit.ts'
import { placeOf } from '../place.ts'

/** A message of Nitro has 4,000: of what was read and of each place enough is shown to recognise it. */
const READ = 1_200
const LINE = 300

const cut = (line: string, most: number): string =>
  line.length > most ? `${line.slice(0, most).trimEnd()}…` : line

/** What others wrote is shown as text: no link hides behind a word, no star becomes a typeface. */
const shown = (line: string, most = LINE): string => escapeMarkdown(cut(line, most))

function linesOf({ read, found, decision, looked }: Chain, texts: Texts): readonly string[] {
  const blocks = found.flatMap(([head = '', ...lines]) => [
    `**${shown(head)}**`,
    ...lines.map((line) => `- ${shown(line)}`),
  ])
  return [
    ...read.map((line) => shown(line, READ)),
    `**${shown(decision)}**`,
    ...(blocks.length === 0 ? [texts.t('waarom.found.none')] : blocks),
    // Last, since it matters least: what does not fit falls off at the end.
    ...looked.map((line) => shown(line, EMBED_FITS)),
  ]
}

/**
 * The chain behind a decision, for the one who asked: seen by nobody else, stored and logged nowhere. In a house that
 * does not read along it says so, and what the rules would say.
 */
export function answerWith(explanation: Explanation, { desk }: Visit): InteractionReplyOptions {
  const texts = desk.texts()
  const chain = chainOf(explanation, desk.policy, texts)
  const reads = desk.policy.house.reading.way === 'full'
  const embed = new EmbedBuilder().setDescription(fit(linesOf(chain, texts), texts.t('waarom.cut')))
  return {
    content: [texts.t('waarom.heading'), ...(reads ? [] : [texts.t('waarom.reports')])].join('\n'),
    embeds: [embed.toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  }
}

/** The name of a channel in the agreements; undefined where the bot never reads. */
export function nameOf(channel: GuildBasedChannel | null, { desk }: Visit): string | undefined {
  const place = channel === null ? undefined : placeOf(channel, desk.policy)
  return place?.read === true ? place.name : undefined
}
