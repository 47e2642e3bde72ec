import { EventEmitter, once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { transact, type Tx } from '../../../src/storage/db.ts'
import { openTempHouse } from '../../support/storage/temp-storage.ts'

const row = (name: string, count = 1) => ({ houseId: 'h', day: '2026-03-02', name, count })
const key = { houseId_day_name: { houseId: 'h', day: '2026-03-02', name: 'heard' } }

test('a write that was confirmed is not lost when a transaction beside it rolls back', async () => {
  const { db } = await openTempHouse()
  await db.dailyCount.createMany({ data: [row('before'), row('before too')] })
  const order: string[] = []
  const doomed = transact(db, async (tx) => {
    await tx.dailyCount.create({ data: row('inside') })
    for (let turn = 0; turn < 20; turn += 1) await setImmediate() // time for another to slip in
    order.push('rolled back')
    throw new Error('on purpose')
  })
  await setImmediate()
  const beside = Promise.all([
    db.dailyCount.create({ data: row('beside') }),
    db.dailyCount.updateMany({ where: { name: 'before' }, data: { count: 2 } }),
    db.$executeRaw`UPDATE "DailyCount" SET "count" = "count" + 5 WHERE "name" = 'before too'`,
  ]).then(() => order.push('confirmed'))
  await expect(doomed).rejects.toThrow('on purpose')
  await beside
  expect(order).toEqual(['rolled back', 'confirmed'])
  expect(await db.dailyCount.findMany({ orderBy: { name: 'asc' } })).toMatchObject([
    { name: 'before', count: 2 },
    { name: 'before too', count: 6 },
    { name: 'beside', count: 1 },
  ])
})

test('a hundred transactions at once that each read and then write lose no step', async () => {
  const { db } = await openTempHouse()
  await db.dailyCount.create({ data: row('heard', 0) })
  const addOne = async (tx: Tx): Promise<void> => {
    const { count } = await tx.dailyCount.findUniqueOrThrow({ where: key })
    await setImmediate()
    await tx.dailyCount.update({ where: key, data: { count: count + 1 } })
  }
  await Promise.all(Array.from({ length: 100 }, () => transact(db, addOne)))
  expect(await db.dailyCount.findUnique({ where: key })).toMatchObject({ count: 100 })
})

test('a transaction that waited too long is given up, and the next ones work', async () => {
  const { db } = await openTempHouse()
  const hold = new EventEmitter()
  const long = transact(db, async (tx) => {
    await tx.dailyCount.create({ data: row('long') })
    await once(hold, 'release')
  })
  await expect(db.$transaction((tx) => tx.dailyCount.count(), { maxWait: 20 })).rejects.toMatchObject({
    code: 'P2028',
  })
  hold.emit('release')
  await long
  expect(await transact(db, (tx) => tx.dailyCount.count())).toBe(1)
})

test('work that uses the database beside its own transaction is stopped and undone, and the next one works', async () => {
  const { db } = await openTempHouse()
  const stuck = db.$transaction(
    async (tx) => {
      await tx.dailyCount.create({ data: row('inside') })
      await db.dailyCount.count() // waits for its own end
      await tx.dailyCount.create({ data: row('never') })
    },
    { timeout: 50 },
  )
  await expect(stuck).rejects.toMatchObject({ code: 'P2028' })
  expect(await transact(db, (tx) => tx.dailyCount.count())).toBe(0)
})

test('a transaction whose commit fails gives the database back', async () => {
  const { db } = await openTempHouse()
  const orphan = transact(db, async (tx) => {
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON') // so that only COMMIT finds the fault
    await tx.report.create({
      data: {
        id: 'r',
        houseId: 'h',
        flagId: 'no such flag',
        reporterId: 'x',
        reason: 'other',
        createdAt: new Date(),
        deleteAfter: new Date(),
      },
    })
  })
  await expect(orphan).rejects.toThrow(/constraint/i)
  expect(await transact(db, (tx) => tx.report.count())).toBe(0)
})
