import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  DiscordAPIError,
  type Guild,
  type GuildMember,
  type InteractionEditReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  messageLink,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { TrialSample } from '../../statistics/trials.ts'
import type { TextKey } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { fit } from '../fit.ts'
import { placeOf } from '../place.ts'
import { theirWords } from '../their-words.ts'
import { memberMay } from '../staff.ts'

const PER_PAGE = 5
/** Enough to see what a rule finds; five of these fit on a page, unless they are all line breaks. */
const CUT = 600
/** As with *Toon*: the token of an answer lives for a quarter of an hour. */
const SHOWN_MS = 10 * 60_000

const GONE = new Set<unknown>([RESTJSONErrorCodes.UnknownMessage, RESTJSONErrorCodes.UnknownChannel])
const SHUT = new Set<unknown>([RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions])

function whyNot(error: unknown): TextKey {
  const code = error instanceof DiscordAPIError ? error.code : undefined
  if (GONE.has(code)) return 'proef.samples.gone'
  return SHUT.has(code) ? 'proef.samples.closed' : 'proef.samples.later'
}

/** The words of a message as they stand on Discord at this moment, or why there are none; text alone. */
async function wordsOf(guild: Guild, sample: TrialSample, { desk }: Visit): Promise<string> {
  const texts = desk.texts()
  try {
    const channel = await guild.channels.fetch(sample.channelId)
    if (channel === null || !channel.isTextBased()) return texts.t('proef.samples.gone')
    // Since then it may have become a channel of the team, or hidden.
    if (!placeOf(channel, desk.policy).read) return texts.t('proef.samples.closed')
    const message = await channel.messages.fetch({ message: sample.messageId, cache: false, force: true })
    return message.content === '' ? texts.t('proef.samples.no-text') : theirWords(message.content, CUT)
  } catch (error) {
    return texts.t(whyNot(error))
  }
}

/** Five examples, fetched now; nothing of them is kept, and who wrote them is not said. */
async function draw(
  guild: Guild,
  ruleId: string,
  wanted: number,
  visit: Visit,
): Promise<InteractionEditReplyOptions> {
  const { desk, house } = visit
  const texts = desk.texts()
  const samples = await desk.trials.samples(house.id, ruleId)
  if (samples.length === 0)
    return {
      content: texts.t('proef.samples.none'),
      embeds: [],
      components: [],
      allowedMentions: { parse: [] },
    }
  const pages = Math.ceil(samples.length / PER_PAGE)
  const at = Math.min(Math.max(wanted, 0), pages - 1)
  const here = samples.slice(at * PER_PAGE, (at + 1) * PER_PAGE)
  const words = await Promise.all(here.map((sample) => wordsOf(guild, sample, visit)))
  const lines = here.map(({ channelId, messageId }, index) =>
    [messageLink(channelId, messageId, house.id), quote(words[index] ?? '')].join('\n'),
  )
  const button = (to: number, label: 'earlier' | 'later'): ButtonBuilder =>
    new ButtonBuilder()
      .setCustomId(customId('huis', 'proef-page', ruleId, String(to)))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t(`queue.button.${label}`))
  const buttons = [
    ...(at > 0 ? [button(at - 1, 'earlier')] : []),
    ...(at < pages - 1 ? [button(at + 1, 'later')] : []),
  ]
  return {
    content: texts.t('proef.samples', { rule: ruleId }),
    embeds: [
      new EmbedBuilder()
        .setDescription(fit(lines, texts.t('waarom.cut')))
        .setFooter({ text: texts.t('proef.samples.footer') })
        .toJSON(),
    ],
    components:
      buttons.length === 0
        ? []
        : [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons).toJSON()],
    allowedMentions: { parse: [] },
  }
}

const quote = (words: string): string =>
  words
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** Whether this person may see examples of this rule: it must still be on trial, and about something they may see. */
function mayLook(member: GuildMember, ruleId: string, { desk, house }: Visit): boolean {
  const rule = desk.policy.rules.find(({ id, proef }) => id === ruleId && proef === true)
  return rule !== undefined && memberMay(member, house, 'rules.trial', rule)
}

async function refuse(interaction: ComponentInteraction, { desk }: Visit): Promise<void> {
  const content = desk.texts().t('proef.samples.none')
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
}

/** *Toon voorbeelden*: written down before it is shown, for one pair of eyes, gone after ten minutes. */
export async function showSamples(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const ruleId = (interaction.isStringSelectMenu() ? interaction.values[0] : undefined) ?? ''
  if (!interaction.inCachedGuild()) return
  if (!mayLook(interaction.member, ruleId, visit)) return refuse(interaction, visit)
  const { desk, house } = visit
  // Fetching takes longer than the three seconds in which Discord wants an answer.
  const until = new Date(desk.now().getTime() + SHOWN_MS)
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await desk.trials.shown(house.id, ruleId, interaction.user.id)
  await interaction.editReply(await draw(interaction.guild, ruleId, 0, visit))
  desk.fleeting.later(until, () => interaction.deleteReply())
}

/** Another page of it: fetched anew, and so written down anew. */
export async function turnSamples(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [ruleId = '', wanted = '0'] = args
  if (!interaction.inCachedGuild()) return
  if (!mayLook(interaction.member, ruleId, visit)) return refuse(interaction, visit)
  const { desk, house } = visit
  await interaction.deferUpdate()
  await desk.trials.shown(house.id, ruleId, interaction.user.id)
  await interaction.editReply(await draw(interaction.guild, ruleId, Number.parseInt(wanted, 10) || 0, visit))
}
