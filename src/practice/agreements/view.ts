/** How the agreements in the folder stand beside those that the bot works with. */
export interface AgreementsView {
  readonly folder: string
  /** The version that the bot works with, and that of the files. */
  readonly running: string
  readonly files: string
  readonly state: 'same' | 'changed' | 'broken' | 'applied'
  /** For a broken folder: what `npm run policy` would say, a line each. */
  readonly problems?: readonly string[]
  /** For a changed one: what would be decided differently about the last messages of the house. */
  readonly preview?: {
    readonly messages: number
    readonly newlyFlagged: readonly ChangedMessage[]
    readonly noLongerFlagged: readonly ChangedMessage[]
    readonly otherLevel: readonly ChangedMessage[]
    /** Other parts of the agreements that changed, by file, such as "house.yaml: openingsuren". */
    readonly also: readonly string[]
  }
}

/** A message that would be decided differently; only where this window's person can see it, its words are shown. */
export interface ChangedMessage {
  readonly channel: string
  readonly message: string
  readonly words?: string
  readonly before: string
  readonly after: string
}
