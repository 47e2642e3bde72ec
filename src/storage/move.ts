import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { Client } from 'pg'
import { databaseFile } from './address.ts'
import { StorageError, storageErrorOf } from './errors.ts'
import { checkOurs, migrationsFolder } from './migrate.ts'
import { MoveError } from './move-error.ts'
import { calledIn, connectionTo } from './postgres/address.ts'
import { postgresErrorOf } from './postgres/faults.ts'
import { migratePostgres } from './postgres/migrate.ts'
import { type Column, columnsOf, ordered, tablesOf } from './postgres/tables.ts'
import { openSqlite } from './statements.ts'

/** What was moved: for each table how many rows, and a digest over all of them that is the same on both sides. */
export interface Moved {
  readonly table: string
  readonly rows: number
  readonly digest: string
}

export interface MoveOptions {
  /** `file:…`, of a bot that does not run. */
  readonly from: string
  /** `postgresql://…`, a database without any row. */
  readonly to: string
  /** Hears of each table as it is done. */
  readonly onTable?: (moved: Moved) => void
}

/** Rows in one statement: few enough for PostgreSQL's bound of 65,535 values, many enough to be quick. */
const BATCH = 500

/**
 * Copies everything from SQLite to PostgreSQL: all tables, those first that others refer to, in one transaction, so that
 * the new database has all of it or nothing. Each table is then read back and held against the old one, row by row. The
 * old file is only read. The key folder is not touched: what is sealed stays sealed, and opens as before.
 *
 * @throws MoveError when there is something in the target, or what was read back is not what was written
 * @throws StorageError when one of both cannot be opened, or is not of this version
 */
export const move = async ({
  from,
  to,
  onTable = () => undefined,
}: MoveOptions): Promise<readonly Moved[]> => {
  const source = openSource(from)
  const at = calledIn(to)
  // A large house takes longer than anything may that the bot does.
  const target = new Client({
    ...connectionTo(to, 'move'),
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  })
  target.on('error', () => undefined)
  try {
    await target.connect()
    await migratePostgres(target, at, migrationsFolder(undefined, 'postgresql'))
    return await copyAll(source, target, at, onTable)
  } catch (error) {
    throw error instanceof MoveError ? error : postgresErrorOf(error, at)
  } finally {
    source.close()
    await target.end().catch(() => undefined)
  }
}

/** Reads only, and lets nobody else write meanwhile. */
const openSource = (url: string): Database.Database => {
  const file = databaseFile(url)
  try {
    const db = openSqlite(file, { readonly: true, fileMustExist: true, timeout: 1_000 })
    try {
      db.exec('BEGIN')
      checkVersion(db, file)
      return db
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    throw storageErrorOf(error, file)
  }
}

const checkVersion = (db: Database.Database, file: string): void => {
  if (checkOurs(db, file, migrationsFolder()).length > 0) throw new MoveError('older-version', file)
}

const copyAll = async (
  source: Database.Database,
  target: Client,
  at: string,
  onTable: (moved: Moved) => void,
): Promise<readonly Moved[]> => {
  await target.query('BEGIN')
  try {
    const tables = ordered(await tablesOf(target))
    // No bot that was started too soon writes beside it.
    await target.query(`LOCK TABLE ${tables.map(quoted).join(', ')} IN ACCESS EXCLUSIVE MODE`)
    for (const table of tables) {
      const { rows } = await target.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
      if (rows.length > 0) throw new MoveError('not-empty', at)
    }
    const moved: Moved[] = []
    for (const table of tables) {
      const one = await copyTable(source, target, table)
      moved.push(one)
      onTable(one)
    }
    await target.query('COMMIT')
    return moved
  } catch (error) {
    await target.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const copyTable = async (source: Database.Database, target: Client, table: string): Promise<Moved> => {
  const columns = await columnsOf(target, table)
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const read = createSum()
  let batch: unknown[][] = []
  const write = async (): Promise<void> => {
    if (batch.length === 0) return
    const places = batch.map(
      (row, index) => `(${row.map((_, place) => `$${index * row.length + place + 1}`).join(', ')})`,
    )
    await target.query(`INSERT INTO ${quoted(table)} (${names}) VALUES ${places.join(', ')}`, batch.flat())
    batch = []
    // Whoever watches the process hears that it lives.
    await setImmediate()
  }
  for (const row of source
    .prepare(`SELECT ${names} FROM ${quoted(table)}`)
    .raw()
    .iterate() as Iterable<unknown[]>) {
    const values = columns.map((column, place) => valueOf(column, row[place], table))
    read.add(values)
    batch.push(values)
    if (batch.length * columns.length >= BATCH * 20 || batch.length >= BATCH) await write()
  }
  await write()
  await countOn(target, table, columns)
  const back = await sumOf(target, table, columns)
  if (back.rows !== read.rows() || back.digest !== read.digest()) throw new MoveError('differs', table)
  return { table, ...back }
}

/** SQLite keeps moments as text and yes or no as a number; anything else is the same on both. */
const valueOf = ({ name, type }: Column, value: unknown, table: string): unknown => {
  if (value === null) return null
  if (type === 'boolean' && (value === 0 || value === 1)) return value === 1
  if (type === 'moment' && typeof value === 'string') {
    const at = new Date(value)
    if (!Number.isNaN(at.getTime())) return at.toISOString()
  }
  if (type === 'int' && typeof value === 'number' && Number.isSafeInteger(value)) return value
  if (type === 'text' && typeof value === 'string' && !value.includes('\0')) return value
  throw new StorageError('unreadable-row', `${table}.${name}`)
}

/** A digest over rows that does not depend on their order: the sum of what each row comes to. */
const createSum = () => {
  let total = 0n
  let count = 0
  return {
    add(values: readonly unknown[]): void {
      total += createHash('sha256').update(JSON.stringify(values)).digest().readBigUInt64BE(0)
      count += 1
    },
    rows: (): number => count,
    digest: (): string => BigInt.asUintN(64, total).toString(16).padStart(16, '0'),
  }
}

const sumOf = async (
  target: Client,
  table: string,
  columns: readonly Column[],
): Promise<{ rows: number; digest: string }> => {
  const sum = createSum()
  const wanted = columns.map(({ name, type }) =>
    type === 'moment' ? `to_char(${quoted(name)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : quoted(name),
  )
  await target.query(`DECLARE "moved" CURSOR FOR SELECT ${wanted.join(', ')} FROM ${quoted(table)}`)
  for (;;) {
    const { rows } = await target.query<unknown[]>({
      text: `FETCH ${BATCH * 4} FROM "moved"`,
      rowMode: 'array',
    })
    for (const row of rows) sum.add(row)
    if (rows.length < BATCH * 4) break
  }
  await target.query('CLOSE "moved"')
  return { rows: sum.rows(), digest: sum.digest() }
}

/** A number that the database gives out goes on after the highest that was moved. */
const countOn = async (target: Client, table: string, columns: readonly Column[]): Promise<void> => {
  for (const { name, countsUp } of columns)
    if (countsUp)
      await target.query(
        `SELECT setval(pg_get_serial_sequence($1, $2), coalesce(max(${quoted(name)}), 0) + 1, false) FROM ${quoted(table)}`,
        [quoted(table), name],
      )
}
