import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import type { Command, Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { placeOf } from '../src/discord/place.ts'
import { describeMoment } from '../src/duty/describe.ts'
import { isOpen, nextOpening } from '../src/duty/opening.ts'
import { PROPOSAL_OF, REPORT_REASONS, type ReportReason } from '../src/queue/report-reasons.ts'
import type { TextKey, Texts } from '../src/texts/texts.ts'

const DAY_MS = 86_400_000
const WORDS_MAX = 1_000

/** Why this message cannot be reported here, or undefined. */
function refusalOf(
  interaction: MessageContextMenuCommandInteraction<'cached'>,
  { desk }: Visit,
): TextKey | undefined {
  const { author } = interaction.targetMessage
  if (author.bot) return 'report.cannot.bot'
  if (author.id === interaction.user.id) return 'report.cannot.own'
  const place = interaction.channel === null ? undefined : placeOf(interaction.channel, desk.policy)
  return place?.read === false && place.why === 'staff' ? 'report.cannot.staff' : undefined
}

function formFor(draftId: string, texts: Texts): ModalBuilder {
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
  return new ModalBuilder()
    .setCustomId(customId('meld', 'submit', draftId))
    .setTitle(texts.t('report.title'))
    .addTextDisplayComponents({ type: ComponentType.TextDisplay, content: texts.t('report.who-reads') })
    .addLabelComponents(
      new LabelBuilder().setLabel(texts.t('report.reason.label')).setStringSelectMenuComponent(reason),
      new LabelBuilder().setLabel(texts.t('report.words.label')).setTextInputComponent(words),
    )
}

/** What the reporter hears: who looks, and when, if nobody is there now. */
function thanks({ desk }: Visit): string {
  const texts = desk.texts()
  const { hours } = desk.policy.house
  const now = desk.now()
  if (isOpen(hours, now)) return texts.t('report.thanks')
  const next = nextOpening(hours, now)
  if (next === undefined) return texts.t('report.thanks-closed-no-next')
  return texts.t('report.thanks-closed', { next: describeMoment(next, texts.language, now) })
}

async function open(
  interaction: MessageContextMenuCommandInteraction<'cached'>,
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const refusal = refusalOf(interaction, visit)
  if (refusal !== undefined) {
    await interaction.reply({ content: desk.texts().t(refusal), flags: MessageFlags.Ephemeral })
    return
  }
  const { targetMessage } = interaction
  // A form must be the first answer, within three seconds: the message is sealed meanwhile, not before.
  await Promise.all([
    interaction.showModal(formFor(interaction.id, desk.texts())),
    desk.drafts.keep(house.id, interaction.id, {
      channelId: interaction.channelId,
      messageId: targetMessage.id,
      authorId: targetMessage.author.id,
      reporterId: interaction.user.id,
      words: targetMessage.content,
    }),
  ])
}

async function submit(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = desk.texts()
  const draftId = args[0] ?? ''
  const reporterId = interaction.user.id
  const draft = await desk.drafts.take(house.id, draftId, reporterId)
  if (draft === undefined) {
    await interaction.reply({ content: texts.t('report.cannot.too-old'), flags: MessageFlags.Ephemeral })
    return
  }
  const chosen = interaction.fields.getStringSelectValues('reason')[0]
  const reason: ReportReason = REPORT_REASONS.find((known) => known === chosen) ?? 'other'
  const words = interaction.fields.getTextInputValue('words').trim()
  const now = desk.now()
  await desk.flags.raise({
    house: house.id,
    subjectKey: `message:${draft.messageId}`,
    channelId: draft.channelId,
    messageId: draft.messageId,
    authorId: draft.authorId,
    source: 'report',
    ...PROPOSAL_OF[reason],
    findings: [],
    ...(draft.words === undefined ? {} : { words: draft.words }),
    policyVersion: desk.screening.version,
    seenLate: false,
    keepUntil: new Date(now.getTime() + desk.policy.house.retention.openFlagDays * DAY_MS),
    queueChannelId: house.queueChannelId,
    report: { reporterId, reason, ...(words === '' ? {} : { words }) },
  })
  await interaction.reply({ content: thanks(visit), flags: MessageFlags.Ephemeral })
  await desk.drafts.drop(draftId)
}

/**
 * *Meld dit bericht*: right-click on a message → Apps. Works without the Message Content intent, because Discord hands
 * over the one message that somebody points at (domain §2.7).
 */
export const meldDitBericht: Command = {
  id: 'meld',
  act: 'report.make',
  payload: {
    name: 'Meld dit bericht',
    type: ApplicationCommandType.Message,
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    if (interaction.isMessageContextMenuCommand() && interaction.inCachedGuild())
      await open(interaction, visit)
  },
  forms: { submit },
}
