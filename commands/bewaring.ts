import { ActionRowBuilder, EmbedBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  type GuildMember,
  InteractionContextType,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { z } from 'zod'
import {
  type Command,
  type ComponentInteraction,
  FOR_TEAM,
  localised,
  type Proposal,
  type Visit,
} from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { holdForm, holdIn } from '../src/discord/hold-form.ts'
import { readLink } from '../src/discord/reports/linked.ts'
import { rolesOf } from '../src/discord/staff.ts'
import { may } from '../src/permissions/table.ts'
import { lastDay } from '../src/privacy/hold-date.ts'
import { codeOf } from '../src/queue/card.ts'
import { REAL } from '../src/queue/real.ts'
import { CATEGORIES, KINDS, LEVELS } from '../src/screening/kinds.ts'

const ID = 'bewaring'
/** Somebody who looks for an older one knows its code, from its card. */
const MOST_LOOKED_AT = 200
/** What a code on a card looks like. */
const CODE = /^[2-9A-HJ-NP-Z]{5}$/i
const onCard = z.object({ level: z.enum(LEVELS), category: z.enum(CATEGORIES), kind: z.enum(KINDS) })
const say = (content: string): InteractionReplyOptions => ({ content, flags: MessageFlags.Ephemeral })

/** The flag that somebody means, by the code on its card or the link of its message. */
async function flagMeant({ desk, house }: Visit, subject: string): Promise<string | undefined> {
  const link = readLink(subject)
  if (link !== undefined) {
    if (link.guildId !== house.id) return undefined
    const subjectKey = `message:${link.messageId}`
    const where = { houseId: house.id, ...REAL, OR: [{ subjectKey }, { messages: { some: { subjectKey } } }] }
    return (await desk.db.flag.findFirst({ where, select: { id: true } }))?.id
  }
  const code = subject.trim().toUpperCase()
  const flags = await desk.db.flag.findMany({
    where: { houseId: house.id, ...REAL },
    orderBy: { changedAt: 'desc' },
    select: { id: true },
  })
  return flags.find(({ id }) => codeOf(id) === code)?.id
}

/** The flags that changed last: their code, and the level and kind that stand on their cards. */
async function newest({ desk, house }: Visit, member: GuildMember): Promise<readonly Proposal[]> {
  const texts = desk.texts()
  const flags = await desk.db.flag.findMany({
    where: { houseId: house.id, ...REAL },
    orderBy: { changedAt: 'desc' },
    take: MOST_LOOKED_AT,
    select: { id: true, level: true, category: true, kind: true },
  })
  const roles = rolesOf(member, house)
  return flags.flatMap(({ id, level, category, kind }) => {
    const known = onCard.parse({ level, category, kind })
    if (!may(roles, 'queue.list', known)) return []
    const words = [texts.t(`queue.level.${known.level}`), texts.t(`category.${known.category}`)]
    return [{ name: [codeOf(id), ...words].join(' · '), value: codeOf(id) }]
  })
}

/** A link, or the code of a card that changed long ago. */
async function typed(text: string, visit: Visit): Promise<Proposal | undefined> {
  if (readLink(text) !== undefined) return { name: visit.desk.texts().t('complete.link.option'), value: text }
  if (!CODE.test(text) || (await flagMeant(visit, text)) === undefined) return undefined
  return { name: text.toUpperCase(), value: text.toUpperCase() }
}

async function list({ desk, house }: Visit): Promise<InteractionReplyOptions> {
  const texts = desk.texts()
  const holds = (await desk.holds.list(house.id)).slice(0, 25)
  if (holds.length === 0) return say(texts.t('hold.none'))
  const lines = holds.map(({ flagId, until, said }) =>
    texts.t('hold.line', {
      code: codeOf(flagId),
      day: lastDay(until),
      name: said?.name ?? '?',
      why: said?.why ?? '?',
    }),
  )
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId(ID, 'stop'))
    .setPlaceholder(texts.t('hold.stop.placeholder'))
    .addOptions(
      holds.map(({ holdId, flagId, until }) => ({
        value: holdId,
        label: codeOf(flagId),
        description: lastDay(until),
      })),
    )
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(texts.t('hold.heading'))
        .setDescription(lines.join('\n').slice(0, 4_096))
        .toJSON(),
    ],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
    flags: MessageFlags.Ephemeral,
  }
}

async function start(interaction: ChatInputCommandInteraction, visit: Visit): Promise<void> {
  const texts = visit.desk.texts()
  const subject = interaction.options.getString('wat')
  if (subject === null) {
    await interaction.reply(await list(visit))
    return
  }
  const flagId = await flagMeant(visit, subject)
  if (flagId === undefined) await interaction.reply(say(texts.t('hold.not-found')))
  else await interaction.showModal(holdForm(customId(ID, 'submit', flagId), texts))
}

async function submit(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const texts = desk.texts()
  const flagId = args[0] ?? ''
  const wanted = holdIn(interaction, desk.now())
  if (wanted === undefined) {
    await interaction.reply(say(texts.t('hold.bad-date')))
    return
  }
  const { until } = wanted
  const placed = await desk.holds.place({ house: house.id, flagId, actorId: interaction.user.id, ...wanted })
  if (placed === undefined) {
    await interaction.reply(say(texts.t('hold.not-found')))
    return
  }
  const key = placed.words ? 'hold.done' : 'hold.nothing-left'
  await interaction.reply(say(texts.t(key, { code: codeOf(flagId), day: lastDay(until) })))
}

async function stop(
  interaction: ComponentInteraction,
  _args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const holdId = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  if (holdId !== undefined) await desk.holds.lift(house.id, holdId, interaction.user.id)
  await interaction.update({ content: desk.texts().t('hold.stopped'), embeds: [], components: [] })
}

/** `/bewaring`: keep something longer for the law, with a name, a reason and an end. For youth workers. */
export const bewaring: Command = {
  id: ID,
  act: 'data.hold',
  payload: {
    name: ID,
    type: ApplicationCommandType.ChatInput,
    ...localised('hold.description'),
    ...FOR_TEAM,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'wat',
        ...localised('hold.subject.description'),
        autocomplete: true,
        required: false,
        max_length: 200,
      },
    ],
  },
  async run(interaction, visit) {
    if (interaction.isChatInputCommand()) await start(interaction, visit)
  },
  complete: { wat: { none: 'complete.no-flags.option', propose: newest, typed } },
  components: { stop },
  forms: { submit },
}
