import { type InteractionReplyOptions, MessageFlags } from 'discord.js'
import { keepUntil } from '../../privacy/terms.ts'
import { PROPOSAL_OF, type ReportReason } from '../../queue/report-reasons.ts'
import { minutesToWait } from '../../reports/limit.ts'
import { refOfReport, refOfStaffReport } from '../../reports/mine.ts'
import type { Readers } from '../../reports/readers.ts'
import type { Visit } from '../command.ts'
import { takesIn } from '../duty/takes-in.ts'
import { type Heard, sayHeard } from './heard.ts'

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

/** Too much at once: after how many minutes it can be sent. */
const minutesLeft = ({ desk, house }: Visit, { reporterId, reason }: Sent): Promise<number | undefined> =>
  minutesToWait(desk.db, house.id, reporterId, reason, desk.now())

async function toTeam(visit: Visit, sent: Sent): Promise<Heard> {
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
  const ref = report === null ? undefined : refOfReport(report.id)
  return { what: raised.result === 'unchanged' ? 'already' : 'thanks', ref }
}

async function toContact({ desk, house }: Visit, sent: Sent, contactId: string | undefined): Promise<Heard> {
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
  if (contactId !== undefined) return { what: 'contact', ref: refOfStaffReport(raised.reportId) }
  const { discordId } = desk.policy.house.contacts.integrity
  return { what: 'nobody', aboutContact: authorId !== undefined && authorId === discordId }
}

/**
 * Brings a report to who reads it, and says what the reporter hears. What is about the team has its own way, which
 * never comes near the queue.
 */
export async function sendReport(
  visit: Visit,
  readers: Readers,
  sent: Sent,
): Promise<InteractionReplyOptions> {
  const heard = await bring(visit, readers, sent)
  const { language } = visit.desk.texts()
  return { ...sayHeard(heard, visit, language), flags: MessageFlags.Ephemeral }
}

async function bring(visit: Visit, readers: Readers, sent: Sent): Promise<Heard> {
  if (readers.by === 'nobody') return toContact(visit, sent, undefined)
  const { words } = sent
  // The form stood open while a channel or role of the house was taken away.
  if (!takesIn(visit)) return { what: 'off', words }
  const minutes = await minutesLeft(visit, sent)
  if (minutes !== undefined) return { what: 'many', minutes, words }
  return readers.by === 'contact' ? toContact(visit, sent, readers.contactId) : toTeam(visit, sent)
}
