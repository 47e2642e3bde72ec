import { ActionRowBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  userMention,
} from 'discord.js'
import { drawCard } from '../src/discord/card.ts'
import { type Command, type ComponentInteraction, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { drawList } from '../src/discord/queue-list.ts'
import type { FlagAct, FlagResult, Said } from '../src/queue/flags.ts'
import { OUTCOMES, type Outcome } from '../src/queue/outcomes.ts'
import type { Texts } from '../src/texts/texts.ts'

/** An embed holds 4,096 characters; what is longer (Nitro) is cut and said to be. */
const SHOWN_MAX = 3_500
const LISTED = 10

const act = (
  { desk, house }: Visit,
  interaction: ComponentInteraction,
  flagId: string,
  what: FlagAct,
): Promise<FlagResult> => desk.flags.act({ house: house.id, flagId, actorId: interaction.user.id, act: what })

/** Says politely why not, and lets the card mend itself: it was pressed in good faith, so it showed something old. */
async function refuse(
  interaction: ComponentInteraction,
  flagId: string,
  result: FlagResult & { ok: false },
  { desk, house }: Visit,
): Promise<void> {
  const owner = typeof result.flag?.ownerId === 'string' ? userMention(result.flag.ownerId) : '?'
  const content = desk.texts().t(`queue.refusal.${result.refusal}`, { owner })
  await interaction.reply({ content, flags: MessageFlags.Ephemeral })
  if (result.flag !== undefined) await desk.flags.redraw(house.id, flagId)
}

/** A press on a card answers with the card as it now is. */
async function pressCard(
  interaction: ComponentInteraction,
  flagId: string,
  what: FlagAct,
  visit: Visit,
): Promise<void> {
  const result = await act(visit, interaction, flagId, what)
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const view = await visit.desk.flags.card(visit.house.id, flagId)
  if (view === undefined) return
  const { embeds, components } = drawCard(view, visit.desk)
  await interaction.update({ embeds: embeds ?? [], components: components ?? [] })
}

/** The text of the message, or why there is none. */
function messageText(said: Said | undefined, texts: Texts): string {
  if (said?.message.state === 'here') return said.message.words
  return texts.t(said?.message.state === 'none' ? 'queue.show.no-words' : 'queue.show.words-gone')
}

/** *Toon*: the words, for one pair of eyes, written down in the audit before they are shown. */
async function show(interaction: ComponentInteraction, args: readonly string[], visit: Visit): Promise<void> {
  const flagId = args[0] ?? ''
  const { desk, house } = visit
  const texts = desk.texts()
  const result = await act(visit, interaction, flagId, { type: 'show' })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const said = await desk.flags.said(house.id, flagId)
  const message = messageText(said, texts)
  const cut = message.length > SHOWN_MAX ? `${message.slice(0, SHOWN_MAX)}…` : message
  const notes = said?.reports ?? []
  const reported =
    notes.length === 0 ? [] : [texts.t('queue.show.report-words'), ...notes.map((note) => `> ${note}`)]
  await interaction.reply({
    content: texts.t('queue.show.heading'),
    embeds: [new EmbedBuilder().setDescription([cut, ...reported].join('\n').slice(0, 4_096)).toJSON()],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** *Beslis*: the outcomes that are possible for this flag, and only those. */
async function decide(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const { desk, house } = visit
  const texts = desk.texts()
  const view = await desk.flags.card(house.id, flagId)
  if (view === undefined || view.acts.decide.length === 0) {
    await interaction.reply({ content: texts.t('queue.refusal.gone'), flags: MessageFlags.Ephemeral })
    return
  }
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'outcome', flagId))
    .setPlaceholder(texts.t('queue.decide.placeholder'))
    .addOptions(
      view.acts.decide.map((possible) => ({
        value: possible,
        label: texts.t(`queue.outcome.${possible}.option`),
        description: texts.t(`queue.outcome.${possible}.why`),
      })),
    )
  await interaction.reply({
    content: texts.t('queue.decide.text'),
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
    flags: MessageFlags.Ephemeral,
  })
}

async function outcome(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const texts = visit.desk.texts()
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const known: Outcome | undefined = OUTCOMES.find((candidate) => candidate === chosen)
  if (known === undefined) {
    await interaction.update({ content: texts.t('queue.refusal.outcome-not-allowed'), components: [] })
    return
  }
  const result = await act(visit, interaction, flagId, { type: 'decide', outcome: known })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const done = texts.t('queue.decide.done', { outcome: texts.t(`queue.outcome.${known}.option`) })
  const waits = result.flag.state === 'awaiting' ? texts.t('queue.state.awaiting-second') : ''
  await interaction.update({ content: [done, waits].join(' ').trim(), components: [] })
}

/** `/wachtrij`: the messages that wait for a person, and the buttons on their cards. For staff only. */
export const wachtrij: Command = {
  id: 'wachtrij',
  act: 'queue.list',
  payload: {
    name: 'wachtrij',
    type: ApplicationCommandType.ChatInput,
    ...localised('queue.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, { desk, house }) {
    const waiting = await desk.flags.list(house.id, {
      states: ['open', 'claimed', 'awaiting'],
      limit: LISTED + 1,
    })
    await interaction.reply({
      ...drawList(waiting, LISTED, desk),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    })
  },
  components: {
    claim: (interaction, args, visit) => pressCard(interaction, args[0] ?? '', { type: 'claim' }, visit),
    release: (interaction, args, visit) => pressCard(interaction, args[0] ?? '', { type: 'release' }, visit),
    show,
    decide,
    outcome,
  },
}
