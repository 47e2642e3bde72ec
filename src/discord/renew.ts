import { basename, join, resolve } from 'node:path'
import type { Guild } from 'discord.js'
import type { Agreements, InForce } from '../agreements.ts'
import type { HouseId } from '../house/id.ts'
import { notesForStaff } from '../house/notes.ts'
import { PolicyError, type Problem, tell } from '../policy/problem.ts'
import { readSource } from '../policy/source.ts'
import type { SafeAgreements } from '../safe-agreements.ts'
import type { Filters } from './automod/filters.ts'
import type { Desk, House } from './desk.ts'
import type { HouseBook } from './house-book.ts'
import type { HouseWatch } from './house-watch.ts'
import { wantNotices } from './notice-message.ts'
import type { createPlaces } from './place.ts'
import { keyOf, staffTold, tellStaff } from './tell-staff.ts'
import { forgetUnread } from './unread-channels.ts'

/** `problems`: the bot goes on with the agreements that it had; each is a line with its file. */
export type ReadAgain = 'same' | 'renewed' | { readonly problems: readonly string[] }

/** The agreements of a house, read again while the bot runs. */
export interface Renewal {
  /** Reads the folder again and works with what stands there, whole; or with nothing of it, when it cannot stand. */
  readAgain(): Promise<ReadAgain>
  /** Does what still must follow in houses where it could not be done yet. */
  follow(): Promise<void>
  /** Whether what stands in the folder is what the bot works with, as it was read last. */
  stands(): boolean
  /** Resolves when no reading is under way. */
  settled(): Promise<void>
}

export interface RenewalDeps {
  readonly desk: Desk
  readonly inForce: InForce
  /** What the bot was started with: its folder may have been broken then already. */
  readonly started: Pick<SafeAgreements, 'from' | 'problems'>
  readonly policyFolder: string
  readonly read: (policyFolder: string) => Promise<Agreements>
  readonly houses: HouseBook
  readonly places: Pick<ReturnType<typeof createPlaces>, 'of'>
  readonly guildOf: (house: House) => Guild | undefined
  readonly watch: Pick<HouseWatch, 'look'>
  readonly filters: Pick<Filters, 'renewed'>
  /** Houses that are being opened are opened with one version. */
  readonly arrived: () => Promise<void>
}

const BROKEN = 'agreements'
const MENDED = 'agreements-mended'
/** What a start said that found no agreements at all. */
const WITHOUT_RULES = 'agreements-reports'
/** The note to the team is one message; the log has them all. */
const MOST_TOLD = 10
const LONGEST = 1_500

/** What the team reads of the problems. */
function told(problems: readonly string[]): string {
  const lines: string[] = []
  for (const problem of problems.slice(0, MOST_TOLD)) {
    const line = `- ${problem}`
    if (lines.join('\n').length + line.length > LONGEST) break
    lines.push(line)
  }
  return [...lines, ...(lines.length < problems.length ? ['- …'] : [])].join('\n')
}

/** Another way of reading needs another connection to Discord (its intents are given when it is made). */
async function otherWayOfReading(folder: string, mended: boolean): Promise<Problem> {
  const file = `${basename(resolve(folder))}/house.yaml`
  const read = await readSource(join(folder, 'house.yaml'), file)
  const line = 'source' in read ? read.source.lineOf(['reading', 'way']) : undefined
  return {
    file,
    ...(line === undefined ? {} : { line }),
    message: mended
      ? 'De bestanden kloppen weer. Start de bot opnieuw: dan leest hij weer zoals afgesproken is.'
      : 'De manier van lezen ("reading") is veranderd. Dat kan niet terwijl de bot werkt: start hem opnieuw. Tot dan gelden alle afspraken zoals ze waren.',
  }
}

/**
 * Reads the agreements again while the bot runs. All of them hold from one moment on, or none: what is begun before that
 * moment is finished with the version that it began with (`pinned`). What cannot stand changes nothing; the team hears it
 * once, and once more when it is mended.
 */
export function createRenewal(deps: RenewalDeps): Renewal {
  const { desk, inForce, houses } = deps
  const first = inForce.now().policy.version
  /** The version that a house was set by last. */
  const followed = new Map<HouseId, string>()
  /** Houses in which it was looked whether the team still reads of a mistake that is mended. */
  const cleared = new Set<HouseId>()
  /** What is wrong with the folder now, and in which houses the team heard that. */
  let broken: { readonly problems: readonly string[]; readonly heard: Set<HouseId> } | undefined =
    deps.started.from === 'folder' ? undefined : { problems: deps.started.problems, heard: new Set() }
  /** A start without rules is told of in words of its own (src/start-notes.ts). */
  const startTells = deps.started.from === 'reports' ? broken : undefined
  let last: Promise<unknown> = Promise.resolve()

  const guarded = async (house: House, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      desk.log.error({ err: error, house: house.id }, 'the agreements could not be taken over everywhere yet')
      return false
    }
  }

  const tellBroken = async (): Promise<void> => {
    for (const { house } of houses.all()) {
      if (broken === undefined || broken === startTells || broken.heard.has(house.id)) continue
      const { problems, heard } = broken
      const done = await guarded(house, async () => {
        await staffTold(desk, { house: house.id, about: MENDED })
        await tellStaff(desk, {
          house: house.id,
          queueChannelId: house.queueChannelId,
          about: BROKEN,
          says: 'staff.agreements-broken',
          values: { problems: told(problems) },
        })
      })
      if (done) heard.add(house.id)
    }
    desk.outbox.announce()
  }
  /** Only where the team heard that something is wrong, be it before a restart. */
  const tellMended = async (house: House): Promise<void> => {
    const said = [BROKEN, WITHOUT_RULES].map((about) => desk.outbox.target(house.id, keyOf(about)))
    const stands = (await Promise.all(said)).some((one) => one !== undefined && !('over' in one.desired))
    if (!stands) return
    await tellStaff(desk, {
      house: house.id,
      queueChannelId: house.queueChannelId,
      about: MENDED,
      says: 'staff.agreements-mended',
      values: { version: desk.policy.version },
    })
    for (const about of [BROKEN, WITHOUT_RULES]) await staffTold(desk, { house: house.id, about })
  }

  const refuse = async (problems: readonly string[]): Promise<ReadAgain> => {
    if (JSON.stringify(broken?.problems) !== JSON.stringify(problems)) {
      broken = { problems, heard: new Set() }
      desk.log.error(
        { problems, version: desk.policy.version },
        'the agreements could not be read again; the bot goes on with those that it had',
      )
    }
    await tellBroken()
    return { problems }
  }

  const followIn = async (house: House, guild: Guild): Promise<void> => {
    const { version } = desk.policy
    await desk.db.house.updateMany({ where: { id: house.id }, data: { policyVersion: version } })
    // First which channels and roles the agreements name now: the rest is done there.
    await deps.watch.look(guild)
    const now = houses.get(house.id)?.house ?? house
    // Marks of messages that were heard before are written first: none may come back after it was forgotten.
    await houses.flush()
    if (desk.policy.house.reading.way === 'full') await forgetUnread(desk, now, guild, deps.places)
    await desk.duty.hoursRenewed(now.id)
    await wantNotices(desk, now)
    await deps.filters.renewed(now, guild)
    desk.outbox.announce()
    desk.log.info({ house: house.id, version }, 'the house follows its new agreements')
  }
  const follow = async (): Promise<void> => {
    if (broken !== undefined) await tellBroken()
    for (const { house } of houses.all()) {
      if (broken === undefined && !cleared.has(house.id) && (await guarded(house, () => tellMended(house))))
        cleared.add(house.id)
      const { version } = desk.policy
      const guild = deps.guildOf(house)
      if (guild === undefined || (followed.get(house.id) ?? first) === version) continue
      if (await guarded(house, () => followIn(house, guild))) followed.set(house.id, version)
    }
  }
  const mended = async (): Promise<void> => {
    broken = undefined
    for (const { house } of houses.all()) await guarded(house, () => tellMended(house))
    desk.outbox.announce()
  }

  const read = async (): Promise<ReadAgain> => {
    let next: Agreements
    try {
      next = await deps.read(deps.policyFolder)
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      return refuse(error.problems.map(tell))
    }
    const { policy } = inForce.now()
    if (next.policy.house.reading.way !== policy.house.reading.way)
      return refuse([tell(await otherWayOfReading(deps.policyFolder, startTells !== undefined))])
    const same = next.policy.version === policy.version
    if (!same) {
      await deps.arrived()
      // What rules on trial saw is counted under the rules that saw it.
      await desk.trials.flush()
      inForce.take(next)
      desk.log.info({ from: policy.version, to: next.policy.version }, 'the agreements were read again')
      for (const note of notesForStaff(desk.policy, desk.texts(), desk.now())) desk.log.warn(note)
      await follow()
    }
    await mended()
    return same ? 'same' : 'renewed'
  }

  return {
    readAgain() {
      const job = last.then(read)
      last = job.catch(() => undefined)
      return job
    },
    follow,
    stands: () => broken === undefined,
    async settled() {
      await last
    },
  }
}
