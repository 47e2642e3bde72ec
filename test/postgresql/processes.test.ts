import { expect, onTestFinished, test } from 'vitest'
import { connectionTo } from '../../src/storage/postgres/address.ts'
import { createPostgresProcesses, type PostgresProcesses } from '../../src/storage/postgres/processes.ts'
import { releaseLeases } from '../../src/storage/lease.ts'
import { openStorage } from '../../src/storage/open.ts'
import { createTimers } from '../../src/storage/timers.ts'
import { transact } from '../../src/storage/db.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { asked } from '../support/postgres/database.ts'
import { countingIds, HOUSE, tempPostgres } from '../support/storage/temp-storage.ts'

const now = (): Date => new Date('2026-03-02T18:00:00Z')

const process = (url: string): PostgresProcesses => {
  const one = createPostgresProcesses(connectionTo(url, 'test'))
  onTestFinished(() => one.close())
  return one
}

test('a process is there until it closes or its connection is gone, and is there again when it is back', async () => {
  const url = await tempPostgres()
  const [a, b] = [process(url), process(url)]
  await a.live('a')
  await b.live('b')
  expect(await a.gone(['a', 'b', 'c'])).toEqual(['c'])
  await b.close()
  expect(await a.gone(['a', 'b', 'c'])).toEqual(['b', 'c'])
  await asked(url, (client) =>
    client.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    ),
  )
  // Its first question makes the connection anew, and with it the sign that it is there.
  await expect.poll(() => a.gone(['a', 'b']).catch(() => 'lost'), { timeout: 10_000 }).toEqual(['b'])
})

test('what two processes get at once is one process’s, until that one dies', async () => {
  const url = await tempPostgres()
  const [a, b] = [process(url), process(url)]
  const firsts = await Promise.all([a, b, a, b].map((one) => one.first('interaction 1')))
  expect(firsts.filter(Boolean)).toHaveLength(1)
  expect(await Promise.all([a.first('interaction 2'), b.first('interaction 3')])).toEqual([true, true])
  await a.close()
  expect(await b.first('interaction 2')).toBe(true)
})

test('a thousand things do not fill the memory of the server', async () => {
  const url = await tempPostgres()
  const a = process(url)
  for (let index = 0; index < 700; index += 1) expect(await a.first(`thing ${index}`)).toBe(true)
  const held = () =>
    asked(url, (client) =>
      client.query(`SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory'
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`),
    )
  // The last that is given back may still be on its way.
  await expect.poll(async () => (await held()).rows[0]).toEqual({ n: 500 })
})

test('a turn is had by one process at a time, and given back by one that dies', async () => {
  const url = await tempPostgres()
  const [a, b] = [process(url), process(url)]
  const had: string[] = []
  await a.turn('identify 0', 60_000)
  const waiting = b.turn('identify 0', 1).then(() => had.push('b'))
  await b.turn('identify 1', 1)
  had.push('another turn')
  await a.close()
  await waiting
  expect(had).toEqual(['another turn', 'b'])
})

test('leases of a process that died are given back at once, those of one that lives never', async () => {
  const storage = await openStorage(await tempPostgres())
  onTestFinished(() => storage.close())
  const { db } = storage
  await storage.processes.live('alive')
  for (const worker of ['alive', 'dead']) {
    const deps = { db, newId: countingIds(worker), worker, now }
    const outbox = createOutbox(deps)
    await outbox.want(db, {
      house: HOUSE,
      targetKey: `card:${worker}`,
      kind: 'card',
      channelId: 'c',
      desired: {},
    })
    expect(await outbox.claim(1)).toHaveLength(1)
    const timers = createTimers(deps)
    await transact(db, (tx) =>
      timers.schedule(tx, { house: HOUSE, key: worker, kind: 'offer', payload: {}, dueAt: now() }),
    )
    await db.timer.update({
      where: { houseId_key: { houseId: HOUSE, key: worker } },
      data: { leasedBy: `${worker}:1`, leasedUntil: new Date(now().getTime() + 60_000) },
    })
  }
  await releaseLeases(db, storage.processes)
  const held = { where: { leasedBy: { not: null } } }
  expect((await db.outboxTarget.findMany(held)).map(({ targetKey }) => targetKey)).toEqual(['card:alive'])
  expect((await db.timer.findMany(held)).map(({ key }) => key)).toEqual(['alive'])
})
