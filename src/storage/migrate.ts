import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type Database from 'better-sqlite3'
import { StorageError } from './errors.ts'

/** One migration as it lies in the folder. The checksum is the one that Prisma's own tools write. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}
/** One line of Prisma's own table. */
export interface AppliedRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: unknown
  readonly rolled_back_at: unknown
}

/**
 * The migrations folder of this package, found upwards: from src/storage when run from source, from dist/ when built.
 *
 * @param database - each of both has a history of its own
 */
export const migrationsFolder = (
  from: string = import.meta.dirname,
  database: 'sqlite' | 'postgresql' = 'sqlite',
): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'prisma', database, 'migrations')
    if (existsSync(join(folder, 'package.json')) && existsSync(candidate)) return candidate
    if (dirname(folder) === folder) throw new StorageError('migrations-missing', '')
  }
}

/**
 * The migrations that lie in a folder, oldest first.
 *
 * @throws StorageError `migrations-missing` when there is none
 */
export const loadMigrations = (folder: string): readonly Migration[] => {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      // A checkout on Windows may have turned the line ends; the migration is the same one.
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
  if (found.length === 0) throw new StorageError('migrations-missing', '')
  return found
}

/**
 * Which migrations are still to be applied.
 *
 * @param file - what to call the database in an error
 * @throws StorageError when the database is newer than these files, was not made by them, or was left halfway
 */
export const pendingOf = (
  known: readonly Migration[],
  rows: readonly AppliedRow[],
  file: string,
): readonly Migration[] => {
  const applied = rows.filter((row) => row.rolled_back_at === null)
  if (applied.some((row) => row.finished_at === null)) throw new StorageError('migration-unfinished', file)
  if (applied.some((row) => !known.some(({ name }) => name === row.migration_name))) {
    throw new StorageError('newer-version', file)
  }
  for (const { name, checksum } of known) {
    const row = applied.find((candidate) => candidate.migration_name === name)
    if (row !== undefined && row.checksum !== checksum) throw new StorageError('migration-changed', file)
  }
  return known.filter(({ name }) => !applied.some((row) => row.migration_name === name))
}

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`

const hasTables = (db: Database.Database): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' LIMIT 1`).get() !== undefined
const hasHistory = (db: Database.Database): boolean =>
  db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = '_prisma_migrations'`).get() !==
  undefined
const prismaTime = (): string => new Date().toISOString().replace('Z', '+00:00')

/**
 * Whether this version can work with a database, without writing anything.
 *
 * @returns the migrations that it would apply
 * @throws StorageError when it is another program's, newer, or not made by these files
 */
export const checkOurs = (db: Database.Database, file: string, folder: string): readonly Migration[] => {
  const known = loadMigrations(folder)
  if (!hasHistory(db)) {
    if (hasTables(db)) throw new StorageError('other-program', file)
    return known
  }
  const rows = db.prepare('SELECT * FROM "_prisma_migrations"').all() as readonly AppliedRow[]
  return pendingOf(known, rows, file)
}

/**
 * Brings the database up to date: all pending migrations in one exclusive transaction, in Prisma's own table and with
 * its checksums, so that both this and `prisma migrate` can go on from each other. The CLI is not needed to run.
 *
 * @returns the names of the migrations that were applied now
 * @throws StorageError when the database is another program's, newer, or not made by these files; nothing is changed
 */
export const migrate = (db: Database.Database, file: string, folder: string): readonly string[] => {
  const known = loadMigrations(folder)
  // Has no effect inside a transaction, so before it; a migration that rebuilds a table needs it off.
  db.pragma('foreign_keys = OFF')
  try {
    return db
      .transaction(() => {
        if (!hasHistory(db) && hasTables(db)) throw new StorageError('other-program', file)
        db.exec(HISTORY)
        const rows = db.prepare('SELECT * FROM "_prisma_migrations"').all() as readonly AppliedRow[]
        const pending = pendingOf(known, rows, file)
        for (const migration of pending) apply(db, migration, file)
        if (pending.length > 0 && (db.pragma('foreign_key_check') as unknown[]).length > 0) {
          throw new StorageError('migration-failed', file)
        }
        return pending.map(({ name }) => name)
      })
      .exclusive()
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

const apply = (db: Database.Database, { name, sql, checksum }: Migration, file: string): void => {
  const started = prismaTime()
  try {
    db.exec(sql)
  } catch (error) {
    throw new StorageError('migration-failed', file, error)
  }
  db.prepare(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES (?, ?, ?, ?, ?, 1)`,
  ).run(randomUUID(), checksum, prismaTime(), name, started)
}
