import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { migrationsFolder } from '../../../src/storage/migrate.ts'
import { migratePostgres } from '../../../src/storage/postgres/migrate.ts'

/** A database of its own on a server for tests. */
export interface FreshDatabase {
  readonly url: string
  /** Takes it away, whoever is still connected. */
  drop(): Promise<void>
}

const START_MS = 20_000
/** A database as the migrations make it; each test gets a copy of its files, which takes some hundredths of a second. */
const PATTERN = 'huisbot_pattern'

const named = (server: string, name: string): string => {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export const asked = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The server starts beside the first tests. */
const whenUp = async <T>(server: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const until = Date.now() + START_MS
  for (;;) {
    const client = new Client({ connectionString: server })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch (error) {
      if (Date.now() > until) throw error
      await wait(50)
      continue
    }
    try {
      return await work(client)
    } finally {
      await client.end()
    }
  }
}

const makePattern = async (server: string, client: Client): Promise<void> => {
  const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [PATTERN])
  if (there.rowCount === 1) return
  const draft = `${PATTERN}_draft`
  await client.query(`DROP DATABASE IF EXISTS "${draft}" WITH (FORCE)`)
  await client.query(`CREATE DATABASE "${draft}"`)
  await asked(named(server, draft), (one) =>
    migratePostgres(one, draft, migrationsFolder(undefined, 'postgresql')),
  )
  await client.query(`ALTER DATABASE "${draft}" RENAME TO "${PATTERN}"`)
}

/**
 * A new database on a running server, or one that is just starting.
 *
 * @param options.empty - without any table
 */
export const freshDatabase = (
  server: string,
  options: { readonly empty?: boolean } = {},
): Promise<FreshDatabase> =>
  whenUp(server, async (client) => {
    const name = `huisbot_${randomBytes(6).toString('hex')}`
    // Of two workers one makes the pattern, and nobody copies it while another looks into it.
    await client.query('SELECT pg_advisory_lock(1)')
    if (options.empty === true) await client.query(`CREATE DATABASE "${name}"`)
    else {
      await makePattern(server, client)
      await client.query(`CREATE DATABASE "${name}" TEMPLATE "${PATTERN}" STRATEGY file_copy`)
    }
    return {
      url: named(server, name),
      drop: () =>
        asked(server, async (one) => void (await one.query(`DROP DATABASE "${name}" WITH (FORCE)`))),
    }
  })

/** Takes every row away, also those that may never be, and begins to count anew. Who is still connected is sent away. */
export const emptied = (url: string): Promise<void> =>
  asked(url, async (client) => {
    await client.query(`
      DO $$ DECLARE one record; BEGIN
        SET LOCAL session_replication_role = replica;
        FOR one IN SELECT tablename AS name FROM pg_tables
          WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
        LOOP EXECUTE format('DELETE FROM %I', one.name); END LOOP;
        FOR one IN SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public'
        LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', one.name); END LOOP;
      END $$;
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
  })

/** Everything that stands in a database, as text. */
export const rowsOf = (url: string): Promise<string> =>
  asked(url, async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    const parts: string[] = []
    for (const { name } of tables.rows)
      parts.push(JSON.stringify((await client.query(`SELECT * FROM "${name}"`)).rows))
    return parts.join('\n')
  })
