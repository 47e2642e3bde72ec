import {
  type AuditLine,
  type Finding,
  type Flag,
  type FlagClock,
  type FlagRound,
  type OutboxTarget,
  Prisma,
  type Timer,
} from '../generated/sqlite/client.ts'
import type { Db, Tx } from './db.ts'
import { execute, query } from './plain.ts'

/** What is written for every flag, column by column. */
interface Rows {
  readonly Flag: Flag
  readonly Finding: Finding
  readonly AuditLine: Omit<AuditLine, 'id'>
  readonly OutboxTarget: OutboxTarget
  readonly Timer: Timer
  readonly FlagClock: FlagClock
  readonly FlagRound: FlagRound
}
type Table = keyof Rows

const quoted = (name: string): string => `"${name}"`

/**
 * The statement that adds one row, for the few tables that are written while somebody waits for a card (plain.ts says
 * why it is written out). The row is typed by the schema and must be whole, so that nothing is left to defaults. Names
 * come from the schema, values are parameters.
 */
const insertOf = <T extends Table>(table: T, row: Rows[T]): Prisma.Sql => {
  const columns = Object.keys(row)
  const head = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (`
  return Prisma.sql([head, ...columns.slice(1).map(() => ', '), ')'], ...Object.values(row))
}

/** Adds a row that cannot be there yet. */
export const insertRow = async <T extends Table>(tx: Tx | Db, table: T, row: Rows[T]): Promise<void> => {
  await execute(tx, insertOf(table, row))
}

/**
 * Adds a row unless its key is taken; nothing fails then, so that the transaction can go on.
 *
 * @returns whether it was added
 */
export const insertUnlessThere = async <T extends Table>(
  tx: Tx | Db,
  table: T,
  row: Rows[T],
): Promise<boolean> => {
  const added = await execute(tx, Prisma.sql`${insertOf(table, row)} ON CONFLICT DO NOTHING`)
  return added === 1
}

/**
 * Adds a row, or changes the one that has its key.
 *
 * @param key - the columns of a unique key
 * @param change - what becomes of a row that is there; `excluded` is the one that was to be added
 */
export const insertOrChange = async <T extends Table>(
  tx: Tx | Db,
  table: T,
  row: Rows[T],
  key: readonly (keyof Rows[T] & string)[],
  change: Prisma.Sql,
): Promise<void> => {
  const taken = Prisma.raw(key.map(quoted).join(', '))
  await execute(tx, Prisma.sql`${insertOf(table, row)} ON CONFLICT (${taken}) DO UPDATE SET ${change}`)
}

/** Whether something hangs under that permanent key of a message. */
export const isKeyTaken = async (
  tx: Tx | Db,
  table: 'Flag' | 'FlagMessage',
  { house, subjectKey }: { readonly house: string; readonly subjectKey: string },
): Promise<boolean> => {
  const found = await query(
    tx,
    Prisma.sql`SELECT "id" FROM ${Prisma.raw(quoted(table))} WHERE "houseId" = ${house} AND "subjectKey" = ${subjectKey}`,
  )
  return found.length > 0
}
