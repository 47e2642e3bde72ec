import type { HouseId } from '../house/id.ts'
import type { Claim, Outbox, Wish } from '../outbox/outbox.ts'
import type { Seal } from '../privacy/sealed.ts'
import type { Category } from '../screening/kinds.ts'
import type { Db, Tx } from '../storage/db.ts'
import type { Timers } from '../storage/timers.ts'
import { isReal } from './real.ts'
import type { FlagRow, StoredFlag } from './row.ts'
import type { AuditAct } from './step.ts'

/** For how many days a house keeps what, from its policy. */
export interface FlagRetention {
  /** Days that words are kept after closing. */
  readonly closedFlagDays: number
  /** Days that the audit, and a closed flag, remember who. */
  readonly auditIdsDays: number
  /** Days that words of an open flag are kept at most. */
  readonly openFlagDays: number
}

/** A transition of a flag, told in its transaction. */
export interface FlagMoved {
  readonly audit: AuditAct
  readonly actorId: string | undefined
  /** Undefined when the flag is new. */
  readonly before: FlagRow | undefined
  readonly after: FlagRow
}
/** What else a transition causes; whatever it writes, it writes with `tx`, so that both happen or neither. */
export type FlagListener = (tx: Tx, moved: FlagMoved) => Promise<void>

/** What the queue is handed. */
export interface FlagsDeps {
  readonly db: Db
  readonly seal: Seal
  readonly outbox: Pick<Outbox, 'want' | 'wantFirst' | 'hand' | 'announce' | 'expectAnswer'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  /** `category`: a house may keep one kind of matter shorter or longer. */
  readonly retention: (house: HouseId, category?: Category) => FlagRetention
  /** The end of the opening in which a second person looks at what one did alone; undefined when none is known. */
  readonly secondLookBy: (house: HouseId, at: Date) => Date | undefined
  readonly listeners?: readonly FlagListener[]
}

const DAY_MS = 24 * 60 * 60 * 1_000

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS)
export const earlier = (a: Date, b: Date): Date => (a < b ? a : b)

export const cardKey = (flagId: string): string => `card:${flagId}`
export const offerKey = (flagId: string): string => `offer:${flagId}`
export const secondLookKey = (flagId: string): string => `second-look:${flagId}`
export const undoKey = (flagId: string): string => `undo:${flagId}`

/** Tells everybody who listens, in the transaction. */
export const tellMoved = async (
  { listeners = [] }: Pick<FlagsDeps, 'listeners'>,
  tx: Tx,
  moved: FlagMoved,
): Promise<void> => {
  for (const listener of listeners) await listener(tx, moved)
}

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

type Carded = Pick<StoredFlag, 'id' | 'houseId' | 'queueChannelId' | 'rank' | 'version' | 'drill'>

const cardWish = (flag: Carded): Wish => ({
  house: flag.houseId,
  targetKey: cardKey(flag.id),
  kind: 'card',
  channelId: flag.queueChannelId,
  desired: { flagId: flag.id, flagVersion: flag.version },
  // A drill never stands before what is real.
  priority: isReal(flag) ? flag.rank : -1,
})

/** Asks for the card of a flag to show its row, in the transaction that changes the row. */
export const wantCard = ({ outbox }: Pick<FlagsDeps, 'outbox'>, tx: Tx, flag: Carded): Promise<number> =>
  outbox.want(tx, cardWish(flag))

/**
 * Asks for the first card of a flag, in the transaction that makes the flag.
 *
 * @returns what is to be handed over after the commit, if it need not wait its turn
 */
export const wantFirstCard = (
  { outbox }: Pick<FlagsDeps, 'outbox'>,
  tx: Tx,
  flag: Carded,
): Promise<Claim | undefined> => outbox.wantFirst(tx, cardWish(flag))
