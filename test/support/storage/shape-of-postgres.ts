import type { Client } from 'pg'
import { type ColumnShape, EMPTYING, type Shape, type TableShape } from './shape.ts'

const TYPES: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'int',
  boolean: 'boolean',
  'timestamp(3) without time zone': 'moment',
}
const ACTIONS: Readonly<Record<string, string>> = {
  c: 'CASCADE',
  r: 'RESTRICT',
  n: 'SET NULL',
  a: 'NO ACTION',
  d: 'SET DEFAULT',
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly value: string | null
}
const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "name", format_type(a.atttypid, a.atttypmod) AS "type",
    a.attnotnull AS "required", pg_get_expr(d.adbin, d.adrelid) AS "value"
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`
const INDICES = `
  SELECT c.relname AS "table", i.indisprimary AS "primary", i.indisunique AS "unique",
    array_to_string(ARRAY(SELECT a.attname FROM unnest(i.indkey) WITH ORDINALITY k(n, o)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.n ORDER BY k.o), ', ') AS "columns"
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'public'::regnamespace`
const REFERENCES = `
  SELECT c.relname AS "table", f.relname AS "to", k.confdeltype AS "gone", k.confupdtype AS "changed",
    (SELECT attname FROM pg_attribute WHERE attrelid = c.oid AND attnum = k.conkey[1]) AS "column",
    (SELECT attname FROM pg_attribute WHERE attrelid = f.oid AND attnum = k.confkey[1]) AS "key"
  FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
  WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace`
/** A trigger that is switched off (tgenabled) guards nothing. */
const TRIGGERS = `
  SELECT c.relname AS "table", pg_get_triggerdef(t.oid) AS "sql" FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = 'public'::regnamespace`

/** What a database on PostgreSQL is made of, asked of itself. */
export const shapeOfPostgres = async (client: Client): Promise<Shape> => {
  const ask = async <T extends object>(sql: string): Promise<readonly T[]> =>
    (await client.query<T>(sql)).rows
  const columns = await ask<Column>(COLUMNS)
  const indices = await ask<{ table: string; primary: boolean; unique: boolean; columns: string }>(INDICES)
  const refers = await ask<Record<'table' | 'to' | 'gone' | 'changed' | 'column' | 'key', string>>(REFERENCES)
  const triggers = await ask<{ table: string; sql: string }>(TRIGGERS)

  const column = ({ name, type, required, value }: Column): readonly [string, ColumnShape] => {
    const given =
      value?.startsWith('nextval(') === true ? 'counts up' : (value?.replace(/::\w+$/, '') ?? null)
    return [name, { type: TYPES[type] ?? type, required, default: given }]
  }
  const shapeOf = (table: string): TableShape => {
    const mine = indices.filter((one) => one.table === table)
    const guards = triggers
      .filter((one) => one.table === table)
      .map(({ sql }) => {
        const [, what = '?', says = '?'] = /BEFORE (\w+)[^]*\('([^']*)'\)$/.exec(sql) ?? []
        return { what, says }
      })
    // What SQLite cannot do at all needs a guard here: without it the audit counts as not guarded.
    const emptied = guards.some(({ what }) => what === EMPTYING) ? [] : ['not against TRUNCATE']
    return {
      columns: Object.fromEntries(columns.filter((one) => one.table === table).map(column)),
      key: mine.find(({ primary }) => primary)?.columns.split(', ') ?? [],
      unique: mine
        .filter(({ unique, primary }) => unique && !primary)
        .map((one) => one.columns)
        .sort(),
      indexed: mine
        .filter(({ unique }) => !unique)
        .map((one) => one.columns)
        .sort(),
      refersTo: refers
        .filter((one) => one.table === table)
        .map((one) => `${one.column} → ${one.to}.${one.key}, ${ACTIONS[one.gone]}, ${ACTIONS[one.changed]}`)
        .sort(),
      guards:
        guards.length === 0
          ? []
          : [
              ...emptied,
              ...guards.filter(({ what }) => what !== EMPTYING).map(({ what, says }) => `${what}: ${says}`),
            ].sort(),
    }
  }
  return Object.fromEntries(
    [...new Set(columns.map(({ table }) => table))].map((table) => [table, shapeOf(table)]),
  )
}
