import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { type Db, isDuplicate, transact, type Tx } from '../../src/storage/db.ts'
import { openStorage, type Storage } from '../../src/storage/open.ts'
import { asked } from '../support/postgres/database.ts'
import { tempPostgres } from '../support/storage/temp-storage.ts'

/** Processes on one database. */
const processes = async (
  count: number,
): Promise<{ url: string; all: readonly Storage[]; dbs: readonly Db[] }> => {
  const url = await tempPostgres()
  const all = await Promise.all(Array.from({ length: count }, () => openStorage(url)))
  onTestFinished(async () => void (await Promise.all(all.map((storage) => storage.close()))))
  return { url, all, dbs: all.map(({ db }) => db) }
}
const row = (name: string, count = 0) => ({ houseId: 'h', day: '2026-03-02', name, count })
const keyOf = (name: string) => ({ houseId_day_name: { houseId: 'h', day: '2026-03-02', name } })

/** Resolves for everybody once so many came, and from then on at once. */
const gathering = (size: number): (() => Promise<void>) => {
  const waiting: (() => void)[] = []
  let came = 0
  return async () => {
    came += 1
    if (came < size) await new Promise<void>((resolve) => waiting.push(resolve))
    for (const go of waiting.splice(0)) go()
  }
}

/** Of two on duty one may go: each looks whether the other is still there, both before either went. */
const goes = (db: Db, name: string, looked: () => Promise<void>): Promise<boolean> =>
  transact(db, async (tx) => {
    const there = await tx.dailyCount.count({ where: { count: 1 } })
    await looked()
    if (there < 2) return false
    await tx.dailyCount.update({ where: keyOf(name), data: { count: 0 } })
    return true
  })

/** Makes a row that nobody made yet. */
const make = (db: Db): Promise<'made' | 'found'> =>
  transact(db, async (tx) => {
    if ((await tx.dailyCount.findUnique({ where: keyOf('flag') })) !== null) return 'found'
    await setImmediate()
    await tx.dailyCount.create({ data: row('flag') })
    return 'made'
  })

/** Counts these names, in this order, in one statement. */
const upsert = (db: Db, order: readonly string[]) =>
  db.$executeRawUnsafe(
    `INSERT INTO "DailyCount" ("houseId", "day", "name", "count")
     SELECT 'h', '2026-03-02', n, 1 FROM unnest($1::text[]) n
     ON CONFLICT ("houseId", "day", "name") DO UPDATE SET "count" = "DailyCount"."count" + 1`,
    [...order],
  )

test('transactions of two processes that each read and then write lose no step', async () => {
  const { dbs } = await processes(2)
  await dbs[0]?.dailyCount.create({ data: row('heard') })
  const addOne = async (tx: Tx): Promise<void> => {
    const { count } = await tx.dailyCount.findUniqueOrThrow({ where: keyOf('heard') })
    await setImmediate()
    await tx.dailyCount.update({ where: keyOf('heard'), data: { count: count + 1 } })
  }
  await Promise.all(dbs.flatMap((db) => Array.from({ length: 20 }, () => transact(db, addOne))))
  expect(await dbs[0]?.dailyCount.findUnique({ where: keyOf('heard') })).toMatchObject({ count: 40 })
})

test('what two processes decide by looking at what the other changes is decided by one', async () => {
  // Of two on duty one may go: each looks whether the other is still there. No row is written by both.
  const { dbs } = await processes(2)
  await dbs[0]?.dailyCount.createMany({ data: [row('noor', 1), row('amir', 1)] })
  const [one, other] = dbs
  if (one === undefined || other === undefined) throw new Error('two processes')
  const looked = gathering(2)
  const went = await Promise.all([goes(one, 'noor', looked), goes(other, 'amir', looked)])
  expect(went.filter(Boolean)).toHaveLength(1)
  expect(await one.dailyCount.count({ where: { count: 1 } })).toBe(1)
})

test('a row that both look for and then make is made once, and the other finds it', async () => {
  const { dbs } = await processes(3)
  const done = await Promise.all(dbs.flatMap((db) => [make(db), make(db), make(db)]))
  expect(done.filter((one) => one === 'made')).toHaveLength(1)
})

test('a row that is there already stays an answer, as on SQLite', async () => {
  const { dbs } = await processes(1)
  const [db] = dbs
  if (db === undefined) throw new Error('one process')
  let tried = 0
  const twice = transact(db, async (tx) => {
    tried += 1
    await tx.dailyCount.create({ data: row('same') })
    await tx.dailyCount.create({ data: row('same') })
  })
  await expect(twice.catch((error: unknown) => Promise.reject(isDuplicate(error)))).rejects.toBe(true)
  expect(tried).toBeLessThanOrEqual(2)
  expect(await db.dailyCount.count()).toBe(0)
})

test('statements that take the same rows in another order wait for each other or are repeated, and none is lost', async () => {
  const { dbs } = await processes(2)
  const names = Array.from({ length: 20 }, (_, index) => `n${index}`)
  await dbs[0]?.dailyCount.createMany({ data: names.map((name) => row(name)) })
  const [one, other] = dbs
  if (one === undefined || other === undefined) throw new Error('two processes')
  const rounds = Array.from({ length: 10 }, () => [
    upsert(one, names),
    upsert(other, names.toReversed()),
  ]).flat()
  await Promise.all(rounds)
  const counts = await one.dailyCount.findMany()
  expect(new Set(counts.map(({ count }) => count))).toEqual(new Set([20]))
})

test('a connection that breaks off before the commit is a transaction that is done again', async () => {
  const { url, dbs } = await processes(1)
  const [db] = dbs
  if (db === undefined) throw new Error('one process')
  let tried = 0
  await transact(db, async (tx) => {
    tried += 1
    await tx.dailyCount.create({ data: row('broken') })
    if (tried === 1) await breakOff(url)
    await tx.dailyCount.create({ data: row('off') })
  })
  expect(tried).toBe(2)
  expect(await db.dailyCount.count()).toBe(2)
})

test('connections that the server ended while nobody used them are made anew', async () => {
  const { url, all, dbs } = await processes(1)
  const [db] = dbs
  await db?.dailyCount.create({ data: row('before') })
  await breakOff(url)
  expect(await db?.dailyCount.count()).toBe(1)
  expect(all[0]?.trouble.now() === undefined || (await all[0]?.trouble.look()) === undefined).toBe(true)
})

/** As when the server restarts: everybody's connection ends. */
const breakOff = (url: string): Promise<void> =>
  asked(url, async (client) => {
    await client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    )
  })
