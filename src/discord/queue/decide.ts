import {
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
} from '@discordjs/builders'
import { ButtonStyle, MessageFlags, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { type Act, may } from '../../permissions/table.ts'
import type { CardView, FlagResult } from '../../queue/flags.ts'
import { canBeToldTo, isEvidence, OUTCOMES, type Outcome } from '../../queue/outcomes.ts'
import { REASONS, REASONS_FOR } from '../../queue/reasons.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { rolesOf } from '../staff.ts'
import { act, look, memberOf, refusalText, versionIn, whisper } from './look.ts'
import { careAfter } from './care.ts'
import { measureMenu } from './make-safe.ts'
import { button, row } from './parts.ts'
import { passOnForm } from './pass-on.ts'

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
  const version = String(view.version)
  // From yellow up talking comes first, also in the list (seed:458-464, 825); green is a matter of rules.
  const light = view.level === 'groen'
  const order = light
    ? outcomes
    : outcomes.toSorted((a, b) => Number(b === 'talked') - Number(a === 'talked'))
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'outcome', flagId, version))
    .setPlaceholder(texts.t('queue.decide.placeholder'))
    .addOptions(
      order.map((outcome) => ({
        value: outcome,
        label: texts.t(`queue.outcome.${outcome}.option`),
        description: texts.t(`queue.outcome.${outcome}.why`),
      })),
    )
  await interaction.reply({
    content: light
      ? texts.t('queue.decide.text')
      : `${texts.t('queue.decide.text')} ${texts.t('queue.decide.talk-first')}`,
    components: light
      ? [row(menu)]
      : [row(...guideButtons(flagId, version, outcomes.includes('talked'), texts)), row(menu)],
    flags: MessageFlags.Ephemeral,
  })
}

/** What helps to decide, for whoever wants it; talking is one press away. */
const guideButtons = (flagId: string, version: string, canTalk: boolean, texts: Texts) => [
  ...(canTalk
    ? [button(texts.t('queue.button.talked'), ButtonStyle.Success, 'talk-first', flagId, version)]
    : []),
  button(texts.t('queue.button.questions'), ButtonStyle.Secondary, 'questions', flagId),
  button(texts.t('queue.button.starters'), ButtonStyle.Secondary, 'starters', flagId),
  button(texts.t('queue.button.call'), ButtonStyle.Secondary, 'call', flagId),
]

/** *Gepraat*: why, and that is it. */
export async function talkFirst(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.decide', visit)
  if (view === undefined) return
  await interaction.showModal(form(view, 'talked', args[1] ?? String(view.version), false, visit))
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
  const needed = outcome === undefined ? 'queue.decide' : ACT_OF[outcome]
  const view = await look(interaction, flagId, needed, visit)
  if (view === undefined) return
  if (outcome === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
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
  if (outcome === 'passed-on') {
    await interaction.showModal(passOnForm(view, 'passed', version, undefined, visit))
    return
  }
  if (view.level === 'groen') return closeAtOnce(interaction, view, outcome, version, visit)
  await interaction.showModal(form(view, outcome, version, false, visit))
}

/** Green is one click: no form, no reason, no questions. */
async function closeAtOnce(
  interaction: ComponentInteraction,
  { flagId }: CardView,
  outcome: Outcome,
  version: string,
  visit: Visit,
): Promise<void> {
  const what = { type: 'decide', outcome } as const
  const result = await act(visit, interaction, flagId, what, versionIn(version))
  await interaction.update({
    content: decisionText(result, outcome, visit),
    components: nextRows(result, flagId, visit),
    allowedMentions: { parse: [] },
  })
  if (!result.ok && result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
}

/**
 * What comes next: after a decision against a message telling its writer, which is also where a talk begins; after
 * "referred" sending its writer a line.
 */
export function nextRows(result: FlagResult, flagId: string, { desk }: Visit) {
  if (result.ok && result.flag.outcome === 'referred' && result.flag.authorId !== null && !result.flag.drill)
    return [row(button(desk.texts().t('refer.button.send'), ButtonStyle.Primary, 'send-line', flagId))]
  if (!result.ok || !canBeToldTo(result.flag) || result.flag.authorId === null) return []
  return [row(button(desk.texts().t('queue.button.tell'), ButtonStyle.Primary, 'tell', flagId))]
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
  const needed = outcome === undefined ? 'queue.decide' : ACT_OF[outcome]
  if ((await look(interaction, flagId, needed, visit)) === undefined) return
  if (outcome === undefined) return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
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
  const care = careAfter(result, interaction.user.id, visit)
  const content = [decisionText(result, outcome, visit), ...care].join('\n')
  await answer(interaction, content, nextRows(result, flagId, visit))
  if (!result.ok && result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
}

function decisionText(result: FlagResult, outcome: Outcome, visit: Visit): string {
  const texts = visit.desk.texts()
  if (!result.ok) return refusalText(result, visit)
  if (result.practised === true) return texts.t('drill.practised')
  const done = texts.t('queue.decide.done', { outcome: texts.t(`queue.outcome.${outcome}.option`) })
  return result.flag.state === 'awaiting' ? `${done} ${texts.t('queue.state.awaiting-second')}` : done
}

/** In place of the question, where the form came from one. */
async function answer(
  interaction: ModalSubmitInteraction,
  content: string,
  components: ReturnType<typeof nextRows>,
): Promise<void> {
  const drawn = { content, components, allowedMentions: { parse: [] } }
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral)) {
    await interaction.update(drawn)
    return
  }
  await interaction.reply({ ...drawn, flags: MessageFlags.Ephemeral })
}
