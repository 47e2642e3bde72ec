import type { Client } from 'pg'

/** A table, and those that it refers to. */
export interface Table {
  readonly name: string
  readonly refersTo: readonly string[]
}
export interface Column {
  readonly name: string
  readonly type: 'text' | 'int' | 'boolean' | 'moment'
  /** Whether the database gives out its numbers. */
  readonly countsUp: boolean
}

/** All tables of the bot, asked of the database itself: a table that is forgotten here would be forgotten for good. */
export const tablesOf = async (client: Client): Promise<readonly Table[]> => {
  const { rows } = await client.query<{ name: string; to: string[] }>(`
    SELECT c.relname AS "name", ARRAY(
      SELECT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
      WHERE k.conrelid = c.oid AND k.contype = 'f') AS "to"
    FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      AND c.relname <> '_prisma_migrations' ORDER BY c.relname`)
  return rows.map(({ name, to }) => ({ name, refersTo: to.filter((other) => other !== name) }))
}

/** The names of tables, each after all that it refers to. */
export const ordered = (tables: readonly Table[]): readonly string[] => {
  const done = new Set<string>()
  let left = tables
  while (left.length > 0) {
    const ready = left.filter(({ refersTo }) => refersTo.every((other) => done.has(other)))
    // A circle of references does not exist in the schema; should it ever, the database says which row it misses.
    for (const { name } of ready.length > 0 ? ready : left) done.add(name)
    left = left.filter(({ name }) => !done.has(name))
  }
  return [...done]
}

const TYPES: Readonly<Record<string, Column['type']>> = {
  text: 'text',
  integer: 'int',
  boolean: 'boolean',
  'timestamp without time zone': 'moment',
}

/** The columns of a table, in their order. */
export const columnsOf = async (client: Client, table: string): Promise<readonly Column[]> => {
  const { rows } = await client.query<{ name: string; type: string; given: string | null }>(
    `SELECT column_name AS "name", data_type AS "type", column_default AS "given" FROM information_schema.columns
     WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  )
  return rows.map(({ name, type, given }) => {
    const known = TYPES[type]
    if (known === undefined) throw new Error(`${table}.${name} is ${type}, which cannot be moved`)
    return { name, type: known, countsUp: given?.startsWith('nextval(') === true }
  })
}
