import type Database from 'better-sqlite3'
import type { ColumnShape, Shape, TableShape } from './shape.ts'

const TYPES: Readonly<Record<string, string>> = {
  TEXT: 'text',
  INTEGER: 'int',
  BOOLEAN: 'boolean',
  DATETIME: 'moment',
}
interface Info {
  readonly name: string
  readonly type: string
  readonly notnull: number
  readonly dflt_value: string | null
  readonly pk: number
}

/** What a database on SQLite is made of, asked of itself. */
export const shapeOfSqlite = (db: Database.Database): Shape => {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what a pragma answers
  const rows = <Row extends object>(sql: string): readonly Row[] => {
    const found = db.prepare<unknown[], Row>(sql).all()
    return found
  }
  const columnsOf = (index: string): string =>
    rows<{ name: string }>(`SELECT name FROM pragma_index_info('${index}') ORDER BY seqno`)
      .map(({ name }) => name)
      .join(', ')
  const tables = rows<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'`,
  )
  const shapeOf = (table: string, sql: string): TableShape => {
    const info = rows<Info>(`SELECT * FROM pragma_table_info('${table}')`)
    const indices = rows<{ name: string; unique: number; origin: string }>(
      `SELECT name, "unique", origin FROM pragma_index_list('${table}')`,
    )
    const refers = rows<{ from: string; table: string; to: string; on_delete: string; on_update: string }>(
      `SELECT * FROM pragma_foreign_key_list('${table}')`,
    )
    const triggers = rows<{ sql: string }>(
      `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`,
    )
    const column = ({ name, type, notnull, dflt_value: value, pk }: Info): readonly [string, ColumnShape] => {
      const countsUp = pk === 1 && /AUTOINCREMENT/.test(sql)
      return [
        name,
        { type: TYPES[type] ?? type, required: notnull === 1, default: countsUp ? 'counts up' : value },
      ]
    }
    return {
      columns: Object.fromEntries(info.map(column)),
      key: info
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map(({ name }) => name),
      unique: indices
        .filter(({ unique, origin }) => unique === 1 && origin !== 'pk')
        .map(({ name }) => columnsOf(name))
        .sort(),
      indexed: indices
        .filter(({ unique }) => unique === 0)
        .map(({ name }) => columnsOf(name))
        .sort(),
      refersTo: refers
        .map((one) => `${one.from} → ${one.table}.${one.to}, ${one.on_delete}, ${one.on_update}`)
        .sort(),
      guards: triggers
        .map((one) => {
          const [, what = '?', says = '?'] = /BEFORE (\w+)[^]*RAISE\(ABORT, '([^']*)'\)/.exec(one.sql) ?? []
          return `${what}: ${says}`
        })
        .sort(),
    }
  }
  return Object.fromEntries(tables.map(({ name, sql }) => [name, shapeOf(name, sql)]))
}
