import type { Duty } from '../duty/duty.ts'
import type { Holding } from '../holding/holding.ts'
import type { Limits } from '../channels/limits.ts'
import type { HouseSettings } from '../house/house-settings.ts'
import type { HouseId } from '../house/id.ts'
import type { Log } from '../log.ts'
import type { PeoplesDesk } from '../open-people.ts'
import type { NoticeReads } from '../notice/acknowledge.ts'
import type { createOutbox } from '../outbox/outbox.ts'
import type { Policy } from '../policy/schema.ts'
import type { Care } from '../queue/care.ts'
import type { Drills } from '../queue/drill.ts'
import type { createFlags } from '../queue/flags.ts'
import type { ReportDrafts } from '../queue/report-drafts.ts'
import type { Screening } from '../screening/compile.ts'
import type { createCounts } from '../statistics/counts.ts'
import type { Trials } from '../statistics/trials.ts'
import type { createCursors } from '../storage/cursors.ts'
import type { Db } from '../storage/db.ts'
import type { createTimers } from '../storage/timers.ts'
import type { TroubleKind } from '../storage/trouble.ts'
import type { ContactTalks } from '../talks/contact.ts'
import type { SentLines } from '../talks/sent-lines.ts'
import type { Talks } from '../talks/talks.ts'
import type { Texts } from '../texts/texts.ts'
import type { Wording } from '../texts/wording.ts'
import type { Fleeting } from './fleeting.ts'
import type { LateForms } from './late-forms.ts'
import type { Missing } from './missing.ts'
import type { NoticeRole } from './notice-role.ts'

/**
 * Everything that events and commands are handed but the agreements of a house: whoever works for several houses has this
 * alone, and cannot take those of one for those of another.
 */
export interface Desks extends PeoplesDesk {
  /**
   * The desk of a house, with its agreements of this moment: one version, whole, also when others are taken over while
   * something is waited for. The same desk as long as they stand, so that it costs nothing to ask.
   *
   * @param house - left out for what belongs to no house (the login, a direct message): then with those for all houses
   */
  of(house?: HouseId): Desk
  readonly flags: ReturnType<typeof createFlags>
  readonly outbox: ReturnType<typeof createOutbox>
  readonly timers: ReturnType<typeof createTimers>
  readonly cursors: ReturnType<typeof createCursors>
  readonly counts: ReturnType<typeof createCounts>
  /** What rules on trial would have done. */
  readonly trials: Trials
  /** What houses set in Discord, and what they are still choosing. */
  readonly settings: HouseSettings
  readonly drafts: ReportDrafts
  /** Messages that a rule keeps back until a person looked. */
  readonly holding: Holding
  readonly noticeReads: NoticeReads
  readonly talks: Talks
  /** Talks with the integrity contact, of which the team hears nothing. */
  readonly contactTalks: ContactTalks
  /** Lines that workers send to the writer of a message. */
  readonly sentLines: SentLines
  /** Channels that are slow or shut for a while. */
  readonly limits: Limits
  /** Who had a heavy row of decisions; in memory alone. */
  readonly care: Care
  /** Practice in the queue of the house. */
  readonly drills: Drills
  /** Who is there, and what follows from it. */
  readonly duty: Duty
  /** Answers that are taken away after a while. */
  readonly fleeting: Fleeting
  /** Forms that came too late to be shown at once. */
  readonly lateForms: LateForms
  readonly db: Db
  /** What keeps the bot from storing anything now; undefined when nothing does. */
  trouble(): TroubleKind | undefined
  readonly log: Log
  readonly now: () => Date
  readonly newId: () => string
}

/** The desk with the agreements of one house: what is begun with it is done with one version of them (`of`). */
export interface Desk extends Desks {
  readonly policy: Policy
  readonly screening: Screening
  /** The texts in a language that the house serves, or their very simple form; in the language of the house for any other. */
  texts(wording?: Wording): Texts
}

/** A house that is open, and what of what its agreements name was found on its server. */
export interface House {
  readonly id: HouseId
  /** Where the cards stand; `NO_CHANNEL` as long as there is no such channel. */
  readonly queueChannelId: string
  readonly noticeChannelIds: readonly string[]
  /** Whether the notice can stand in at least one of its channels. */
  readonly tells: boolean
  /** Role ids of youth workers and moderators; only they see and decide flags. */
  readonly staffRoleIds: readonly string[]
  /** The ids of the roles that src/permissions/ knows. */
  readonly roleIds: {
    readonly youthWorker: string | undefined
    readonly moderator: string | undefined
    readonly volunteer: string | undefined
  }
  /** Roles that the one reminder may mention: the back-up, and who is on call. */
  readonly toldRoleIds: { readonly backUp: string | undefined; readonly onCall: string | undefined }
  /** Where the line stands that says that nobody is there. */
  readonly closingChannelIds: readonly string[]
  readonly youthWorkerRoleName: string
  /** How the bot is called here: its nickname, else its name on Discord. */
  readonly botName: string
  /** The role that somebody gets by reading the notice, if the house wants one. */
  readonly noticeRole: NoticeRole | undefined
  /** What the agreements name and is not there; some of it turns reporting and "met ons" off. */
  readonly missing: readonly Missing[]
}
