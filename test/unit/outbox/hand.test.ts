import { describe, expect, test } from 'vitest'
import { type Claim, createOutbox, LeaseLostError } from '../../../src/outbox/outbox.ts'
import { transact } from '../../../src/storage/db.ts'
import { releaseLeases } from '../../../src/storage/lease.ts'
import { onlyProcess } from '../../../src/storage/processes.ts'
import { MINUTE, openTempOutbox } from '../../support/storage/temp-outbox.ts'
import { countingIds, HOUSE } from '../../support/storage/temp-storage.ts'

/** An outbox with somebody who sends, and what was handed to them. */
const open = async (sender: { free?: boolean; takes?: boolean } = {}) => {
  const all = await openTempOutbox()
  const taken: Claim[] = []
  const { free = true, takes = true } = sender
  all.outbox.sendsHere({
    isFree: () => free,
    take(claim) {
      if (takes) taken.push(claim)
      return takes
    },
  })
  const first = (): Promise<Claim | undefined> =>
    transact(all.db, (tx) =>
      all.outbox.wantFirst(tx, {
        house: HOUSE,
        targetKey: 'a',
        kind: 'card',
        channelId: 'c',
        desired: { flagId: 'f' },
        priority: 2,
      }),
    )
  const handed = async (): Promise<Claim> => {
    const claim = await first()
    if (claim === undefined) throw new Error('nothing to hand over')
    return claim
  }
  return { ...all, taken, first, handed }
}

describe('what is wanted for the first time', () => {
  test('is not taken by a look that asked the time before it, and waited in line behind it', async () => {
    const { db, clock, handed } = await open()
    await handed()
    const earlier = (): Date => new Date(clock.now().getTime() - 500)
    const late = createOutbox({ db, newId: countingIds('late'), worker: 'late', now: earlier })
    expect(await late.claim(9)).toEqual([])
  })

  test('is written as claiming and attempting it would have, and goes to who sends', async () => {
    const there = await open()
    const claim = await there.handed()
    const { db, outbox } = there
    const row = await db.outboxTarget.findFirstOrThrow()
    const other = await openTempOutbox()
    await other.want('a', { desired: { flagId: 'f' }, priority: 2 })
    const claimed = await other.one()
    await other.outbox.attempted(claimed)
    const asUsual = await other.db.outboxTarget.findFirstOrThrow()
    const { id: _id, leasedBy, ...same } = asUsual
    expect(row).toMatchObject({ ...same, leasedBy: claim.lease })
    expect(leasedBy).toBe(claimed.lease)
    expect(claim).toMatchObject({
      version: 1,
      attemptedAt: null,
      nonce: claimed.nonce,
      desired: { flagId: 'f' },
    })
    expect(await outbox.claim(9)).toEqual([])
    await outbox.hand(claim)
    expect(there.taken).toEqual([claim])
    expect(await outbox.done(claim, { messageId: 'm1' })).toBe(true)
    expect(await outbox.pending()).toBe(0)
  })

  test('is found after a kill before or after the post, as an attempt of which nobody knows the end', async () => {
    const { db, handed, clock, worker } = await open()
    const attemptedAt = clock.now()
    await handed()
    await releaseLeases(db, onlyProcess())
    const [again] = await worker('the next life').claim(9)
    expect(again).toMatchObject({ targetKey: 'a', attemptedAt, messageId: null })
  })

  test('waits its turn where nobody is free to send it, or nobody sends at all', async () => {
    const busy = await open({ free: false })
    expect(await busy.first()).toBeUndefined()
    expect(await busy.one()).toMatchObject({ targetKey: 'a', version: 1, attemptedAt: null })
    const alone = await openTempOutbox()
    const wish = { house: HOUSE, targetKey: 'b', kind: 'card', channelId: 'c', desired: {} } as const
    expect(await transact(alone.db, (tx) => alone.outbox.wantFirst(tx, wish))).toBeUndefined()
    expect(await alone.one()).toMatchObject({ targetKey: 'b' })
  })

  test('is given back by who stopped meanwhile, as if it was never begun', async () => {
    const { outbox, handed, one } = await open({ takes: false })
    await outbox.hand(await handed())
    expect(await one()).toMatchObject({ targetKey: 'a', attemptedAt: null })
  })

  test('is wanted anew while it is sent: there is another round', async () => {
    const { outbox, handed, want, one } = await open()
    const claim = await handed()
    await want('a', { desired: { flagId: 'f', more: true } })
    await outbox.done(claim, { messageId: 'm1' })
    expect(await one()).toMatchObject({ version: 2, doneVersion: 1, messageId: 'm1' })
  })

  test('is not posted by who comes to it so late that another may have it', async () => {
    const { outbox, handed, clock, worker } = await open()
    const claim = await handed()
    await outbox.attempted(claim)
    clock.pass(2 * MINUTE)
    expect(await worker('another').claim(9)).toHaveLength(1)
    await expect(outbox.attempted(claim)).rejects.toBeInstanceOf(LeaseLostError)
  })
})
