import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import type Database from 'better-sqlite3'
import { createBreath } from './breath.ts'
import { createLine, type Line } from './line.ts'
import type { Driver, Running } from './plain.ts'
import { keepStatements } from './statements.ts'

/** The adapter that Prisma talks to, and the connection under it for what Prisma has no words for. */
export interface SqliteConnection {
  readonly factory: SqlDriverAdapterFactory
  readonly connection: Database.Database
  readonly driver: Driver
}

/**
 * Opens the file and makes its transactions impossible to join.
 *
 * Prisma's own adapter has one connection and runs plain queries on it while an interactive transaction is open there:
 * they join it, and a write that was already confirmed is lost when it rolls back. It also leaves the connection in a
 * transaction when COMMIT fails. Here plain queries stand in line, and a transaction always ends.
 *
 * @param busyTimeout - milliseconds to wait for another process; waiting blocks the event loop, so keep it short
 * @param onError - hears of every query that failed, before whoever asked for it
 */
export const connectSqlite = async (
  file: string,
  busyTimeout: number,
  onError: (error: unknown) => void = () => undefined,
): Promise<SqliteConnection> => {
  const stock = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout })
  const adapter = await stock.connect()
  const { client: connection } = adapter as unknown as { client: Database.Database }
  keepStatements(connection)
  const running = standInLine(adapter, connection, onError)
  // Prisma asks the factory for a connection when it starts; it gets this one, which was prepared and migrated.
  const factory: SqlDriverAdapterFactory = {
    provider: 'sqlite',
    adapterName: stock.adapterName,
    connect: () => Promise.resolve(adapter),
  }
  return { factory, connection, driver: { adapter, running } }
}

const standInLine = (
  adapter: SqlDriverAdapter,
  connection: Database.Database,
  onError: (error: unknown) => void,
): Running => {
  const line = createLine()
  let running: Transaction | undefined
  const breath = createBreath()
  const heard = hearing(onError)
  const queryRaw = adapter.queryRaw.bind(adapter)
  const executeRaw = adapter.executeRaw.bind(adapter)
  const executeScript = adapter.executeScript.bind(adapter)
  const startTransaction = adapter.startTransaction.bind(adapter)
  /** Who waits for the event loop has no turn yet: a transaction that began meanwhile must not be joined. */
  const pass = async <T>(work: () => Promise<T>): Promise<T> => {
    for (let turn = breath(); turn !== undefined; turn = breath()) await turn
    return await line.pass(async () => await work())
  }
  adapter.queryRaw = (query) => heard(() => pass(() => queryRaw(query)))
  adapter.executeRaw = (query) => heard(() => pass(() => executeRaw(query)))
  adapter.executeScript = (script) => heard(() => pass(() => whole(() => executeScript(script))))
  /** A script that failed in a transaction of its own leaves none behind. */
  const whole = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run()
    } finally {
      if (connection.open && connection.inTransaction) connection.exec('ROLLBACK')
    }
  }
  adapter.startTransaction = async (level) => {
    const begun = await heard(() =>
      beginAlone(
        line,
        connection,
        heard,
        async () => {
          await breath() // once is enough: they begin one by one
          return await startTransaction(level)
        },
        () => {
          running = undefined
        },
      ),
    )
    running = begun
    return begun
  }
  return () => running
}

type Heard = <T>(work: () => Promise<T>) => Promise<T>

const hearing =
  (onError: (error: unknown) => void): Heard =>
  async (work) => {
    try {
      return await work()
    } catch (error) {
      onError(error)
      throw error
    }
  }

const beginAlone = async (
  line: Line,
  connection: Database.Database,
  heard: Heard,
  begin: () => Promise<Transaction>,
  over: () => void,
): Promise<Transaction> => {
  const leave = await line.take()
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    over()
    if (connection.open && connection.inTransaction) connection.exec('ROLLBACK')
    leave()
  }
  try {
    const transaction = await begin()
    const commit = transaction.commit.bind(transaction)
    const rollback = transaction.rollback.bind(transaction)
    const queryRaw = transaction.queryRaw.bind(transaction)
    const executeRaw = transaction.executeRaw.bind(transaction)
    transaction.queryRaw = (query) => heard(async () => await queryRaw(query))
    transaction.executeRaw = (query) => heard(async () => await executeRaw(query))
    transaction.commit = () => commit().finally(end)
    transaction.rollback = () => rollback().finally(end)
    return transaction
  } catch (error) {
    end()
    throw error
  }
}
