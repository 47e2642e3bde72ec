import { expect, test } from 'vitest'
import { createRaising, TooManyAtOnce } from '../../../src/discord/raising.ts'

/** Something that is being stored until it is let go. */
function gate(): { readonly store: () => Promise<void>; open(): void; readonly began: () => number } {
  let began = 0
  const waiting: (() => void)[] = []
  return {
    store() {
      began += 1
      return new Promise((resolve) => waiting.push(resolve))
    },
    open: () => waiting.shift()?.(),
    began: () => began,
  }
}
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('a few flags are stored at a time, in order, and each that is done lets the next begin', async () => {
  const raising = createRaising()
  const door = gate()
  const all = Array.from({ length: 9 }, () => raising.pass(door.store))
  await turn()
  expect([door.began(), raising.waiting]).toEqual([4, 9])
  door.open()
  await turn()
  expect([door.began(), raising.waiting]).toEqual([5, 8])
  for (let n = 0; n < 8; n += 1) {
    door.open()
    await turn()
  }
  await Promise.all(all)
  expect(raising.waiting).toBe(0)
})

test('what cannot wait any more is refused at once and not begun; when there is room again it is taken', async () => {
  const raising = createRaising(2)
  const door = gate()
  const all = Array.from({ length: 6 }, () => raising.pass(door.store))
  await expect(raising.pass(door.store)).rejects.toThrow(TooManyAtOnce)
  await turn()
  expect(door.began()).toBe(4)
  for (let n = 0; n < 6; n += 1) {
    door.open()
    await turn()
  }
  await Promise.all(all)
  const late = raising.pass(door.store)
  await turn()
  door.open()
  await late
  expect(door.began()).toBe(7)
})

test('one that fails gives its place to the next', async () => {
  const raising = createRaising()
  const failing = Array.from({ length: 5 }, () =>
    raising.pass(() => Promise.reject(new Error('the disk is full'))),
  )
  await Promise.all(failing.map((one) => expect(one).rejects.toThrow('the disk is full')))
  await expect(raising.pass(() => Promise.resolve())).resolves.toBeUndefined()
  expect(raising.waiting).toBe(0)
})
