import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createSeal } from '../../src/privacy/sealed.ts'
import { createKeyFolder } from '../../src/privacy/key-folder.ts'
import { writeAudit } from '../../src/queue/audit.ts'
import { createFlags } from '../../src/queue/flags.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { transact } from '../../src/storage/db.ts'
import { StorageError } from '../../src/storage/errors.ts'
import { move } from '../../src/storage/move.ts'
import { MoveError } from '../../src/storage/move-error.ts'
import { openStorage } from '../../src/storage/open.ts'
import { openSqlite } from '../../src/storage/statements.ts'
import { createTimers } from '../../src/storage/timers.ts'
import { asked, rowsOf } from '../support/postgres/database.ts'
import { act, CLAIM, TALKED } from '../support/storage/presses.ts'
import { insult, raiseOf, reportOf, threat } from '../support/storage/raises.ts'
import {
  HOUSE,
  openTempHouse,
  RETENTION,
  tempFolder,
  tempPostgres,
  type TempHouse,
} from '../support/storage/temp-storage.ts'

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
const codeOf = (moving: Promise<unknown>): Promise<unknown> =>
  moving.then(
    () => 'moved',
    (error: unknown) => {
      if (!(error instanceof MoveError || error instanceof StorageError)) throw error
      expect(error.message).toMatch(/^[A-Z].*\.$/)
      return error.code
    },
  )

const halfway = (): never => {
  throw new MoveError('differs', 'on purpose')
}

/** A house in which things happened: flags open, claimed and closed, reports, timers, targets, numbers, odd texts. */
const filledHouse = async (): Promise<TempHouse & { flagId: string }> => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(
    raiseOf(threat, { message: '2000', words: 'geplante woorden 😀 ’' }),
  )
  await act(house, flagId, 'amira', CLAIM)
  for (let index = 0; index < 8; index += 1)
    await house.flags.raise(raiseOf(insult, { message: String(3000 + index), seenLate: index % 2 === 0 }))
  const closed = await house.flags.raise(raiseOf(insult, { message: '4000' }))
  await act(house, closed.flagId, 'jonas', TALKED)
  await house.flags.raise(
    reportOf('noor', { message: '2000', words: 'geplante woorden 😀 ’', note: 'dit is niet oké' }),
  )
  await transact(house.db, (tx) =>
    house.timers.schedule(tx, {
      house: HOUSE,
      key: 'later',
      kind: 'offer',
      payload: { flagId },
      dueAt: new Date('2026-03-02T19:00:00.007Z'),
    }),
  )
  await house.db.house.create({
    data: {
      id: HOUSE,
      name: `Het "Pakhuis" \\ 'één' 😀\n`,
      policyVersion: 'p1',
      firstSeenAt: house.clock.now(),
    },
  })
  await house.db.dailyCount.createMany({
    data: Array.from({ length: 1_200 }, (_, index) => ({
      houseId: HOUSE,
      day: '2026-03-02',
      name: `n${index}`,
      count: index,
    })),
  })
  return { ...house, flagId }
}

test('a filled house is moved whole, the old file untouched, and works on: words open, timers fire, the audit goes on', async () => {
  const house = await filledHouse()
  const { url, file, keys, flagId, clock } = house
  const before = await house.db.flag.findMany({
    orderBy: { id: 'asc' },
    include: { reports: true, findings: true },
  })
  const lastLine = await house.db.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })
  await house.storage.close()
  const untouched = digestOf(file)
  const to = await tempPostgres()
  const seen: string[] = []
  const moved = await move({ from: url, to, onTable: ({ table }) => void seen.push(table) })
  expect(digestOf(file)).toBe(untouched)
  expect(seen).toEqual(moved.map(({ table }) => table))
  // A table comes after those that it refers to.
  expect(seen.indexOf('Report')).toBeGreaterThan(seen.indexOf('Flag'))
  const rows = new Map(moved.map((one) => [one.table, one.rows]))
  expect(rows.get('Flag')).toBe(10)
  expect(rows.get('DailyCount')).toBe(1_200)
  expect(rows.size).toBeGreaterThan(30)

  const storage = await openStorage(to)
  onTestFinished(() => storage.close())
  const { db } = storage
  expect(
    await db.flag.findMany({ orderBy: { id: 'asc' }, include: { reports: true, findings: true } }),
  ).toEqual(before)
  expect((await db.house.findUniqueOrThrow({ where: { id: HOUSE } })).name).toBe(
    `Het "Pakhuis" \\ 'één' 😀\n`,
  )
  const { newId, now } = { newId: () => crypto.randomUUID(), now: clock.now }
  const outbox = createOutbox({ db, newId, worker: 'moved', now })
  const timers = createTimers({ db, newId, worker: 'moved' })
  const flags = createFlags({
    db,
    seal: createSeal(createKeyFolder(keys)),
    outbox,
    timers,
    newId,
    now,
    retention: () => RETENTION,
    secondLookBy: (_house, at) => at,
  })
  expect(await flags.words(HOUSE, flagId)).toBe('geplante woorden 😀 ’')
  // The same message again is the same flag; a new one is a new flag.
  expect((await flags.raise(raiseOf(insult, { message: '3000' }))).result).toBe('unchanged')
  expect((await flags.raise(raiseOf(insult, { message: '5000' }))).result).toBe('raised')
  expect(await outbox.claim(100)).toHaveLength(11)
  clock.set('2026-03-02T19:00:00.007Z')
  const fired: string[] = []
  await timers.fireDue(clock.now(), async (_tx, { key }) => void fired.push(key))
  expect(fired).toContain('later')
  await transact(db, (tx) =>
    writeAudit(tx, {
      house: HOUSE,
      at: clock.now(),
      act: 'shown',
      flagId,
      actorId: 'amira',
      codes: {},
      idsUntil: clock.now(),
    }),
  )
  expect((await db.auditLine.findFirstOrThrow({ orderBy: { id: 'desc' } })).id).toBeGreaterThan(lastLine.id)
})

test('a target with anything in it is refused, and stays as it was', async () => {
  const house = await filledHouse()
  await house.storage.close()
  const to = await tempPostgres()
  await asked(to, (client) => client.query(`INSERT INTO "DailyCount" VALUES ('h', '2026-03-02', 'heard', 1)`))
  const before = await rowsOf(to)
  expect(await codeOf(move({ from: house.url, to }))).toBe('not-empty')
  expect(await rowsOf(to)).toBe(before)
})

test('what goes wrong on the way leaves an empty target: all of it or nothing', async () => {
  const house = await filledHouse()
  await house.storage.close()
  const to = await tempPostgres()
  let tables = 0
  expect(
    await codeOf(move({ from: house.url, to, onTable: () => void ((tables += 1) === 20 && halfway()) })),
  ).toBe('differs')
  await asked(to, async (client) => {
    const left = await client.query(
      'SELECT (SELECT count(*) FROM "Flag")::int + (SELECT count(*) FROM "DailyCount")::int AS n',
    )
    expect(left.rows[0]).toEqual({ n: 0 })
  })
  // Something in the way of a single row shows as well: the target changes what it is given.
  await asked(to, (client) =>
    client.query(`CREATE FUNCTION "lose"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN NEW."count" := 0; RETURN NEW; END $$;
      CREATE TRIGGER "loses" BEFORE INSERT ON "DailyCount" FOR EACH ROW WHEN (NEW."name" = 'n700') EXECUTE FUNCTION "lose"()`),
  )
  expect(await codeOf(move({ from: house.url, to }))).toBe('differs')
  await asked(to, (client) => client.query('DROP TRIGGER "loses" ON "DailyCount"; DROP FUNCTION "lose"'))
  expect(await codeOf(move({ from: house.url, to }))).toBe('moved')
})

test('a source that is in use, is not ours, or of another version is told so', async () => {
  const to = await tempPostgres()
  const house = await openTempHouse()
  expect(await codeOf(move({ from: house.url, to }))).toBe('in-use')
  await house.storage.close()
  expect(await codeOf(move({ from: `file:${join(tempFolder(), 'none.db')}`, to }))).toBe('cannot-open')
  const file = join(tempFolder(), 'other.db')
  const other = openSqlite(file)
  other.exec('CREATE TABLE recipes (name TEXT)')
  other.close()
  expect(await codeOf(move({ from: `file:${file}`, to }))).toBe('other-program')
  const history = (sql: string): void => {
    const db = openSqlite(house.file)
    db.exec(sql)
    db.close()
  }
  history(
    `UPDATE "_prisma_migrations" SET migration_name = '20991231000000_later' WHERE migration_name LIKE '%_begin'`,
  )
  expect(await codeOf(move({ from: house.url, to }))).toBe('newer-version')
  history(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%_later'`)
  expect(await codeOf(move({ from: house.url, to }))).toBe('older-version')
})
