import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type Database from 'better-sqlite3'
import { PrismaClient } from '../generated/sqlite/client.ts'
import { databaseFile } from './address.ts'
import { type Db, PATIENCE } from './db.ts'
import { StorageError, storageErrorOf } from './errors.ts'
import { checkOurs, migrate, migrationsFolder } from './migrate.ts'
import { knowDriver } from './plain.ts'
import { isPostgresAddress } from './postgres/address.ts'
import { onlyProcess, type Processes } from './processes.ts'
import { connectSqlite, type SqliteConnection } from './sqlite-adapter.ts'
import type { Written } from './still.ts'
import { createTrouble, sqliteTroubleOf, type Trouble } from './trouble.ts'
import { compileWasmOnce } from './wasm.ts'

export { StorageError, type StorageErrorCode } from './errors.ts'

export interface Storage {
  readonly db: Db
  /** What this process knows of others on the same database. */
  readonly processes: Processes
  /**
   * Clears the place of what was forgotten. SQLite: what is in the write-ahead log goes into the file and the log is
   * emptied, so that overwritten pages are gone. PostgreSQL: the place may be written over (docs/running.md).
   */
  checkpoint(): Promise<void>
  /** Whether storing works, as far as was seen. */
  readonly trouble: Trouble
  /** Absent where other processes write too. */
  readonly written?: Written
  /**
   * Copies the database, as it is at one moment, to a new file while the bot goes on; absent where the database has
   * tools of its own for that.
   */
  readonly copyTo?: (file: string) => Promise<void>
  close(): Promise<void>
}

/** Long enough for a predecessor that is just stopping; it blocks the event loop, but only while starting. */
const BUSY_TIMEOUT_MS = 1_000

/**
 * Opens the database and brings it up to date. The folder and file of SQLite are made when they are not there; a
 * database on a PostgreSQL server must be.
 *
 * @param url - `file:./data/huisbot.db`, `file:///absolute/path.db` or `postgresql://user:password@host/database`
 * @param options.migrations - another migrations folder than that of this package, for tests
 * @throws StorageError one sentence that says what is wrong and what to do; nothing is lost or half done
 */
export const openStorage = async (
  url: string,
  options: { readonly migrations?: string } = {},
): Promise<Storage> => {
  compileWasmOnce()
  // Looked up only by who uses it: the client of PostgreSQL takes some tens of megabytes.
  if (isPostgresAddress(url)) return (await import('./postgres/open.ts')).openPostgres(url, options)
  const file = databaseFile(url)
  let opened: SqliteConnection | undefined
  try {
    makeFile(file)
    const trouble = createTrouble(
      sqliteTroubleOf,
      async () => probe(opened),
      () => opened?.connection.pragma('query_only = ON'),
    )
    opened = await connectSqlite(file, BUSY_TIMEOUT_MS, (error) => trouble.note(error))
    const migrations = options.migrations ?? migrationsFolder()
    refuseUnfit(opened.connection, file, migrations)
    prepare(opened.connection)
    const changed = migrate(opened.connection, file, migrations).length > 0
    // The tables stand in the file itself from the start: a log that gets lost takes rows with it, not the house.
    if (changed) opened.connection.pragma('wal_checkpoint(TRUNCATE)')
    const db = new PrismaClient({ adapter: opened.factory, transactionOptions: PATIENCE })
    knowDriver(db, opened.driver)
    await db.$connect()
    return storageOf(db, opened.connection, trouble)
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
  connection.pragma('journal_mode = WAL')
  // better-sqlite3 builds SQLite with NORMAL for WAL, which may lose the last commits when the power fails.
  connection.pragma('synchronous = FULL')
  // Overwrites what is deleted or shortened with zeros, instead of leaving words in free pages.
  connection.pragma('secure_delete = ON')
  // Without it a REPLACE deletes an audit line and its trigger is not asked.
  connection.pragma('recursive_triggers = ON')
}

/** Above this the look at the start takes seconds; `npm run doctor` looks at any size. */
const CHECKED_AT_START_BYTES = 256 * 1024 * 1024

/**
 * Looks before the first byte is written. A damaged page is otherwise met only when somebody needs what stands on it,
 * after days of writing around it.
 */
const refuseUnfit = (connection: Database.Database, file: string, migrations: string): void => {
  // One process owns the file: a second one is refused at its first query, and the lock dies with the process, also
  // when that is killed. Must stand before the first use of the log, which then needs no shared memory.
  connection.pragma('locking_mode = EXCLUSIVE')
  checkOurs(connection, file, migrations)
  if (statSync(file).size > CHECKED_AT_START_BYTES) return
  const found = connection.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new StorageError('damaged', file)
}

/** Room for a flag with all that hangs on it. */
const ROOM_BYTES = 64 * 1024

/**
 * Writes as much as a flag takes and takes it away, in one transaction that nobody sees half of. A smaller write says
 * nothing: the last free pages of a full disk still take one.
 */
const probe = async (opened: SqliteConnection | undefined): Promise<void> => {
  if (opened === undefined) return
  const adapter = await opened.factory.connect()
  await adapter.executeScript(
    `BEGIN IMMEDIATE; CREATE TABLE "_room" (room BLOB); INSERT INTO "_room" VALUES (zeroblob(${ROOM_BYTES}));
     DROP TABLE "_room"; COMMIT;`,
  )
}

/** Pages of 4 kB in one turn of the event loop: about a millisecond. */
const COPIED_PAGES = 250

const storageOf = (db: Db, connection: Database.Database, trouble: Trouble): Storage => {
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
  const copyTo = async (target: string): Promise<void> => {
    // The file is made first, for its owner only; SQLite keeps the rights of a file that is there.
    closeSync(openSync(target, 'wx', 0o600))
    // In parts, with a turn of the event loop between them: nobody waits for a large database.
    await connection.backup(target, { progress: () => COPIED_PAGES })
  }
  const total = connection.prepare<[], { rows: number }>('SELECT total_changes() AS rows')
  const written: Written = () => total.get()?.rows ?? 0
  const processes = onlyProcess()
  return { db, processes, checkpoint, trouble, written, copyTo, close: () => (closing ??= close()) }
}
