import type { OutboxTarget as TargetRow } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { type JsonObject, jsonObject, readJson } from '../storage/json.ts'
import { nonceOf } from './nonce.ts'

export const TARGET_KINDS = [
  'measure',
  'digest',
  'card',
  'notice',
  'line',
  'removal',
  'role',
  'staff',
  'hold',
  'held-line',
  'put-back',
  'talk',
  'contact-talk',
  'talk-card',
  'talk-line',
  'news',
  'matter',
  'data-note',
  'automod-rule',
  'reminder',
  'closing-line',
  'summary',
  'hand-over',
  'talk-out',
  'sent-line',
  'sent-line-nobody',
  'channel-limit',
  'channel-line',
  'house-channel',
] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What must stand (or be gone) on Discord. The key is unique in the house; there is one row for each target. */
export interface Wish {
  readonly house: HouseId
  readonly targetKey: string
  readonly kind: TargetKind
  readonly channelId: string
  /** Ids and codes from which the text is rendered when it is sent. */
  readonly desired: JsonObject
  /** Higher goes first; 0 when left out. */
  readonly priority?: number
}
export interface Target {
  readonly id: string
  readonly houseId: HouseId
  readonly targetKey: string
  readonly kind: TargetKind
  readonly channelId: string
  readonly desired: JsonObject
  readonly desiredVersion: number
  readonly doneVersion: number
  readonly generation: number
  readonly messageId: string | null
  /** When the oldest attempt began of which nobody knows whether Discord carried it out; null when there is none. */
  readonly attemptedAt: Date | null
  readonly tries: number
  readonly lastError: string | null
  readonly createdAt: Date
}
/** A target that this worker may bring up to date until its lease ends. */
export interface Claim extends Target {
  /** The version that was read, and that `done` confirms. */
  readonly version: number
  readonly nonce: string
  readonly lease: string
  readonly leasedUntil: Date
  /** It stands in the row already that Discord is about to be asked (hand.ts). */
  readonly noted?: true
}

/** Another worker has the target by now: whoever gets this must not touch Discord for it. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
  constructor(targetKey: string) {
    super(`The lease of ${targetKey} is over; another worker may have it.`)
  }
}

/**
 * What finds a row with something to do. Said as a moment and not as "not null", for which SQLite takes no index: it
 * read every card that ever stood to find the one that is wanted (100 ms with 200,000 of them).
 */
export const WANTED = { gte: new Date(0) } as const

/** The row of a target that was never wanted before. */
export const newTarget = (
  id: string,
  { house, targetKey, kind, channelId, desired, priority = 0 }: Wish,
  at: Date,
): TargetRow => ({
  id,
  houseId: house,
  targetKey,
  kind,
  channelId,
  desired: JSON.stringify(desired),
  desiredVersion: 1,
  doneVersion: 0,
  generation: 1,
  messageId: null,
  attemptedAt: null,
  leasedBy: null,
  leasedUntil: null,
  nextTry: at,
  priority,
  tries: 0,
  lastError: null,
  createdAt: at,
})

export const targetOf = (row: TargetRow): Target => ({
  id: row.id,
  houseId: row.houseId as HouseId,
  targetKey: row.targetKey,
  kind: row.kind as TargetKind,
  channelId: row.channelId,
  desired: readJson(jsonObject, row.desired, 'OutboxTarget.desired'),
  desiredVersion: row.desiredVersion,
  doneVersion: row.doneVersion,
  generation: row.generation,
  messageId: row.messageId,
  attemptedAt: row.attemptedAt,
  tries: row.tries,
  lastError: row.lastError,
  createdAt: row.createdAt,
})

export const claimOf = (row: TargetRow, lease: string, leasedUntil: Date): Claim => ({
  ...targetOf(row),
  version: row.desiredVersion,
  nonce: nonceOf(`${row.houseId}/${row.targetKey}`, row.generation),
  lease,
  leasedUntil,
})
