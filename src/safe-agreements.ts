import { randomUUID } from 'node:crypto'
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Agreements } from './agreements.ts'
import { HOUSES } from './house/folders.ts'
import type { HouseId } from './house/id.ts'
import type { Log } from './log.ts'
import { loadForReports } from './policy/load.ts'
import { PolicyError, tell } from './policy/problem.ts'
import { compileScreening } from './screening/compile.ts'
import { databaseFile } from './storage/address.ts'

/** Agreements that stand, and where they come from when the folder cannot be used. */
export interface SafeAgreements {
  readonly agreements: Agreements
  /** `last-good`: the copy of those that stood before. `reports`: the house without its rules, which reads nothing. */
  readonly from: 'folder' | 'last-good' | 'reports'
  /** What is wrong with the folder, each with its file. */
  readonly problems: readonly string[]
}

type Read = (folder: string) => Promise<Agreements>
/** Reads the folder of a house, or the one for all. */
export type ReadFor = (folder: string, house?: HouseId) => Promise<Agreements>

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Where the copy stands: beside the database, in the folder `data` where that is a server. */
export const lastGoodFolder = (databaseUrl: string): string =>
  join(databaseUrl.startsWith('file:') ? dirname(databaseFile(databaseUrl)) : 'data', 'last-good-policies')

/** Where the copy of one house stands; that of the folder for all is made without them, and each goes on by itself. */
export const lastGoodOf = (copy: string, house?: HouseId): string =>
  house === undefined ? copy : join(`${copy}-${HOUSES}`, house)

/**
 * Keeps a copy of a folder that stands, for a start at which it does not. The old copy is there until the new one is
 * whole.
 */
export async function keepLastGood(folder: string, copy: string): Promise<void> {
  const draft = `${copy}.${randomUUID()}`
  const old = `${draft}.old`
  await mkdir(dirname(copy), { recursive: true, mode: 0o700 })
  try {
    const houses = resolve(folder, HOUSES)
    const filter = (from: string): boolean => resolve(from) !== houses
    await cp(folder, draft, { recursive: true, dereference: true, filter })
    if (await isThere(copy)) await rename(copy, old)
    await rename(draft, copy)
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(old, { recursive: true, force: true })
  }
}

/** Reads agreements; those that stand are kept for a start at which they do not. */
export const keeping =
  (
    read: Read,
    { lastGoodFolder: copy, log }: { readonly lastGoodFolder?: string; readonly log: Log },
  ): ReadFor =>
  async (folder, house) => {
    const agreements = await read(folder)
    if (copy !== undefined)
      await keepLastGood(folder, lastGoodOf(copy, house)).catch((error: unknown) =>
        log.error({ err: error }, 'the agreements could not be kept for a later start'),
      )
    return agreements
  }

/**
 * Reads the agreements for a start (design decision 10): those in the folder; else the last ones that stood; else those
 * of the house without its rules, so that `/praat`, the hours and reporting still work and nobody is read by rules that
 * nobody agreed on.
 *
 * @param copy - where the last good ones are kept
 * @throws PolicyError when not even that can stand: without channels and roles there is no house
 */
export async function readSafely(folder: string, copy: string, read: Read): Promise<SafeAgreements> {
  try {
    return { agreements: await read(folder), from: 'folder', problems: [] }
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const problems = error.problems.map(tell)
    const before = await read(copy).catch((why: unknown) => {
      if (why instanceof PolicyError) return undefined
      throw why
    })
    if (before !== undefined) return { agreements: before, from: 'last-good', problems }
    const policy = await loadForReports(folder).catch(() => {
      throw error
    })
    const agreements: Agreements = { policy, screening: compileScreening(policy), provisional: true }
    return { agreements, from: 'reports', problems }
  }
}
