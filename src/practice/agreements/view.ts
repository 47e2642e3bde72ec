/** How the agreements in the folder stand beside those that the bot works with. */
export interface AgreementsView {
  readonly folder: string
  /** The version that the bot works with, and that of the files; of broken files none is known. */
  readonly running: string
  readonly files: string
  readonly state: 'same' | 'changed' | 'broken' | 'applied'
  /** For a broken folder: what `npm run policy` would say, a line each. */
  readonly problems?: readonly string[]
  /** For a changed one: what would be decided differently about the last messages of the house. */
  readonly preview?: PreviewView
}

export interface PreviewView {
  /** How many messages both versions decided about: those that people said, and sentences of the rules. */
  readonly messages: number
  readonly said: number
  readonly examples: number
  readonly newlyFlagged: readonly ChangedMessage[]
  readonly noLongerFlagged: readonly ChangedMessage[]
  /** Flagged before and after, but otherwise. */
  readonly otherLevel: readonly ChangedMessage[]
  /** Other parts of the agreements that changed, by file, such as "house.yaml: openingsuren". */
  readonly also: readonly string[]
}

/** A message that would be decided differently. Where and what stands only in a window of somebody who can see it. */
export interface ChangedMessage {
  /** `example`: a sentence of the rules themselves. */
  readonly from: 'said' | 'example'
  readonly channel?: string
  readonly message?: string
  readonly words?: string
  readonly before: string
  readonly after: string
}
