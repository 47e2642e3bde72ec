import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { OpeningHours } from '../policy/schema.ts'
import type { Db, Tx } from '../storage/db.ts'
import type { Timers } from '../storage/timers.ts'
import type { Talk } from './talk.ts'

/** What the house agreed about private talks, from its policy. */
export interface TalkAgreements {
  readonly hours: OpeningHours
  /** Minutes, while the house is open, within which somebody comes. */
  readonly waitMinutes: number
  readonly workersWanted: 1 | 2
  /** Days after closing on which the thread is deleted. */
  readonly deleteAfterDays: number
  /** Days after closing on which it is forgotten who of the team was there. */
  readonly auditIdsDays: number
}

export interface TalksDeps {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly timers: Pick<Timers, 'schedule' | 'cancel'>
  readonly newId: () => string
  readonly now: () => Date
  readonly agreed: (house: HouseId) => TalkAgreements
}

/** Above the cards of flags but the acute ones: a young person is looking at an empty room. */
const PRIORITY = 2

/** What the bot says in a talk: always the same words, whatever was said there. */
export const SAYINGS = ['opening', 'came', 'waiting', 'closing', 'closed', 'undone'] as const
export type Saying = (typeof SAYINGS)[number]

/** The two cards of a talk in the channel of the queue. */
export const PARTS = ['asked', 'follow'] as const
export type Part = (typeof PARTS)[number]

/** Asks for the thread to be as its row says: there, with these people, locked, or deleted. */
export const wantThread = ({ outbox }: Pick<TalksDeps, 'outbox'>, tx: Tx, talk: Talk): Promise<unknown> =>
  outbox.want(tx, {
    house: talk.houseId,
    targetKey: `talk:${talk.id}`,
    kind: 'talk',
    channelId: talk.parentChannelId,
    desired: { talkId: talk.id, talkVersion: talk.version },
    priority: PRIORITY,
  })

export const wantTalkCard = (
  { outbox }: Pick<TalksDeps, 'outbox'>,
  tx: Tx | Db,
  talk: Talk,
  part: Part = 'asked',
  /** It must be seen anew: a card that stands from before this moment makes place for a new one. */
  seenFrom?: Date,
): Promise<unknown> =>
  outbox.want(tx, {
    house: talk.houseId,
    targetKey: `talk-card:${part}:${talk.id}`,
    kind: 'talk-card',
    channelId: talk.queueChannelId,
    desired: {
      talkId: talk.id,
      part,
      talkVersion: talk.version,
      ...(seenFrom === undefined ? {} : { seenFrom: seenFrom.toISOString() }),
    },
    priority: PRIORITY,
  })

/** Asks for one line in the thread; asked again with the same `once`, nothing is said twice. */
export const wantSaying = (
  { outbox }: Pick<TalksDeps, 'outbox'>,
  tx: Tx,
  talk: Talk,
  says: Saying,
  once: string,
): Promise<unknown> =>
  outbox.want(tx, {
    house: talk.houseId,
    targetKey: `talk-line:${talk.id}:${says}:${once}`,
    kind: 'talk-line',
    channelId: talk.threadId ?? talk.parentChannelId,
    desired: { talkId: talk.id, says, once },
    priority: PRIORITY,
  })

/** Takes a worker out of the thread of a talk that another has now, or of a team that they left. */
export const wantWorkerOut = (
  { outbox }: Pick<TalksDeps, 'outbox'>,
  tx: Tx,
  talk: Talk,
  workerId: string,
): Promise<unknown> =>
  talk.threadId === null
    ? Promise.resolve()
    : outbox.want(tx, {
        house: talk.houseId,
        targetKey: `talk-out:${talk.id}:${workerId}`,
        kind: 'talk-out',
        channelId: talk.threadId,
        desired: { talkId: talk.id, workerId },
        priority: PRIORITY,
      })
