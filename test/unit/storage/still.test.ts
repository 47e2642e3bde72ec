import { expect, test } from 'vitest'
import { createStill } from '../../../src/storage/still.ts'

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 25, 13, 0, seconds))

/** A database in which rows are only counted, and somebody who looks every now and then. */
function world({ counts = true } = {}) {
  const state = { rows: 0, due: [] as string[], next: undefined as Date | undefined }
  const did = { looks: 0, asked: 0 }
  const still = createStill(counts ? () => state.rows : undefined, async () => {
    did.asked += 1
    return state.next
  })
  const look = async (seconds: number): Promise<readonly string[]> =>
    still.unless(at(seconds), async () => {
      did.looks += 1
      return state.due
    })
  return { state, did, look }
}

test('what is due is found at once when something was written, however still it was', async () => {
  const { state, did, look } = world()
  for (let second = 0; second < 10; second++) expect(await look(second)).toEqual([])
  expect(did).toEqual({ looks: 2, asked: 1 })
  state.rows += 1
  state.due = ['card']
  expect(await look(10)).toEqual(['card'])
  expect(await look(11)).toEqual(['card'])
})

test('what waits for its time alone is found then', async () => {
  const { state, look } = world()
  state.next = at(20)
  for (let second = 0; second < 20; second++) expect(await look(second)).toEqual([])
  state.due = ['timer']
  expect(await look(20)).toEqual(['timer'])
})

test('what is due and taken by somebody is looked for each time', async () => {
  const { state, did, look } = world()
  state.next = at(-5)
  for (let second = 0; second < 5; second++) await look(second)
  expect(did.looks).toBe(5)
})

test('it is looked again after half a minute, and when the clock is put back', async () => {
  const { did, look } = world()
  for (const second of [0, 1, 2]) await look(second)
  expect(did.looks).toBe(2)
  await look(31)
  expect(did.looks).toBe(3)
  await look(-1)
  expect(did.looks).toBe(4)
})

test('where others write too it is always looked', async () => {
  const { did, look } = world({ counts: false })
  for (let second = 0; second < 5; second++) await look(second)
  expect(did).toEqual({ looks: 5, asked: 0 })
})

test('where much is written nothing more is asked', async () => {
  const { state, did, look } = world()
  for (let second = 0; second < 5; second++) {
    state.rows += 1
    await look(second)
  }
  expect(did).toEqual({ looks: 5, asked: 0 })
})

test('what was written while it was looked is found the next time', async () => {
  const { state } = world()
  const still = createStill(
    () => state.rows,
    () => Promise.resolve(undefined),
  )
  await still.unless(at(0), () => Promise.resolve([]))
  await still.unless(at(1), async () => {
    state.rows += 1
    return []
  })
  expect(await still.unless(at(2), () => Promise.resolve(['card']))).toEqual(['card'])
})
