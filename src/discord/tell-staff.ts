import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import type { Desk } from './desk.ts'

/** What the bot may say to the team by itself: about the house, never about a person or a message. */
const SENTENCES = [
  'staff.pins-full',
  'staff.queue-channel',
  'staff.not-set-up',
  'staff.volunteers-see-queue',
  'staff.not-all-read',
  'staff.words-unreadable',
  'staff.agreements-reports',
  'staff.restored',
  'staff.talks-off',
  'staff.filters-room',
  'staff.filters-alerts',
  'staff.channel-changed',
  'staff.channel-cannot',
  'staff.agreements-broken',
  'staff.agreements-mended',
] as const

export type StaffSentence = (typeof SENTENCES)[number]

export const staffWordSchema = z.union([
  z.strictObject({ says: z.enum(SENTENCES), values: z.record(z.string(), z.string()) }),
  z.strictObject({ over: z.literal(true) }),
])

interface StaffWord {
  readonly house: HouseId
  readonly queueChannelId: string
  /** What it is about; said once until it is over. */
  readonly about: string
  readonly says: (typeof SENTENCES)[number]
  readonly values: Readonly<Record<string, string>>
}

/** The target of what is told about something. */
export const keyOf = (about: string): string => `staff:${about}`

/**
 * Says something to the team, in the channel of the queue, once: until it is over it is not said again, only changed
 * when there is something else to say.
 */
export async function tellStaff(desk: Pick<Desk, 'outbox' | 'db'>, word: StaffWord): Promise<void> {
  const targetKey = keyOf(word.about)
  const stands = await desk.outbox.target(word.house, targetKey)
  const desired = { says: word.says, values: { ...word.values } }
  const there = stands?.channelId === word.queueChannelId
  if (there && JSON.stringify(stands.desired) === JSON.stringify(desired)) return
  // What it stood in is gone or another one now: an edit would find nothing.
  if (stands !== undefined && !there) await desk.outbox.move(word.house, [targetKey], word.queueChannelId)
  await desk.outbox.want(desk.db, {
    house: word.house,
    targetKey,
    kind: 'staff',
    channelId: word.queueChannelId,
    desired,
  })
}

/** Takes away what was said about something that is mended. */
export async function staffTold(
  desk: Pick<Desk, 'outbox' | 'db'>,
  { house, about }: Pick<StaffWord, 'house' | 'about'>,
): Promise<void> {
  const targetKey = keyOf(about)
  const stands = await desk.outbox.target(house, targetKey)
  if (stands === undefined || 'over' in stands.desired) return
  const { channelId, kind } = stands
  await desk.outbox.want(desk.db, { house, targetKey, kind, channelId, desired: { over: true } })
}
