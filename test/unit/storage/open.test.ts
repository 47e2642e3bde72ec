import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '../../../src/storage/statements.ts'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storageErrorOf } from '../../../src/storage/errors.ts'
import { migrationsFolder } from '../../../src/storage/migrate.ts'
import { openStorage, StorageError } from '../../../src/storage/open.ts'
import { tempFolder } from '../../support/storage/temp-storage.ts'

const codeOf = async (opening: Promise<{ close(): Promise<void> }>): Promise<unknown> => {
  try {
    await (await opening).close()
    return 'opened'
  } catch (error) {
    if (!(error instanceof StorageError)) throw error
    expect(error.message).toMatch(/^[A-Z].*\.$/)
    expect(error.message).not.toContain('\n')
    return error.code
  }
}

const migrationNamed = (folder: string, name: string, sql: string): void => {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

const told = (code: string): unknown => storageErrorOf(Object.assign(new Error('…'), { code }), '/a.db')

/** A copy of the released migrations, to be changed. */
const copiedMigrations = (): { folder: string; first: string } => {
  const folder = tempFolder()
  const from = migrationsFolder()
  const first = '20261124080000_begin'
  mkdirSync(join(folder, first))
  copyFileSync(join(from, first, 'migration.sql'), join(folder, first, 'migration.sql'))
  return { folder, first }
}

describe('opening', () => {
  test('makes the folder and the file, readable for their owner only', async () => {
    const file = join(tempFolder(), 'new', 'deep', 'huisbot.db')
    const storage = await openStorage(`file:${file}`)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
    await storage.close()
  })

  test('sets what keeps writes safe and deleted words gone', async () => {
    const storage = await openStorage(`file:${join(tempFolder(), 'a.db')}`)
    onTestFinished(() => storage.close())
    const pragma = async (name: string): Promise<unknown> => {
      const [row] = await storage.db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${name}`)
      return Object.values(row ?? {})[0]
    }
    expect(await pragma('journal_mode')).toBe('wal')
    expect(Number(await pragma('synchronous'))).toBe(2)
    expect(Number(await pragma('foreign_keys'))).toBe(1)
    expect(Number(await pragma('secure_delete'))).toBe(1)
    expect(Number(await pragma('recursive_triggers'))).toBe(1)
    expect(Number(await pragma('busy_timeout'))).toBeLessThanOrEqual(1_000)
  })

  test('closing twice is fine, and leaves one file that holds everything', async () => {
    const file = join(tempFolder(), 'a.db')
    const first = await openStorage(`file:${file}`)
    await first.db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: 'heard', count: 3 } })
    await Promise.all([first.close(), first.close()])
    const copy = join(tempFolder(), 'copy.db')
    copyFileSync(file, copy) // the file alone, as a backup would take it
    const second = await openStorage(`file://${copy}`)
    expect(await second.db.dailyCount.findMany()).toMatchObject([{ count: 3 }])
    await second.close()
  })
})

describe('a database that cannot be used is refused in one sentence', () => {
  test('an address of another kind, without repeating what may be a password', async () => {
    await expect(openStorage('postgresql://bot:secret@db/huisbot')).rejects.toThrow(/DATABASE_URL/)
    await expect(openStorage('postgresql://bot:secret@db/huisbot')).rejects.not.toThrow(/secret/)
    expect(await codeOf(openStorage('file::memory:'))).toBe('address')
    expect(await codeOf(openStorage('huisbot.db'))).toBe('address')
  })

  test('a file that is not a database, which stays as it was', async () => {
    const file = join(tempFolder(), 'letter.txt')
    const letter = 'Dear house, this is a letter and not a database. '.repeat(40)
    writeFileSync(file, letter)
    expect(await codeOf(openStorage(`file:${file}`))).toBe('not-a-database')
    expect(readFileSync(file, 'utf8')).toBe(letter)
  })

  test('a database of another program, which stays as it was', async () => {
    const file = join(tempFolder(), 'other.db')
    const other = openSqlite(file)
    other.exec(`CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')`)
    other.close()
    expect(await codeOf(openStorage(`file:${file}`))).toBe('other-program')
    const again = openSqlite(file)
    expect(again.prepare('SELECT * FROM recipes').all()).toEqual([{ name: 'soup' }])
    expect(again.prepare(`SELECT count(*) AS n FROM sqlite_schema`).get()).toEqual({ n: 1 })
    again.close()
  })

  test('a database that another process has open, until that one stops', async () => {
    const url = `file:${join(tempFolder(), 'a.db')}`
    const first = await openStorage(url)
    expect(await codeOf(openStorage(url))).toBe('in-use')
    await first.db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: 'heard', count: 1 } })
    await first.close()
    expect(await codeOf(openStorage(url))).toBe('opened')
  })

  test('a place that is no folder', async () => {
    const file = join(tempFolder(), 'file')
    writeFileSync(file, '')
    expect(await codeOf(openStorage(`file:${join(file, 'a.db')}`))).toBe('cannot-open')
    expect(await codeOf(openStorage(`file:${tempFolder()}`))).toBe('cannot-open')
  })

  test.skipIf(process.getuid?.() !== 0)('a folder in which it may not write', async () => {
    const folder = tempFolder()
    process.seteuid?.(65_534)
    try {
      expect(await codeOf(openStorage(`file:${join(folder, 'a.db')}`))).toBe('no-permission')
    } finally {
      process.seteuid?.(0)
    }
  })

  test('a full disk and a damaged file, as SQLite reports them', () => {
    expect(told('SQLITE_FULL')).toMatchObject({ code: 'disk-full' })
    expect(told('SQLITE_CORRUPT_VTAB')).toMatchObject({ code: 'damaged' })
    expect(told('SQLITE_READONLY_DIRECTORY')).toMatchObject({ code: 'no-permission' })
    const bug = new TypeError('a bug')
    expect(storageErrorOf(bug, '/a.db')).toBe(bug)
  })
})

describe('migrations', () => {
  test('a database made by a newer version is refused and stays as it was', async () => {
    const { folder } = copiedMigrations()
    migrationNamed(folder, '20991231000000_later', 'CREATE TABLE "Later" ("id" TEXT PRIMARY KEY NOT NULL);')
    const url = `file:${join(tempFolder(), 'a.db')}`
    await (await openStorage(url, { migrations: folder })).close()
    expect(await codeOf(openStorage(url))).toBe('newer-version')
    expect(await codeOf(openStorage(url, { migrations: folder }))).toBe('opened')
  })

  test('a migration that was changed after it was applied is refused', async () => {
    const { folder, first } = copiedMigrations()
    const url = `file:${join(tempFolder(), 'a.db')}`
    await (await openStorage(url, { migrations: folder })).close()
    const file = join(folder, first, 'migration.sql')
    const released = readFileSync(file, 'utf8')
    writeFileSync(file, `${released}\nCREATE TABLE "Extra" ("id" TEXT);`)
    expect(await codeOf(openStorage(url, { migrations: folder }))).toBe('migration-changed')
    writeFileSync(file, released.replaceAll('\n', '\r\n')) // a checkout on Windows
    expect(await codeOf(openStorage(url, { migrations: folder }))).toBe('opened')
  })

  test('a migration that fails leaves the database as it was, with what is in it', async () => {
    const { folder } = copiedMigrations()
    const file = join(tempFolder(), 'a.db')
    const storage = await openStorage(`file:${file}`, { migrations: folder })
    await storage.db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: 'heard', count: 9 } })
    await storage.close()
    migrationNamed(folder, '20991231000000_bad', 'DROP TABLE "DailyCount"; CREATE TABLE "House" ("id" TEXT);')
    expect(await codeOf(openStorage(`file:${file}`, { migrations: folder }))).toBe('migration-failed')
    const again = await openStorage(`file:${file}`)
    expect(await again.db.dailyCount.findMany()).toMatchObject([{ count: 9 }])
    await again.close()
  })

  test('a migration that finished only halfway elsewhere is not built upon', async () => {
    const file = join(tempFolder(), 'a.db')
    await (await openStorage(`file:${file}`)).close()
    const db = openSqlite(file)
    db.exec(`UPDATE "_prisma_migrations" SET finished_at = NULL`)
    db.close()
    expect(await codeOf(openStorage(`file:${file}`))).toBe('migration-unfinished')
  })

  test('an install without migrations says so', async () => {
    const url = `file:${join(tempFolder(), 'a.db')}`
    expect(await codeOf(openStorage(url, { migrations: tempFolder() }))).toBe('migrations-missing')
    expect(() => migrationsFolder(tempFolder())).toThrow(StorageError)
  })
})
