import type { Agreements } from './agreements.ts'
import type { HealthOptions } from './bot-health.ts'
import type { Desk } from './discord/desk.ts'
import type { Place } from './discord/place.ts'
import type { Every } from './discord/pulse.ts'
import type { ReadAgain, Settled } from './discord/renew.ts'
import type { Log } from './log.ts'
import type { Share } from './shards.ts'
import type { StartError } from './start-error.ts'

/** What the bot is started with; it reads nothing else. */
export interface BotOptions {
  readonly token: string
  /** Discord's REST interface, without the version. */
  readonly api: string
  readonly databaseUrl: string
  readonly keyFolder: string
  readonly policyFolder: string
  /** Which servers this process serves; every one when it is left out. Several processes need PostgreSQL. */
  readonly share?: Share
  /** How long the place is taken in which a session began, in milliseconds; Discord's own time when absent. */
  readonly identifyPlaceMs?: number
  /** Go on although the key folder opens none of the words in the database. */
  readonly keysLost?: boolean
  /** Where the last agreements that stood are kept; without it a bot whose agreements are broken does not start. */
  readonly lastGoodFolder?: string
  /** Reads and compiles the agreements; handed in by who opens many houses with the same ones. */
  readonly readAgreements?: (policyFolder: string) => Promise<Agreements>
  /** The agreements of the house that is shipped are told to nobody: for a bot on real Discord. */
  readonly refusesExample?: boolean
  readonly log: Log
  readonly now?: () => Date
  readonly newId?: () => string
  readonly every?: Every
  /** Milliseconds that only count up; with it, or with the real clock, a clock that leaps is not believed (clock.ts). */
  readonly monotonic?: () => number
  /** Where health and metrics are answered; nowhere when it is left out. */
  readonly health?: HealthOptions
  /** How long an orderly stop may take, in milliseconds. */
  readonly stopMs?: number
  /** Discord closed the connection for good; the bot hears nothing any more and must be stopped. */
  readonly onLost?: (why: StartError) => void
}

/** A bot that is running. */
export interface Bot {
  readonly desk: Desk
  /** What a channel or thread of a server is to the bot; undefined for one that it does not see. */
  placeOf(channelId: string): Place | undefined
  /** Messages of people that Discord sent since the start, read or not. */
  received(): number
  /** Messages of members that were read for the rules of their channel. */
  heard(): number
  /** Resolves when everything that is known now was written, posted and done. */
  idle(): Promise<void>
  /**
   * Reads the agreements again and works with them from then on, whole; or goes on with those that it had, when the new
   * ones cannot stand or ask for a restart.
   */
  readAgain(): Promise<ReadAgain>
  /** A house saved settings (`desk.settings`): from here on they hold, and what stands on its server follows. */
  settle(houseId: string): Promise<Settled>
  /** Does at once what time would bring: due timers, cursors, retention. */
  tick(): Promise<void>
  /** Copies the database to a new file, as it is at one moment; undefined where it has tools of its own for that. */
  readonly copyDatabase: ((file: string) => Promise<void>) | undefined
  /** Where health and metrics are answered. */
  readonly healthAt: string | undefined
  /**
   * Stops in order: no new events, then what is under way, then the database.
   *
   * @returns what was not done within the time for it, by name; it goes on at the next start
   */
  stop(): Promise<readonly string[]>
}
