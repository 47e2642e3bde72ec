import { basename, join, resolve } from 'node:path'
import type { Guild } from 'discord.js'
import type { Agreements, InForce } from '../agreements.ts'
import { folderOf, housesIn } from '../house/folders.ts'
import type { HouseId } from '../house/id.ts'
import { notesForStaff } from '../house/notes.ts'
import { problemsOf } from '../house/settings.ts'
import { PolicyError, type Problem, tell } from '../policy/problem.ts'
import { readSource } from '../policy/source.ts'
import type { ReadFor } from '../safe-agreements.ts'
import type { Started } from '../start-agreements.ts'
import type { House } from './desk.ts'
import { type FollowDeps, followIn, tellBroken, tellMended } from './renew-house.ts'

/** `problems`: the bot goes on with the agreements that it had; each is a line with its file. */
export type ReadAgain = 'same' | 'renewed' | { readonly problems: readonly string[] }
/** What became of settings that a house saved; `afterRestart`: another way of reading needs another connection. */
export interface Settled {
  readonly afterRestart: boolean
}

/** The agreements of all houses, read again while the bot runs. */
export interface Renewal {
  /**
   * Reads each folder again and works with what stands there, whole; or with nothing of it, when it cannot stand. What is
   * wrong with the folder of one house holds up no other.
   */
  readAgain(): Promise<ReadAgain>
  /** A house saved settings: from here on they hold, and its server follows. */
  settle(house: HouseId): Promise<Settled>
  /** Does what still must follow in houses where it could not be done yet. */
  follow(): Promise<void>
  /** Whether what stands in the folders is what the bot works with, as they were read last. */
  stands(): boolean
  /** Resolves when no reading is under way. */
  settled(): Promise<void>
}

export interface RenewalDeps extends FollowDeps {
  readonly inForce: InForce
  /** What the bot was started with: a folder may have been broken then already. */
  readonly started: Pick<Started, 'of'>
  readonly policyFolder: string
  readonly read: ReadFor
  /** Which houses this process serves; every one when it is left out. */
  readonly serves?: ((house: string) => boolean) | undefined
  readonly guildOf: (house: Pick<House, 'id'>) => Guild | undefined
}

/** What is wrong with a folder, or with it under the settings of a house, and in which houses the team heard that. */
interface Broken {
  readonly problems: readonly string[]
  readonly heard: Set<HouseId>
  /** A start without rules is told of in words of its own (src/start-notes.ts). */
  readonly startTells?: true
}
/** The folder of one house, or the one for all. */
type Key = HouseId | 'all'

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

/** A folder that is gone is more likely being copied than taken back; another house's agreements are never guessed. */
const GONE: Problem['message'] =
  'Deze map is er niet meer. Zet ze terug. Wil je dat de afspraken van alle huizen hier gelden? Start de bot dan opnieuw.'

/**
 * Reads the agreements again while the bot runs. Those of a folder hold from one moment on, or none of them: what is begun
 * before that moment is finished with the version that it began with (`desk.of`). What cannot stand changes nothing; the
 * team hears it once, and once more when it is mended.
 */
export function createRenewal(deps: RenewalDeps): Renewal {
  const { desk, inForce, houses } = deps
  const broken = new Map<Key, Broken>()
  /** Houses in which it was looked whether the team still reads of a mistake that is mended. */
  const cleared = new Set<HouseId>()
  /** Houses that go on with what stood for all before. */
  const held = new Set<HouseId>()
  let last: Promise<unknown> = Promise.resolve()

  const note = (key: Key, house?: HouseId): void => {
    const { from, problems } = deps.started.of(house)
    if (from === 'folder') return
    broken.set(key, { problems, heard: new Set(), ...(from === 'reports' ? { startTells: true } : {}) })
  }
  note('all')
  for (const house of inForce.withFolder()) note(house, house)

  const keyFor = (house: HouseId): Key => (ownFolders().includes(house) ? house : 'all')
  const ownFolders = (): readonly HouseId[] => [...inForce.withFolder()].filter((house) => !held.has(house))
  /** What is wrong for a house: with its folder, or with what it set over the one for all. */
  const brokenFor = (house: HouseId): Broken | undefined => broken.get(house) ?? broken.get(keyFor(house))

  const guarded = async (house: House, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      desk.log.error({ err: error, house: house.id }, 'the agreements could not be taken over everywhere yet')
      return false
    }
  }
  const sayBroken = async (): Promise<void> => {
    for (const { house } of houses.all()) {
      const wrong = brokenFor(house.id)
      if (wrong === undefined || wrong.startTells === true || wrong.heard.has(house.id)) continue
      if (await guarded(house, () => tellBroken(desk, house, wrong.problems))) wrong.heard.add(house.id)
    }
    desk.outbox.announce()
  }
  const refuse = async (key: Key, problems: readonly string[]): Promise<ReadAgain> => {
    const before = broken.get(key)
    if (JSON.stringify(before?.problems) !== JSON.stringify(problems)) {
      broken.set(key, { problems, heard: new Set() })
      desk.log.error(
        {
          problems,
          ...(key === 'all' ? {} : { house: key }),
          version: desk.of(key === 'all' ? undefined : key).policy.version,
        },
        'the agreements could not be read again; the bot goes on with those that it had',
      )
    }
    await sayBroken()
    return { problems }
  }
  const mended = async (key: Key): Promise<void> => {
    broken.delete(key)
    for (const { house } of houses.all())
      if (brokenFor(house.id) === undefined && (key === 'all' || key === house.id))
        await guarded(house, () => tellMended(desk, house))
    desk.outbox.announce()
  }

  const follow = async (): Promise<void> => {
    if (broken.size > 0) await sayBroken()
    for (const entry of houses.all()) {
      const { house } = entry
      const fine = brokenFor(house.id) === undefined
      if (fine && !cleared.has(house.id) && (await guarded(house, () => tellMended(desk, house))))
        cleared.add(house.id)
      const { policy } = desk.of(house.id)
      const guild = deps.guildOf(house)
      if (guild === undefined || entry.agreed.version === policy.version) continue
      const done = await guarded(house, () => followIn(deps, entry, guild))
      const now = houses.get(house.id)
      if (done && now !== undefined) now.agreed = policy
    }
  }

  /** What keeps a house from standing with what it set over those agreements. */
  const misfit = ({ policy }: Agreements, house: HouseId): readonly string[] =>
    problemsOf(policy, inForce.settingsOf(house)).map(tell)
  /**
   * The folder for all can say what does not fit what a house set: that house goes on with what it had, until one of both
   * is changed.
   */
  const holdBack = async (next: Agreements): Promise<void> => {
    const fits = [...inForce.withSettings()].filter((house) => !ownFolders().includes(house))
    for (const house of fits) {
      const problems = misfit(next, house)
      if (problems.length === 0) {
        if (held.delete(house)) inForce.leave(house)
        broken.delete(house)
        continue
      }
      if (!held.has(house) && next.policy.version !== inForce.inFolder(house).policy.version) {
        held.add(house)
        inForce.take(inForce.inFolder(house), house)
      }
      await refuse(house, problems)
    }
  }
  const take = async (next: Agreements, house: HouseId | undefined, from: string): Promise<void> => {
    await deps.arrived()
    // What rules on trial saw is counted under the rules that saw it.
    await desk.trials.flush()
    inForce.take(next, house)
    const now = desk.of(house)
    desk.log.info(
      { ...(house === undefined ? {} : { house }), from, to: next.policy.version },
      'the agreements were read again',
    )
    for (const line of notesForStaff(now.policy, now.texts(), now.now())) desk.log.warn(line)
  }
  const readOne = async (house?: HouseId): Promise<ReadAgain> => {
    const key = house ?? 'all'
    const folder = folderOf(deps.policyFolder, house)
    let next: Agreements
    try {
      next = await deps.read(folder, house)
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      return refuse(key, error.problems.map(tell))
    }
    const { policy } = inForce.inFolder(house)
    const { way } = next.policy.house.reading
    if (!inForce.hears(way))
      return refuse(key, [tell(await otherWayOfReading(folder, broken.get(key)?.startTells === true))])
    const unfit = house === undefined ? [] : misfit(next, house)
    if (unfit.length > 0) return refuse(key, unfit)
    if (house === undefined) await holdBack(next)
    const isNew = house !== undefined && !ownFolders().includes(house)
    const same = !isNew && next.policy.version === policy.version
    if (!same) {
      await take(next, house, policy.version)
      await follow()
      const guild = house === undefined ? undefined : deps.guildOf({ id: house })
      if (guild !== undefined && houses.get(guild.id) === undefined) deps.reopen(guild)
    }
    await mended(key)
    return same ? 'same' : 'renewed'
  }

  const readAll = async (): Promise<ReadAgain> => {
    const found = (await housesIn(deps.policyFolder)).houses.filter((house) => deps.serves?.(house) !== false)
    const results: ReadAgain[] = []
    const faults: unknown[] = []
    for (const house of [undefined, ...found]) {
      try {
        results.push(await readOne(house))
      } catch (error) {
        faults.push(error)
      }
    }
    for (const house of ownFolders().filter((one) => !found.includes(one)))
      results.push(await refuse(house, [tell({ file: folderOf(deps.policyFolder, house), message: GONE })]))
    if (faults.length > 0) throw faults[0]
    const problems = results.flatMap((one) => (typeof one === 'string' ? [] : one.problems))
    if (problems.length > 0) return { problems }
    return results.includes('renewed') ? 'renewed' : 'same'
  }
  const settle = async (house: HouseId): Promise<Settled> => {
    const { settings } = await desk.settings.read(house)
    await deps.arrived()
    await desk.trials.flush()
    inForce.set(house, settings)
    if (misfit(inForce.inFolder(house), house).length === 0) broken.delete(house)
    await follow()
    return { afterRestart: settings.reading !== undefined && !inForce.hears(settings.reading.way) }
  }
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const job = last.then(work)
    last = job.catch(() => undefined)
    return job
  }

  return {
    readAgain: () => inLine(readAll),
    settle: (house) => inLine(() => settle(house)),
    follow,
    stands: () => broken.size === 0,
    async settled() {
      await last
    },
  }
}
