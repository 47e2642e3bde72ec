import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  channelMention,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  messageLink,
  userMention,
} from 'discord.js'
import { contactName } from '../../deciding/contacts.ts'
import { inLanguage } from '../../deciding/guide.ts'
import { describeTime } from '../../deciding/when.ts'
import type { CardView, Said } from '../../queue/flags.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { memberMay } from '../staff.ts'
import { theirWords, theirWordsQuoted } from '../their-words.ts'
import { contextOf } from './context.ts'
import { act, look, refuse } from './look.ts'

/** An embed holds 4,096 characters; a message of Nitro 4,000 and what stands around it do not fit on one page. */
const PAGE = 3_800
const EARLIER_CUT = 300
/** How long the words stay on the screen; the token of an answer lives for a quarter of an hour. */
const SHOWN_MS = 10 * 60_000

const WHY_NOT = {
  none: 'queue.show.no-words',
  gone: 'queue.show.words-gone',
  'key-gone': 'queue.show.key-gone',
  damaged: 'queue.show.damaged',
} as const

/** The text of the message, or why there is none. */
function messageText(said: Said | undefined, texts: Texts): string {
  if (said?.message.state === 'here') return theirWords(said.message.words, PAGE)
  return texts.t(WHY_NOT[said?.message.state ?? 'gone'])
}

/** Lines under a heading; nothing where there are none. */
const under = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`**${heading}**`, ...lines]

const quoted = (all: readonly string[]): string[] => all.map((words) => theirWordsQuoted(words, 1_000))

/** What the team wrote down: the answers, to whom it was passed on, and what the writer was told. */
function teamParts(said: Said | undefined, { policy }: Desk, texts: Texts): string[] {
  const questions = policy.questions.sections.flatMap((section) => section.questions)
  const answers = [...(said?.answers ?? [])].flatMap(([id, words]) => {
    const question = questions.find((one) => one.id === id)
    const ask = question === undefined ? id : inLanguage(question.ask, texts.language)
    return [`*${ask}*`, ...quoted([words])]
  })
  const passedOn = (said?.passedOn ?? []).flatMap(({ contact, at, words }) => [
    `${contactName(contact, policy, texts)} · ${describeTime(at, texts.language)}`,
    ...quoted(words === undefined ? [] : [words]),
  ])
  return [
    ...under(texts.t('queue.show.answers'), answers),
    ...under(texts.t('queue.show.passed-on'), passedOn),
    ...under(texts.t('queue.show.told'), quoted(said?.told === undefined ? [] : [said.told])),
  ]
}

/** The parts of the answer, in the order in which somebody reads: the message first, what stood before it and where it also stands last. */
function parts(
  said: Said | undefined,
  context: readonly string[],
  { houseId }: CardView,
  desk: Desk,
  texts: Texts,
): string[] {
  const before = said?.message.state === 'here' ? said.message.before : []
  const alike = (said?.alike ?? []).map(({ channelId, messageId, authorId }) =>
    [
      messageId === null ? channelMention(channelId) : messageLink(channelId, messageId, houseId),
      ...(authorId === null ? [] : [userMention(authorId)]),
    ].join(' · '),
  )
  return [
    messageText(said, texts),
    ...under(
      texts.t('queue.show.before'),
      before.map((text) => theirWordsQuoted(text, EARLIER_CUT)),
    ),
    ...under(texts.t('queue.show.objection'), quoted(said?.objection === undefined ? [] : [said.objection])),
    ...under(texts.t('queue.show.report-words'), quoted(said?.reports ?? [])),
    ...under(texts.t('queue.show.notes'), quoted(said?.notes ?? [])),
    ...teamParts(said, desk, texts),
    ...under(texts.t('queue.show.context'), context),
    // Last: of a raid they are many pages.
    ...under(texts.t('queue.show.alike'), alike),
  ]
}

/** Fills pages with whole lines. */
export function paginate(lines: readonly string[], size: number = PAGE): readonly string[] {
  const pages: string[] = []
  let filling = ''
  for (const line of lines) {
    if (filling !== '' && filling.length + line.length + 1 > size) {
      pages.push(filling)
      filling = ''
    }
    filling = filling === '' ? line : `${filling}\n${line}`
  }
  return filling === '' ? pages : [...pages, filling]
}

const mayAskWhy = (interaction: ComponentInteraction, { house }: Visit): boolean =>
  interaction.inCachedGuild() && memberMay(interaction.member, house, 'rules.explain')

/** What the rules see in it: answered by commands/waarom.ts. */
const whyButton = ({ flagId }: CardView, texts: Texts): ButtonBuilder =>
  new ButtonBuilder()
    .setCustomId(customId('waarom', 'flag', flagId))
    .setStyle(ButtonStyle.Secondary)
    .setLabel(texts.t('waarom.button.why'))

async function draw(interaction: ComponentInteraction, view: CardView, wanted: number, visit: Visit) {
  const { desk, house } = visit
  const texts = desk.texts()
  const said = await desk.flags.said(house.id, view.flagId)
  const context = await contextOf(interaction, view, visit)
  const pages = paginate(parts(said, context, view, desk, texts))
  const at = Math.min(Math.max(wanted, 0), pages.length - 1)
  const button = (to: number, label: 'earlier' | 'later'): ButtonBuilder =>
    new ButtonBuilder()
      .setCustomId(customId('wachtrij', 'page', view.flagId, String(to)))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t(`queue.button.${label}`))
  const buttons = [
    ...(at > 0 ? [button(at - 1, 'earlier')] : []),
    ...(at < pages.length - 1 ? [button(at + 1, 'later')] : []),
    ...(said?.message.state === 'here' && mayAskWhy(interaction, visit) ? [whyButton(view, texts)] : []),
  ]
  return {
    content: texts.t('queue.show.heading'),
    embeds: [
      new EmbedBuilder()
        .setDescription(pages[at] ?? texts.t('queue.show.no-words'))
        .setFooter({ text: texts.t('queue.show.page', { page: at + 1, pages: pages.length }) })
        .toJSON(),
    ],
    components:
      buttons.length === 0
        ? []
        : [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons).toJSON()],
    allowedMentions: { parse: [] },
  }
}

/** *Toon*: the words, for one pair of eyes, written down in the audit before they are shown, gone after ten minutes. */
export async function show(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.show', visit)
  if (view === undefined) return
  const result = await act(visit, interaction, flagId, { type: 'show' })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const { desk } = visit
  const until = new Date(desk.now().getTime() + SHOWN_MS)
  // What stood around it is read from Discord: when several look in one channel, longer than its three seconds.
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  await interaction.editReply(await draw(interaction, view, 0, visit))
  desk.fleeting.later(until, () => interaction.deleteReply())
}

/** Another page of it: read anew, and so written down anew. */
export async function page(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [flagId = '', wanted = '0'] = args
  const view = await look(interaction, flagId, 'queue.show', visit)
  if (view === undefined) return
  const result = await act(visit, interaction, flagId, { type: 'show' })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  // What stood around it is read anew, and whoever turns pages quickly waits for Discord's limits: longer than its three seconds.
  await interaction.deferUpdate()
  await interaction.editReply(await draw(interaction, view, Number.parseInt(wanted, 10) || 0, visit))
}
