import { openingOf } from '../duty/opening.ts'
import type { HouseId } from '../house/id.ts'
import type { Decision } from '../screening/finding.ts'
import type { Desk, House } from './desk.ts'
import { wantLineOnce } from './lines.ts'

/** A message of a member in a channel that is read, as the core needs it. */
export interface HeardMessage {
  readonly houseId: HouseId
  readonly channelId: string
  /** The name under which the policy knows the channel. */
  readonly channel: string
  readonly messageId: string
  readonly authorId: string
  readonly text: string
  readonly writtenAt: Date
}

type Flagged = Exclude<Decision, { kind: 'nothing' }>

/** Older than this, a message is only flagged: a reminder or an offer would come out of the blue (design decision 10). */
const FRESH_MS = 60 * 60_000
const DAY_MS = 86_400_000

/** Reads one message; undefined when there is nothing to do, which is nearly always and costs no wait. */
export function readMessage(desk: Desk, message: HeardMessage): Flagged | undefined {
  const decision = desk.screening.read({ text: message.text, channel: message.channel })
  return decision.kind === 'nothing' ? undefined : decision
}

/**
 * Brings a message with findings before a person: one flag, whatever happens and however often it is read.
 *
 * @param seenLate - true when it was found by catching up
 */
export async function raiseFlag(
  desk: Desk,
  house: House,
  message: HeardMessage,
  decision: Flagged,
  seenLate: boolean,
): Promise<void> {
  const now = desk.now()
  const { hours, targetMinutes, retention } = desk.policy.house
  const opening = now.getTime() - message.writtenAt.getTime() < FRESH_MS ? openingOf(hours, now) : undefined
  // A closed house never reacts to one message: it has nobody who could follow (design decision 4).
  const offers = opening !== undefined && decision.kind === 'worry' && decision.consequences.includes('offer')
  const raised = await desk.flags.raise({
    house: message.houseId,
    subjectKey: `message:${message.messageId}`,
    channelId: message.channelId,
    messageId: message.messageId,
    authorId: message.authorId,
    source: 'screening',
    kind: decision.kind,
    category: decision.category,
    level: decision.level,
    findings: decision.findings,
    words: message.text,
    policyVersion: desk.screening.version,
    seenLate,
    keepUntil: new Date(now.getTime() + retention.openFlagDays * DAY_MS),
    queueChannelId: house.queueChannelId,
    ...(offers ? { offer: { dueAt: new Date(now.getTime() + targetMinutes[decision.level] * 60_000) } } : {}),
  })
  const reminds =
    opening !== undefined && decision.kind === 'conduct' && decision.consequences.includes('remind')
  if (reminds && raised.result === 'raised') {
    await wantLineOnce(desk, desk.db, {
      house: message.houseId,
      channelId: message.channelId,
      says: 'channel.reminder',
      opening,
    })
    desk.outbox.announce()
  }
}
