import { openingOf } from '../duty/opening.ts'
import { proposedLevel } from '../duty/proposed-level.ts'
import { mayHold, type Unholdable } from '../holding/may-hold.ts'
import type { HouseId } from '../house/id.ts'
import { keepUntil as keptUntil } from '../privacy/terms.ts'
import { cleanWords } from '../queue/words.ts'
import type { AttachmentKind } from '../screening/attachments.ts'
import type { Decision } from '../screening/finding.ts'
import { type Category, LEVELS } from '../screening/kinds.ts'
import type { Desk, House } from './desk.ts'
import { isOver } from './duty/takes-in.ts'
import { wantLineOnce } from './lines.ts'

/** A message of a member in a channel that is read, as the core needs it. */
export interface HeardMessage {
  readonly houseId: HouseId
  readonly channelId: string
  /** The name under which the policy knows the channel. */
  readonly channel: string
  readonly messageId: string
  readonly authorId: string
  /** What the member wrote; empty for a message of attachments alone. */
  readonly text: string
  readonly attachments: readonly AttachmentKind[]
  /** The roles of the writer, where they are known. */
  readonly roleIds?: readonly string[]
  /** Hours between joining the house and writing this, where Discord says it. */
  readonly hoursHere?: number
  readonly writtenAt: Date
  /** Why this message can never be held, if so. Looks at permissions, so only asked when it matters. */
  readonly whyNeverHeld: () => Unholdable | undefined
}

type Flagged = Exclude<Decision, { kind: 'nothing' }>
type Opening = NonNullable<ReturnType<typeof openingOf>>

/** Older than this, a message is only flagged: anything else would come out of the blue (design decision 10). */
const FRESH_MS = 60 * 60_000

/** Reads one message; undefined when there is nothing to do, which is nearly always and costs no wait. */
export function readMessage(
  desk: Pick<Desk, 'screening'>,
  house: Pick<House, 'staffRoleIds'>,
  message: HeardMessage,
): Flagged | undefined {
  const { text, channel, attachments, roleIds, hoursHere } = message
  const byStaff = roleIds?.some((id) => house.staffRoleIds.includes(id))
  const decision = desk.screening.read({
    text,
    channel,
    attachments,
    ...(byStaff === undefined ? {} : { byStaff }),
    ...(hoursHere === undefined ? {} : { hoursHere }),
  })
  return decision.kind === 'nothing' ? undefined : decision
}

/**
 * Lets the rules on trial look at a message. What they find is counted and goes nowhere else: this gives nothing back,
 * so nothing can be done with it.
 */
export function tryOut(desk: Pick<Desk, 'screening' | 'trials'>, message: HeardMessage): void {
  const { houseId: house, channelId, messageId, writtenAt, text, channel } = message
  const found = desk.screening.tryOut({ text, channel })
  desk.trials.heard({ house, channelId, messageId, writtenAt }, [
    ...new Set(found.map(({ ruleId }) => ruleId)),
  ])
}

/** The opening that a message falls in, while it is fresh enough for more than a flag. */
export function openingFor(
  desk: Pick<Desk, 'duty' | 'now'>,
  house: HouseId,
  writtenAt: Date,
): Opening | undefined {
  const now = desk.now()
  const fresh = now.getTime() - writtenAt.getTime() < FRESH_MS
  return fresh ? openingOf(desk.duty.hours.of(house), now) : undefined
}

/**
 * When the general line is said if nobody took the flag by then. A closed house never reacts to one message: it has
 * nobody who could follow (design decision 4).
 */
export function offerFor(
  desk: Pick<Desk, 'policy' | 'now'>,
  decision: Pick<Flagged, 'kind' | 'level'> & { readonly consequences: readonly string[] },
  opening: Opening | undefined,
): { readonly offer?: { readonly dueAt: Date } } {
  if (opening === undefined || decision.kind !== 'worry' || !decision.consequences.includes('offer'))
    return {}
  const minutes = desk.policy.house.targetMinutes[decision.level]
  return { offer: { dueAt: new Date(desk.now().getTime() + minutes * 60_000) } }
}

/** When the words of a flag that is raised now are forgotten at the latest. */
export const keepUntil = (desk: Pick<Desk, 'policy' | 'now'>, category: Category): Date =>
  keptUntil(desk.policy.house.retention, desk.now(), category)

/**
 * Brings a message with findings before a person: one flag, whatever happens and however often it is read; and holds it
 * or asks for the general reminder where its rule says so. Flag, sealed words and the wish to hold are one transaction:
 * nothing is taken out of a channel that is not stored.
 *
 * @param desk - that with which it was read: the version that found something is the one that says what follows
 * @param seenLate - true when it was found by catching up; then it is only flagged
 */
export async function raiseFlag(
  desk: Desk,
  house: House,
  message: HeardMessage,
  decision: Flagged,
  seenLate: boolean,
): Promise<void> {
  if (isOver(desk, house)) return
  const { houseId, channelId, messageId, authorId } = message
  const text = cleanWords(message.text)
  if (
    decision.kind !== 'worry' &&
    (await desk.holding.isGivenBack({ house: houseId, channelId, messageId, authorId, text }))
  )
    return
  const opening = seenLate ? undefined : openingFor(desk, houseId, message.writtenAt)
  // In its hours, and somebody is there who can look.
  const open = opening !== undefined && (await desk.duty.isOpen(houseId))
  const fresh = desk.now().getTime() - message.writtenAt.getTime() < FRESH_MS
  const holds =
    fresh &&
    !seenLate &&
    mayHold({
      decision,
      whyNever: message.whyNeverHeld,
      open,
      when: desk.policy.house.hold.when,
    })
  const level = proposedLevel(decision.level, open, desk.policy.house)
  const rank = LEVELS.indexOf(level)
  const raised = await desk.flags.raise({
    house: houseId,
    subjectKey: `message:${messageId}`,
    channelId,
    messageId,
    authorId,
    source: 'screening',
    kind: decision.kind,
    category: decision.category,
    level,
    findings: decision.findings,
    ...(text === '' ? {} : { words: text }),
    policyVersion: desk.screening.version,
    seenLate,
    keepUntil: keepUntil(desk, decision.category),
    queueChannelId: house.queueChannelId,
    ...offerFor(desk, { ...decision, level }, opening),
    ...(holds
      ? {
          alongside: (tx, flagId) =>
            desk.holding.hold(tx, { house: houseId, flagId, channelId, messageId, authorId, rank }),
        }
      : {}),
  })
  const reminds =
    opening !== undefined &&
    open &&
    !holds &&
    decision.kind === 'conduct' &&
    decision.consequences.includes('remind')
  if (reminds && raised.result === 'raised') {
    await wantLineOnce(desk, desk.db, { house: houseId, channelId, says: 'channel.reminder', opening })
    desk.outbox.announce()
  }
}
