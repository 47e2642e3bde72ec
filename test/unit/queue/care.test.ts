import { expect, test } from 'vitest'
import { createCare } from '../../../src/queue/care.ts'
import { houseId } from '../../../src/house/id.ts'
import { clockAt } from '../../support/storage/temp-storage.ts'

const HERE = houseId('900000000000000001')
const THERE = houseId('900000000000000002')

test('heavy ones in a row are counted for each person in each house; a lighter one between them ends the row', () => {
  const clock = clockAt('2026-11-25T13:00:00Z')
  const care = createCare(clock)
  expect(care.closed(HERE, 'amira', 'rood')).toBe(1)
  expect(care.closed(HERE, 'bert', 'acuut')).toBe(1)
  expect(care.closed(THERE, 'amira', 'rood')).toBe(1)
  expect(care.closed(HERE, 'amira', 'acuut')).toBe(2)
  expect(care.inARow(HERE, 'amira')).toBe(2)
  expect(care.closed(HERE, 'amira', 'geel')).toBe(0)
  expect(care.inARow(HERE, 'amira')).toBe(0)
})

test('after some hours it is another day', () => {
  const clock = clockAt('2026-11-25T13:00:00Z')
  const care = createCare(clock)
  care.closed(HERE, 'amira', 'rood')
  clock.pass(5 * 60 * 60_000)
  expect(care.inARow(HERE, 'amira')).toBe(0)
  expect(care.closed(HERE, 'amira', 'rood')).toBe(1)
})
