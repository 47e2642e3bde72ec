import type { Talk as StoredTalk } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { LANGUAGES, type Language } from '../policy/schema.ts'

/** `waiting`: nobody came yet. `gone`: the thread is deleted or about to be, and who asked is forgotten. */
export const TALK_STATES = ['waiting', 'talking', 'closed', 'gone'] as const
export type TalkState = (typeof TALK_STATES)[number]

/** A private talk as far as the house remembers it: that it was asked and who came, never a word or a subject. */
export interface Talk {
  readonly id: string
  readonly houseId: HouseId
  readonly askerId: string | null
  /** A worker whom the asker did not want. */
  readonly notId: string | null
  /** The worker whom the asker chose. */
  readonly wishId: string | null
  /** The decision that the team opened it to tell; null for a talk that a young person asked for. */
  readonly flagId: string | null
  readonly language: Language
  readonly parentChannelId: string
  readonly queueChannelId: string
  readonly threadId: string | null
  readonly state: TalkState
  readonly version: number
  readonly workersWanted: 1 | 2
  readonly workerIds: readonly string[]
  readonly createdAt: Date
  /** Since when somebody is looked for: the asking, or the opening of the house after it. */
  readonly waitingSince: Date
  /** The asker was told in this opening that nobody is there yet. */
  readonly toldWaiting: boolean
  readonly joinedAt: Date | null
  readonly closedAt: Date | null
  readonly closedBy: 'asker' | 'worker' | 'lost' | 'time' | null
  readonly followUpAt: Date | null
  readonly followUpDoneAt: Date | null
  readonly followUpDoneById: string | null
}

/** `lost`: the thread or the asker is gone. `time`: nobody closed it. */
const CLOSERS = ['asker', 'worker', 'lost', 'time'] as const

/** Reads a row. */
export const talkOf = (row: StoredTalk): Talk => ({
  id: row.id,
  houseId: row.houseId as HouseId,
  askerId: row.askerId,
  notId: row.notId,
  wishId: row.wishId,
  flagId: row.flagId,
  language: LANGUAGES.find((language) => language === row.language) ?? 'nl',
  parentChannelId: row.parentChannelId,
  queueChannelId: row.queueChannelId,
  threadId: row.threadId,
  state: TALK_STATES.find((state) => state === row.state) ?? 'closed',
  version: row.version,
  workersWanted: row.workersWanted === 2 ? 2 : 1,
  workerIds: [row.firstWorkerId, row.secondWorkerId].filter((id) => id !== null),
  createdAt: row.createdAt,
  waitingSince: row.waitingSince,
  toldWaiting: row.toldWaiting,
  joinedAt: row.joinedAt,
  closedAt: row.closedAt,
  closedBy: CLOSERS.find((closer) => closer === row.closedBy) ?? null,
  followUpAt: row.followUpAt,
  followUpDoneAt: row.followUpDoneAt,
  followUpDoneById: row.followUpDoneById,
})

export const isOngoing = ({ state }: Pick<Talk, 'state'>): boolean =>
  state === 'waiting' || state === 'talking'

/**
 * Whether somebody of the team must still say when to ask how it goes: it is over, there is no date yet, and somebody
 * had come, or nobody ever came to somebody who did not take it back.
 */
export const asksFollowUp = (talk: Talk): boolean =>
  (talk.state === 'closed' || talk.state === 'gone') &&
  (talk.joinedAt !== null || talk.closedBy === 'time') &&
  talk.followUpAt === null &&
  talk.followUpDoneAt === null
