import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { ButtonStyle, MessageFlags, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { contactName, contactsFor } from '../../deciding/contacts.ts'
import { describeTime, readMoment, writeMoment } from '../../deciding/when.ts'
import type { CardView } from '../../queue/flags.ts'
import { GROUNDS, GROUNDS_OF, type PassOn, TOLD_FIRST } from '../../queue/pass-on.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { careAfter } from './care.ts'
import { act, look, refusalText, versionIn, whisper } from './look.ts'
import { button, row } from './parts.ts'
import { pressed } from './press.ts'

const WORDS_MAX = 1_500

function select(
  field: 'contact' | 'ground' | 'told',
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: string | undefined,
  texts: Texts,
): LabelBuilder {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(field)
    .setPlaceholder(texts.t(`pass-on.${field}.placeholder`))
    .setRequired(true)
    .addOptions(options.map((option) => ({ ...option, default: option.value === chosen })))
  return new LabelBuilder().setLabel(texts.t(`pass-on.${field}.label`)).setStringSelectMenuComponent(menu)
}

/**
 * To whom, when, on what ground, whether the young person was told first, and what was passed on: one form.
 *
 * @param before - what is written down already, to go on from
 */
export function passOnForm(
  view: CardView,
  action: 'passed' | 'filled',
  version: string,
  before: PassOn | undefined,
  { desk }: Visit,
): ModalBuilder {
  const { policy } = desk
  const texts = desk.texts()
  const when = new TextInputBuilder()
    .setCustomId('at')
    .setStyle(TextInputStyle.Short)
    .setPlaceholder(texts.t('pass-on.at.placeholder'))
    .setValue(writeMoment(before?.at ?? desk.now()))
    .setMaxLength(20)
    .setRequired(false)
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('pass-on.words.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
  if (before?.words !== undefined) words.setValue(before.words.slice(0, WORDS_MAX))
  return new ModalBuilder()
    .setCustomId(customId('wachtrij', action, view.flagId, version))
    .setTitle(texts.t('pass-on.title'))
    .addLabelComponents(
      select(
        'contact',
        contactsFor(policy, view.category, texts).map(({ id, name }) => ({ value: id, label: name })),
        before?.contact,
        texts,
      ),
      new LabelBuilder().setLabel(texts.t('pass-on.at.label')).setTextInputComponent(when),
      select(
        'ground',
        GROUNDS_OF[policy.house.organisation.kind].map((ground) => ({
          value: ground,
          label: texts.t(`pass-on.ground.${ground}.option`),
        })),
        before?.ground,
        texts,
      ),
      select(
        'told',
        TOLD_FIRST.map((told) => ({ value: told, label: texts.t(`pass-on.told.${told}.option`) })),
        before?.toldFirst,
        texts,
      ),
      new LabelBuilder().setLabel(texts.t('pass-on.words.label')).setTextInputComponent(words),
    )
}

/** Reads the form. Escalating never waits: a time that nobody understands is "now", and that is said. */
function readForm(
  interaction: ModalSubmitInteraction,
  view: CardView,
  { desk }: Visit,
): { readonly passedOn: PassOn; readonly unclear: boolean } {
  const chosen = (field: string): string | undefined => interaction.fields.getStringSelectValues(field)[0]
  const typed = interaction.fields.getTextInputValue('at')
  const now = desk.now()
  const at = typed.trim() === '' ? now : readMoment(typed, now)
  const contacts = contactsFor(desk.policy, view.category, desk.texts())
  const words = interaction.fields.getTextInputValue('words').trim()
  return {
    passedOn: {
      contact: contacts.find(({ id }) => id === chosen('contact'))?.id ?? 'other',
      at: at ?? now,
      ground: GROUNDS.find((ground) => ground === chosen('ground')),
      toldFirst: TOLD_FIRST.find((told) => told === chosen('told')),
      words: words === '' ? undefined : words,
    },
    unclear: at === undefined,
  }
}

const nextButtons = (flagId: string, texts: Texts) => [
  row(
    button(texts.t('queue.button.fill'), ButtonStyle.Secondary, 'fill', flagId),
    button(texts.t('queue.button.print'), ButtonStyle.Secondary, 'print', flagId),
  ),
]

function doneText(passedOn: PassOn, unclear: boolean, { desk }: Visit): string[] {
  const texts = desk.texts()
  return [
    texts.t('pass-on.done', {
      contact: contactName(passedOn.contact, desk.policy, texts),
      time: describeTime(passedOn.at, texts.language),
    }),
    ...(unclear ? [texts.t('pass-on.time-unclear')] : []),
    texts.t('pass-on.say'),
  ]
}

async function answer(
  interaction: ModalSubmitInteraction,
  lines: readonly string[],
  components: ReturnType<typeof nextButtons>,
): Promise<void> {
  const drawn = { content: lines.join('\n\n').slice(0, 2_000), components, allowedMentions: { parse: [] } }
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral)) {
    await interaction.update(drawn)
    return
  }
  await interaction.reply({ ...drawn, flags: MessageFlags.Ephemeral })
}

/** The form of *doorgegeven* came back: that is the decision, with everything that was written down about it. */
export async function passed(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [flagId = '', version] = args
  const view = await look(interaction, flagId, 'queue.pass-on', visit)
  if (view === undefined) return
  const { passedOn, unclear } = readForm(interaction, view, visit)
  const texts = visit.desk.texts()
  const what = { type: 'decide', outcome: 'passed-on', reason: reasonOf(passedOn), passedOn } as const
  const result = await act(visit, interaction, flagId, what, versionIn(version))
  if (!result.ok) {
    await answer(interaction, [refusalText(result, visit)], [])
    if (result.flag !== undefined) await visit.desk.flags.redraw(visit.house.id, flagId)
    return
  }
  const care = careAfter(result, interaction.user.id, visit)
  await answer(
    interaction,
    [...doneText(passedOn, unclear, visit), ...(care.length === 0 ? [] : [care.join('\n')])],
    nextButtons(flagId, texts),
  )
}

const reasonOf = ({ ground }: PassOn) =>
  ground === 'danger' || ground === 'may-speak' ? 'danger' : ground === 'official' ? 'unlawful' : 'help'

const press = pressed('queue.pass-on', (visit) => ({
  type: 'decide',
  outcome: 'passed-on',
  reason: 'danger',
  passedOn: { contact: '112', at: visit.desk.now(), ground: 'danger' },
}))

/** *112 gebeld*: one press, with the time of it. What there is to write comes afterwards. */
export async function called(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const result = await press(interaction, args, visit)
  if (result?.ok !== true) return
  const texts = visit.desk.texts()
  const at = result.flag.closedAt ?? visit.desk.now()
  await interaction.followUp({
    content: [
      texts.t('pass-on.called', { time: describeTime(at, texts.language) }),
      ...careAfter(result, interaction.user.id, visit),
    ].join('\n'),
    components: nextButtons(args[0] ?? '', texts),
    flags: MessageFlags.Ephemeral,
  })
}

/** *Vul aan*: the form with what is there already. */
export async function fill(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.pass-on', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  if (view.outcome !== 'passed-on') {
    return whisper(interaction, texts.t('queue.refusal.outcome-not-allowed'))
  }
  if (view.decidedById !== interaction.user.id) {
    return whisper(interaction, texts.t('queue.refusal.not-decider'))
  }
  const written = await visit.desk.flags.written(visit.house.id, flagId)
  await interaction.showModal(
    passOnForm(view, 'filled', String(view.version), written.passedOn.at(-1), visit),
  )
}

/** It came back. */
export async function filled(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.pass-on', visit)
  if (view === undefined) return
  const { passedOn, unclear } = readForm(interaction, view, visit)
  const result = await act(visit, interaction, flagId, { type: 'record', passedOn })
  const lines = result.ok ? doneText(passedOn, unclear, visit) : [refusalText(result, visit)]
  await answer(interaction, lines, result.ok ? nextButtons(flagId, visit.desk.texts()) : [])
}
