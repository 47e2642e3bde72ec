import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { createLine, type Line } from '../line.ts'
import type { Processes } from '../processes.ts'

/** So long a thing stays somebody's: Discord sends to two processes at the same moment, give or take a connection. */
const FIRST_MS = 60_000
/** Only so many things are kept: the server has room for some thousands. What is older than this many is over. */
const KEPT = 500
/** How often a turn that another has is asked for again, and a connection that broke off is made anew. */
const AGAIN_MS = 250

/** The number of a lock: PostgreSQL knows no names for them. */
const lockOf = (name: string): string =>
  createHash('sha256').update(`huisbot ${name}`).digest().readBigInt64BE(0).toString()

const LOCKS = `
  SELECT (("classid"::bigint << 32) | "objid"::bigint)::text AS "lock" FROM pg_locks
  WHERE "locktype" = 'advisory' AND "objsubid" = 1 AND "granted"
    AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())`

export interface PostgresProcesses extends Processes {
  close(): Promise<void>
}

/**
 * Processes on one PostgreSQL know of each other by its advisory locks: in the memory of the server, held by a connection,
 * and gone at once when that breaks off, however a process dies. Nothing is written, so nothing has to be cleared.
 *
 * A connection that breaks off by itself is made anew. Meanwhile the others may take this process for gone and take over
 * what it was doing; who has lost a lease hears so before touching Discord (LeaseLostError).
 */
export const createPostgresProcesses = (config: ClientConfig): PostgresProcesses => {
  const ask = createAsk(config, async (client) => {
    if (self !== undefined) await client.query('SELECT pg_try_advisory_lock($1)', [self])
  })
  const lock = async (name: string): Promise<boolean> => {
    const [row] = await ask.rows('SELECT pg_try_advisory_lock($1) AS "got"', [lockOf(name)])
    return row?.['got'] === true
  }
  const unlock = async (name: string): Promise<void> => {
    // Not held any more when the connection broke off meanwhile: the same thing.
    await ask.rows('SELECT pg_advisory_unlock($1)', [lockOf(name)]).catch(() => undefined)
  }
  let self: string | undefined
  /** A connection may take the same lock twice, so what this process has is told apart here. */
  const things = new Map<string, NodeJS.Timeout>()
  const turns = new Map<string, Line>()

  const drop = (thing: string): void => {
    clearTimeout(things.get(thing))
    if (things.delete(thing)) void unlock(thing)
  }
  return {
    shared: true,
    async live(worker) {
      self = lockOf(`worker ${worker}`)
      await lock(`worker ${worker}`)
    },
    async gone(workers) {
      if (workers.length === 0) return []
      const held = new Set((await ask.rows(LOCKS, [])).map((row) => row['lock']))
      return workers.filter((worker) => !held.has(lockOf(`worker ${worker}`)))
    },
    async first(thing) {
      const name = `first ${thing}`
      if (things.has(name)) return false
      const timer = setTimeout(() => drop(name), FIRST_MS)
      timer.unref()
      things.set(name, timer)
      const [oldest] = things.keys()
      if (things.size > KEPT && oldest !== undefined) drop(oldest)
      try {
        if (await lock(name)) return true
      } catch {
        return true
      }
      clearTimeout(timer)
      things.delete(name)
      return false
    },
    async turn(name, ms) {
      const line = turns.get(name) ?? createLine()
      turns.set(name, line)
      const leave = await line.take()
      while (!(await lock(`turn ${name}`).catch(() => true))) await wait(AGAIN_MS)
      setTimeout(() => void unlock(`turn ${name}`).finally(leave), ms).unref()
    },
    async close() {
      for (const timer of things.values()) clearTimeout(timer)
      things.clear()
      await ask.close()
    },
  }
}

type Row = Readonly<Record<string, unknown>>

/**
 * One connection for as long as the process lives.
 *
 * @param greet - what is asked first, each time that it is made
 */
const createAsk = (config: ClientConfig, greet: (client: Client) => Promise<void>) => {
  /** A client takes one query at a time. */
  const line = createLine()
  let client: Client | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined

  const lost = (): void => {
    client = undefined
    if (closed || retry !== undefined) return
    retry = setTimeout(() => {
      retry = undefined
      rows('SELECT 1', []).catch(lost)
    }, AGAIN_MS * 4)
    retry.unref()
  }
  const connect = async (): Promise<Client> => {
    const made = new Client(config)
    made.on('error', lost)
    made.on('end', lost)
    try {
      await made.connect()
      await greet(made)
    } catch (error) {
      await made.end().catch(() => undefined)
      throw error
    }
    return made
  }
  const rows = async (sql: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    const leave = await line.take()
    try {
      client ??= await connect()
      return (await client.query<Row>(sql, [...values])).rows
    } finally {
      leave()
    }
  }
  return {
    rows,
    async close(): Promise<void> {
      closed = true
      clearTimeout(retry)
      const leave = await line.take()
      await client?.end().catch(() => undefined)
      leave()
    },
  }
}
