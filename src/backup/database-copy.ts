import { closeSync, openSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { StorageError } from '../storage/errors.ts'
import { checkOurs, migrationsFolder } from '../storage/migrate.ts'
import { openSqlite } from '../storage/statements.ts'
import { BackupError } from './backup-error.ts'

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** Waits this long for a bot that is just stopping. */
const BUSY_MS = 1_000

/** Runs `work` on a database that nobody else has open. @throws BackupError `in-use` when somebody has */
async function alone<T>(file: string, work: (db: Database.Database) => T | Promise<T>): Promise<T> {
  const db = openSqlite(file, { timeout: BUSY_MS, fileMustExist: true })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return await work(db)
  } catch (error) {
    throw codeOf(error).startsWith('SQLITE_BUSY') ? new BackupError('in-use', file, error) : error
  } finally {
    db.close()
  }
}

/** Copies a database that no bot runs on. */
export const copyClosed = (file: string, to: string): Promise<void> =>
  alone(file, async (db) => {
    closeSync(openSync(to, 'wx', 0o600))
    await db.backup(to)
  })

/** Whether a bot (or anybody else) has the database open. */
export async function isOpenElsewhere(file: string): Promise<boolean> {
  try {
    await alone(file, () => undefined)
    return false
  } catch (error) {
    if (error instanceof BackupError && error.code === 'in-use') return true
    // Whatever else is wrong with it: nobody has it.
    return false
  }
}

/**
 * Checks a copy from the first page to the last, and makes it one file that needs no log beside it.
 *
 * @throws BackupError `damaged`
 */
export function sealCopy(file: string): void {
  const db = openSqlite(file, { fileMustExist: true })
  try {
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = DELETE')
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new BackupError('damaged')
  } catch (error) {
    throw /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error)) ? new BackupError('damaged', '', error) : error
  } finally {
    db.close()
    for (const beside of ['-wal', '-shm', '-journal']) rmSync(`${file}${beside}`, { force: true })
  }
}

/** Whether this version can work with a backup. @throws BackupError `backup-newer` or `backup-damaged` */
export function checkBackup(file: string, folder: string): void {
  const db = openSqlite(file, { readonly: true, fileMustExist: true })
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new BackupError('backup-damaged', folder)
    checkOurs(db, file, migrationsFolder())
  } catch (error) {
    if (error instanceof BackupError) throw error
    if (error instanceof StorageError && error.code === 'newer-version')
      throw new BackupError('backup-newer', folder, error)
    throw new BackupError('backup-damaged', folder, error)
  } finally {
    db.close()
  }
}
