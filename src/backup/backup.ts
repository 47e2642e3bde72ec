import { chmod, cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, relative, resolve, isAbsolute } from 'node:path'
import type { Build } from '../health/build.ts'
import { databaseFile } from '../storage/address.ts'
import { askForCopy, controlSocketOf } from './control.ts'
import { BackupError, writingError } from './backup-error.ts'
import { copyClosed, sealCopy } from './database-copy.ts'
import { mirrorKeys } from './mirror-keys.ts'
import { backupsIn, DATABASE, folderNameOf, MANIFEST, type Manifest, POLICIES, sha256Of } from './manifest.ts'

export interface BackupWish {
  readonly databaseUrl: string
  readonly policyFolder: string
  readonly keyFolder: string
  /** The folder around the backups; each gets one of its own in it. */
  readonly to: string
  /** How many to keep; all when left out. */
  readonly keep?: number
  /** Another folder, for the keys; they are left out when it is. */
  readonly keysTo?: string
  readonly build: Build
  readonly now: Date
}

export interface BackupDone {
  readonly folder: string
  readonly bytes: number
  /** Whether a bot was running, and went on. */
  readonly running: boolean
  /** Earlier backups that were removed. */
  readonly pruned: readonly string[]
  /** How many keys stand in the other folder now; undefined when it was not asked. */
  readonly keys: number | undefined
}

/** A draft that old was left by a backup that was killed. */
const ABANDONED_MS = 60 * 60_000
const DRAFT = '.draft-'

/** Whether one path is the other, or lies in it. */
export const liesIn = (inner: string, outer: string): boolean => {
  const way = relative(resolve(outer), resolve(inner))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}
const overlap = (a: string, b: string): boolean => liesIn(a, b) || liesIn(b, a)

/** For the owner only: folders that can be entered, files that can be read. */
async function onlyForOwner(folder: string): Promise<void> {
  await chmod(folder, 0o700)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await onlyForOwner(path)
    else await chmod(path, 0o600)
  }
}

async function clearDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const old = name.startsWith(DRAFT) && Date.now() - (await stat(path)).mtimeMs > ABANDONED_MS
    if (old) await rm(path, { recursive: true, force: true })
  }
}

/** Copies the database as it is at one moment: by the bot that runs, which goes on; or by ourselves when none does. @returns whether one was running */
export async function copyDatabase(file: string, to: string): Promise<boolean> {
  const answer = await askForCopy(controlSocketOf(file), to)
  if (answer === undefined) {
    await copyClosed(file, to)
    return false
  }
  if (!answer.done) throw writingError(to, { code: answer.code ?? 'EACCES' })
  return true
}

/**
 * Makes a backup of the database and the agreements, also while the bot runs: the database as it was at one moment,
 * checked from the first page to the last. Never of the keys, unless they are asked for and go elsewhere: whoever has
 * both can read what should be forgotten (design decision 8).
 *
 * @throws BackupError when it cannot be made; earlier backups are then untouched
 */
export async function makeBackup(wish: BackupWish): Promise<BackupDone> {
  const { databaseUrl, policyFolder, keyFolder, build, now, keysTo } = wish
  if (!databaseUrl.startsWith('file:')) throw new BackupError('postgres')
  const file = databaseFile(databaseUrl)
  if (!existsSync(file)) throw new BackupError('no-database', file)
  const to = resolve(wish.to)
  if (overlap(to, keyFolder)) throw new BackupError('same-disk-place', to)
  if (keysTo !== undefined && (overlap(keysTo, to) || overlap(keysTo, keyFolder)))
    throw new BackupError('same-disk-place', resolve(keysTo))

  const draft = join(to, `${DRAFT}${folderNameOf(now)}`)
  const folder = join(to, folderNameOf(now))
  let running: boolean
  let manifest: Manifest
  try {
    await mkdir(to, { recursive: true, mode: 0o700 })
    await clearDrafts(to)
    await mkdir(draft, { mode: 0o700 })
    running = await copyDatabase(file, join(draft, DATABASE))
    sealCopy(join(draft, DATABASE))
    await cp(policyFolder, join(draft, POLICIES), { recursive: true, dereference: true })
    manifest = {
      format: 1,
      takenAt: now.toISOString(),
      version: build.version,
      commit: build.commit ?? null,
      database: {
        sha256: await sha256Of(join(draft, DATABASE)),
        bytes: (await stat(join(draft, DATABASE))).size,
      },
    }
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    await onlyForOwner(draft)
    // Only now it is a backup: what is half done never has this name.
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw writingError(to, error)
  }
  const keys = keysTo === undefined ? undefined : await mirrorKeys(keyFolder, keysTo)
  const pruned = wish.keep === undefined ? [] : (await backupsIn(to)).slice(Math.max(1, wish.keep))
  for (const old of pruned) await rm(old, { recursive: true, force: true })
  return { folder, bytes: manifest.database.bytes, running, pruned, keys }
}
