import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { migrate, migrationsFolder } from '../../../src/storage/migrate.ts'
import { migratePostgres } from '../../../src/storage/postgres/migrate.ts'
import { openSqlite } from '../../../src/storage/statements.ts'
import { asked, freshDatabase } from '../../support/postgres/database.ts'
import { shapeOfPostgres } from '../../support/storage/shape-of-postgres.ts'
import { shapeOfSchema } from '../../support/storage/shape-of-schema.ts'
import { shapeOfSqlite } from '../../support/storage/shape-of-sqlite.ts'

const SCHEMA = readFileSync(join(import.meta.dirname, '../../../prisma/schema.prisma'), 'utf8')

/** A database on SQLite as its migrations make it. */
const sqlite = (): Database.Database => {
  const db = openSqlite(':memory:')
  onTestFinished(() => void db.close())
  migrate(db, 'memory', migrationsFolder())
  return db
}

/** One on PostgreSQL, made by its own migrations from nothing. */
const onPostgres = async (work: (client: Client) => Promise<void>): Promise<void> => {
  const database = await freshDatabase(inject('postgres'), { empty: true })
  onTestFinished(() => database.drop())
  await asked(database.url, async (client) => {
    await migratePostgres(client, 'test', migrationsFolder(undefined, 'postgresql'))
    await work(client)
  })
}

/** What a migration that one of both lacks would have done. */
const CHANGES = [
  'CREATE TABLE "Later" ("id" TEXT NOT NULL PRIMARY KEY)',
  'ALTER TABLE "House" ADD COLUMN "motto" TEXT',
  'ALTER TABLE "House" RENAME COLUMN "name" TO "title"',
  'ALTER TABLE "Flag" ADD COLUMN "weight" INTEGER NOT NULL DEFAULT 2',
  'CREATE INDEX "House_name_idx" ON "House"("name")',
  'CREATE UNIQUE INDEX "House_name_key" ON "House"("name")',
  'DROP INDEX "Flag_deleteAfter_idx"',
  'DROP TABLE "Objection"',
]

test('the migrations of SQLite make exactly what the schema says', () => {
  const wanted = shapeOfSchema(SCHEMA)
  expect(Object.keys(wanted).length).toBeGreaterThan(30)
  const db = sqlite()
  expect(shapeOfSqlite(db)).toEqual(wanted)
  for (const sql of [...CHANGES, 'DROP TRIGGER "AuditLine_is_never_deleted"']) {
    db.exec('BEGIN')
    db.exec(sql)
    expect(shapeOfSqlite(db), sql).not.toEqual(wanted)
    db.exec('ROLLBACK')
  }
})

test('the migrations of PostgreSQL make exactly what the schema says', async () => {
  const wanted = shapeOfSchema(SCHEMA)
  await onPostgres(async (client) => {
    expect(await shapeOfPostgres(client)).toEqual(wanted)
    for (const sql of [
      ...CHANGES,
      'ALTER TABLE "House" ALTER COLUMN "name" DROP NOT NULL',
      'ALTER TABLE "Flag" ALTER COLUMN "version" SET DEFAULT 2',
      'ALTER TABLE "Flag" ALTER COLUMN "rank" TYPE BIGINT',
      'ALTER TABLE "Finding" DROP CONSTRAINT "Finding_flagId_fkey"',
      'DROP TRIGGER "AuditLine_only_forgets_ids" ON "AuditLine"',
      'DROP TRIGGER "AuditLine_is_never_emptied" ON "AuditLine"',
      'ALTER TABLE "AuditLine" DISABLE TRIGGER ALL',
    ]) {
      await client.query(`BEGIN; ${sql}`)
      expect(await shapeOfPostgres(client), sql).not.toEqual(wanted)
      await client.query('ROLLBACK')
    }
  })
})

test('what the schema says is read whole: each change to it shows', () => {
  const before = shapeOfSchema(SCHEMA)
  const changed = (from: string, to: string): unknown => {
    expect(SCHEMA).toContain(from)
    return shapeOfSchema(SCHEMA.replace(from, to))
  }
  expect(shapeOfSchema(`${SCHEMA}\nmodel Later {\n  id String @id\n}\n`)).not.toEqual(before)
  for (const [from, to] of [
    ['rank       Int\n', 'rank       Int?\n'],
    ['rank       Int\n', 'rank       Int @default(1)\n'],
    ['rank       Int\n', 'rank       Boolean\n'],
    ['@@index([deleteAfter])', '@@index([deleteAfter, houseId])'],
    ['@@unique([houseId, subjectKey])', '@@index([houseId, subjectKey])'],
    ['flagId        String   @unique', 'flagId        String'],
    ['onDelete: Cascade', 'onDelete: Restrict'],
    ['@id @default(autoincrement())', '@id'],
  ] as const)
    expect(changed(from, to), `${from} → ${to}`).not.toEqual(before)
})
