import { AsyncLocalStorage } from 'node:async_hooks'
import type Database from 'better-sqlite3'
import { Client, REST } from 'discord.js'
import { openSqlite } from '../../../src/storage/statements.ts'

/** What ran since an interaction came in, as far as it was for that interaction. */
interface Since {
  queries: number
  answered: boolean
}

/**
 * From now on: counts the queries that run because of an interaction before it has its first answer. A query belongs to
 * the interaction from which it was begun, however many turns of the event loop later.
 */
export function watchQueries(): { take(): { most: number; answers: number } } {
  const current = new AsyncLocalStorage<Since>()
  let seen: number[] = []

  const client = Client.prototype as unknown as {
    emit: (this: Client, event: string, ...args: unknown[]) => boolean
  }
  const { emit } = client
  client.emit = function (event, ...args) {
    if (event !== 'interactionCreate') return emit.call(this, event, ...args)
    return current.run({ queries: 0, answered: false }, () => emit.call(this, event, ...args))
  }

  const rest = REST.prototype as unknown as {
    request: (this: REST, options: { fullRoute: string }) => Promise<unknown>
  }
  const { request } = rest
  rest.request = function (options) {
    const since = current.getStore()
    if (since !== undefined && !since.answered && /^\/interactions\/.*\/callback$/.test(options.fullRoute)) {
      since.answered = true
      seen.push(since.queries)
    }
    return request.call(this, options)
  }

  // Every statement that is run goes through one of these.
  const statement = Object.getPrototypeOf(openSqlite(':memory:').prepare('SELECT 1')) as Record<
    string,
    (this: Database.Statement, ...values: unknown[]) => unknown
  >
  for (const name of ['run', 'get', 'all'] as const) {
    const run = statement[name]
    if (run === undefined) throw new Error('better-sqlite3 runs its statements elsewhere now')
    statement[name] = function (...values) {
      const since = current.getStore()
      if (since?.answered === false) since.queries += 1
      return run.apply(this, values)
    }
  }
  return {
    take() {
      const taken = seen
      seen = []
      return { most: taken.length === 0 ? Number.NaN : Math.max(...taken), answers: taken.length }
    },
  }
}
