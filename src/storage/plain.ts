import type { SqlDriverAdapter, Transaction } from '@prisma/driver-adapter-utils'
import type { Prisma } from '../generated/sqlite/client.ts'
import type { Db, Tx } from './db.ts'

/**
 * Statements that are written out, for the few that stand between a message and its card: read by the same driver, on
 * the same connection and in the same transaction as everything else, but past the client of Prisma. That plans,
 * interprets and maps each statement, and takes five to ten times as long for it as the database.
 *
 * It is possible because transactions of a process stand in line (sqlite-adapter.ts, postgres/adapter.ts): the one that
 * runs is the one whose work is being done.
 */

/** The transaction of the driver that runs now on the connection of a client. */
export type Running = () => Transaction | undefined
/** What a client of Prisma speaks through. */
export interface Driver {
  readonly adapter: SqlDriverAdapter
  readonly running: Running
}

const driverOf = new WeakMap<object, Driver>()
const under = new WeakMap<object, { readonly transaction: Transaction; readonly running: Running }>()

/** Told once for each client, by who opens the database. */
export const knowDriver = (db: Db, driver: Driver): void => void driverOf.set(db, driver)

/** Told at the beginning of a transaction, before anything is done in it. */
export const beginPlain = (db: Db, tx: Tx): void => {
  const running = driverOf.get(db)?.running
  const transaction = running?.()
  if (running !== undefined && transaction !== undefined) under.set(tx, { transaction, running })
}

/**
 * A transaction only as long as it runs: what comes later is refused by Prisma, and never runs in that of another. A
 * client of which nothing is known (one that was wrapped) does it itself.
 */
const driverUnder = (tx: Tx | Db): SqlDriverAdapter | Transaction | undefined => {
  const known = under.get(tx)
  if (known === undefined) return driverOf.get(tx)?.adapter
  return known.running() === known.transaction ? known.transaction : undefined
}

/** What a value is, its driver sees: dates become what Prisma makes of them. */
const AS_IT_IS = { scalarType: 'unknown', arity: 'scalar' } as const

const queryOf = ({ provider }: Pick<Transaction, 'provider'>, sql: Prisma.Sql) => ({
  sql: provider === 'postgres' ? sql.text : sql.sql,
  args: [...sql.values],
  argTypes: sql.values.map(() => AS_IT_IS),
})

/** @returns how many rows it changed */
export const execute = async (tx: Tx | Db, sql: Prisma.Sql): Promise<number> => {
  const driver = driverUnder(tx)
  return driver === undefined ? await tx.$executeRaw(sql) : await driver.executeRaw(queryOf(driver, sql))
}

/** The rows, their values as text, numbers, dates (`dateIn`) or null. */
export const query = async <Column extends string>(
  tx: Tx | Db,
  sql: Prisma.Sql,
): Promise<readonly Readonly<Record<Column, unknown>>[]> => {
  const driver = driverUnder(tx)
  if (driver === undefined) return await tx.$queryRaw<Record<Column, unknown>[]>(sql)
  const { columnNames, rows } = await driver.queryRaw(queryOf(driver, sql))
  return rows.map(
    (row) => Object.fromEntries(columnNames.map((name, n) => [name, row[n]])) as Record<Column, unknown>,
  )
}

/** A date as `query` gives it: the driver has it as text, the client of Prisma as a date. */
export const dateIn = (value: unknown): Date => {
  const date = value instanceof Date ? value : new Date(String(value))
  if (Number.isNaN(date.getTime())) throw new TypeError('a column of dates holds something else')
  return date
}
