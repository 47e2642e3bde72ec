import { expect, test } from 'vitest'
import { Prisma } from '../../../src/generated/sqlite/client.ts'
import { transact } from '../../../src/storage/db.ts'
import { insertOrChange, insertRow, insertUnlessThere, isKeyTaken } from '../../../src/storage/insert.ts'
import { dateIn, execute, query } from '../../../src/storage/plain.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const at = new Date('2026-03-02T18:00:00.123Z')
const round = {
  id: 'r',
  houseId: HOUSE,
  flagId: 'f',
  category: 'distress',
  level: 'rood',
  startedAt: at,
  clockFrom: at,
  firstSeconds: 7,
  firstOpenSeconds: null,
  overdue: true,
  closedAt: null,
  closedSeconds: null,
  closedOpenSeconds: null,
  outcome: null,
}

test('a row that was written out is the row that Prisma writes and reads', async () => {
  const { db } = await openTempHouse()
  await transact(db, (tx) => insertRow(tx, 'FlagRound', round))
  expect(await db.flagRound.findUniqueOrThrow({ where: { id: 'r' } })).toEqual(round)
  await db.flagRound.create({ data: { ...round, id: 's' } })
  // To the last sign: what is compared with text is found by both.
  const raw = await db.$queryRaw<
    object[]
  >`SELECT CAST("startedAt" AS TEXT) AS t, "overdue" AS o FROM "FlagRound"`
  expect(raw[0]).toEqual(raw[1])
  expect(await db.flagRound.count({ where: { startedAt: at } })).toBe(2)
})

test('it is read and written alike inside a transaction and by itself', async () => {
  const { db } = await openTempHouse()
  const look = Prisma.sql`SELECT "startedAt", "outcome" FROM "FlagRound" WHERE "startedAt" >= ${at}`
  await insertRow(db, 'FlagRound', round)
  const outside = await query<'startedAt' | 'outcome'>(db, look)
  const inside = await transact(db, (tx) => query<'startedAt' | 'outcome'>(tx, look))
  for (const rows of [outside, inside]) {
    expect(rows.map(({ startedAt, outcome }) => [dateIn(startedAt), outcome])).toEqual([[at, null]])
  }
})

test('what is done in a transaction goes with it, and is seen in it', async () => {
  const { db } = await openTempHouse()
  const doomed = transact(db, async (tx) => {
    await insertRow(tx, 'FlagRound', round)
    expect(await tx.flagRound.count()).toBe(1)
    await tx.flagRound.updateMany({ data: { outcome: 'talked' } })
    expect(await query(tx, Prisma.sql`SELECT "outcome" FROM "FlagRound"`)).toEqual([{ outcome: 'talked' }])
    throw new Error('on purpose')
  })
  await expect(doomed).rejects.toThrow('on purpose')
  expect(await db.flagRound.count()).toBe(0)
})

test('what comes after the end of its transaction is refused, and does not get into another', async () => {
  const { db } = await openTempHouse()
  const over = await transact(db, (tx) => Promise.resolve({ tx }))
  const late = async (): Promise<void> => insertRow(over.tx, 'FlagRound', { ...round, id: 's' })
  await transact(db, async (tx) => {
    await insertRow(tx, 'FlagRound', round)
    await expect(late()).rejects.toThrow('Transaction')
  })
  expect(await db.flagRound.count()).toBe(1)
})

test('a key that is taken is no error: nothing is added, and the transaction goes on', async () => {
  const { db } = await openTempHouse()
  const row = { flagId: 'f', houseId: HOUSE, round: 1, runsFrom: at, spent: 0, told: 0, onCallTold: false }
  await transact(db, async (tx) => {
    expect(await insertUnlessThere(tx, 'FlagClock', row)).toBe(true)
    expect(await insertUnlessThere(tx, 'FlagClock', { ...row, told: 3 })).toBe(false)
    await insertRow(tx, 'FlagClock', { ...row, flagId: 'g' })
    await insertOrChange(
      tx,
      'FlagClock',
      { ...row, told: 2 },
      ['flagId'],
      Prisma.sql`"told" = excluded."told"`,
    )
    expect(await execute(tx, Prisma.sql`UPDATE "FlagClock" SET "spent" = ${5}`)).toBe(2)
    expect(await isKeyTaken(tx, 'Flag', { house: HOUSE, subjectKey: 'message:1' })).toBe(false)
  })
  expect(await db.flagClock.findMany({ orderBy: { flagId: 'asc' } })).toEqual([
    { ...row, told: 2, spent: 5 },
    { ...row, flagId: 'g', spent: 5 },
  ])
})
