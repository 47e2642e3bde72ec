import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import type { SqlDriverAdapter, SqlDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils'
import type Database from 'better-sqlite3'
import { createLine, type Line } from './line.ts'
import { keepStatements } from './statements.ts'

/** The adapter that Prisma talks to, and the connection under it for what Prisma has no words for. */
export interface SqliteConnection {
  readonly factory: SqlDriverAdapterFactory
  readonly connection: Database.Database
}

/**
 * Opens the file and makes its transactions impossible to join.
 *
 * Prisma's own adapter has one connection and runs plain queries on it while an interactive transaction is open there:
 * they join it, and a write that was already confirmed is lost when it rolls back. It also leaves the connection in a
 * transaction when COMMIT fails. Here plain queries stand in line, and a transaction always ends.
 *
 * @param busyTimeout - milliseconds to wait for another process; waiting blocks the event loop, so keep it short
 */
export const connectSqlite = async (file: string, busyTimeout: number): Promise<SqliteConnection> => {
  const stock = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout })
  const adapter = await stock.connect()
  const { client: connection } = adapter as unknown as { client: Database.Database }
  keepStatements(connection)
  standInLine(adapter, connection)
  // Prisma asks the factory for a connection when it starts; it gets this one, which was prepared and migrated.
  const factory: SqlDriverAdapterFactory = {
    provider: 'sqlite',
    adapterName: stock.adapterName,
    connect: () => Promise.resolve(adapter),
  }
  return { factory, connection }
}

const standInLine = (adapter: SqlDriverAdapter, connection: Database.Database): void => {
  const line = createLine()
  const queryRaw = adapter.queryRaw.bind(adapter)
  const executeRaw = adapter.executeRaw.bind(adapter)
  const executeScript = adapter.executeScript.bind(adapter)
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.queryRaw = (query) => line.pass(async () => await queryRaw(query))
  adapter.executeRaw = (query) => line.pass(async () => await executeRaw(query))
  adapter.executeScript = (script) => line.pass(async () => await executeScript(script))
  adapter.startTransaction = (level) => beginAlone(line, connection, () => startTransaction(level))
}

const beginAlone = async (
  line: Line,
  connection: Database.Database,
  begin: () => Promise<Transaction>,
): Promise<Transaction> => {
  const leave = await line.take()
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    if (connection.open && connection.inTransaction) connection.exec('ROLLBACK')
    leave()
  }
  try {
    const transaction = await begin()
    const commit = transaction.commit.bind(transaction)
    const rollback = transaction.rollback.bind(transaction)
    transaction.commit = () => commit().finally(end)
    transaction.rollback = () => rollback().finally(end)
    return transaction
  } catch (error) {
    end()
    throw error
  }
}
