/** What is measured: our bot, or the least that a bot can be. */
export type Kind =
  /** Our bot, whole. */
  | 'ours'
  /** A client of discord.js as it comes, that hears the same events. */
  | 'bare'
  /** The same with the options of our client: what it keeps in memory. */
  | 'bare-same-options'
  /** Reads history as fast as Discord allows, and does nothing with it. */
  | 'reader'
  /** Reads and compiles agreements, once. */
  | 'agreements'

export interface SubjectInput {
  readonly kind: Kind
  readonly api: string
  readonly token: string
  /** By how much its clock is ahead of that of the machine. */
  readonly aheadMs: number
  readonly policies: string
  /** Its database and its keys, where it has some. */
  readonly folder: string
  /** Its own pace of requests is not kept: what is measured takes no hour because Discord would. */
  readonly hurried?: boolean
  /** For a bare one: posts one message in this channel for each that it hears. */
  readonly echoTo?: string
  /** For an echo: writes three rows, each durably, before it answers. */
  readonly commits?: boolean
  /** For a bare one: has a command `/praat`, and answers it. */
  readonly replies?: boolean
}

export interface Ready {
  /** When it was READY, as `moment`. */
  readonly readyAt: number
  /** How long it waited for its database, in milliseconds; 0 without one. */
  readonly databaseMs: number
}

export interface Heard {
  /** Messages a second from the first to the last. */
  readonly rate: number
  /** Microseconds of processor for each. */
  readonly processor: number
  readonly messages: number
}

export interface SubjectApi {
  /** Resolves when it is there and has nothing left to do. */
  ready(input: null): Promise<Ready>
  /** From now on messages are counted; collects garbage first. */
  expect(input: { messages: number }): void
  /** Resolves when all that were expected are handled: heard by a bare one, screened by ours. */
  heard(input: null): Promise<Heard>
  /** How many messages were screened since the start. */
  screened(input: null): number
  /** Resolves when nothing is under way. */
  idle(input: null): Promise<void>
  /** MB, after garbage was collected by force. */
  memory(input: null): Promise<{ readonly rss: number; readonly heap: number }>
  /** Milliseconds of processor used so far. */
  processor(input: null): number
  /** Errors that were logged; and rows: flags for ours, those of its commits for an echo. */
  facts(
    input: null,
  ): Promise<{ readonly errors: readonly string[]; readonly rows: number; readonly durable: boolean }>
  /** From now on: how many queries ran between an interaction and its first answer. */
  watchQueries(input: null): Promise<void>
  /** The most queries that ran before a first answer since it was asked last, and how many answers were seen. */
  queries(input: null): { readonly most: number; readonly answers: number }
  /** Ends it in order, so that its database is whole. */
  stop(input: null): Promise<void>
  /** For a reader: reads back until it meets what it knows of each channel; how many messages were newer. */
  read(input: {
    channels: readonly { readonly id: string; readonly upTo: string }[]
  }): Promise<{ readonly ms: number; readonly messages: number }>
  /** For agreements: milliseconds to read and compile them once, and how many terms they have. */
  compile(input: null): Promise<{ readonly ms: number; readonly terms: number }>
}
