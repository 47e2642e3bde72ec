import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  type GuildMember,
  type InteractionUpdateOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import type { Act } from '../../permissions/table.ts'
import type { CardView, FlagAct } from '../../queue/flags.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { careAfter } from './care.ts'
import { act, look, refusalText, whisper } from './look.ts'

/** What somebody can choose: a pause first, an hour before all others. `self`: done by hand on Discord. */
const CHOICES = [
  'pause-60',
  'pause-1440',
  'pause-10080',
  'pause-40320',
  'kick',
  'ban-danger',
  'ban',
  'self',
] as const
type Choice = (typeof CHOICES)[number]

const ACT_OF = (choice: Choice): Act => {
  if (choice === 'kick') return 'queue.kick'
  return choice === 'ban' || choice === 'ban-danger' ? 'queue.ban' : 'queue.pause'
}

const flagAct = (choice: Choice): FlagAct => {
  switch (choice) {
    case 'self':
      return { type: 'decide', outcome: 'made-safe' }
    case 'kick':
      return { type: 'measure', measure: 'kick', danger: false }
    case 'ban':
    case 'ban-danger':
      return { type: 'measure', measure: 'ban', danger: choice === 'ban-danger' }
    case 'pause-60':
    case 'pause-1440':
    case 'pause-10080':
    case 'pause-40320':
      return { type: 'measure', measure: 'pause', danger: false, minutes: Number(choice.slice(6)) }
  }
}

const row = (...parts: MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

/** The measures that are left for this flag. */
export function measureMenu(
  view: CardView,
  { desk }: Visit,
): Required<Pick<InteractionUpdateOptions, 'components'>> & { readonly content: string } {
  const texts = desk.texts()
  const left = CHOICES.filter((choice) => {
    const what = flagAct(choice)
    return what.type !== 'measure' || view.acts.measures.includes(what.measure)
  })
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'safe-choose', view.flagId))
    .setPlaceholder(texts.t('queue.safe.placeholder'))
    .addOptions(
      left.map((choice) => ({
        value: choice,
        label: texts.t(`queue.safe.${choice}.option`),
        description: texts.t(`queue.safe.${choice}.why`),
      })),
    )
  return { content: texts.t('queue.safe.text'), components: [row(menu)] }
}

/** *Maak veilig*: never for a worry; only a person, only here. */
export async function askMeasure(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.pause', visit)
  if (view === undefined) return
  if (view.acts.measures.length === 0) {
    return whisper(interaction, visit.desk.texts().t('queue.refusal.outcome-not-allowed'))
  }
  await interaction.reply({ ...measureMenu(view, visit), flags: MessageFlags.Ephemeral })
}

const chosenIn = (value: string | undefined): Choice | undefined => CHOICES.find((known) => known === value)

/** The measure that somebody chose: shown once more, since a wrong line in a list is chosen easily. */
export async function chooseMeasure(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const choice = chosenIn(interaction.isStringSelectMenu() ? interaction.values[0] : undefined)
  const texts = visit.desk.texts()
  const needed = choice === undefined ? 'queue.pause' : ACT_OF(choice)
  if ((await look(interaction, flagId, needed, visit)) === undefined) return
  if (choice === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
  const doIt = new ButtonBuilder()
    .setCustomId(customId('wachtrij', 'safe-do', flagId, choice))
    .setStyle(ButtonStyle.Danger)
    .setLabel(texts.t('queue.button.do-it'))
  const measure = texts.t(`queue.safe.${choice}.option`)
  await interaction.update({ content: texts.t('queue.safe.sure', { measure }), components: [row(doIt)] })
}

/** Whether Discord would let the bot: its right, and its role above that of the writer. */
function isAble(target: GuildMember, what: FlagAct): boolean {
  if (what.type !== 'measure') return true
  if (what.measure === 'pause') return target.moderatable
  return what.measure === 'kick' ? target.kickable : target.bannable
}

async function isPossible(
  interaction: ComponentInteraction,
  view: CardView,
  what: FlagAct,
): Promise<boolean> {
  if (what.type !== 'measure' || view.authorId === null || !interaction.inCachedGuild()) return true
  // Who left cannot be paused or put out, and can be banned: the effect finds that out.
  const target = await interaction.guild.members
    .fetch({ user: view.authorId, force: true })
    .catch(() => undefined)
  return target === undefined || isAble(target, what)
}

/** A person takes the measure. */
export async function makeSafe(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const choice = chosenIn(args[1])
  const texts = visit.desk.texts()
  const needed = choice === undefined ? 'queue.pause' : ACT_OF(choice)
  const view = await look(interaction, flagId, needed, visit)
  if (view === undefined) return
  if (choice === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
  const what = flagAct(choice)
  if (!(await isPossible(interaction, view, what))) {
    await interaction.update({ content: texts.t('queue.safe.cannot'), components: [] })
    return
  }
  const result = await act(visit, interaction, flagId, what)
  const waits = result.ok && result.flag.state === 'awaiting'
  const said = waits ? texts.t('queue.safe.proposed') : texts.t('queue.safe.done')
  const text = result.ok
    ? result.practised === true
      ? texts.t('drill.practised')
      : choice === 'self'
        ? texts.t('queue.decide.done', { outcome: texts.t('queue.outcome.made-safe.option') })
        : said
    : refusalText(result, visit)
  const content = [text, ...careAfter(result, interaction.user.id, visit)].join('\n')
  await interaction.update({ content, components: [], allowedMentions: { parse: [] } })
  if (!result.ok && result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
}
