import { createInForce, type InForce, readAgreements } from './agreements.ts'
import { folderOf, housesIn } from './house/folders.ts'
import type { HouseId } from './house/id.ts'
import type { Log } from './log.ts'
import { PolicyError, tell } from './policy/problem.ts'
import { lastGoodOf, readSafely, type SafeAgreements } from './safe-agreements.ts'

/** How a start found the agreements of a house; `nothing`: not even its channels and roles could be used. */
export type Start =
  | Pick<SafeAgreements, 'from' | 'problems'>
  | { readonly from: 'nothing'; readonly problems: readonly string[] }

/** What a start found. */
export interface Started {
  readonly inForce: InForce
  /** How it was for a house: by its own folder, where it has one, else by the one for all. */
  of(house?: HouseId): Start
}

export interface StartOptions {
  readonly policyFolder: string
  readonly lastGoodFolder?: string
  readonly readAgreements?: typeof readAgreements
  /** The agreements of the house that is shipped are told to nobody: on real Discord. */
  readonly refusesExample?: boolean
  readonly log: Log
  /** Which houses this process serves; every one when it is left out. */
  readonly serves?: ((house: string) => boolean) | undefined
}

const SAYS: Readonly<Record<Exclude<Start['from'], 'folder'>, string>> = {
  'last-good': 'the agreements cannot be used; the bot starts with the last ones that could',
  reports: 'the agreements cannot be used; the bot starts without rules and reads nothing',
  nothing: 'nothing of the agreements of this house can be used; it stays shut until they are mended',
}

async function read(options: StartOptions, house?: HouseId): Promise<SafeAgreements> {
  const { lastGoodFolder: copy, readAgreements: from = readAgreements, log } = options
  const folder = folderOf(options.policyFolder, house)
  if (copy === undefined) return { agreements: await from(folder), from: 'folder', problems: [] }
  const found = await readSafely(folder, lastGoodOf(copy, house), from)
  if (found.from !== 'folder')
    log.error({ ...(house === undefined ? {} : { house }), problems: found.problems }, SAYS[found.from])
  return found
}

/**
 * Reads the agreements for a start: those in the folder for all houses, then those of each house with a folder of its own.
 * A folder of a house that is broken stops that house alone.
 *
 * @throws PolicyError when the folder for all cannot stand
 */
export async function startAgreements(options: StartOptions): Promise<Started> {
  const { log, policyFolder, serves } = options
  const all = await read(options)
  const inForce = createInForce(all.agreements, options.refusesExample)
  const own = new Map<HouseId, Start>()
  const { houses, problems } = await housesIn(policyFolder)
  for (const problem of problems) log.warn({ problem: tell(problem) }, 'this is no folder of a house')
  for (const house of houses) {
    if (serves?.(house) === false) continue
    try {
      const found = await read(options, house)
      inForce.take(found.agreements, house)
      own.set(house, found)
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      const told = error.problems.map(tell)
      log.error({ house, problems: told }, SAYS.nothing)
      inForce.shut(house)
      own.set(house, { from: 'nothing', problems: told })
    }
  }
  return { inForce, of: (house) => (house === undefined ? undefined : own.get(house)) ?? all }
}
