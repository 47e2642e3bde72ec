import type { Agreed } from '../../policy/schema-lessons.ts'
import type { Level } from '../../screening/kinds.ts'
import type { Outcome } from '../../queue/outcomes.ts'

/**
 * What the records of the house say about a lesson: rows of its database and messages on its Discord, as they are now.
 * Ids, codes and moments; never a word that somebody of the team wrote.
 */
export interface Records {
  /** When the lesson began, and now. */
  readonly startedAt: Date
  readonly now: Date
  /** What the cast said, by the name that the lesson gave it. */
  readonly said: ReadonlyMap<string, Said>
  readonly flags: readonly FlagRecord[]
  readonly matters: readonly { readonly id: string; readonly messageId: string | null }[]
  /** The audit since the lesson began: lines about its flags and matters, and about the house. In order. */
  readonly lines: readonly Line[]
  readonly talks: readonly TalkRecord[]
  readonly sentLines: readonly {
    readonly writerId: string | null
    readonly workerId: string | null
    readonly at: Date
  }[]
  readonly limits: readonly { readonly channel: string; readonly at: Date }[]
  /** What people of the team said since, and the bot; by channel or thread. */
  readonly spoken: readonly Spoken[]
  /** Ids of the team and of the integrity contact; nobody of the cast is in it. */
  readonly team: ReadonlySet<string>
  readonly contactId: string | undefined
  readonly botId: string
  /** Ids of the cast, by their names in the lesson. */
  readonly cast: ReadonlyMap<string, string>
  readonly agreed: ReadonlySet<Agreed>
  /** The first moment from then at which the house is open. */
  opensFrom(at: Date): Date
  nameOf(id: string): string
}

export interface Said {
  readonly messageId: string
  readonly channel: string
  readonly authorId: string
  readonly at: Date
  /** It is not there any more, and not because the lesson took it away: since when, and who of the team did it by hand. */
  readonly gone: { readonly at: Date; readonly by: string | undefined } | undefined
}

export interface FlagRecord {
  readonly id: string
  readonly messageIds: readonly string[]
  readonly state: string
  readonly level: Level
  readonly outcome: Outcome | null
  readonly told: string | null
  readonly onCallTold: boolean
  /** Whether somebody looked within the target time, by the house's own round; undefined while nobody did. */
  readonly inTime: boolean | undefined
}

export interface Line {
  readonly at: Date
  readonly act: string
  readonly flagId: string | null
  readonly actorId: string | null
  readonly codes: Readonly<Record<string, string>>
}

export interface TalkRecord {
  readonly askerId: string | null
  readonly threadId: string | null
  readonly joinedAt: Date | null
  readonly workerId: string | null
  readonly closed: boolean
}

export interface Spoken {
  /** The name of a channel, or the id of a thread. */
  readonly channel: string
  readonly authorId: string
  readonly at: Date
}
