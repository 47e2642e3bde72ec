import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { createCounts } from '../../../src/statistics/counts.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

test('fifty that count at once are all counted', async () => {
  const { db } = await openTempHouse()
  const counts = createCounts(db)
  const at = new Date('2026-03-02T18:00:00Z')
  await Promise.all(Array.from({ length: 50 }, () => counts.add(HOUSE, 'heard', at)))
  await counts.add(HOUSE, 'heard', at, 25)
  await counts.add(HOUSE, 'praat', at)
  expect(await counts.read(HOUSE, '2026-03-02', '2026-03-02')).toEqual([
    { day: '2026-03-02', name: 'heard', count: 75 },
    { day: '2026-03-02', name: 'praat', count: 1 },
  ])
})

test('a day is a day in Brussels, in summer and in winter', async () => {
  const { db } = await openTempHouse()
  const counts = createCounts(db)
  await counts.add(HOUSE, 'heard', new Date('2026-01-09T22:59:00Z'))
  await counts.add(HOUSE, 'heard', new Date('2026-01-09T23:00:00Z'))
  await counts.add(HOUSE, 'heard', new Date('2026-07-09T22:00:00Z'))
  const days = (await counts.read(HOUSE, '2026-01-01', '2026-12-31')).map(({ day }) => day)
  expect(days).toEqual(['2026-01-09', '2026-01-10', '2026-07-10'])
})

test('a house sees its own counts only', async () => {
  const { db } = await openTempHouse()
  const counts = createCounts(db)
  await counts.add(houseId('another'), 'heard', new Date('2026-03-02T18:00:00Z'))
  expect(await counts.read(HOUSE, '2026-01-01', '2026-12-31')).toEqual([])
})
