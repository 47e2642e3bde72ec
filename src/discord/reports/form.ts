import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js'
import { REPORT_REASONS, type ReportReason } from '../../queue/report-reasons.ts'
import type { OpeningHours } from '../../policy/schema.ts'
import type { Readers } from '../../reports/readers.ts'
import type { TextKey, Texts } from '../../texts/texts.ts'
import type { Desk } from '../desk.ts'
import { outsideOf, presenceLine } from './readers-here.ts'

const WORDS_MAX = 1_000

/** Who will read it, in sentences, before anything is typed. */
function readLines(readers: Readers, desk: Desk, texts: Texts, aboutId: string | undefined): string[] {
  if (readers.by !== 'contact') return [texts.t('report.who-reads')]
  const { name } = desk.policy.house.contacts.integrity
  const outside = readers.outside ? outsideOf(desk, aboutId) : undefined
  return [
    texts.t('report.reads.contact', { name }),
    ...(outside === undefined ? [] : [texts.t('report.outside', outside)]),
  ]
}

/** What choosing "somebody of the team" means here. */
export function choiceLines(ifTeam: Readers, desk: Desk, texts: Texts): string[] {
  const { integrity, outside } = desk.policy.house.contacts
  if (ifTeam.by !== 'contact') return [texts.t('report.reads.choice-nobody')]
  return [
    texts.t('report.reads.choice', { name: integrity.name }),
    ...(outside === undefined
      ? []
      : [texts.t('report.reads.outside', { contactName: integrity.name, ...outside })]),
  ]
}

interface Form {
  readonly id: string
  readonly title: TextKey
  readonly readers: Readers
  /** When somebody is there, as the house is open now. */
  readonly hours: OpeningHours
  readonly aboutId?: string
  /** It is about something in a private talk: nothing of that is ever copied, so no words are asked for. */
  readonly inTalk?: boolean
  /** What choosing "somebody of the team" means; asked only where the bot cannot know. */
  readonly ifTeam?: Readers
}

/** The form of a report: who is there and who reads it first, then a reason from a list; words may stay away. */
export function reportForm(form: Form, desk: Desk, texts: Texts = desk.texts()): ModalBuilder {
  const { id, title, readers, hours, aboutId, ifTeam, inTalk = false } = form
  const reason = new StringSelectMenuBuilder()
    .setCustomId('reason')
    .setPlaceholder(texts.t('report.reason.placeholder'))
    .setRequired(true)
    .addOptions(REPORT_REASONS.map((value) => ({ value, label: texts.t(`report.reason.${value}.option`) })))
  const words = new TextInputBuilder()
    .setCustomId('words')
    .setStyle(TextInputStyle.Paragraph)
    .setPlaceholder(texts.t('report.words.placeholder'))
    .setMaxLength(WORDS_MAX)
    .setRequired(false)
  const about = new StringSelectMenuBuilder()
    .setCustomId('about')
    .setRequired(true)
    .addOptions(
      (['member', 'team'] as const).map((value) => ({
        value,
        label: texts.t(`report.about.${value}.option`),
        default: value === 'member',
      })),
    )
  const told = [
    presenceLine(hours, desk.now(), texts),
    ...readLines(readers, desk, texts, aboutId),
    ...(ifTeam === undefined ? [] : choiceLines(ifTeam, desk, texts)),
    ...(inTalk ? [texts.t('report.in-talk')] : []),
  ]
  const label = (key: TextKey) => new LabelBuilder().setLabel(texts.t(key))
  return new ModalBuilder()
    .setCustomId(id)
    .setTitle(texts.t(title))
    .addTextDisplayComponents({ type: ComponentType.TextDisplay, content: told.join('\n') })
    .addLabelComponents(
      ...(ifTeam === undefined ? [] : [label('report.about.label').setStringSelectMenuComponent(about)]),
      label('report.reason.label').setStringSelectMenuComponent(reason),
      ...(inTalk ? [] : [label('report.words.label').setTextInputComponent(words)]),
    )
}

/** What somebody filled in; what Discord hands back is checked like any input. */
export function filledIn({ fields }: ModalSubmitInteraction): {
  readonly reason: ReportReason
  readonly words: string | undefined
  readonly team: boolean
} {
  const chosen = fields.getStringSelectValues('reason')[0]
  // Not there in a form about a private talk.
  const words = fields.fields.has('words') ? fields.getTextInputValue('words').trim() : ''
  const about = fields.fields.has('about') ? fields.getStringSelectValues('about')[0] : undefined
  return {
    reason: REPORT_REASONS.find((known) => known === chosen) ?? 'other',
    words: words === '' ? undefined : words,
    team: about === 'team',
  }
}
