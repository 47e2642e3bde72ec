/** What the bot's process asks of the local Discord, which has a process of its own, and what that answers. */
export type Order =
  | { readonly do: 'flood'; readonly messages: number; readonly worrying: number }
  | { readonly do: 'raid'; readonly joins: number }
  | { readonly do: 'look' }
  | { readonly do: 'remove' }
  | { readonly do: 'stop' }

/** How long young people waited for the answer to `/praat`, in milliseconds. */
export interface Waits {
  readonly answered: readonly number[]
  readonly unanswered: number
}
/** What stands in the queue. */
export interface Queue {
  readonly cards: number
  readonly digests: number
}

export type Report =
  | { readonly is: 'ready'; readonly api: string; readonly token: string }
  | {
      readonly is: 'flooded'
      /** Ids of the messages that must be flagged. */
      readonly flagged: readonly string[]
      readonly ms: number
    }
  | { readonly is: 'raided'; readonly said: readonly string[]; readonly ms: number }
  | { readonly is: 'seen'; readonly queue: Queue; readonly praat: Waits; readonly invalid: number }
  | {
      readonly is: 'removed'
      /** Messages of the raid that somebody found from its card: the one that it links to, and those behind *Toon*. */
      readonly traced: readonly string[]
      /** What the card said of it. */
      readonly card: string
      readonly left: number
      readonly ms: number
    }
