import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { PrismaClient } from '../generated/sqlite/client.ts'
import { databaseFile } from './address.ts'
import type { Db } from './db.ts'
import { storageErrorOf } from './errors.ts'
import { migrate, migrationsFolder } from './migrate.ts'
import { connectSqlite, type SqliteConnection } from './sqlite-adapter.ts'

export { StorageError, type StorageErrorCode } from './errors.ts'

export interface Storage {
  readonly db: Db
  /** Moves what is in the write-ahead log into the file and empties the log, so that overwritten pages are gone. */
  checkpoint(): Promise<void>
  close(): Promise<void>
}

/** Long enough for a predecessor that is just stopping; it blocks the event loop, but only while starting. */
const BUSY_TIMEOUT_MS = 1_000

/**
 * Opens the database, making its folder and file when they are not there, and brings it up to date.
 *
 * @param url - `file:./data/huisbot.db` or `file:///absolute/path.db`
 * @param options.migrations - another migrations folder than that of this package, for tests
 * @throws StorageError one sentence that says what is wrong and what to do; nothing is lost or half done
 */
export const openStorage = async (
  url: string,
  options: { readonly migrations?: string } = {},
): Promise<Storage> => {
  const file = databaseFile(url)
  let opened: SqliteConnection | undefined
  try {
    makeFile(file)
    opened = await connectSqlite(file, BUSY_TIMEOUT_MS)
    prepare(opened.connection)
    migrate(opened.connection, file, options.migrations ?? migrationsFolder())
    const db = new PrismaClient({ adapter: opened.factory })
    await db.$connect()
    return storageOf(db, opened.connection)
  } catch (error) {
    opened?.connection.close()
    throw storageErrorOf(error, file)
  }
}

/** Readable for its owner only: it holds ids and sealed text. SQLite gives its log the rights of the file. */
const makeFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
}

const prepare = (connection: Database.Database): void => {
  // One process owns the file: a second one is refused at its first query, and the lock dies with the process, also
  // when that is killed. Must stand before the first use of the log, which then needs no shared memory.
  connection.pragma('locking_mode = EXCLUSIVE')
  connection.pragma('journal_mode = WAL')
  // better-sqlite3 builds SQLite with NORMAL for WAL, which may lose the last commits when the power fails.
  connection.pragma('synchronous = FULL')
  // Overwrites what is deleted or shortened with zeros, instead of leaving words in free pages.
  connection.pragma('secure_delete = ON')
  // Without it a REPLACE deletes an audit line and its trigger is not asked.
  connection.pragma('recursive_triggers = ON')
}

const storageOf = (db: Db, connection: Database.Database): Storage => {
  const checkpoint = async (): Promise<void> => {
    await db.$queryRawUnsafe('PRAGMA wal_checkpoint(TRUNCATE)')
  }
  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    try {
      await checkpoint()
    } finally {
      await db.$disconnect()
      if (connection.open) connection.close()
    }
  }
  return { db, checkpoint, close: () => (closing ??= close()) }
}
