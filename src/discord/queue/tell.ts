import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  channelMention,
  DiscordAPIError,
  type Guild,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type TextChannel,
  TextInputStyle,
} from 'discord.js'
import { canBeToldTo } from '../../queue/outcomes.ts'
import type { CardView, FlagAct } from '../../queue/flags.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { talksChannel } from '../talks/choice.ts'
import { describeReaders, readersOf } from '../talks/readers.ts'
import { statement } from '../talks/statement.ts'
import { act, look, type Pressed, refusalText, whisper } from './look.ts'
import { button, row } from './parts.ts'

const WORDS_MAX = 600

/** Where the writer can be told, or why nowhere. Looked at anew each time: people come and go. */
type Way = { readonly channel: TextChannel } | { readonly how: 'left' | 'no-way' }

/** Who left, or never was here: 10007, or 10013 for an account that is gone. */
const isNotHere = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownMember || error.code === RESTJSONErrorCodes.UnknownUser)

async function wayTo(guild: Guild, userId: string, visit: Visit): Promise<Way> {
  try {
    const member = await guild.members.fetch({ user: userId, force: true })
    const channel = talksChannel(guild, visit)
    return channel?.permissionsFor(member).has(PermissionFlagsBits.ViewChannel) === true
      ? { channel }
      : { how: 'no-way' }
  } catch (error) {
    if (isNotHere(error)) return { how: 'left' }
    throw error
  }
}

/** The flag, if there is something to tell and it can be told here; else the person was told why not. */
async function tellable(
  interaction: Pressed,
  flagId: string,
  visit: Visit,
): Promise<{ readonly view: CardView; readonly authorId: string; readonly guild: Guild } | undefined> {
  const view = await look(interaction, flagId, 'queue.tell', visit)
  if (view === undefined || !interaction.inCachedGuild()) return undefined
  const texts = visit.desk.texts()
  if (!canBeToldTo(view)) {
    await whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
    return undefined
  }
  if (view.authorId === null) {
    await whisper(interaction, texts.t('queue.refusal.nobody-known'))
    return undefined
  }
  return { view, authorId: view.authorId, guild: interaction.guild }
}

/** It cannot be told: written on the card, so that nobody believes it was. */
async function cannot(
  interaction: Pressed,
  { view }: { readonly view: CardView },
  how: 'left' | 'no-way',
  visit: Visit,
): Promise<void> {
  const result = await act(visit, interaction, view.flagId, { type: 'tell', how })
  const text = visit.desk.texts().t(`tell.${how}`)
  await whisper(interaction, result.ok ? text : refusalText(result, visit))
}

/** *Zeg het aan de schrijver*: what will be said, word for word, and who can read along there. */
export async function askTell(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const found = await tellable(interaction, args[0] ?? '', visit)
  if (found === undefined) return
  const { view, authorId, guild } = found
  const way = await wayTo(guild, authorId, visit)
  if ('how' in way) return cannot(interaction, found, way.how, visit)
  const texts = visit.desk.texts()
  const said = statement(view, undefined, visit.desk, texts)
  await interaction.reply({
    content: [
      texts.t('tell.preview'),
      ...said.flatMap((line) => line.split('\n')).map((line) => `> ${line}`),
      '',
      ...describeReaders(readersOf(guild, way.channel), texts),
    ]
      .join('\n')
      .slice(0, 2_000),
    components: [
      row(
        button(texts.t('queue.button.send'), ButtonStyle.Success, 'tell-send', view.flagId),
        button(texts.t('queue.button.send-with'), ButtonStyle.Secondary, 'tell-with', view.flagId),
      ),
    ],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** Words of the worker beside those of the bot; nobody has to write any. */
export async function tellWith(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const found = await tellable(interaction, args[0] ?? '', visit)
  if (found === undefined) return
  const texts = visit.desk.texts()
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('tell.words.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
  await interaction.showModal(
    new ModalBuilder()
      .setCustomId(customId('wachtrij', 'told', found.view.flagId))
      .setTitle(texts.t('tell.form.title'))
      .addLabelComponents(
        new LabelBuilder().setLabel(texts.t('tell.words.label')).setTextInputComponent(words),
      ),
  )
}

/** Opens the thread: the flag, the talk and the wish for the thread are written together, or not at all. */
async function send(interaction: Pressed, flagId: string, words: string, visit: Visit): Promise<void> {
  const found = await tellable(interaction, flagId, visit)
  if (found === undefined) return
  const { desk, house } = visit
  const way = await wayTo(found.guild, found.authorId, visit)
  if ('how' in way) return cannot(interaction, found, way.how, visit)
  const texts = desk.texts()
  const what: FlagAct = { type: 'tell', how: 'thread', ...(words === '' ? {} : { words }) }
  const result = await desk.flags.act({
    house: house.id,
    flagId,
    actorId: interaction.user.id,
    act: what,
    alongside: async (tx) => {
      await desk.talks.openAbout(tx, {
        house: house.id,
        askerId: found.authorId,
        workerId: interaction.user.id,
        flagId,
        language: texts.language,
        parentChannelId: way.channel.id,
        queueChannelId: house.queueChannelId,
      })
    },
  })
  const content = result.ok
    ? texts.t('tell.sent', { channel: channelMention(way.channel.id) })
    : refusalText(result, visit)
  if (interaction.isMessageComponent() || interaction.isFromMessage()) {
    await interaction.update({ content, components: [], allowedMentions: { parse: [] } })
    return
  }
  await whisper(interaction, content)
}

export const tellSend = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) =>
  send(interaction, args[0] ?? '', '', visit)

export const told = (interaction: ModalSubmitInteraction, args: readonly string[], visit: Visit) =>
  send(interaction, args[0] ?? '', interaction.fields.getTextInputValue('words').trim(), visit)
