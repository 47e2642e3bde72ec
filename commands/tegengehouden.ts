import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  channelMention,
  InteractionContextType,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import { type Command, type ComponentInteraction, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { languageButtons, languageIn, simplicityOf } from '../src/discord/languages.ts'
import { spoken } from '../src/discord/spoken.ts'
import { describeMoment } from '../src/duty/describe.ts'
import { isOpen, nextOpening } from '../src/duty/opening.ts'
import type { OwnHeldMessage } from '../src/holding/holding.ts'
import type { Wording } from '../src/texts/wording.ts'
import { reasonOf } from '../src/screening/reason.ts'

interface Page {
  readonly content: string
  readonly embeds: NonNullable<InteractionReplyOptions['embeds']>
  readonly components: NonNullable<InteractionReplyOptions['components']>
}

/** How it stands, in sentences: nobody is accused, and what can be done stands beside it. */
function sentences(held: OwnHeldMessage, language: Wording, { desk, house }: Visit): string[] {
  const texts = desk.texts(language)
  const channel = channelMention(held.channelId)
  const why = held.ruleIds.map((id) => reasonOf(desk.policy, id, texts)).join(' ')
  switch (held.standing) {
    case 'waiting': {
      const hours = desk.duty.hours.of(house.id)
      const now = desk.now()
      const next = isOpen(hours, now) ? undefined : nextOpening(hours, now)
      return [
        texts.t('held.waiting', { channel, why }),
        ...(next === undefined
          ? []
          : [texts.t('held.waiting-closed', { next: describeMoment(next, texts.language, now) })]),
      ]
    }
    case 'kept-out':
      return [texts.t('held.kept-out', { channel, why })]
    case 'given':
      return [texts.t('held.given', { channel })]
    case 'quoted':
      return [texts.t('held.quoted', { channel })]
    case 'over':
      return [texts.t('held.over', { channel })]
  }
}

/** A held message for its writer: their own words, so that nothing of theirs is lost, and what they can do. */
async function pageOf(held: OwnHeldMessage, more: boolean, language: Wording, visit: Visit): Promise<Page> {
  const { desk, house } = visit
  const texts = desk.texts(language)
  const shows = held.standing === 'waiting' || held.standing === 'kept-out' || held.standing === 'given'
  const words = shows ? await desk.flags.words(house.id, held.flagId) : undefined
  const letPost =
    held.standing === 'given' && words !== undefined
      ? [
          new ButtonBuilder()
            .setCustomId(customId('tegengehouden', 'plaats', held.messageId, language))
            .setStyle(ButtonStyle.Primary)
            .setLabel(texts.t('held.button.post')),
        ]
      : []
  const buttons = [
    ...letPost,
    ...languageButtons(
      language,
      desk,
      (other) => customId('tegengehouden', 'taal', held.messageId, other),
      simplicityOf(language, desk, ({ wording }) => sentences(held, wording, visit).join('\n')),
    ),
  ]
  return {
    content: [
      ...sentences(held, language, visit),
      ...(shows && words === undefined ? [texts.t('held.words-gone')] : []),
      ...(more ? [texts.t('held.more')] : []),
    ].join('\n'),
    embeds: words === undefined ? [] : [new EmbedBuilder().setDescription(words).toJSON()],
    components:
      buttons.length === 0
        ? []
        : [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons).toJSON()],
  }
}

/** What the person does not know yet, else the newest; somebody who has nothing held hears just that. */
async function look(
  userId: string,
  channelId: string | undefined,
  language: Wording,
  visit: Visit,
): Promise<InteractionReplyOptions> {
  const { desk, house } = visit
  const [first, second] = await desk.holding.ofWriter(house.id, userId, channelId)
  if (first === undefined) {
    return { ...spoken(desk, language, 'held.none'), flags: MessageFlags.Ephemeral }
  }
  const page = await pageOf(first, second?.isNews === true, language, visit)
  return { ...page, flags: MessageFlags.Ephemeral, allowedMentions: { parse: [] } }
}

/** The answer stands before it is noted that the person knows: told twice is better than never. */
async function answerAndNote(
  reply: (page: InteractionReplyOptions) => Promise<unknown>,
  userId: string,
  channelId: string | undefined,
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const [first] = await desk.holding.ofWriter(house.id, userId, channelId)
  await reply(await look(userId, channelId, desk.texts().language, visit))
  if (first?.isNews === true) await desk.holding.told({ house: house.id, messageId: first.messageId }, first)
}

async function switchLanguage(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const language = languageIn(args[1], desk)
  const own = await desk.holding.ofWriter(house.id, interaction.user.id)
  const held = own.find(({ messageId }) => messageId === args[0])
  await interaction.update(
    held === undefined ? spoken(desk, language, 'held.none') : await pageOf(held, false, language, visit),
  )
}

/** The writer lets the bot post it. */
async function post(interaction: ComponentInteraction, args: readonly string[], visit: Visit): Promise<void> {
  const { desk, house } = visit
  const own = { house: house.id, messageId: args[0] ?? '', authorId: interaction.user.id }
  const posts = await desk.holding.letBotPost(own)
  const key = posts ? 'held.posting' : 'held.too-late'
  await interaction.update(spoken(desk, languageIn(args[1], desk), key))
}

/** The writer takes the bot's quote away; for anybody else the button does nothing. */
async function withdraw(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const own = { house: house.id, messageId: args[0] ?? '', authorId: interaction.user.id }
  const done = await desk.holding.withdraw(own)
  const said = spoken(desk, desk.texts().language, done ? 'held.withdrawn' : 'held.not-yours')
  await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
}

/**
 * `/tegengehouden`, and the button of the line in a channel where a message was held: why it is not there, what happens
 * with it, and how to get it back. Only the writer of a held message hears more than that there is none.
 */
export const tegengehouden: Command = {
  id: 'tegengehouden',
  act: 'held.own',
  payload: {
    name: 'tegengehouden',
    type: ApplicationCommandType.ChatInput,
    ...localised('held.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  run: (interaction, visit) =>
    answerAndNote((page) => interaction.reply(page), interaction.user.id, undefined, visit),
  components: {
    kijk: (interaction, _args, visit) =>
      answerAndNote((page) => interaction.reply(page), interaction.user.id, interaction.channelId, visit),
    taal: switchLanguage,
    plaats: post,
    weg: withdraw,
  },
}
