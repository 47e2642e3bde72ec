import Database from 'better-sqlite3'

type Statement = Database.Statement

/**
 * Connections and their statements, for as long as the process lives. From Node 24.19 on, a statement of better-sqlite3
 * 12 that is garbage-collected while no JavaScript runs aborts the whole process (an assertion in node::ObjectWrap), and
 * version 13, which mends it, does not run on Node 20. What is never collected cannot abort anything.
 */
const kept = new Set<object>()

/** Opens a database whose connection, statements, readings and copies are kept: the only way to one. */
export const openSqlite = (file: string, options?: Database.Options): Database.Database =>
  keepStatements(new Database(file, options))

/**
 * Makes a connection prepare each statement once and keep it. Quicker as well: the queries of the bot are few and
 * always the same, so the number that is kept is small and does not grow. What a copy or a reading row by row is made of
 * is small too, and made now and then.
 *
 * @returns the same connection
 */
export const keepStatements = (connection: Database.Database): Database.Database => {
  const statements = new Map<string, Statement>()
  kept.add(connection).add(statements)
  keepCopies(connection)
  const prepare = connection.prepare.bind(connection) as (sql: string) => Statement
  const once = (sql: string): Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = reusable(prepare(sql))
    statements.set(sql, statement)
    return statement
  }
  connection.prepare = once as Database.Database['prepare']
  connection.pragma = (source, options) => {
    const statement = once(`PRAGMA ${source}`)
    if (!statement.reader) {
      statement.run()
      return []
    }
    return options?.simple === true ? Object.values(statement.get() ?? {})[0] : statement.all()
  }
  return connection
}

/**
 * `bind` fixes the values of a statement for ever; here it only remembers them, so that the statement can be used again.
 * What its columns are called is asked once: Prisma asks before each reading, and a schema changes only before Prisma
 * begins.
 */
const reusable = (statement: Statement): Statement => {
  let columns: ReturnType<Statement['columns']> | undefined
  const bind = (...values: unknown[]): unknown => {
    const bound = {
      run: () => statement.run(...values),
      get: () => statement.get(...values),
      all: () => statement.all(...values),
      columns: () => (columns ??= statement.columns()),
      raw: () => {
        statement.raw()
        return bound
      },
      get reader() {
        return statement.reader
      },
    }
    return bound
  }
  const iterate = statement.iterate.bind(statement)
  const keptIterate = (...values: unknown[]): IterableIterator<unknown> => {
    const rows = iterate(...values)
    kept.add(rows)
    return rows
  }
  return Object.assign(statement, { bind, iterate: keptIterate })
}

interface Native {
  backup(...args: unknown[]): object
}

const isNative = (value: unknown): value is Native =>
  typeof (value as Partial<Native> | null)?.backup === 'function'

/** A copy is made by an object that better-sqlite3 shows to nobody: it is taken where the connection has its native part. */
function keepCopies(connection: Database.Database): void {
  const native = Object.getOwnPropertySymbols(connection)
    .map((symbol) => (connection as unknown as Record<symbol, unknown>)[symbol])
    .find(isNative)
  if (native === undefined) throw new Error('better-sqlite3 keeps its connection elsewhere now')
  const backup = native.backup.bind(native)
  native.backup = (...args) => {
    const copy = backup(...args)
    kept.add(copy)
    return copy
  }
}
