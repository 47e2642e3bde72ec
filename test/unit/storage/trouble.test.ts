import { copyFileSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openSqlite } from '../../../src/storage/statements.ts'
import { openStorage, StorageError } from '../../../src/storage/open.ts'
import { createTrouble, sqliteTroubleOf, TROUBLES } from '../../../src/storage/trouble.ts'
import { transact } from '../../../src/storage/db.ts'
import { tempFolder } from '../../support/storage/temp-storage.ts'

const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work
    return undefined
  } catch (error) {
    return error
  }
}
const open = async () => {
  const file = join(tempFolder(), 'huisbot.db')
  const storage = await openStorage(`file:${file}`)
  onTestFinished(() => storage.close())
  return { file, storage, db: storage.db }
}
const pagesOf = async ({ db }: Awaited<ReturnType<typeof open>>): Promise<number> => {
  const [row] = await db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
  return Number(row?.page_count)
}
const count = (db: Awaited<ReturnType<typeof open>>['db'], n: number) =>
  db.dailyCount.createMany({
    data: Array.from({ length: n }, (_, day) => ({
      houseId: 'h',
      day: `day-${day}`,
      name: 'heard',
      count: 1,
    })),
  })

test('a disk that is full is seen, stays so while small writes still work, and is over when there is room', async () => {
  const house = await open()
  const { db, storage } = house
  expect(storage.trouble.now()).toBeUndefined()
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${await pagesOf(house)}`)
  expect(await failure(count(db, 1_200))).toBeInstanceOf(Error)
  expect(storage.trouble.now()).toBe('disk-full')
  expect(await db.dailyCount.count(), 'all or nothing').toBe(0)
  // The last free places take a row: that does not make room for a flag.
  await db.dailyCount.create({ data: { houseId: 'h', day: 'one', name: 'heard', count: 1 } })
  expect(await storage.trouble.look()).toBe('disk-full')
  await db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
  expect(await storage.trouble.look()).toBeUndefined()
  await count(db, 1_200)
  const tables = await db.$queryRawUnsafe<unknown[]>(`SELECT name FROM sqlite_schema WHERE name = '_room'`)
  expect(tables, 'the look leaves nothing behind').toEqual([])
})

test('a transaction that meets a full disk is undone whole, and the next one works again', async () => {
  const house = await open()
  const { db } = house
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${await pagesOf(house)}`)
  const work = transact(db, async (tx) => {
    await tx.dailyCount.create({ data: { houseId: 'h', day: 'first', name: 'heard', count: 1 } })
    await tx.dailyCount.createMany({
      data: Array.from({ length: 1_200 }, (_, day) => ({ houseId: 'h', day: `${day}`, name: 'x', count: 1 })),
    })
  })
  expect(await failure(work)).toBeInstanceOf(Error)
  await db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
  expect(await db.dailyCount.count()).toBe(0)
  await transact(db, (tx) =>
    tx.dailyCount.create({ data: { houseId: 'h', day: 'later', name: 'heard', count: 1 } }),
  )
  expect(await db.dailyCount.count()).toBe(1)
})

test('a bug or a duplicate is no trouble of the disk', async () => {
  const { db, storage } = await open()
  const row = { houseId: 'h', day: 'd', name: 'heard', count: 1 }
  await db.dailyCount.create({ data: row })
  expect(await failure(db.dailyCount.create({ data: row }))).toBeInstanceOf(Error)
  expect(await failure(db.$queryRawUnsafe('SELECT * FROM "Nowhere"'))).toBeInstanceOf(Error)
  expect(storage.trouble.now()).toBeUndefined()
})

test('damage that shows while running stops all writing, and is not over by itself', async () => {
  let damaged = 0
  const trouble = createTrouble(
    sqliteTroubleOf,
    () => Promise.resolve(),
    () => void damaged++,
  )
  const corrupt = Object.assign(new Error('…'), { cause: { originalCode: 'SQLITE_CORRUPT_INDEX' } })
  trouble.note(corrupt)
  trouble.note(corrupt)
  trouble.note(Object.assign(new Error('…'), { code: 'SQLITE_FULL' }))
  expect(await trouble.look()).toBe('damaged')
  expect(damaged).toBe(1)

  const { db, storage } = await open()
  storage.trouble.note(corrupt)
  expect(
    await failure(db.dailyCount.create({ data: { houseId: 'h', day: 'd', name: 'n', count: 1 } })),
  ).toBeInstanceOf(Error)
  expect(await db.dailyCount.count(), 'reading goes on').toBe(0)
})

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['EROFS', 'read-only'],
  ['SQLITE_IOERR_WRITE', 'unreachable'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
] as const)('%s says %s, also deep in the error of another', (code, kind) => {
  expect(sqliteTroubleOf({ cause: { cause: { originalCode: code } } })).toBe(kind)
  expect([...TROUBLES, undefined]).toContain(kind)
})

const refused = async (file: string): Promise<string> => {
  const before = readFileSync(file)
  const error = await failure(openStorage(`file:${file}`))
  if (!(error instanceof StorageError)) throw error
  expect(error.message).toMatch(/^[A-Z][^\n]*\.$/)
  expect(readFileSync(file).equals(before), 'nothing is written').toBe(true)
  return error.code
}
/** A closed database with enough in it to damage. */
const filled = async (): Promise<string> => {
  const file = join(tempFolder(), 'huisbot.db')
  const storage = await openStorage(`file:${file}`)
  await count(storage.db, 900)
  await storage.close()
  return file
}

test('a page of garbage in the middle is found at the start, before anything is written', async () => {
  const file = await filled()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, statSync(file).size - 5 * 4_096)
  expect(await refused(file)).toBe('damaged')
})

test('a file that was cut off is found at the start', async () => {
  const file = await filled()
  truncateSync(file, Math.floor(statSync(file).size / 2 / 4_096) * 4_096)
  expect(await refused(file)).toBe('damaged')
})

test('a log that is gone takes the last rows with it, never the house', async () => {
  const { file, db } = await open()
  await count(db, 10)
  // The file alone, as a copy of a running bot without its log would be.
  const copy = join(tempFolder(), 'copy.db')
  copyFileSync(file, copy)
  expect(existsSync(`${file}-wal`)).toBe(true)
  const again = await openStorage(`file:${copy}`)
  onTestFinished(() => again.close())
  expect(await again.db.house.count()).toBe(0)
})

test('a database of another program and one of a newer version are refused without a byte written', async () => {
  const other = join(tempFolder(), 'other.db')
  const recipes = openSqlite(other)
  recipes.exec('CREATE TABLE recipes (name TEXT)')
  recipes.close()
  expect(await refused(other)).toBe('other-program')
  const file = await filled()
  const newer = openSqlite(file)
  newer.exec(`UPDATE "_prisma_migrations" SET migration_name = '20991231000000_later' WHERE rowid = 1`)
  newer.pragma('wal_checkpoint(TRUNCATE)')
  newer.close()
  expect(await refused(file)).toBe('newer-version')
})

test('a copy made while the bot writes is whole, and for its owner only', async () => {
  const { db, storage } = await open()
  await count(db, 900)
  const copy = join(tempFolder(), 'copy.db')
  const writes = (async () => {
    for (let n = 0; n < 15; n++)
      await transact(db, async (tx) => {
        await tx.dailyCount.create({ data: { houseId: 'pair', day: `a${n}`, name: 'x', count: 1 } })
        await tx.dailyCount.create({ data: { houseId: 'pair', day: `b${n}`, name: 'x', count: 1 } })
      })
  })()
  await Promise.all([storage.copyTo?.(copy), writes])
  expect(statSync(copy).mode & 0o777).toBe(0o600)
  const read = openSqlite(copy)
  onTestFinished(() => void read.close())
  expect(read.pragma('integrity_check', { simple: true })).toBe('ok')
  const pairs = read.prepare(`SELECT count(*) AS n FROM "DailyCount" WHERE "houseId" = 'pair'`).get() as {
    n: number
  }
  expect(pairs.n % 2, 'a transaction is in it whole or not').toBe(0)
  await expect(storage.copyTo?.(copy), 'never over something that is there').rejects.toThrow(/EEXIST/)
})
