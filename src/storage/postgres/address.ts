import type { ClientConfig } from 'pg'
import { StorageError } from '../errors.ts'

/** Whether a database address is one of PostgreSQL; any other is that of a file. */
export const isPostgresAddress = (url: string): boolean => /^postgres(ql)?:\/\//i.test(url)

/** How to call the database in a sentence: where it is and what it is called, never who with which password. */
export const calledIn = (url: string): string => {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    const host = hostname === '' ? (searchParams.get('host') ?? 'localhost') : hostname
    return `${host}${port === '' ? '' : `:${port}`}${decodeURIComponent(pathname)}`
  } catch (error) {
    throw new StorageError('address', '"postgresql:…"', error)
  }
}

/** Longer than any transaction may take (see db.ts): what hangs is ended by the server, so that it holds up nobody. */
const SERVER_GIVES_UP_MS = 25_000

/**
 * What every connection of the bot is opened with.
 *
 * @param use - what it is for, to be seen by whoever looks at the server
 */
export const connectionTo = (url: string, use: string): ClientConfig => ({
  connectionString: url,
  application_name: `huisbot ${use}`,
  // Also how long is waited for one of the pool, when all are in use.
  connectionTimeoutMillis: 20_000,
  keepAlive: true,
  statement_timeout: SERVER_GIVES_UP_MS,
  idle_in_transaction_session_timeout: SERVER_GIVES_UP_MS,
})
