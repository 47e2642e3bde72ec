import type { REST } from 'discord.js'
import type { Claim, TargetKind } from '../../outbox/outbox.ts'
import type { HouseId } from '../../house/id.ts'
import type { Desk } from '../desk.ts'

/** What became of one attempt to make Discord match a row. */
export type Effected =
  /** Discord shows what the row says; `messageId` where a message now stands. */
  | { readonly did: 'done'; readonly messageId?: string }
  /** What stood there is gone (somebody deleted it), or belongs in another channel now: post it anew. */
  | { readonly did: 'repost'; readonly channelId?: string }
  | Retry

/** Not now, or not all of it. */
export interface Retry {
  readonly did: 'retry'
  readonly code: string
  readonly afterMs: number
  /** Discord surely did not do it. */
  readonly refused: boolean
  /** The message that stands already, when only something that belongs to it could not be done. */
  readonly messageId?: string
}

/** What an effect is handed. */
export interface Hands {
  readonly rest: REST
  readonly desk: Desk
  readonly botId: string
  /**
   * From when the database of a house is, shortly after it was put back from a backup: what the bot posted since then it
   * no longer knows, so it looks before it posts anything.
   */
  readonly restoredFrom?: (house: HouseId) => Date | undefined
}

export type Effect = (claim: Claim, hands: Hands) => Promise<Effected>

/**
 * Why doing each kind twice does no harm. A kind without such a reason must not be added: the bot can be killed
 * between an act and the note that it was done.
 */
export const SAFE_TO_REPEAT = {
  card: 'posted with a nonce that Discord enforces for minutes; later looked for among our own messages by its buttons',
  notice:
    'looked for among our own messages, pinned and recent, before it is posted; editing, pinning and taking away are idempotent',
  line: 'posted with a nonce; later looked for among our own messages by its text',
  digest:
    'posted with a nonce; later looked for among our own messages by its button; editing and deleting are idempotent',
  measure:
    'a time-out is set until a fixed moment and a ban is a state: twice is once; a kick first looks whether the member came back after the decision',
  removal: 'deleting what is gone answers 10008, which is what was wanted',
  role: 'giving a role to somebody who has it changes nothing',
  staff: 'posted with a nonce; later looked for among our own messages by its text',
  hold: 'deleting what is gone answers 10008, which is what was wanted; that it is out is noted by compare-and-swap',
  'held-line':
    'posted with a nonce; later looked for among our own messages by its button; deleting is idempotent',
  'put-back':
    'posted with a nonce; later looked for among our own messages by its button; deleting is idempotent',
  talk: 'a thread is looked for among the active ones by the mark in its name before it is made; adding somebody twice, locking and deleting twice change nothing',
  'contact-talk': 'as a talk; its one message by nonce, later by its button, in its own thread',
  'talk-card': 'as a card: by nonce, later by its buttons',
  'talk-line': 'as a line: by nonce, later by the first words of it, in its own thread',
  news: 'posted with a nonce; later looked for by its text, in the direct messages of who asked for it',
  matter: 'as a card: by nonce, later by its buttons, in the direct messages of its contact',
  'data-note': 'as a card: by nonce, later by its buttons',
  'automod-rule':
    'the filters of the server are looked at before each attempt, and ours known by maker and name; what stands as it should is left alone',
  reminder:
    'posted with a nonce; later looked for by its words without the names; one that stands is never edited, so nobody is pinged twice',
  'closing-line':
    'posted with a nonce; later looked for by its text; one in a channel, deleting is idempotent',
  summary: 'posted with a nonce; later looked for by its first line; one that stands is left as it is',
  'hand-over': 'as a card: by nonce, later by its button',
  'talk-out': 'taking somebody out of a thread who is not in it changes nothing',
  'sent-line':
    'the thread as that of a talk; its one message by nonce, later as the only one of ours in it; once noted it is never posted again',
  'sent-line-nobody': 'as a line of a talk: by nonce, later by its first words, in its own thread',
  'channel-limit':
    'what stood before is noted before it is touched, and only what is still as noted is changed: to a fixed value, so twice is once',
  'channel-line': 'posted with a nonce; later looked for by its first words',
  'house-channel':
    'looked for by the mark in its topic before each attempt; one that stands is left as it is',
} as const satisfies Record<TargetKind, string>
