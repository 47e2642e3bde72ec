import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrationsFolder } from '../../src/storage/migrate.ts'
import { openStorage, StorageError } from '../../src/storage/open.ts'
import { postgresErrorOf } from '../../src/storage/postgres/faults.ts'
import { asked, freshDatabase } from '../support/postgres/database.ts'
import { tempFolder, tempPostgres } from '../support/storage/temp-storage.ts'

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
const empty = async (): Promise<string> => {
  const database = await freshDatabase(inject('postgres'), { empty: true })
  onTestFinished(() => database.drop())
  return database.url
}
const changed = (url: string, change: (url: URL) => void): string => {
  const other = new URL(url)
  change(other)
  return other.href
}
/** The released migrations in a folder of their own, and one more. */
const withOneMore = (name: string, sql: string): string => {
  const folder = tempFolder()
  cpSync(migrationsFolder(undefined, 'postgresql'), folder, { recursive: true })
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return folder
}
const told = (code: string): unknown => postgresErrorOf(Object.assign(new Error('…'), { code }), 'db')
const LATER = '20991231000000_later'

test('of several processes that start at once on an empty database one makes the tables, and all go on', async () => {
  const url = await empty()
  const opened = await Promise.all([1, 2, 3, 4].map(() => openStorage(url)))
  await Promise.all(
    opened.map(({ db }, index) =>
      db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: `n${index}`, count: 1 } }),
    ),
  )
  expect(await opened[0]?.db.dailyCount.count()).toBe(4)
  await Promise.all(opened.map((storage) => storage.close()))
  const applied = await asked(url, (client) =>
    client.query('SELECT "migration_name" FROM "_prisma_migrations"'),
  )
  expect(new Set(applied.rows.map((row: { migration_name: string }) => row.migration_name)).size).toBe(
    applied.rowCount,
  )
  expect(await codeOf(openStorage(url))).toBe('opened')
})

test('an address that leads nowhere is told in one sentence, never with the password', async () => {
  const url = await tempPostgres()
  const nowhere = changed(url, (one) => (one.port = '1'))
  const stranger = changed(url, (one) => (one.password = 'wrong-and-secret'))
  const unknown = changed(url, (one) => (one.pathname = '/no_such_database'))
  expect(await codeOf(openStorage(nowhere))).toBe('unreachable')
  expect(await codeOf(openStorage(stranger))).toBe('login-refused')
  expect(await codeOf(openStorage(unknown))).toBe('no-such-database')
  expect(await codeOf(openStorage('postgresql://[nonsense/x'))).toBe('address')
  const { password } = new URL(url)
  for (const address of [nowhere, stranger, unknown]) {
    const said = await openStorage(address).catch((error: unknown) => String(error))
    expect(said).not.toContain(password)
    expect(said).not.toContain('wrong-and-secret')
  }
})

test('a user who may not make tables is told what to ask for', async () => {
  const url = await empty()
  const guest = `guest_${randomUUID().slice(0, 8)}`
  await asked(url, (client) => client.query(`CREATE ROLE "${guest}" LOGIN PASSWORD 'guest'`))
  onTestFinished(() =>
    asked(inject('postgres'), async (client) => void (await client.query(`DROP ROLE "${guest}"`))),
  )
  const asGuest = changed(url, (one) => {
    one.username = guest
    one.password = 'guest'
  })
  expect(await codeOf(openStorage(asGuest))).toBe('no-rights')
})

test('a database of another program, of a newer version or left halfway is refused and stays as it was', async () => {
  const other = await empty()
  await asked(other, (client) => client.query(`CREATE TABLE recipes (name TEXT)`))
  expect(await codeOf(openStorage(other))).toBe('other-program')
  const tables = await asked(other, (client) =>
    client.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'public'`),
  )
  expect(tables.rowCount).toBe(1)

  const url = await empty()
  const newer = withOneMore(LATER, 'CREATE TABLE "Later" ("id" TEXT PRIMARY KEY);')
  expect(await codeOf(openStorage(url, { migrations: newer }))).toBe('opened')
  expect(await codeOf(openStorage(url))).toBe('newer-version')
  const file = join(newer, LATER, 'migration.sql')
  writeFileSync(file, `${readFileSync(file, 'utf8')}-- changed\n`)
  expect(await codeOf(openStorage(url, { migrations: newer }))).toBe('migration-changed')
  await asked(url, (client) => client.query(`UPDATE "_prisma_migrations" SET "finished_at" = NULL`))
  expect(await codeOf(openStorage(url, { migrations: newer }))).toBe('migration-unfinished')
  expect(await codeOf(openStorage(url, { migrations: tempFolder() }))).toBe('migrations-missing')
})

test('a migration that fails leaves the database as it was, with what is in it', async () => {
  const url = await empty()
  const storage = await openStorage(url)
  await storage.db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: 'heard', count: 9 } })
  await storage.close()
  const bad = withOneMore(LATER, 'DROP TABLE "DailyCount"; CREATE TABLE "House" ("id" TEXT);')
  expect(await codeOf(openStorage(url, { migrations: bad }))).toBe('migration-failed')
  const again = await openStorage(url)
  expect(await again.db.dailyCount.findMany()).toMatchObject([{ count: 9 }])
  await again.close()
})

test('a full disk, damage and a bug, as PostgreSQL reports them', () => {
  expect(told('53100')).toMatchObject({ code: 'disk-full' })
  expect(told('XX001')).toMatchObject({ code: 'damaged' })
  expect(told('53300')).toMatchObject({ code: 'too-many-connections' })
  const bug = new TypeError('a bug')
  expect(postgresErrorOf(bug, 'db')).toBe(bug)
})

test('the audit refuses to be changed, deleted or emptied, by any road', async () => {
  const storage = await openStorage(await tempPostgres())
  onTestFinished(() => storage.close())
  const { db } = storage
  const at = new Date('2026-03-02T18:00:00.123Z')
  const { id } = await db.auditLine.create({
    data: { houseId: 'h', at, act: 'raised', flagId: 'f', actorId: 'a', codes: '{}', idsUntil: at },
  })
  await expect(db.auditLine.delete({ where: { id } })).rejects.toThrow('never deleted')
  await expect(db.auditLine.deleteMany()).rejects.toThrow('never deleted')
  await expect(db.$executeRaw`TRUNCATE "AuditLine"`).rejects.toThrow('never deleted')
  for (const data of [
    { act: 'closed' },
    { actorId: 'b' },
    { actorId: null },
    { actorId: null, flagId: null, at: new Date() },
    { actorId: null, flagId: null, fromState: 'x' },
  ])
    await expect(db.auditLine.update({ where: { id }, data })).rejects.toThrow('never changed')
  expect(await db.auditLine.findMany()).toMatchObject([{ id, at, act: 'raised', flagId: 'f', actorId: 'a' }])
  // The one change it accepts: forgetting both ids at once.
  await db.auditLine.update({ where: { id }, data: { actorId: null, flagId: null } })
  expect(await db.auditLine.findMany()).toMatchObject([{ id, at, flagId: null, actorId: null }])
})

test('clearing the place of what was forgotten works while others are at work', async () => {
  const storage = await openStorage(await tempPostgres())
  onTestFinished(() => storage.close())
  await storage.db.dailyCount.create({ data: { houseId: 'h', day: '2026-03-02', name: 'heard', count: 1 } })
  await storage.db.dailyCount.deleteMany()
  await storage.checkpoint()
  expect(await storage.db.dailyCount.count()).toBe(0)
})

test('a server that sends everybody away while the bot stops does not end it with an error', async () => {
  const url = await tempPostgres()
  for (let round = 0; round < 10; round += 1) {
    const storage = await openStorage(url)
    await Promise.all(Array.from({ length: 8 }, () => storage.db.house.count()))
    await asked(url, async (client) => {
      const sent = client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      )
      // An error that nobody hears also ends the tests.
      await expect(Promise.all([storage.close(), sent])).resolves.toHaveLength(2)
    })
  }
})
