import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import {
  ButtonStyle,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import { describeMoment } from '../../duty/describe.ts'
import { isOpen, nextOpening } from '../../duty/opening.ts'
import { keepUntil } from '../../privacy/terms.ts'
import { PROPOSAL_OF, type ReportReason } from '../../queue/report-reasons.ts'
import { minutesToWait } from '../../reports/limit.ts'
import { refOfReport, refOfStaffReport } from '../../reports/mine.ts'
import type { Readers } from '../../reports/readers.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { canFollowUp } from '../missing.ts'
import { outsideLine, reportingOff } from './readers-here.ts'

/** A report that was sent. */
export interface Sent {
  readonly subjectKey: string
  readonly channelId: string
  readonly messageId?: string
  readonly authorId?: string
  /** The text of the message, where the bot has it. */
  readonly messageWords?: string
  readonly reporterId: string
  readonly reason: ReportReason
  readonly words?: string | undefined
}

/** What the reporter hears: who looks, and when, if nobody is there now. */
function thanks({ desk }: Visit, texts: Texts): string {
  const { hours } = desk.policy.house
  const now = desk.now()
  if (isOpen(hours, now)) return texts.t('report.thanks')
  const next = nextOpening(hours, now)
  if (next === undefined) return texts.t('report.thanks-closed-no-next')
  return texts.t('report.thanks-closed', { next: describeMoment(next, texts.language, now, texts) })
}

function answer(content: string, texts: Texts, ref?: string): InteractionReplyOptions {
  if (ref === undefined) return { content, flags: MessageFlags.Ephemeral }
  const tell = new ButtonBuilder()
    .setCustomId(customId('mijn-meldingen', 'tell', ref))
    .setStyle(ButtonStyle.Secondary)
    .setLabel(texts.t('report.button.tell'))
  return {
    content: `${content} ${texts.t('report.thanks.follow')}`,
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(tell).toJSON()],
    flags: MessageFlags.Ephemeral,
  }
}

/** Not now, and why; gives back what was written, so that nobody types it twice. */
function notNow(why: string, texts: Texts, { words }: Sent): InteractionReplyOptions {
  const own = words === undefined ? [] : [texts.t('report.your-words'), `> ${words}`]
  return {
    content: [why, ...own].join('\n').slice(0, 2_000),
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  }
}

/** Too much at once: says when it can be sent. */
async function refuseForNow(
  { desk, house }: Visit,
  texts: Texts,
  sent: Sent,
): Promise<InteractionReplyOptions | undefined> {
  const minutes = await minutesToWait(desk.db, house.id, sent.reporterId, sent.reason, desk.now())
  return minutes === undefined ? undefined : notNow(texts.t('report.too-many', { minutes }), texts, sent)
}

async function toTeam(visit: Visit, texts: Texts, sent: Sent): Promise<InteractionReplyOptions> {
  const { desk, house } = visit
  const { reporterId, reason, words, messageWords } = sent
  const proposal = PROPOSAL_OF[reason]
  const raised = await desk.flags.raise({
    house: house.id,
    subjectKey: sent.subjectKey,
    channelId: sent.channelId,
    ...(sent.messageId === undefined ? {} : { messageId: sent.messageId }),
    ...(sent.authorId === undefined ? {} : { authorId: sent.authorId }),
    source: 'report',
    ...proposal,
    findings: [],
    ...(messageWords === undefined || messageWords === '' ? {} : { words: messageWords }),
    policyVersion: desk.screening.version,
    seenLate: false,
    keepUntil: keepUntil(desk.policy.house.retention, desk.now(), proposal.category),
    queueChannelId: house.queueChannelId,
    report: { reporterId, reason, ...(words === undefined ? {} : { words }) },
  })
  const report = await desk.db.report.findUnique({
    where: { flagId_reporterId: { flagId: raised.flagId, reporterId } },
    select: { id: true },
  })
  const said = raised.result === 'unchanged' ? texts.t('report.already') : thanks(visit, texts)
  return answer(said, texts, report === null ? undefined : refOfReport(report.id))
}

async function toContact(
  { desk, house }: Visit,
  texts: Texts,
  sent: Sent,
  contactId: string | undefined,
): Promise<InteractionReplyOptions> {
  const { subjectKey, channelId, messageId, authorId, messageWords, reporterId, reason, words } = sent
  const raised = await desk.matters.raise({
    house: house.id,
    subjectKey,
    channelId,
    ...(messageId === undefined ? {} : { messageId }),
    ...(authorId === undefined ? {} : { authorId }),
    ...(messageWords === undefined || messageWords === '' ? {} : { words: messageWords }),
    contactId,
    report: { reporterId, reason, ...(words === undefined ? {} : { words }) },
  })
  if (contactId === undefined)
    return answer(texts.t('report.nobody', { outside: outsideLine(desk, texts, authorId) }), texts)
  const { name } = desk.policy.house.contacts.integrity
  return answer(texts.t('report.thanks.contact', { name }), texts, refOfStaffReport(raised.reportId))
}

/**
 * Brings a report to who reads it, and says what the reporter hears. What is about the team has its own way, which
 * never comes near the queue.
 */
export async function sendReport(
  visit: Visit,
  readers: Readers,
  sent: Sent,
  texts: Texts = visit.desk.texts(),
): Promise<InteractionReplyOptions> {
  if (readers.by === 'nobody') return toContact(visit, texts, sent, undefined)
  // The form stood open while a channel or role of the house was taken away.
  if (!canFollowUp(visit.house)) return notNow(reportingOff(visit.desk, texts), texts, sent)
  const wait = await refuseForNow(visit, texts, sent)
  if (wait !== undefined) return wait
  return readers.by === 'contact'
    ? toContact(visit, texts, sent, readers.contactId)
    : toTeam(visit, texts, sent)
}
