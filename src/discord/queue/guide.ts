import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { ComponentType, MessageFlags, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import {
  answered as countAnswered,
  inLanguage,
  networkFor,
  type Section,
  sectionsFor,
  startersFor,
} from '../../deciding/guide.ts'
import type { Helpline } from '../../policy/schema.ts'
import type { CardView } from '../../queue/flags.ts'
import { waysOf } from '../../referral/ways.ts'
import type { Texts } from '../../texts/texts.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { act, look, refuse, whisper } from './look.ts'
import { row } from './parts.ts'

const WORDS_MAX = 1_000

const NOTHING: ReadonlyMap<string, string> = new Map()
const answersOf = async ({ desk, house }: Visit, flagId: string): Promise<ReadonlyMap<string, string>> =>
  (await desk.flags.written(house.id, flagId)).answers

/** What somebody wrote earlier is for whoever has the flag now; others read it behind *Toon*, which is written down. */
const isTheirs = (view: CardView, memberId: string): boolean =>
  view.state !== 'closed' && view.ownerId === memberId

/** The parts of the questions, each with how far it is. */
function sectionMenu(
  view: CardView,
  sections: readonly Section[],
  answers: ReadonlyMap<string, string>,
  texts: Texts,
) {
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId('wachtrij', 'section', view.flagId))
      .setPlaceholder(texts.t('decide.questions.placeholder'))
      .addOptions(
        sections.map(({ id, label, questions }) => ({
          value: id,
          label: inLanguage(label, texts.language),
          description: texts.t('decide.questions.progress.why', {
            done: countAnswered(questions, answers),
            all: questions.length,
          }),
        })),
      ),
  )
}

/** *Vragen die helpen*: nothing has to be answered, and it can be gone on with as long as the flag is theirs. */
export async function askQuestions(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.guide', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const sections = sectionsFor(visit.desk.policy.questions, view)
  if (sections.length === 0) return whisper(interaction, texts.t('decide.questions.none'))
  const theirs = isTheirs(view, interaction.user.id)
  const answers = theirs ? await answersOf(visit, view.flagId) : NOTHING
  await interaction.reply({
    content: texts.t('decide.questions.text'),
    components: [sectionMenu(view, sections, answers, texts)],
    flags: MessageFlags.Ephemeral,
  })
}

function questionForm(
  view: CardView,
  { id, label, note, questions }: Section,
  answers: ReadonlyMap<string, string>,
  texts: Texts,
): ModalBuilder {
  const form = new ModalBuilder()
    .setCustomId(customId('wachtrij', 'answered', view.flagId, id))
    .setTitle(inLanguage(label, texts.language))
  if (note !== undefined) {
    form.addTextDisplayComponents({
      type: ComponentType.TextDisplay,
      content: inLanguage(note, texts.language),
    })
  }
  return form.addLabelComponents(
    questions.map((question) => {
      const words = new TextInputBuilder()
        .setCustomId(question.id)
        .setStyle(TextInputStyle.Paragraph)
        .setMaxLength(WORDS_MAX)
        .setRequired(false)
      const before = answers.get(question.id)
      if (before !== undefined) words.setValue(before.slice(0, WORDS_MAX))
      const labelled = new LabelBuilder()
        .setLabel(inLanguage(question.ask, texts.language))
        .setTextInputComponent(words)
      if (question.hint !== undefined) labelled.setDescription(inLanguage(question.hint, texts.language))
      return labelled
    }),
  )
}

/** A part that somebody chose, filled in as far as it was. */
export async function chooseSection(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.guide', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const section = sectionsFor(visit.desk.policy.questions, view).find(({ id }) => id === chosen)
  if (section === undefined) return whisper(interaction, texts.t('decide.questions.none'))
  const theirs = isTheirs(view, interaction.user.id)
  const answers = theirs ? await answersOf(visit, view.flagId) : NOTHING
  await interaction.showModal(questionForm(view, section, answers, texts))
}

/** The answers came back. Answering what nobody has takes it; an answer that was emptied is gone. */
export async function answered(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const [flagId = '', sectionId] = args
  const view = await look(interaction, flagId, 'queue.guide', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const sections = sectionsFor(visit.desk.policy.questions, view)
  const section = sections.find(({ id }) => id === sectionId)
  if (section === undefined) return whisper(interaction, texts.t('decide.questions.none'))
  const given = section.questions.flatMap(({ id }) => {
    // The policy may have got a question more since the form was shown.
    const field = interaction.fields.fields.get(id)
    return field?.type === ComponentType.TextInput ? [{ questionId: id, words: field.value }] : []
  })
  const result = await act(visit, interaction, flagId, { type: 'answer', answers: given })
  if (!result.ok) return refuse(interaction, flagId, result, visit)
  const answers = await answersOf(visit, flagId)
  const all = sections.flatMap(({ questions }) => questions)
  const drawn = {
    content: texts.t('decide.questions.saved', { done: countAnswered(all, answers), all: all.length }),
    components: [sectionMenu(view, sections, answers, texts)],
  }
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral)) {
    await interaction.update(drawn)
    return
  }
  await interaction.reply({ ...drawn, flags: MessageFlags.Ephemeral })
}

/** *Hoe begin je?*: sentences to begin a talk with. */
export async function starters(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.guide', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const sentences = startersFor(visit.desk.policy.questions, view.category, texts.language)
  await whisper(
    interaction,
    sentences.length === 0
      ? texts.t('decide.starters.none')
      : [texts.t('decide.starters.text'), ...sentences.map((sentence) => `- "${sentence}"`)]
          .join('\n')
          .slice(0, 2_000),
  )
}

/** A line that a worker can call: what is open now is only said where the hours are known and fresh (domain §1.4). */
function helplineText(helpline: Helpline, at: Date, texts: Texts): string {
  const phone = waysOf(helpline, at).find(({ by }) => by === 'phone')
  const number = helpline.phone?.number
  const site = helpline.chat?.url ?? helpline.web
  const when =
    phone === undefined
      ? 'unknown'
      : phone.always
        ? 'always'
        : phone.now === 'unknown'
          ? 'unknown'
          : phone.now
  return [
    `**${helpline.name}**`,
    ...(number === undefined || number === helpline.name ? [] : [number]),
    texts.t(`decide.call.${when}`),
    ...(site === undefined ? [] : [`<${site}>`]),
  ].join(' · ')
}

/** *Wie kan je bellen?*: help lines for this category, and those of the house. A person calls; the bot never does. */
export async function call(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const view = await look(interaction, args[0] ?? '', 'queue.guide', visit)
  if (view === undefined) return
  const { desk } = visit
  const { questions, helplines, house } = desk.policy
  const texts = desk.texts()
  const now = desk.now()
  const lines = (questions.call[view.category] ?? []).flatMap((id) => {
    const helpline = helplines.find((one) => one.id === id)
    return helpline === undefined ? [] : [`- ${helplineText(helpline, now, texts)}`]
  })
  const own = [
    ...networkFor(house, view.category).map(({ name, contact }) => `- ${name}: ${contact}`),
    `- ${house.contacts.integrity.name}: ${house.contacts.integrity.contact}`,
  ]
  await whisper(
    interaction,
    [
      texts.t('decide.call.text'),
      texts.t('decide.call.danger'),
      ...lines,
      texts.t('decide.call.house'),
      ...own,
    ]
      .join('\n')
      .slice(0, 2_000),
  )
}
