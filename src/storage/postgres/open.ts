import { Client, Pool } from 'pg'
import { PrismaClient } from '../../generated/postgresql/client.ts'
import { type Db, PATIENCE } from '../db.ts'
import { migrationsFolder } from '../migrate.ts'
import type { Storage } from '../open.ts'
import { knowDriver } from '../plain.ts'
import { createTrouble } from '../trouble.ts'
import { connectPostgres } from './adapter.ts'
import { calledIn, connectionTo } from './address.ts'
import { postgresErrorOf, postgresTroubleOf } from './faults.ts'
import { migratePostgres } from './migrate.ts'
import { createPostgresProcesses } from './processes.ts'

/** Connections of one process, beside the one by which others know that it is there. */
const CONNECTIONS = 10

/**
 * Opens a database on a PostgreSQL server and brings it up to date. The database itself must be there.
 *
 * @param url - `postgresql://user:password@host:port/database`, with `?sslmode=…` where the server wants it
 * @param options.migrations - another migrations folder than that of this package, for tests
 * @throws StorageError one sentence that says what is wrong and what to do; nothing is lost or half done
 */
export const openPostgres = async (
  url: string,
  options: { readonly migrations?: string } = {},
): Promise<Storage> => {
  const at = calledIn(url)
  const pool = new Pool({ ...connectionTo(url, 'bot'), max: CONNECTIONS })
  // A server that goes down while the bot stops must not be what stops it.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  // Nor one that sends away a connection at rest after Prisma has gone, and its listener with it.
  pool.on('error', () => undefined)
  try {
    await bringUpToDate(url, at, options.migrations ?? migrationsFolder(undefined, 'postgresql'))
    const trouble = createTrouble(postgresTroubleOf, () => probe(pool))
    const { factory, driver } = await connectPostgres(pool, (error) => trouble.note(error))
    const client = new PrismaClient({ adapter: factory, transactionOptions: PATIENCE })
    // Both clients are made from the same schema, which uses only what both databases know.
    const db = client as unknown as Db
    knowDriver(db, driver)
    await client.$connect()
    const processes = createPostgresProcesses(connectionTo(url, 'process'))
    let closing: Promise<void> | undefined
    const close = async (): Promise<void> => {
      await client.$disconnect()
      await processes.close()
      await pool.end()
    }
    return {
      db,
      processes,
      trouble,
      checkpoint: () => clear(url),
      close: () => (closing ??= close()),
    }
  } catch (error) {
    await pool.end()
    throw postgresErrorOf(error, at)
  }
}

/** A connection for something that may take as long as it takes. */
const patiently = async <T>(url: string, use: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({
    ...connectionTo(url, use),
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const bringUpToDate = (url: string, at: string, folder: string): Promise<readonly string[]> =>
  patiently(url, 'start', (client) => migratePostgres(client, at, folder))

/** What was forgotten is found by no query any more; from now on its place is free, and written over by what comes. */
const clear = (url: string): Promise<void> =>
  patiently(url, 'clear', async (client) => void (await client.query('VACUUM')))

/** Room for a flag with all that hangs on it. */
const ROOM_BYTES = 64 * 1024

/** Writes as much as a flag takes and takes it away, in one transaction that nobody sees half of. */
const probe = async (pool: Pool): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('CREATE TABLE "_room" ("room" TEXT)')
    await client.query('INSERT INTO "_room" VALUES (repeat($1, $2))', ['x', ROOM_BYTES])
    await client.query('ROLLBACK')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}
