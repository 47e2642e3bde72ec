import { array, assert, asyncProperty, constantFrom, integer, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { createNoticeReads } from '../../../src/notice/acknowledge.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const ROLE = { roleId: '77', channelId: '5' }
const OTHER = houseId('900000000000000002')

const open = async () => {
  const house = await openTempHouse()
  const { db, outbox, clock } = house
  const reads = createNoticeReads({ db, outbox, now: clock.now, keepDays: () => 365 })
  return { ...house, reads }
}
const say = (memberId: string, version: number, role?: typeof ROLE) => ({
  house: HOUSE,
  memberId,
  version,
  ...(role === undefined ? {} : { role }),
})

test('the first time is the first, the same version is again, a newer one is newer', async () => {
  const { reads } = await open()
  expect(await reads.acknowledge(say('noor', 1))).toBe('first')
  expect(await reads.acknowledge(say('noor', 1))).toBe('again')
  expect(await reads.acknowledge(say('noor', 3))).toBe('newer')
  expect(await reads.acknowledge(say('noor', 2))).toBe('again')
  expect((await reads.readBy(HOUSE, 'noor'))?.version).toBe(3)
})

test('again keeps the moment of the first time', async () => {
  const { reads, clock } = await open()
  const at = clock.now()
  await reads.acknowledge(say('noor', 1))
  clock.pass(60_000)
  await reads.acknowledge(say('noor', 1))
  expect((await reads.readBy(HOUSE, 'noor'))?.readAt).toEqual(at)
})

test('many presses at once leave one row and one wish for the role', async () => {
  const { reads, db } = await open()
  await Promise.all(Array.from({ length: 20 }, () => reads.acknowledge(say('noor', 1, ROLE))))
  expect(await db.noticeRead.count()).toBe(1)
  const wishes = await db.outboxTarget.findMany()
  expect(wishes.map(({ kind, desired }) => [kind, JSON.parse(desired)])).toEqual([
    ['role', { memberId: 'noor', roleId: '77' }],
  ])
})

test('whatever is pressed in whatever order, the newest version that somebody saw is what stands', async () => {
  const { reads, db } = await open()
  const people = constantFrom('noor', 'milan', 'lotte')
  await assert(
    asyncProperty(array(tuple(people, integer({ min: 1, max: 5 })), { maxLength: 12 }), async (presses) => {
      await db.noticeRead.deleteMany()
      const newest = new Map<string, number>()
      for (const [who, version] of presses) {
        const before = newest.get(who)
        const expected = before === undefined ? 'first' : version > before ? 'newer' : 'again'
        expect(await reads.acknowledge(say(who, version))).toBe(expected)
        newest.set(who, Math.max(before ?? 0, version))
      }
      const rows = await db.noticeRead.findMany()
      expect(new Map(rows.map(({ memberId, version }) => [memberId, version]))).toEqual(newest)
      for (const version of [1, 3, 5]) {
        const versions = [...newest.values()]
        expect(await reads.readers(HOUSE, version)).toEqual({
          thisVersion: versions.filter((one) => one === version).length,
          earlierVersion: versions.filter((one) => one < version).length,
        })
      }
    }),
    { numRuns: 25 },
  )
})

test('one house knows nothing of another', async () => {
  const { reads } = await open()
  await reads.acknowledge(say('noor', 1))
  expect(await reads.readBy(OTHER, 'noor')).toBeUndefined()
  expect(await reads.readers(OTHER, 1)).toEqual({ thisVersion: 0, earlierVersion: 0 })
  expect(await reads.readBy(HOUSE, 'noor')).toBeDefined()
})

test('the sweep forgets who was given a role, and leaves a role that is still to be given', async () => {
  const { reads, clock, db } = await open()
  await reads.acknowledge(say('noor', 1, ROLE))
  await reads.acknowledge(say('milan', 1, ROLE))
  await db.outboxTarget.updateMany({ where: { targetKey: 'role:milan:77' }, data: { nextTry: null } })
  await reads.sweep(clock.now())
  expect((await db.outboxTarget.findMany()).map(({ targetKey }) => targetKey)).toEqual(['role:noor:77'])
  expect(await db.noticeRead.count()).toBe(2)
})

test('the sweep forgets on its day and not before', async () => {
  const { reads, clock, db } = await open()
  await reads.acknowledge(say('noor', 1))
  const day = 86_400_000
  expect(await reads.sweep(new Date(clock.now().getTime() + 365 * day - 1))).toBe(0)
  expect(await reads.sweep(new Date(clock.now().getTime() + 365 * day))).toBe(1)
  expect(await db.noticeRead.count()).toBe(0)
})
