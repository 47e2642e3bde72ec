import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnvironment } from '../../src/environment.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { isFirst, isPart, partOf, readShare, servesOf, shardOf, WHOLE } from '../../src/shards.ts'
import { StartError } from '../../src/start-error.ts'
import { transact } from '../../src/storage/db.ts'
import { createTimers } from '../../src/storage/timers.ts'
import { houseId } from '../../src/house/id.ts'
import { countingIds, openTempHouse } from '../support/storage/temp-storage.ts'

const snowflakes = fc.bigInt({ min: 1n << 40n, max: (1n << 63n) - 1n }).map(String)

describe('which servers are whose', () => {
  test('every server has one shard, and of all processes together one serves it', () => {
    const divided = fc
      .integer({ min: 1, max: 64 })
      .chain((total) =>
        fc.record({ total: fc.constant(total), cut: fc.integer({ min: 0, max: total }), id: snowflakes }),
      )
    fc.assert(
      fc.property(divided, ({ total, cut, id }) => {
        const all = readShare(total).shards
        const shares = [all.slice(0, cut), all.slice(cut)].map((shards) => ({ shards, total }))
        const serving = shares.filter((share) => servesOf(share)?.(id) ?? share.shards.length > 0)
        expect(serving).toHaveLength(1)
      }),
    )
  })

  test('the shard of a server is the one of which Discord sends its events', () => {
    // Discord, Gateway, Sharding: shard_id = (guild_id >> 22) % num_shards.
    expect(shardOf('197038439483310086', 10)).toBe(Number((197038439483310086n >> 22n) % 10n))
    expect(shardOf(String(7n << 22n), 4)).toBe(3)
  })

  test('one process serves all, does what is done once, and has all that Discord allows', () => {
    expect(readShare()).toEqual(WHOLE)
    expect([isPart(WHOLE), isFirst(WHOLE), servesOf(WHOLE), partOf(WHOLE, 30)]).toEqual([
      false,
      true,
      undefined,
      30,
    ])
  })

  test('what is allowed is divided by shards, and never nothing', () => {
    for (const total of [1, 2, 3, 4, 16]) {
      const each = Array.from({ length: total }, (_, shard) => partOf({ shards: [shard], total }, 30))
      expect(each.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(Math.max(30, total))
    }
    expect(partOf({ shards: [0], total: 100 }, 15)).toBe(1)
    expect([0, 1].map((shard) => isFirst({ shards: [shard], total: 2 }))).toEqual([true, false])
  })
})

describe('the settings', () => {
  test('one shard, some, a range, or all of them', () => {
    expect(readShare(4, '2')).toEqual({ shards: [2], total: 4 })
    expect(readShare(4, '0-1')).toEqual({ shards: [0, 1], total: 4 })
    expect(readShare(8, '6, 0-2')).toEqual({ shards: [0, 1, 2, 6], total: 8 })
    expect(readShare(3)).toEqual({ shards: [0, 1, 2], total: 3 })
    const read = readEnvironment({ HUISBOT_SHARDS: '4', HUISBOT_SHARD: '2-3' })
    expect(readShare(read.HUISBOT_SHARDS, read.HUISBOT_SHARD).shards).toEqual([2, 3])
  })

  test('what names no shard is refused, whatever it is', () => {
    for (const wrong of ['4', '2-1', '', 'a', '0-', '-1', '1.5', '0,,1', '99999999999'])
      expect(() => readShare(4, wrong), wrong).toThrow(StartError)
    for (const wrong of ['0', '-1', 'two', '1.5', '999999'])
      expect(() => readEnvironment({ HUISBOT_SHARDS: wrong }), wrong).toThrow(/HUISBOT_SHARDS/)
  })
})

test('a process does what is due in its own houses, and leaves alone what is due in others', async () => {
  const { db, clock } = await openTempHouse()
  const houses = Array.from({ length: 8 }, (_, n) => houseId(String(BigInt(1_000_000_000 + n) << 22n)))
  const workers = [0, 1].map((shard) => {
    const deps = {
      db,
      newId: countingIds(`w${shard}`),
      worker: `w${shard}`,
      now: clock.now,
      serves: servesOf({ shards: [shard], total: 2 }),
    }
    return { outbox: createOutbox(deps), timers: createTimers(deps), shard }
  })
  const [first] = workers
  if (first === undefined) throw new Error('two workers')
  for (const house of houses) {
    for (let n = 0; n < 25; n += 1)
      await first.outbox.want(db, {
        house,
        targetKey: `card:${n}`,
        kind: 'card',
        channelId: 'c',
        desired: {},
      })
    await transact(db, (tx) =>
      first.timers.schedule(tx, { house, key: 'due', kind: 'offer', payload: {}, dueAt: clock.now() }),
    )
  }
  for (const { outbox, timers, shard } of workers) {
    const mine = houses.filter((house) => shardOf(house, 2) === shard)
    expect(mine).toHaveLength(4)
    // A flood in the houses of another is not made a digest here.
    await outbox.collapse(20, 3)
    const claimed = new Set((await outbox.claim(500)).map(({ houseId: house }) => house))
    expect([...claimed].sort()).toEqual([...mine].sort())
    const fired: string[] = []
    await timers.fireDue(clock.now(), async (_tx, { houseId: house }) => void fired.push(house))
    expect(fired.sort()).toEqual([...mine].sort())
  }
})
