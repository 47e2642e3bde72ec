import { EventEmitter, once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { createOutbox, LeaseLostError } from '../../../src/outbox/outbox.ts'
import type { Db } from '../../../src/storage/db.ts'
import { MINUTE, openTempOutbox as open } from '../../support/storage/temp-outbox.ts'
import { countingIds } from '../../support/storage/temp-storage.ts'

describe('leases', () => {
  test('workers that claim at once never get the same target', async () => {
    const { want, worker } = await open()
    for (let index = 0; index < 60; index += 1) await want(`t${index}`)
    const takeAll = async (name: string): Promise<string[]> => {
      const mine = worker(name)
      const keys: string[] = []
      for (let claims = await mine.claim(7); claims.length > 0; claims = await mine.claim(7)) {
        keys.push(...claims.map(({ targetKey }) => targetKey))
      }
      return keys
    }
    const keys = (await Promise.all(['a', 'b', 'c', 'd'].map(takeAll))).flat()
    expect(keys).toHaveLength(60)
    expect(new Set(keys).size).toBe(60)
  })

  test('a worker that is late to take what it found does not take it from another', async () => {
    const { db, want, outbox, clock } = await open()
    await want('a')
    const door = new EventEmitter()
    const found = once(door, 'found')
    const { outboxTarget: table } = db
    const late = createOutbox({
      db: {
        outboxTarget: {
          findMany: (query: object) => table.findMany(query),
          updateMany: async (change: Parameters<typeof table.updateMany>[0]) => {
            door.emit('found')
            await once(door, 'go on')
            return table.updateMany(change)
          },
        },
      } as unknown as Db,
      newId: countingIds('late'),
      worker: 'late',
      now: clock.now,
    }).claim(1)
    await found
    const first = await outbox.claim(1)
    door.emit('go on')
    expect(first).toHaveLength(1)
    expect(await late).toEqual([])
  })

  test('a crash between attempt and confirmation can be told from one before it', async () => {
    const { want, one, outbox, worker, clock } = await open()
    await want('asked')
    await want('not asked')
    const first = (await outbox.claim(2)).find(({ targetKey }) => targetKey === 'asked')
    if (first === undefined) throw new Error('nothing claimed')
    await outbox.attempted(first)
    const attemptedAt = clock.now()
    // Killed here. Another process finds both when the lease is over, and knows which may stand on Discord already.
    const next = worker('next')
    expect(await next.claim(2)).toEqual([])
    clock.pass(MINUTE)
    // Wanted in the same moment: whichever comes first.
    const claims = (await next.claim(2)).toSorted((a, b) => (a.targetKey < b.targetKey ? -1 : 1))
    expect(claims.map(({ targetKey, attemptedAt: at }) => [targetKey, at])).toEqual([
      ['asked', attemptedAt],
      ['not asked', null],
    ])
    expect(claims[0]?.nonce).toBe(first.nonce) // so that Discord gives the first message back
    // Trying again remembers the oldest attempt: that is from where to look.
    clock.pass(1_000)
    for (const claim of claims) await next.attempted(claim)
    clock.pass(MINUTE)
    expect(await one(next)).toMatchObject({ attemptedAt })
  })

  test('a worker whose lease is over is told, and changes nothing', async () => {
    const { want, one, worker, outbox, clock, target } = await open()
    await want('a')
    const slow = await one()
    clock.pass(MINUTE)
    const fast = await one(worker('fast'))
    await expect(outbox.attempted(slow)).rejects.toThrow(LeaseLostError)
    await outbox.failed(slow, { code: 'http-500', retryAt: clock.now() })
    await outbox.repost(slow)
    expect(await outbox.done(slow, { messageId: 'slow' })).toBe(false)
    expect(await target('a')).toMatchObject({ doneVersion: 0, generation: 1, tries: 0, messageId: null })
    expect(await outbox.done(fast, { messageId: 'fast' })).toBe(true)
  })

  test('a clock that is put back neither stops new work nor keeps old leases for hours', async () => {
    const { want, one, outbox, clock } = await open()
    await want('leased')
    await one()
    await want('fresh')
    clock.pass(-5 * 60 * MINUTE)
    expect((await outbox.claim(9)).map(({ targetKey }) => targetKey).sort()).toEqual(['fresh', 'leased'])
  })
})
