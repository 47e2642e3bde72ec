import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Seal } from '../privacy/sealed.ts'
import type { Db, Tx } from '../storage/db.ts'
import type { Timers } from '../storage/timers.ts'
import type { StoredFlag } from './row.ts'

/** For how many days a house keeps what, from its policy. */
export interface FlagRetention {
  /** Days that words are kept after closing. */
  readonly closedFlagDays: number
  /** Days that the audit, and a closed flag, remember who. */
  readonly auditIdsDays: number
}

/** What the queue is handed. */
export interface FlagsDeps {
  readonly db: Db
  readonly seal: Seal
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  readonly retention: (house: HouseId) => FlagRetention
}

const DAY_MS = 24 * 60 * 60 * 1_000

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)
export const earlier = (a: Date, b: Date): Date => (a < b ? a : b)

export const cardKey = (flagId: string): string => `card:${flagId}`
export const offerKey = (flagId: string): string => `offer:${flagId}`

/** Another wrote the row between the reading and now. Everything is read again; nobody sees this. */
export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile'
}

/** How often a change is tried again when others keep getting in between. */
const ATTEMPTS = 20

/** Reads, thinks and writes again as long as somebody else was first. */
export const untilUnchanged = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || left <= 1) throw error
    }
  }
}

/** Asks for the card of a flag to show its row, in the transaction that changes the row. */
export const wantCard = (
  { outbox }: Pick<FlagsDeps, 'outbox'>,
  tx: Tx,
  flag: Pick<StoredFlag, 'id' | 'houseId' | 'queueChannelId' | 'rank' | 'version'>,
): Promise<void> =>
  outbox.want(tx, {
    house: flag.houseId,
    targetKey: cardKey(flag.id),
    kind: 'card',
    channelId: flag.queueChannelId,
    desired: { flagId: flag.id, flagVersion: flag.version },
    priority: flag.rank,
  })
