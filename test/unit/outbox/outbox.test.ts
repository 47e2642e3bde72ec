import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { nonceOf } from '../../../src/outbox/nonce.ts'
import { transact } from '../../../src/storage/db.ts'
import { MINUTE, openTempOutbox as open } from '../../support/storage/temp-outbox.ts'
import { HOUSE } from '../../support/storage/temp-storage.ts'

const settled = async () => {
  const all = await open()
  await all.want('a')
  await all.outbox.done(await all.one(), { messageId: 'm1' })
  await all.want('a')
  return all
}

describe('one row for each target', () => {
  test('a target that is wanted three times is one row, with the last picture', async () => {
    const { want, one, outbox } = await open()
    for (const version of [1, 2, 3]) await want('a', { desired: { version } })
    expect(await outbox.pending()).toBe(1)
    expect(await one()).toMatchObject({ targetKey: 'a', version: 3, doneVersion: 0, desired: { version: 3 } })
  })

  test('the same key in two houses is two targets', async () => {
    const { want, outbox } = await open()
    await want('a')
    await want('a', { house: houseId('another') })
    const claims = await outbox.claim(9)
    expect(claims).toHaveLength(2)
    expect(new Set(claims.map(({ nonce }) => nonce)).size).toBe(2)
  })

  test('what a transaction wanted is not there when it rolls back', async () => {
    const { db, outbox } = await open()
    const doomed = transact(db, async (tx) => {
      await outbox.want(tx, { house: HOUSE, targetKey: 'a', kind: 'card', channelId: 'c', desired: {} })
      throw new Error('on purpose')
    })
    await expect(doomed).rejects.toThrow('on purpose')
    expect(await outbox.claim(9)).toEqual([])
  })

  test('what was done is not claimed again until it is wanted anew, and then edits the same message', async () => {
    const { want, one, outbox, target } = await open()
    await want('a')
    expect(await outbox.done(await one(), { messageId: 'm1' })).toBe(true)
    expect(await outbox.claim(9)).toEqual([])
    expect(await outbox.pending()).toBe(0)
    await want('a')
    const again = await one()
    expect(again).toMatchObject({ version: 2, doneVersion: 1, messageId: 'm1', generation: 1 })
    await outbox.done(again, {})
    expect(await target('a')).toMatchObject({ doneVersion: 2, desiredVersion: 2, messageId: 'm1' })
  })

  test('a wish that comes while an older one is sent leads to another round', async () => {
    const { want, one, outbox, target } = await open()
    await want('a', { desired: { version: 1 } })
    const claim = await one()
    await outbox.attempted(claim)
    await want('a', { desired: { version: 2 } })
    expect(await outbox.claim(9)).toEqual([]) // nobody else gets it meanwhile
    await outbox.done(claim, { messageId: 'm1' })
    expect(await target('a')).toMatchObject({ desiredVersion: 2, doneVersion: 1 })
    expect(await one()).toMatchObject({ version: 2, desired: { version: 2 }, messageId: 'm1' })
  })
})

describe('failure', () => {
  test('a target that fails waits, and does not stop the others', async () => {
    const { want, one, outbox, clock, retryAt, target } = await open()
    await want('bad')
    const bad = await one()
    await outbox.attempted(bad)
    await outbox.failed(bad, { code: 'discord-50013', retryAt: retryAt(10) })
    expect(await target('bad')).toMatchObject({
      tries: 1,
      lastError: 'discord-50013',
      attemptedAt: clock.now(),
    })
    await want('good')
    expect((await outbox.claim(9)).map(({ targetKey }) => targetKey)).toEqual(['good'])
    expect(await outbox.pending()).toBe(2)
    clock.pass(10 * MINUTE)
    const claims = await outbox.claim(9)
    const again = claims.find(({ targetKey }) => targetKey === 'bad')
    expect(again).toMatchObject({ tries: 1 })
    if (again !== undefined) await outbox.done(again, { messageId: 'm' })
    expect(await target('bad')).toMatchObject({ tries: 0, lastError: null, attemptedAt: null })
  })

  test('a refusal of Discord leaves no attempt to look for', async () => {
    const { want, one, outbox, target, retryAt } = await open()
    await want('a')
    const claim = await one()
    await outbox.attempted(claim)
    await outbox.failed(claim, { code: 'discord-50001', retryAt: retryAt(1), refused: true })
    expect(await target('a')).toMatchObject({ attemptedAt: null, tries: 1 })
  })

  test('the heaviest goes first, then the oldest', async () => {
    const { want, outbox, clock } = await open()
    for (const [targetKey, priority] of [
      ['green', 0],
      ['green too', 0],
      ['acute', 3],
    ] as const) {
      await want(targetKey, { priority })
      clock.pass(1)
    }
    expect((await outbox.claim(2)).map(({ targetKey }) => targetKey)).toEqual(['acute', 'green'])
    expect((await outbox.claim(2)).map(({ targetKey }) => targetKey)).toEqual(['green too'])
  })
})

describe('messages that are gone', () => {
  test('a message that cannot be edited is posted anew, under another nonce', async () => {
    const { want, one, outbox } = await open()
    await want('a')
    const first = await one()
    await outbox.done(first, { messageId: 'm1' })
    await want('a')
    const second = await one()
    await outbox.attempted(second)
    await outbox.repost(second)
    const third = await one()
    expect(third).toMatchObject({ generation: 2, messageId: null, attemptedAt: null, version: 2 })
    expect(third.nonce).not.toBe(first.nonce)
    await outbox.repost(third, { channelId: 'moved' })
    expect(await one()).toMatchObject({ channelId: 'moved', generation: 3 })
  })

  test('a card that somebody deleted comes back; a line that somebody took away does not', async () => {
    const { want, one, outbox } = await open()
    await want('a')
    await outbox.done(await one(), { messageId: 'card' })
    await want('b', { kind: 'line' })
    await outbox.done(await one(), { messageId: 'line' })
    expect(await outbox.missing(HOUSE, 'line')).toBe(false)
    expect(await outbox.missing(HOUSE, 'somebody else')).toBe(false)
    expect(await outbox.missing(houseId('another'), 'card')).toBe(false)
    expect(await outbox.claim(9)).toEqual([])
    expect(await outbox.missing(HOUSE, 'card')).toBe(true)
    expect(await one()).toMatchObject({ targetKey: 'a', messageId: null, generation: 2 })
  })

  test('a card that is deleted while it is being edited still comes back', async () => {
    const { want, one, outbox } = await open()
    await want('a')
    await outbox.done(await one(), { messageId: 'm1' })
    await want('a')
    const editing = await one()
    expect(await outbox.missing(HOUSE, 'm1')).toBe(true)
    await outbox.done(editing, { messageId: 'm1' })
    expect(await one()).toMatchObject({ messageId: null, generation: 2 })
  })
})

describe('a press that was answered with the new picture', () => {
  test('is not sent again', async () => {
    const { outbox } = await settled()
    expect(await outbox.settle(HOUSE, 'a', 2, 'm1')).toBe(true)
    expect(await outbox.claim(9)).toEqual([])
  })

  test('is sent again when something newer is wanted, or when a worker is sending something older', async () => {
    const { outbox, want, one, target } = await settled()
    await want('a')
    expect(await outbox.settle(HOUSE, 'a', 2, 'm1')).toBe(false)
    const sending = await one()
    expect(await outbox.settle(HOUSE, 'a', 3, 'm1')).toBe(false)
    await outbox.done(sending, {})
    expect(await target('a')).toMatchObject({ doneVersion: 3 })
  })
})

describe('waking', () => {
  test('listeners hear of a wish outside a transaction at once, and of others when they are announced', async () => {
    const { db, outbox, want } = await open()
    let heard = 0
    const stop = outbox.onWanted(() => (heard += 1))
    await want('a')
    expect(heard).toBe(1)
    await transact(db, (tx) =>
      outbox.want(tx, { house: HOUSE, targetKey: 'b', kind: 'card', channelId: 'c', desired: {} }),
    )
    outbox.announce()
    expect(heard).toBe(2)
    stop()
    outbox.announce()
    expect(heard).toBe(2)
  })
})

test('a nonce fits Discord, is always the same for a target and generation, and differs for any other', () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(fc.string(), fc.nat(1_000), (key, generation) => {
      const nonce = nonceOf(key, generation)
      expect(nonce).toMatch(/^[a-z2-7]{25}$/)
      expect(nonceOf(key, generation)).toBe(nonce)
      const what = JSON.stringify([key, generation])
      expect(seen.get(nonce) ?? what).toBe(what)
      seen.set(nonce, what)
    }),
    { numRuns: 500 },
  )
})
