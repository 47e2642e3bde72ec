import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '../../src/storage/statements.ts'

export interface Looked {
  readonly files: number
  readonly bytes: number
  /** What was found, and in which file. */
  readonly found: readonly string[]
}

/** Reads every file of a folder, and of the folders in it, and looks for secrets in it. */
export function lookIn(folder: string, seek: (bytes: Buffer) => readonly string[]): Looked {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  let bytes = 0
  const found = files.flatMap(({ parentPath, name }) => {
    const content = readFileSync(join(parentPath, name))
    bytes += content.length
    return [...seek(Buffer.from(name, 'utf8')), ...seek(content)].map((what) => `${what} in ${name}`)
  })
  return { files: files.length, bytes, found }
}

/** How many sealed words each table of a database file holds, and which of them are not sealed. */
export function sealedIn(file: string): {
  counts: Readonly<Record<string, number>>
  open: readonly string[]
} {
  const db = openSqlite(file, { readonly: true, fileMustExist: true })
  try {
    const names = (sql: string): string[] =>
      db
        .prepare(sql)
        .all()
        .map((row) => String((row as { name: unknown }).name))
    const tables = names("SELECT name FROM sqlite_schema WHERE type = 'table'").filter((table) =>
      names(`PRAGMA table_info("${table}")`).includes('words'),
    )
    const counts: Record<string, number> = {}
    const open: string[] = []
    for (const table of tables) {
      const words = names(`SELECT words AS name FROM "${table}" WHERE words IS NOT NULL`)
      counts[table] = words.length
      if (words.some((one) => !/^h1\.[\w-]+\.[\w-]{16}\.[\w-]+$/.test(one))) open.push(table)
    }
    return { counts, open }
  } finally {
    db.close()
  }
}
