import { expect, test } from 'vitest'
import type { BeginLimit } from '../../../src/channels/limit.ts'
import { createLimits } from '../../../src/channels/limits.ts'
import { houseId } from '../../../src/house/id.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const openLimits = async () => {
  const house = await openTempHouse()
  const { db, outbox, timers, newId, clock } = house
  const limits = createLimits({ db, outbox, timers, newId, now: clock.now, auditIdsDays: () => 365 })
  const slow = (seconds: number, minutes = 10): BeginLimit => ({
    house: HOUSE,
    channelId: 'gaming',
    queueChannelId: 'queue',
    until: new Date(clock.now().getTime() + minutes * MINUTE),
    actorId: 'sam',
    kind: 'slow',
    seconds,
    before: 5,
  })
  const fire = () => timers.fireDue(clock.now(), async (tx, timer) => void (await limits.fire(tx, timer)))
  const wanted = async () => (await db.outboxTarget.findMany()).map(({ targetKey }) => targetKey)
  return { ...house, limits, slow, fire, wanted }
}

test('ten presses at once are one limit, which remembers what stood there before all of them', async () => {
  const { limits, slow, db } = await openLimits()
  const seconds = [10, 30, 60, 300]
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      limits.begin({ ...slow(seconds[n % 4] ?? 10), before: n } as BeginLimit),
    ),
  )
  expect(new Set(all.map(({ id }) => id)).size).toBe(1)
  const [limit] = await limits.of(HOUSE, 'gaming')
  const stored = await db.channelLimit.findMany()
  expect(stored).toHaveLength(1)
  // Whoever was first read what stood there; all that was ever set is known as ours.
  expect(limit?.kind === 'slow' && limit.slow.set.toSorted((a, b) => a - b)).toEqual(seconds)
  expect(await db.auditLine.count({ where: { act: 'channel-limited' } })).toBe(10)
})

test('its end falls due once; ended by hand before, the timer does nothing', async () => {
  const { limits, slow, fire, clock } = await openLimits()
  const limit = await limits.begin(slow(30))
  clock.pass(11 * MINUTE)
  expect(await fire()).toBe(1)
  expect(await fire()).toBe(0)
  expect((await limits.find(HOUSE, limit.id))?.state).toBe('ends')
  expect(await limits.end(HOUSE, limit.id, 'sam')).toBe(false)

  const again = await limits.begin(slow(60))
  expect(again.id).toBe(limit.id)
  expect(again).toMatchObject({ state: 'begins', slow: { before: 5, set: [30, 60] } })
  expect(await limits.end(HOUSE, again.id, 'sam')).toBe(true)
  clock.pass(11 * MINUTE)
  expect(await fire()).toBe(0)
})

test('what was read before somebody else moved it moves nothing any more', async () => {
  const { limits, slow, wanted } = await openLimits()
  const old = await limits.begin(slow(30))
  await limits.end(HOUSE, old.id, 'sam')
  await limits.holds(old)
  expect((await limits.find(HOUSE, old.id))?.state).toBe('ends')
  expect(await wanted()).toEqual([`channel-limit:${old.id}`])
  const ending = await limits.find(HOUSE, old.id)
  if (ending === undefined) throw new Error('no limit')
  await limits.begin(slow(60))
  await limits.over(ending, 'back')
  expect((await limits.find(HOUSE, old.id))?.state).toBe('begins')
})

test('over, the channel can be limited anew; another house finds nothing; it is forgotten after a month', async () => {
  const { limits, slow, clock, db } = await openLimits()
  const first = await limits.begin(slow(30))
  await limits.over(first, 'changed')
  const second = await limits.begin(slow(30))
  expect(second.id).not.toBe(first.id)
  const other = houseId('900000000000000002')
  expect(await limits.find(other, second.id)).toBeUndefined()
  expect(await limits.end(other, second.id, 'sam')).toBe(false)
  expect(await limits.sweep(clock.now())).toEqual([])
  clock.pass(DAY + MINUTE)
  expect(await limits.sweep(clock.now())).toEqual([{ houseId: HOUSE, channelId: 'gaming' }])
  // Told again since: that word stays for its own day.
  await limits.over(second, 'changed')
  expect(await limits.sweep(clock.now())).toEqual([])
  clock.pass(29 * DAY + 2 * MINUTE)
  await limits.sweep(clock.now())
  expect((await db.channelLimit.findMany()).map(({ id }) => id)).toEqual([second.id])
})
