import { setTimeout as wait } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type Transaction,
} from '@prisma/driver-adapter-utils'
import type { Pool } from 'pg'
import { createLine, type Line } from '../line.ts'
import type { Driver } from '../plain.ts'
import { isConflict, isLost, isUnreachable, pauseBefore } from './faults.ts'

/** One statement that lost against another is repeated at once, a server that restarts is waited for. */
const ATTEMPTS = 8
/** The pause begins this many doublings further when the server has to come back first. */
const COMING_BACK = 5

/**
 * Prisma's adapter, made as dependable as the rest of the bot expects.
 *
 * A statement by itself is repeated when the server undid it (a deadlock) or could not be reached: then nothing was
 * done. A transaction stands in line behind those of this process, as on SQLite: of several at once most would meet and be
 * undone, so that one at a time is the quicker way (measured: a hundred flags in half the time). What meets one of another
 * process is done again as a whole, by `transact`. A connection that breaks off before COMMIT was sent counts as undone,
 * since that is what it is.
 *
 * @param onError - hears of everything that failed, before whoever asked for it
 */
export const connectPostgres = async (
  pool: Pool,
  onError: (error: unknown) => void,
): Promise<{ readonly factory: SqlDriverAdapterFactory; readonly driver: Driver }> => {
  const stock = new PrismaPg(pool, { onPoolError: onError, onConnectionError: onError })
  const adapter = await stock.connect()
  const line = createLine()
  const queryRaw = adapter.queryRaw.bind(adapter)
  const executeRaw = adapter.executeRaw.bind(adapter)
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.queryRaw = (query) => repeated(() => queryRaw(query), onError)
  adapter.executeRaw = (query) => repeated(() => executeRaw(query), onError)
  let running: Transaction | undefined
  const over = (): void => {
    running = undefined
  }
  adapter.startTransaction = async (level) => {
    const begun = await inLine(line, onError, () => repeated(() => startTransaction(level), onError), over)
    running = begun
    return begun
  }
  // Prisma asks the factory for a connection when it starts; it gets this one.
  const factory: SqlDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: stock.adapterName,
    connect: () => Promise.resolve(adapter),
  }
  return { factory, driver: { adapter, running: () => running } }
}

const repeated = async <T>(work: () => Promise<T>, onError: (error: unknown) => void): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const away = isUnreachable(error)
      if (!isConflict(error)) onError(error)
      if (attempt >= ATTEMPTS || !(away || isConflict(error))) throw error
      await wait(pauseBefore(away ? attempt + COMING_BACK : attempt))
    }
  }
}

const inLine = async (
  line: Line,
  onError: (error: unknown) => void,
  begin: () => Promise<Transaction>,
  over: () => void,
): Promise<Transaction> => {
  const leave = await line.take()
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    over()
    leave()
  }
  try {
    const transaction = await begin()
    const commit = transaction.commit.bind(transaction)
    const rollback = transaction.rollback.bind(transaction)
    transaction.commit = () => commit().finally(end)
    transaction.rollback = () => rollback().finally(end)
    hear(transaction, onError)
    return transaction
  } catch (error) {
    end()
    throw error
  }
}

/** What is sent to end a transaction; only of that is the end unknown when the connection breaks off. */
const COMMIT = /^\s*COMMIT/i

const hear = (
  transaction: Pick<SqlDriverAdapter, 'queryRaw' | 'executeRaw'>,
  onError: (error: unknown) => void,
): void => {
  const heard =
    <T>(send: (query: SqlQuery) => Promise<T>) =>
    async (query: SqlQuery): Promise<T> => {
      try {
        return await send(query)
      } catch (error) {
        if (!isConflict(error)) onError(error)
        if (isLost(error) && !COMMIT.test(query.sql)) throw undone()
        throw error
      }
    }
  transaction.queryRaw = heard(transaction.queryRaw.bind(transaction))
  transaction.executeRaw = heard(transaction.executeRaw.bind(transaction))
}

/** As the server says it of a transaction that it undid. */
const undone = (): DriverAdapterError =>
  new DriverAdapterError({
    kind: 'TransactionWriteConflict',
    originalCode: '40001',
    originalMessage: 'the connection was lost before the transaction was committed',
  })
