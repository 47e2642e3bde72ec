import { proposedLevel } from '../../duty/proposed-level.ts'
import { isOver } from '../duty/takes-in.ts'
import type { FilterDecision } from '../../automod/judge.ts'
import { addCount } from '../../statistics/counts.ts'
import type { Desk, House } from '../desk.ts'
import { keepUntil, offerFor, openingFor } from '../hear.ts'

/** What a filter of Discord saw: who and where, never the words. */
export interface Seen {
  readonly subjectKey: string
  readonly channelId: string
  readonly messageId: string | undefined
  readonly authorId: string
  readonly decision: FilterDecision
  /** Discord did not let it through. */
  readonly blocked: boolean
  readonly at: Date
  readonly seenLate: boolean
}

/** Brings what a filter saw before a person: one flag for a message, however many actions Discord tells of. */
export async function raiseSeen(desk: Desk, house: House, seen: Seen): Promise<void> {
  if (isOver(desk, house)) return
  const { decision, messageId, seenLate } = seen
  const open = !seenLate && (await desk.duty.isOpen(house.id))
  await desk.flags.raise({
    house: house.id,
    subjectKey: seen.subjectKey,
    channelId: seen.channelId,
    ...(messageId === undefined ? {} : { messageId }),
    authorId: seen.authorId,
    source: 'automod',
    kind: decision.kind,
    category: decision.category,
    level: proposedLevel(decision.level, open, desk.policy.house),
    findings: decision.findings,
    policyVersion: desk.policy.version,
    seenLate,
    keepUntil: keepUntil(desk, decision.category),
    queueChannelId: house.queueChannelId,
    ...offerFor(desk, decision, seenLate ? undefined : openingFor(desk, house.id, seen.at)),
    ...(seen.blocked ? { alongside: (tx) => addCount(tx, house.id, 'blocked', desk.now()) } : {}),
  })
}
