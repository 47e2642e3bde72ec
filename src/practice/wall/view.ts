/** What stands behind one message. Names of people are never in it but those who acted on the flag as the team. */
export interface WallView {
  readonly message: string
  /** Why it was or was not flagged, as /waarom tells it; absent where nothing is ever read. */
  readonly screening?: {
    readonly channel: string
    readonly policyVersion: string
    readonly decision: string
    readonly rules: readonly {
      readonly id: string
      readonly category: string
      readonly found: readonly string[]
      readonly cancelled?: string
    }[]
    /** What may follow by itself, and what was switched off, with the reason. */
    readonly follows: readonly string[]
  }
  readonly notRead?: string
  readonly flag?: {
    readonly id: string
    readonly state: string
    readonly level: string
    readonly version: number
    readonly line: readonly { readonly at: string; readonly what: string; readonly by?: string }[]
  }
  readonly timers: readonly { readonly what: string; readonly due: string; readonly inSeconds: number }[]
  /** What is in the database because of this message, and when it goes. */
  readonly stored: readonly {
    readonly what: string
    readonly how: 'plain' | 'sealed' | 'number'
    readonly goneOn?: string
  }[]
  readonly outbox: readonly { readonly what: string; readonly state: string }[]
}
