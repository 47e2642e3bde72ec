import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createWatermark } from '../../../src/discord/watermark.ts'

test('the mark waits just before a message that is still being stored', () => {
  const mark = createWatermark()
  mark.handled('c', '100')
  mark.started('c', '101')
  mark.handled('c', '102')
  expect(mark.take()).toEqual(new Map([['c', '100']]))
  mark.finished('c', '101')
  expect(mark.take()).toEqual(new Map([['c', '102']]))
})

test('a message that could not be stored holds the mark for ever, and another channel goes on', () => {
  const mark = createWatermark()
  mark.started('c', '101')
  mark.handled('c', '150')
  mark.handled('d', '7')
  expect(mark.take()).toEqual(
    new Map([
      ['c', '100'],
      ['d', '7'],
    ]),
  )
})

test('an edit of an old message never moves a mark back', () => {
  const mark = createWatermark()
  mark.handled('c', '200')
  mark.take()
  mark.started('c', '50')
  mark.handled('c', '201')
  expect(mark.take()).toEqual(new Map())
})

test('in whatever order storing ends, the mark never passes what is not stored and ends at the newest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 }),
      fc.infiniteStream(fc.boolean()),
      (ids, coin) => {
        const mark = createWatermark()
        const pending = new Set<number>()
        let last = 0n
        const look = (): void => {
          const taken = mark.take().get('c')
          if (taken === undefined) return
          expect(BigInt(taken)).toBeGreaterThan(last)
          last = BigInt(taken)
          for (const id of pending) expect(BigInt(id)).toBeGreaterThan(last)
        }
        // Discord gives ids in rising order; storing ends in any.
        for (const id of ids.toSorted((a, b) => a - b)) {
          mark.started('c', String(id))
          pending.add(id)
          for (const waiting of pending) {
            if (coin.next().value === false) continue
            mark.finished('c', String(waiting))
            pending.delete(waiting)
          }
          look()
        }
        for (const id of pending) mark.finished('c', String(id))
        pending.clear()
        look()
        expect(last).toBe(BigInt(Math.max(...ids)))
      },
    ),
  )
})
