import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openStorage } from '../../../src/storage/open.ts'
import { openTempHouse, tempFolder } from '../../support/storage/temp-storage.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const schema = (): string => readFileSync(join(ROOT, 'prisma/schema.prisma'), 'utf8')
const models = (): readonly string[] =>
  [...schema().matchAll(/^model (\w+) \{/gm)].map(([, name]) => name ?? '')

/** What every model of the client has and this test needs. */
interface Readable {
  findMany(): Promise<readonly unknown[]>
}

test('every model of the schema can be read on a freshly migrated database', async () => {
  const storage = await openStorage(`file:${join(tempFolder(), 'fresh.db')}`)
  onTestFinished(() => storage.close())
  expect(models().length).toBeGreaterThan(8)
  const clients = storage.db as unknown as Readonly<Record<string, Readable | undefined>>
  const read = async (model: string) =>
    [model, await clients[`${model.charAt(0).toLowerCase()}${model.slice(1)}`]?.findMany()] as const
  expect(await Promise.all(models().map(read))).toEqual(models().map((model) => [model, []]))
})

test('every table carries the house', () => {
  const without = [...schema().matchAll(/^model (\w+) \{(.*?)^\}/gms)]
    .filter(([, , fields = '']) => !/^\s*houseId\s+String(\s+@id)?$/m.test(fields))
    .map(([, name]) => name)
  expect(without).toEqual(['House'])
})

test('words of people stand only in columns that are named so', () => {
  const free = [...schema().matchAll(/^\s+(\w*(?:text|note|content|body|message)\w*)\s+String/gim)]
  expect(free.map(([, column]) => column).filter((column) => column !== 'messageId')).toEqual([])
})

test('the audit refuses to be changed or deleted, by any road', async () => {
  const { db } = await openTempHouse()
  const at = new Date('2026-03-02T18:00:00Z')
  const { id } = await db.auditLine.create({
    data: { houseId: 'h', at, act: 'raised', flagId: 'f', actorId: 'a', codes: '{}', idsUntil: at },
  })
  const refused = 'audit line is never'
  await expect(db.auditLine.delete({ where: { id } })).rejects.toThrow(/constraint/i)
  await expect(db.auditLine.deleteMany()).rejects.toThrow(/constraint/i)
  await expect(db.auditLine.update({ where: { id }, data: { act: 'closed' } })).rejects.toThrow(/constraint/i)
  await expect(db.auditLine.update({ where: { id }, data: { actorId: 'b' } })).rejects.toThrow(/constraint/i)
  await expect(db.auditLine.update({ where: { id }, data: { actorId: null } })).rejects.toThrow(/constraint/i)
  await expect(
    db.auditLine.update({ where: { id }, data: { actorId: null, flagId: null, at: new Date() } }),
  ).rejects.toThrow(/constraint/i)
  await expect(db.$executeRaw`DELETE FROM "AuditLine"`).rejects.toThrow(refused)
  await expect(
    db.$executeRaw`REPLACE INTO "AuditLine" ("id","houseId","at","act","codes","idsUntil") VALUES (${id},'h','x','x','{}','x')`,
  ).rejects.toThrow(refused)
  expect(await db.auditLine.findMany()).toMatchObject([{ id, act: 'raised', flagId: 'f', actorId: 'a' }])
  // The one change it accepts: forgetting both ids at once.
  await db.auditLine.update({ where: { id }, data: { actorId: null, flagId: null } })
  expect(await db.auditLine.findMany()).toMatchObject([{ id, act: 'raised', flagId: null, actorId: null }])
})
