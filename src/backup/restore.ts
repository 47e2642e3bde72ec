import { existsSync } from 'node:fs'
import { chmod, copyFile, cp, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { databaseFile } from '../storage/address.ts'
import { RESTORED_CURSOR } from '../storage/cursors.ts'
import { openStorage } from '../storage/open.ts'
import { snowflakeAt } from '../storage/snowflake.ts'
import { BackupError, writingError } from './backup-error.ts'
import { controlSocketOf, isAnswered } from './control.ts'
import { checkBackup, isOpenElsewhere } from './database-copy.ts'
import {
  backupsIn,
  DATABASE,
  folderNameOf,
  type Manifest,
  POLICIES,
  readManifest,
  sha256Of,
} from './manifest.ts'

export interface RestoreWish {
  readonly databaseUrl: string
  readonly policyFolder: string
  /** A backup, or the folder around several: then the newest. */
  readonly from: string
  /** Put it in the place of the database that is there. */
  readonly replace: boolean
  /** Put the agreements back as well. */
  readonly policies: boolean
  readonly now: Date
}

export interface RestoreDone {
  readonly backup: string
  readonly takenAt: Date
  readonly database: string
  /** Where the database that was there stands now; undefined when there was none. */
  readonly aside: string | undefined
  /** Where the agreements that were there stand now; undefined when they were not put back. */
  readonly policiesAside: string | undefined
}

async function findBackup(from: string): Promise<{ folder: string; manifest: Manifest }> {
  const folder = resolve(from)
  const own = await readManifest(folder)
  if (own !== undefined) return { folder, manifest: own }
  const [newest] = await backupsIn(folder)
  const manifest = newest === undefined ? undefined : await readManifest(newest)
  if (newest === undefined || manifest === undefined) throw new BackupError('no-backup', folder)
  return { folder: newest, manifest }
}

/**
 * Tells the bot, in the database itself, that it wakes up in the past: it looks for its own messages before it posts
 * (src/discord/after-restore.ts), also those that were wanted at that time and may have been posted since.
 *
 * @param databaseUrl - a database that no bot runs on
 * @param takenAt - from when it is
 */
export async function markRestored(databaseUrl: string, takenAt: Date): Promise<void> {
  const storage = await openStorage(databaseUrl)
  try {
    const { db } = storage
    await db.outboxTarget.updateMany({
      where: { nextTry: { not: null }, messageId: null, attemptedAt: null },
      data: { attemptedAt: takenAt },
    })
    const handledUpTo = snowflakeAt(takenAt)
    for (const { id: houseId } of await db.house.findMany({ select: { id: true } })) {
      await db.channelCursor.upsert({
        where: { houseId_channelId: { houseId, channelId: RESTORED_CURSOR } },
        create: { houseId, channelId: RESTORED_CURSOR, handledUpTo },
        update: { handledUpTo },
      })
    }
  } finally {
    await storage.close()
  }
}

/** Resolves when a file is on the disk itself. */
async function onDisk(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Moves the database with its log aside: nothing is ever deleted by putting a backup back. */
async function moveAside(file: string, now: Date): Promise<string | undefined> {
  if (!existsSync(file)) return undefined
  const aside = `${file}.before-${folderNameOf(now)}`
  // The log first: left alone beside another file it would be read into that.
  for (const beside of ['-wal', '-shm', '-journal'])
    if (existsSync(`${file}${beside}`)) await rename(`${file}${beside}`, `${aside}${beside}`)
  await rename(file, aside)
  return aside
}

/**
 * Puts a backup back.
 *
 * @throws BackupError when it cannot: the backup is not whole, a bot runs, or a database is there already
 */
export async function restoreBackup(wish: RestoreWish): Promise<RestoreDone> {
  if (!wish.databaseUrl.startsWith('file:')) throw new BackupError('postgres')
  const database = databaseFile(wish.databaseUrl)
  const { folder, manifest } = await findBackup(wish.from)
  const source = join(folder, DATABASE)
  if (!existsSync(source) || (await sha256Of(source)) !== manifest.database.sha256)
    throw new BackupError('backup-damaged', folder)
  checkBackup(source, folder)
  if (existsSync(database)) {
    if ((await isAnswered(controlSocketOf(database))) || (await isOpenElsewhere(database)))
      throw new BackupError('running', database)
    if (!wish.replace) throw new BackupError('exists', database)
  }
  const takenAt = new Date(manifest.takenAt)
  const draft = `${database}.restoring`
  let aside: string | undefined
  try {
    await mkdir(dirname(database), { recursive: true, mode: 0o700 })
    for (const beside of ['', '-wal', '-shm']) await rm(`${draft}${beside}`, { force: true })
    await copyFile(source, draft)
    await chmod(draft, 0o600)
    await markRestored(`file://${draft}`, takenAt)
    await onDisk(draft)
    aside = await moveAside(database, wish.now)
    await rename(draft, database)
  } catch (error) {
    for (const beside of ['', '-wal', '-shm']) await rm(`${draft}${beside}`, { force: true })
    throw writingError(dirname(database), error)
  }
  const policiesAside = wish.policies ? await putPoliciesBack(folder, wish) : undefined
  return { backup: folder, takenAt, database, aside, policiesAside }
}

async function putPoliciesBack(
  folder: string,
  { policyFolder, now }: RestoreWish,
): Promise<string | undefined> {
  const target = resolve(policyFolder)
  const draft = `${target}.restoring`
  await rm(draft, { recursive: true, force: true })
  await cp(join(folder, POLICIES), draft, { recursive: true })
  const aside = existsSync(target) ? `${target}.before-${folderNameOf(now)}` : undefined
  if (aside !== undefined) await rename(target, aside)
  await rename(draft, target)
  return aside
}
