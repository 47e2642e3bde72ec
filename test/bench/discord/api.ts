/** What the process of the local Discord is asked. `house` is the number that `open` gave. */

export interface Seed {
  /** How many members the house has beside those of the practice house. */
  readonly members?: number
  /** How many more houses there are, small ones, of `housesMembers` members. */
  readonly houses?: number
  readonly housesMembers?: number
  readonly rateLimits?: boolean
}

export interface Opened {
  readonly house: number
  readonly api: string
  readonly token: string
  readonly guildId: string
  /** Where the cards stand. */
  readonly queueId: string
  /** The channels that are talked in. */
  readonly talkIds: readonly string[]
}

/** Milliseconds of each. */
export interface Round {
  readonly card: readonly number[]
  readonly claim: readonly number[]
  readonly list: readonly number[]
}

export interface DiscordApi {
  open(seed: Seed): Promise<Opened>
  /** Resolves when the bot has put its command `/praat` there, and sam began to be on duty where that is wanted. */
  ready(input: { house: number; duty: boolean }): Promise<void>
  /**
   * People talk, nothing of it worrying. With `atOnce` all of it waits at a dam first and then comes at once, so that
   * the bot never waits for Discord.
   *
   * @returns how many messages were said
   */
  talk(input: { house: number; messages: number; atOnce: boolean }): Promise<number>
  /** Everybody says one thing, in all houses. */
  everybody(input: { house: number }): Promise<number>
  /**
   * One message after the other, each waiting for what the bot posts about it in the queue.
   *
   * @param worrying - whether it is one that our bot flags; an echo answers to anything
   */
  answers(input: { house: number; times: number; worrying: boolean }): Promise<readonly number[]>
  /** Somebody asks `/praat`, one time after the other; milliseconds until there is an answer. */
  praat(input: { house: number; times: number }): Promise<readonly number[]>
  /** A message, the press on *Neem op* of its card, and `/wachtrij`. */
  queue(input: { house: number; times: number }): Promise<Round>
  /** Somebody of the team asks `/wachtrij` once; what was answered. */
  list(input: { house: number }): Promise<string>
  /** From now on each request waits so long before it is looked at. */
  latency(input: { house: number; ms: number }): void
  /** Copies a database and its log at the moment at which the next message stands in the queue, before Discord answers. */
  copyAtCard(input: { house: number; from: string; to: string }): void
  /** How often history was asked for, and when last (as `moment`). */
  pages(input: { house: number }): { readonly pages: number; readonly lastAt: number }
  /** The newest message of each channel that is talked in, in the order of `talkIds`. */
  newest(input: { house: number }): readonly string[]
  /** What this process used of the processor, in milliseconds. */
  processor(input: null): number
}
