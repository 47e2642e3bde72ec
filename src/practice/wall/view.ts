/**
 * What stands behind one message, for the person whose window asks. It holds nothing of what anybody wrote: places in a
 * message are given as numbers, and the page has the words of what this person can see. Names of people are never in it
 * but those who acted on the flag as the team.
 */
export interface WallView {
  readonly message: string
  /** How much this window shows: a young person sees nothing that would tell of somebody else's report. */
  readonly seenAs: 'young' | 'team' | 'contact'
  /** Why it was or was not flagged, as /waarom tells it; absent where nothing is ever read. */
  readonly screening?: ScreeningView
  /** Why nothing in it is read by the bot. */
  readonly notRead?: string
  readonly flag?: FlagView
  readonly timers: readonly { readonly what: string; readonly due: string; readonly inSeconds: number }[]
  /** What is in the database because of this message, and when it goes. */
  readonly stored: readonly StoredView[]
  /** What the bot must make stand on Discord because of it. */
  readonly outbox: readonly { readonly what: string; readonly state: string }[]
}

export interface ScreeningView {
  readonly channel: string
  readonly policyVersion: string
  readonly decision: string
  /** Rules and agreements of the channel that found something, what decides first. */
  readonly rules: readonly RuleView[]
  /** How many rules looked at this channel. */
  readonly looked: number
  /** What may follow by itself. */
  readonly follows: readonly string[]
  /** What a rule that found something would let follow, and why it does not. */
  readonly off: readonly { readonly what: string; readonly why: string }[]
}

export interface RuleView {
  readonly id: string
  readonly category: string
  readonly level: string
  /** The sentence for the moderators. */
  readonly why: string
  readonly found: readonly FoundView[]
  /** Why what it found does not count. */
  readonly cancelled?: string
}

/** A term of the agreements, and where it stands in the message, in UTF-16 units; in the title of a post there is no place. */
export interface FoundView {
  readonly term: string
  readonly at?: { readonly start: number; readonly end: number }
}

export interface FlagView {
  readonly id: string
  readonly state: string
  /** Left out where it could tell of a report. */
  readonly level?: string
  readonly version?: number
  readonly line: readonly { readonly at: string; readonly what: string; readonly by?: string }[]
}

export interface StoredView {
  /** The table of the database. */
  readonly table: string
  readonly what: string
  readonly how: 'plain' | 'sealed' | 'number'
  readonly goneOn?: string
}
