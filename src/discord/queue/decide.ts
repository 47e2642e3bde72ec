import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
} from '@discordjs/builders'
import {
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { type Act, may } from '../../permissions/table.ts'
import type { CardView, FlagResult } from '../../queue/flags.ts'
import { isEvidence, OUTCOMES, type Outcome } from '../../queue/outcomes.ts'
import { REASONS, REASONS_FOR } from '../../queue/reasons.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { rolesOf } from '../staff.ts'
import { act, look, memberOf, refusalText, versionIn, whisper } from './look.ts'
import { measureMenu } from './make-safe.ts'

const WORDS_MAX = 1_000

/** What of the table each outcome asks for. */
const ACT_OF: Readonly<Record<Outcome, Act>> = {
  'no-problem': 'queue.decide',
  talked: 'queue.decide',
  reminded: 'queue.decide',
  removed: 'queue.remove',
  'put-back': 'queue.put-back',
  referred: 'queue.decide',
  'made-safe': 'queue.pause',
  'passed-on': 'queue.pass-on',
}

const row = (...parts: MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

/** *Beslis*: the outcomes that are possible for this flag and this person, and only those. */
export async function askOutcome(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.decide', visit)
  if (view === undefined) return
  const member = memberOf(interaction, visit)
  const roles = member === undefined ? [] : rolesOf(member, visit.house)
  const outcomes = view.acts.decide.filter((outcome) => may(roles, ACT_OF[outcome], view))
  const texts = visit.desk.texts()
  if (outcomes.length === 0) return whisper(interaction, texts.t('queue.refusal.closed'))
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'outcome', flagId, String(view.version)))
    .setPlaceholder(texts.t('queue.decide.placeholder'))
    .addOptions(
      outcomes.map((outcome) => ({
        value: outcome,
        label: texts.t(`queue.outcome.${outcome}.option`),
        description: texts.t(`queue.outcome.${outcome}.why`),
      })),
    )
  await interaction.reply({
    content: texts.t('queue.decide.text'),
    components: [row(menu)],
    flags: MessageFlags.Ephemeral,
  })
}

/** The outcome that somebody chose: then why, or first the one sentence that must come before removing evidence. */
export async function chooseOutcome(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const outcome = OUTCOMES.find((known) => known === chosen)
  const texts = visit.desk.texts()
  if (outcome === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
  const view = await look(interaction, flagId, ACT_OF[outcome], visit)
  if (view === undefined) return
  const version = args[1] ?? String(view.version)
  if (outcome === 'made-safe') {
    await interaction.update(measureMenu(view, visit))
    return
  }
  if (outcome === 'removed' && isEvidence(view.category)) {
    const anyway = new ButtonBuilder()
      .setCustomId(customId('wachtrij', 'remove-anyway', flagId, version))
      .setStyle(ButtonStyle.Danger)
      .setLabel(texts.t('queue.button.remove-anyway'))
    await interaction.update({ content: texts.t('queue.evidence'), components: [row(anyway)] })
    return
  }
  await interaction.showModal(form(view, outcome, version, false, visit))
}

/** The second press: it was reported to Discord, or somebody decides that it must go all the same. */
export async function removeAnyway(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.remove', visit)
  if (view === undefined) return
  await interaction.showModal(form(view, 'removed', args[1] ?? String(view.version), true, visit))
}

/** Why, from a short list, and words that nobody has to write. */
function form(
  view: CardView,
  outcome: Outcome,
  version: string,
  evidenceKept: boolean,
  { desk }: Visit,
): ModalBuilder {
  const texts = desk.texts()
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .setPlaceholder(texts.t('queue.form.reason.placeholder'))
    .setRequired(true)
    .addOptions(
      REASONS_FOR[outcome].map((value) => ({ value, label: texts.t(`queue.reason.${value}.option`) })),
    )
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('queue.form.words.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
  return new ModalBuilder()
    .setCustomId(
      customId('wachtrij', 'decided', view.flagId, outcome, version, evidenceKept ? 'kept' : 'plain'),
    )
    .setTitle(texts.t('queue.form.title'))
    .addLabelComponents(
      new LabelBuilder().setLabel(texts.t('queue.form.reason.label')).setStringSelectMenuComponent(reason),
      new LabelBuilder().setLabel(texts.t('queue.form.words.label')).setTextInputComponent(words),
    )
}

/** The form came back: the decision. */
export async function decided(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [flagId = '', named, version, kept] = args
  const texts = visit.desk.texts()
  const outcome = OUTCOMES.find((known) => known === named)
  if (outcome === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
  if ((await look(interaction, flagId, ACT_OF[outcome], visit)) === undefined) return
  const chosen = interaction.fields.getStringSelectValues('reason')[0]
  const reason = REASONS.find((known) => known === chosen) ?? 'other'
  const words = interaction.fields.getTextInputValue('words').trim()
  const result = await act(
    visit,
    interaction,
    flagId,
    {
      type: 'decide',
      outcome,
      reason,
      ...(words === '' ? {} : { words }),
      evidenceKept: kept === 'kept',
    },
    versionIn(version),
  )
  await answer(interaction, decisionText(result, outcome, visit))
  if (!result.ok && result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
}

function decisionText(result: FlagResult, outcome: Outcome, visit: Visit): string {
  const texts = visit.desk.texts()
  if (!result.ok) return refusalText(result, visit)
  const done = texts.t('queue.decide.done', { outcome: texts.t(`queue.outcome.${outcome}.option`) })
  return result.flag.state === 'awaiting' ? `${done} ${texts.t('queue.state.awaiting-second')}` : done
}

/** In place of the question, where the form came from one. */
async function answer(interaction: ModalSubmitInteraction, content: string): Promise<void> {
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral)) {
    await interaction.update({ content, components: [], allowedMentions: { parse: [] } })
    return
  }
  await whisper(interaction, content)
}
