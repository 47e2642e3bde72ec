import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { StorageError } from '../errors.ts'
import { type AppliedRow, loadMigrations, type Migration, pendingOf } from '../migrate.ts'

const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`

/** The number under which Prisma's own tools take turns, so that these and they do as well. */
const TURN = 72_707_369

const tables = async (client: Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
  )
  return rows.map(({ name }) => name)
}

/**
 * Brings the database up to date, as `migrate` does for SQLite: all pending migrations in one transaction, in Prisma's
 * own table and with its checksums. Of several processes that start at once one does it and the others wait.
 *
 * @param at - what to call the database in an error
 * @returns the names of the migrations that were applied now
 * @throws StorageError when the database is another program's, newer, or not made by these files; nothing is changed
 */
export const migratePostgres = async (
  client: Client,
  at: string,
  folder: string,
): Promise<readonly string[]> => {
  const known = loadMigrations(folder)
  await client.query('BEGIN')
  try {
    // Until the end of the transaction, also when this process is killed.
    await client.query('SELECT pg_advisory_xact_lock($1)', [TURN])
    const there = await tables(client)
    if (there.length > 0 && !there.includes('_prisma_migrations')) throw new StorageError('other-program', at)
    await client.query(HISTORY)
    const { rows } = await client.query<AppliedRow>('SELECT * FROM "_prisma_migrations"')
    const pending = pendingOf(known, rows, at)
    for (const migration of pending) await apply(client, migration, at)
    await client.query('COMMIT')
    return pending.map(({ name }) => name)
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** What says that the server or the user cannot do it, rather than that the migration is wrong. */
const NOT_ITS_FAULT = ['42501', '53100', '57P01', '57014']

const apply = async (client: Client, { name, sql, checksum }: Migration, at: string): Promise<void> => {
  try {
    await client.query(sql)
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (NOT_ITS_FAULT.some((other) => other === code)) throw error
    throw new StorageError('migration-failed', at, error)
  }
  await client.query(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
     VALUES ($1, $2, clock_timestamp(), $3, 1)`,
    [randomUUID(), checksum, name],
  )
}
