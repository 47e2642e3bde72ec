import { StringSelectMenuBuilder } from '@discordjs/builders'
import {
  type ButtonBuilder,
  ButtonStyle,
  channelMention,
  type Guild,
  MessageFlags,
  TimestampStyles,
  time,
} from 'discord.js'
import { type Limit, type LimitKind, SLOW_SECONDS } from '../../channels/limit.ts'
import { openingOf } from '../../duty/opening.ts'
import type { Texts } from '../../texts/texts.ts'
import type { CommandInteraction, ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { button, type Row, row } from '../praat/rows.ts'
import { look } from '../queue/look.ts'
import { lackingFor, limitable, shutPlan } from './able.ts'

const ID = 'kanaal'
/** For how long, in minutes. */
const MINUTES = [10, 30, 60] as const
const CHOICES = [...SLOW_SECONDS.map((seconds) => `slow-${seconds}` as const), 'shut'] as const
type Choice = (typeof CHOICES)[number]

interface Drawn {
  readonly content: string
  readonly components: Row[]
  readonly allowedMentions: { readonly parse: [] }
}
const drawn = (content: string, components: Row[] = []): Drawn => ({
  content,
  components,
  allowedMentions: { parse: [] },
})

const choiceIn = (value: string | undefined): Choice | undefined => CHOICES.find((known) => known === value)
const kindOf = (choice: Choice): LimitKind => (choice === 'shut' ? 'shut' : 'slow')
const secondsOf = (choice: Choice): number => (choice === 'shut' ? 0 : Number(choice.slice(5)))
const nameOf = (choice: Choice, texts: Texts): string =>
  choice === 'shut'
    ? texts.t('channel.limit.shut')
    : texts.t('channel.limit.slow', { seconds: secondsOf(choice) })
const nameOfLimit = (limit: Limit, texts: Texts): string =>
  limit.kind === 'shut'
    ? texts.t('channel.limit.shut')
    : texts.t('channel.limit.slow', { seconds: limit.seconds })
const moment = (at: Date): string => time(at, TimestampStyles.ShortTime)

/** What can be done with a channel, and what holds in it now. */
async function pageOf(guild: Guild, channelId: string, visit: Visit): Promise<Drawn> {
  const { desk, house } = visit
  const texts = desk.texts()
  const found = limitable(guild, channelId, desk)
  if ('not' in found) return drawn(texts.t(found.not))
  const { id } = found.channel
  const limits = await desk.limits.of(house.id, id)
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId(ID, 'what', id))
    .setPlaceholder(texts.t('channel.limit.placeholder'))
    .addOptions(
      CHOICES.map((choice) => ({
        value: choice,
        label:
          choice === 'shut'
            ? texts.t('channel.limit.shut.option')
            : texts.t('channel.limit.slow.option', { seconds: secondsOf(choice) }),
      })),
    )
  const ends = limits.map((limit) =>
    button(
      customId(ID, 'end', limit.id),
      texts.t('channel.limit.button.end', { what: nameOfLimit(limit, texts) }),
    ),
  )
  return drawn(
    [
      texts.t('channel.limit.ask', { channel: channelMention(id) }),
      ...limits.map((limit) =>
        texts.t('channel.limit.now', { what: nameOfLimit(limit, texts), until: moment(limit.until) }),
      ),
    ].join('\n'),
    [row(menu), ...(ends.length === 0 ? [] : [row(...ends)])],
  )
}

/** `/kanaal`: about the channel where it is typed. */
export async function openHere(interaction: CommandInteraction, visit: Visit): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const page = await pageOf(interaction.guild, interaction.channelId, visit)
  await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
}

/** *Kanaal* on a card: the same about the channel of its message. */
export async function openFromCard(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'channel.limit', visit)
  if (view === undefined || !interaction.inCachedGuild()) return
  const page = await pageOf(interaction.guild, view.channelId, visit)
  await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
}

/** Why not, where the bot cannot: which permission it lacks, and what for. */
function refusalOf(choice: Choice, guild: Guild, channelId: string, { desk }: Visit): string | undefined {
  const texts = desk.texts()
  const found = limitable(guild, channelId, desk)
  if ('not' in found) return texts.t(found.not)
  const lacking = lackingFor(kindOf(choice), found.channel)
  if (lacking.length === 0) return undefined
  const channel = channelMention(channelId)
  return texts.t(`channel.limit.cannot.${kindOf(choice)}`, { channel, permissions: lacking.join(', ') })
}

/** What was chosen: for how long? */
export async function chooseWhat(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const texts = desk.texts()
  const channelId = args[0] ?? ''
  const choice = choiceIn(interaction.isStringSelectMenu() ? interaction.values[0] : undefined)
  if (choice === undefined) {
    await interaction.update(await pageOf(interaction.guild, channelId, visit))
    return
  }
  const refusal = refusalOf(choice, interaction.guild, channelId, visit)
  if (refusal !== undefined) {
    await interaction.update(drawn(refusal))
    return
  }
  const long = (value: string, label: string): ButtonBuilder =>
    button(customId(ID, 'do', channelId, choice, value), label, ButtonStyle.Primary)
  const opening = openingOf(desk.duty.hours.of(house.id), desk.now())
  const buttons = [
    ...MINUTES.map((minutes) => long(String(minutes), texts.t('channel.limit.button.minutes', { minutes }))),
    ...(opening === undefined ? [] : [long('closing', texts.t('channel.limit.button.closing'))]),
  ]
  const channel = channelMention(channelId)
  await interaction.update(
    drawn(texts.t('channel.limit.how-long', { what: nameOf(choice, texts), channel }), [row(...buttons)]),
  )
}

/** Until when; undefined for "until we close" in a house that is closed. */
function untilOf(how: string | undefined, { desk, house }: Visit): Date | undefined {
  const now = desk.now()
  if (how === 'closing') return openingOf(desk.duty.hours.of(house.id), now)?.until
  const minutes = MINUTES.find((known) => String(known) === how) ?? MINUTES[0]
  return new Date(now.getTime() + minutes * 60_000)
}

/** Begins it. What stands there before is read now, and kept until it is put back. */
export async function begin(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const texts = desk.texts()
  const [channelId = '', named, how] = args
  const choice = choiceIn(named)
  const found = limitable(interaction.guild, channelId, desk)
  if (choice === undefined || 'not' in found) {
    await interaction.update(await pageOf(interaction.guild, channelId, visit))
    return
  }
  const until = untilOf(how, visit)
  const refusal = refusalOf(choice, interaction.guild, channelId, visit)
  if (refusal !== undefined || until === undefined) {
    await interaction.update(drawn(refusal ?? texts.t('channel.limit.closed')))
    return
  }
  const { channel } = found
  const kind = kindOf(choice)
  const seconds = secondsOf(choice)
  const before = channel.rateLimitPerUser
  const held = (await desk.limits.of(house.id, channelId)).some((limit) => limit.kind === kind)
  if (kind === 'slow' && !held && before >= seconds) {
    await interaction.update(drawn(texts.t('channel.limit.slower', { seconds: before })))
    return
  }
  const base = {
    house: house.id,
    channelId,
    queueChannelId: house.queueChannelId,
    until,
    actorId: interaction.user.id,
  }
  await desk.limits.begin(
    kind === 'slow'
      ? { ...base, kind, seconds, before }
      : { ...base, kind, changes: shutPlan(channel, house) },
  )
  const what = nameOf(choice, texts)
  const values = { what, channel: channelMention(channelId), until: moment(until) }
  await interaction.update(drawn(texts.t('channel.limit.done', values)))
}

/** Puts it back before its time. */
export async function end(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk, house }: Visit,
): Promise<void> {
  const texts = desk.texts()
  const limit = await desk.limits.find(house.id, args[0] ?? '')
  const ended = limit !== undefined && (await desk.limits.end(house.id, limit.id, interaction.user.id))
  await interaction.update(
    drawn(
      limit === undefined || !ended
        ? texts.t('channel.limit.over')
        : texts.t('channel.limit.ending', { channel: channelMention(limit.channelId) }),
    ),
  )
}
