import { expect, test } from 'vitest'
import { transact, type Tx } from '../../../src/storage/db.ts'
import { createTimers, type Timer } from '../../../src/storage/timers.ts'
import { countingIds, HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const MINUTE = 60_000
const effect = async (tx: Tx, key: string): Promise<void> => {
  await tx.dailyCount.create({ data: { houseId: HOUSE, day: '2026-03-02', name: key, count: 1 } })
}

const halfway = async (tx: Tx, timer: Timer): Promise<void> => {
  await effect(tx, timer.key)
  if (timer.key === 'bad') throw new Error('on purpose')
}

const open = async () => {
  const house = await openTempHouse()
  const { db, clock, timers } = house
  const fired: string[] = []
  const fire = (tx: Tx, { key }: Timer): Promise<void> => {
    fired.push(key)
    return effect(tx, key)
  }
  const at = (minutes: number): Date => new Date(clock.now().getTime() + minutes * MINUTE)
  const set = (key: string, minutes: number, payload = {}): Promise<void> =>
    transact(db, (tx) =>
      timers.schedule(tx, { house: HOUSE, key, kind: 'offer', payload, dueAt: at(minutes) }),
    )
  const effects = async (): Promise<readonly string[]> =>
    (await db.dailyCount.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)
  return { ...house, fired, fire, set, effects }
}

test('what is due fires once, oldest first, and what is not due waits', async () => {
  const { timers, clock, fired, fire, set, effects } = await open()
  await set('later', 30)
  await set('second', 10)
  await set('first', 5, { flagId: 'f1' })
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  clock.pass(10 * MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(2)
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  expect(fired).toEqual(['first', 'second'])
  expect(await effects()).toEqual(['first', 'second'])
  expect(await timers.nextDue()).toEqual(new Date('2026-03-02T18:30:00Z'))
})

test('a clock that is put back does not fire a timer again, nor hold up others for hours', async () => {
  const { db, timers, clock, fired, fire, set } = await open()
  await set('a', 0)
  expect(await timers.fireDue(clock.now(), fire)).toBe(1)
  clock.pass(-3 * 60 * MINUTE)
  await timers.fireDue(clock.now(), fire)
  clock.pass(4 * 60 * MINUTE)
  await timers.fireDue(clock.now(), fire)
  expect(fired).toEqual(['a'])
  // A lease that was taken before the clock went back would else last for hours.
  await set('b', 0)
  const leasedUntil = new Date(clock.now().getTime() + MINUTE)
  await db.timer.updateMany({
    where: { key: 'b' },
    data: { leasedBy: 'killed', leasedUntil, dueAt: new Date(0) },
  })
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  clock.pass(-2 * 60 * MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(1)
})

test('a timer whose effect fails has no effect, does not stop the others, and fires later', async () => {
  const { db, clock, fire, set, effects } = await open()
  const failures: string[] = []
  const timers = createTimers({
    db,
    newId: countingIds('lease'),
    worker: 'w',
    onError: (_error, { kind }) => failures.push(kind),
  })
  await set('bad', 0)
  await set('good', 1)
  clock.pass(MINUTE)
  expect(await timers.fireDue(clock.now(), halfway)).toBe(1)
  expect(failures).toEqual(['offer'])
  expect(await effects()).toEqual(['good'])
  clock.pass(MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(1)
  expect(await effects()).toEqual(['bad', 'good'])
})

test('without somebody who hears of failures, firing tells its caller', async () => {
  const { timers, clock, set } = await open()
  await set('bad', 0)
  await expect(timers.fireDue(clock.now(), () => Promise.reject(new Error('on purpose')))).rejects.toThrow(
    'on purpose',
  )
})

test('two processes that fire at once fire each timer once', async () => {
  const { db, clock, fired, fire, set } = await open()
  for (let index = 0; index < 20; index += 1) await set(`t${index}`, 0)
  const worker = (name: string) => createTimers({ db, newId: countingIds(name), worker: name })
  const counts = await Promise.all(['a', 'b', 'c'].map((name) => worker(name).fireDue(clock.now(), fire)))
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20)
  expect(new Set(fired).size).toBe(20)
})

test('setting a timer again moves it, also after it fired; cancelling takes it away', async () => {
  const { db, timers, clock, fire, set } = await open()
  await set('a', 1)
  await set('a', 5)
  clock.pass(MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  await transact(db, (tx) => timers.cancel(tx, HOUSE, 'a'))
  await transact(db, (tx) => timers.cancel(tx, HOUSE, 'never was'))
  clock.pass(10 * MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  await set('b', 0)
  expect(await timers.fireDue(clock.now(), () => Promise.resolve())).toBe(1)
  await set('b', 0)
  expect(await timers.fireDue(clock.now(), () => Promise.resolve())).toBe(1)
})

test('a timer that a transaction set is not there when that rolls back', async () => {
  const { db, timers, clock, fire } = await open()
  const doomed = transact(db, async (tx) => {
    await timers.schedule(tx, { house: HOUSE, key: 'a', kind: 'offer', payload: {}, dueAt: clock.now() })
    throw new Error('on purpose')
  })
  await expect(doomed).rejects.toThrow('on purpose')
  expect(await timers.fireDue(clock.now(), fire)).toBe(0)
  expect(await timers.nextDue()).toBeUndefined()
})

test('a timer that the effect of an earlier one cancels or moves does not fire any more', async () => {
  const { db, timers, clock, set } = await open()
  for (const key of ['first', 'cancelled', 'moved']) await set(key, 0)
  const fired: string[] = []
  const dueAt = new Date(clock.now().getTime() + MINUTE)
  const fire = async (tx: Tx, { key }: Timer): Promise<void> => {
    fired.push(key)
    if (key !== 'first') return
    await timers.cancel(tx, HOUSE, 'cancelled')
    await timers.schedule(tx, { house: HOUSE, key: 'moved', kind: 'offer', payload: {}, dueAt })
  }
  expect(await timers.fireDue(clock.now(), fire)).toBe(1)
  clock.pass(MINUTE)
  expect(await timers.fireDue(clock.now(), fire)).toBe(1)
  expect(fired).toEqual(['first', 'moved'])
  expect((await db.timer.findMany()).map(({ key }) => key).sort()).toEqual(['first', 'moved'])
})
