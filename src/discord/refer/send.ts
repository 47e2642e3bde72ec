import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import {
  type ButtonInteraction,
  channelMention,
  type Guild,
  MessageFlags,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type TextChannel,
  TextInputStyle,
  userMention,
} from 'discord.js'
import { linesFor, type Step } from '../../referral/refer.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { takesIn } from '../duty/takes-in.ts'
import { placeOf } from '../place.ts'
import { type Row, row } from '../praat/rows.ts'
import { look, whisper } from '../queue/look.ts'
import { readersOf } from '../talks/readers.ts'
import { helplineNamed, readersLines, WORDS_MAX } from './message.ts'
import { reachOf } from './reach.ts'

const ID = 'verwijs-door'
/** Discord's longest list of choices, and the longest text in one. */
const MOST = 25
const OPTION_MAX = 100

const cut = (text: string): string => (text.length > OPTION_MAX ? `${text.slice(0, OPTION_MAX - 1)}…` : text)

function subjectMenu(writerId: string, desk: Desk, texts: Texts): Row {
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId(ID, 'subject', writerId))
      .setPlaceholder(texts.t('refer.subject.placeholder'))
      .addOptions(
        desk.policy.subjects.map(({ id, label }) => ({
          value: id,
          label: label[texts.language] ?? label.nl,
        })),
      ),
  )
}

function lineMenu(writerId: string, steps: readonly Step[], texts: Texts): Row {
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId(ID, 'line', writerId))
      .setPlaceholder(texts.t('refer.line.placeholder'))
      .addOptions(
        steps.slice(0, MOST).map(({ helpline, now }) => ({
          value: helpline.id,
          label: helpline.name,
          description: cut(
            [texts.t(`refer.line.${now}.why`), helpline.about[texts.language] ?? helpline.about.nl].join(
              ' · ',
            ),
          ),
        })),
      ),
  )
}

/** A message that nobody can be sent something about, told before anything is asked. */
function refusalOf(interaction: MessageContextMenuCommandInteraction, desk: Desk): TextKey | undefined {
  const { targetMessage, channel } = interaction
  if (targetMessage.author.bot || targetMessage.webhookId !== null) return 'refer.cannot.bot'
  if (channel === null || channel.isDMBased()) return 'refer.cannot.look'
  const place = placeOf(channel, desk.policy)
  if (place.read) return undefined
  if (place.why === 'private talk') return 'refer.cannot.talk'
  return place.why === 'staff' ? 'refer.cannot.staff' : undefined
}

/** To whom, what will happen, who can read along there; then a subject, which is kept nowhere. */
function drawStart(guild: Guild, writerId: string, channel: TextChannel, desk: Desk) {
  const texts = desk.texts()
  return {
    content: [
      texts.t('refer.start', { writer: userMention(writerId) }),
      ...readersLines(readersOf(guild, channel), texts),
      '',
      texts.t('refer.subject'),
    ].join('\n'),
    components: [subjectMenu(writerId, desk, texts)],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  } as const
}

async function start(
  interaction: MessageContextMenuCommandInteraction<'cached'> | ButtonInteraction<'cached'>,
  writerId: string,
  visit: Visit,
): Promise<void> {
  const reach = await reachOf(interaction.guild, writerId, interaction.user.id, visit)
  await interaction.reply(
    'not' in reach
      ? { content: visit.desk.texts().t(reach.not), flags: MessageFlags.Ephemeral }
      : drawStart(interaction.guild, writerId, reach.channel, visit.desk),
  )
}

/** *Verwijs door* in the menu of a message. */
export async function askSubject(
  interaction: MessageContextMenuCommandInteraction<'cached'>,
  visit: Visit,
): Promise<void> {
  const refused = refusalOf(interaction, visit.desk)
  if (refused === undefined) return start(interaction, interaction.targetMessage.author.id, visit)
  await interaction.reply({ content: visit.desk.texts().t(refused), flags: MessageFlags.Ephemeral })
}

/** *Stuur ook een lijn*, after somebody closed a flag as referred: the flag knows nothing of it but its outcome. */
export async function sendFromCard(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'line.send', visit)
  if (view === undefined || !interaction.inCachedGuild() || !interaction.isButton()) return
  if (view.authorId === null) return whisper(interaction, visit.desk.texts().t('queue.refusal.nobody-known'))
  await start(interaction, view.authorId, visit)
}

/** A subject was chosen: its lines, as `/praat` orders them. */
export async function chooseSubject(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Visit,
): Promise<void> {
  const writerId = args[0] ?? ''
  const texts = desk.texts()
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const subject = desk.policy.subjects.find(({ id }) => id === chosen)
  if (subject === undefined) {
    await interaction.update({ content: texts.t('praat.subject-gone'), components: [] })
    return
  }
  const { helplines } = desk.policy
  const steps = linesFor({ subject, helplines, language: texts.language, at: desk.now() })
  await interaction.update({
    content: texts.t('refer.line'),
    components: [lineMenu(writerId, steps, texts), subjectMenu(writerId, desk, texts)],
  })
}

/** A line was chosen: a form with words that the worker can change or take away. */
export async function askWords(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Visit,
): Promise<void> {
  const writerId = args[0] ?? ''
  const texts = desk.texts()
  const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
  const line = helplineNamed(desk, chosen)
  if (line === undefined) {
    await interaction.update({ content: texts.t('refer.cannot.line'), components: [] })
    return
  }
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
    .setValue(texts.t('refer.words'))
  await interaction.showModal(
    new ModalBuilder()
      .setCustomId(customId(ID, 'send', writerId, line.id))
      .setTitle(texts.t('refer.form.title'))
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(texts.t('refer.form.words.label'))
          .setDescription(cut(texts.t('refer.form.words.hint.why', { line: line.name })))
          .setTextInputComponent(words),
      ),
  )
}

/** The form came back: the thread is asked for. What was typed is never lost: where it cannot be sent it comes back. */
export async function sendLine(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const [writerId = '', lineId = ''] = args
  const texts = desk.texts()
  const words = interaction.fields.getTextInputValue('words').trim()
  const answer = async (content: string): Promise<void> => {
    const said = { content, components: [], allowedMentions: { parse: [] } }
    await (interaction.isFromMessage()
      ? interaction.update(said)
      : interaction.reply({ ...said, flags: MessageFlags.Ephemeral }))
  }
  const reach =
    helplineNamed(desk, lineId) === undefined
      ? ({ not: 'refer.cannot.line' } as const)
      : await reachOf(interaction.guild, writerId, interaction.user.id, visit)
  if ('not' in reach) {
    const back = words === '' ? [] : [texts.t('refer.words-back'), words]
    return answer([texts.t(reach.not), ...back].join('\n'))
  }
  await desk.sentLines.send({
    house: house.id,
    writerId,
    workerId: interaction.user.id,
    lineId,
    words,
    language: texts.language,
    parentChannelId: reach.channel.id,
    readers: readersOf(interaction.guild, reach.channel),
    talks: takesIn(visit),
  })
  const channel = channelMention(reach.channel.id)
  await answer(texts.t('refer.sent', { writer: userMention(writerId), channel }))
}
