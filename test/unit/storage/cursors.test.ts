import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import { createCursors } from '../../../src/storage/cursors.ts'
import { compareSnowflakes, snowflakeAt } from '../../../src/storage/snowflake.ts'
import { countingIds, HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const AT = new Date('2026-03-02T18:00:00Z')
const open = async () => {
  const { db } = await openTempHouse()
  const cursors = createCursors(db, countingIds('gap'))
  const positions = async () =>
    Object.fromEntries(
      (await db.channelCursor.findMany()).map(({ channelId, handledUpTo }) => [channelId, handledUpTo]),
    )
  return { db, cursors, positions }
}

const ends = (a: string, b: string | null) => [
  { channelId: 'a', lastMessageId: a },
  { channelId: 'b', lastMessageId: b },
]

test('ids compare as the numbers they are', () => {
  const id = fc.bigInt({ min: 0n, max: (1n << 63n) - 1n })
  fc.assert(
    fc.property(id, id, (a, b) => {
      const sign = a < b ? -1 : a > b ? 1 : 0
      expect(Math.sign(compareSnowflakes(String(a), String(b)))).toBe(sign)
    }),
  )
})

test('the smallest id of a moment is the one that Discord documents', () => {
  // Discord's own example: 175928847299117063 was made at 2016-04-30 11:18:25.796 UTC.
  const smallest = snowflakeAt(new Date('2016-04-30T11:18:25.796Z'))
  expect(BigInt(smallest) >> 22n).toBe(175928847299117063n >> 22n)
  expect(compareSnowflakes(smallest, '175928847299117063')).toBeLessThan(0)
  expect(snowflakeAt(new Date(0))).toBe('0')
})

test('a channel that is seen for the first time begins at its end, an empty one at its beginning', async () => {
  const { cursors, positions } = await open()
  await cursors.openGaps(
    HOUSE,
    [
      { channelId: 'a', lastMessageId: '1005' },
      { channelId: 'b', lastMessageId: null },
    ],
    AT,
    'start',
  )
  expect(await positions()).toEqual({ a: '1005', b: '0' })
  expect(await cursors.gaps(HOUSE)).toEqual([])
})

test('what was missed is written down as a gap before the cursor passes it', async () => {
  const { cursors, positions } = await open()
  await cursors.openGaps(HOUSE, ends('999', null), AT, 'start')
  await cursors.openGaps(HOUSE, ends('1005', '7'), AT, 'restart')
  expect(await positions()).toEqual({ a: '1005', b: '7' })
  expect(await cursors.gaps(HOUSE)).toMatchObject([
    { channelId: 'a', fromId: '999', toId: '1005', reason: 'restart', createdAt: AT },
    { channelId: 'b', fromId: '0', toId: '7' },
  ])
  // Connecting again with nothing new, or with the newest message deleted, owes nothing more.
  await cursors.openGaps(HOUSE, ends('1004', '7'), AT, 'again')
  expect(await cursors.gaps(HOUSE)).toHaveLength(2)
  expect(await cursors.gaps(houseId('another'))).toEqual([])
})

test('a gap that cannot be stored keeps the cursor where it was', async () => {
  const { db, cursors, positions } = await open()
  await cursors.openGaps(HOUSE, [{ channelId: 'a', lastMessageId: '10' }], AT, 'start')
  const failing = createCursors(db, () => {
    throw new Error('no id')
  })
  await expect(
    failing.openGaps(HOUSE, [{ channelId: 'a', lastMessageId: '20' }], AT, 'restart'),
  ).rejects.toThrow('no id')
  expect(await positions()).toEqual({ a: '10' })
})

test('two connections that open the same gap at once owe it once', async () => {
  const { cursors } = await open()
  await cursors.openGaps(HOUSE, [{ channelId: 'a', lastMessageId: '10' }], AT, 'start')
  const end = [{ channelId: 'a', lastMessageId: '20' }]
  await Promise.all([cursors.openGaps(HOUSE, end, AT, 'x'), cursors.openGaps(HOUSE, end, AT, 'y')])
  expect(await cursors.gaps(HOUSE)).toHaveLength(1)
})

test('cursors move forward only, in whatever order the batches come', async () => {
  const { cursors, positions } = await open()
  const id = fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }).map(String)
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(id, { minLength: 1, maxLength: 6 }), async (ids) => {
      const channel = `c${(round += 1)}`
      for (const handled of ids) await cursors.advance(HOUSE, new Map([[channel, handled]]))
      expect((await positions())[channel]).toBe([...ids].sort(compareSnowflakes).at(-1))
    }),
    { numRuns: 25 },
  )
  await cursors.advance(HOUSE, new Map())
})

test('a batch moves each channel by itself', async () => {
  const { cursors, positions } = await open()
  await cursors.advance(
    HOUSE,
    new Map([
      ['a', '9'],
      ['b', '100'],
    ]),
  )
  await cursors.advance(
    HOUSE,
    new Map([
      ['a', '10'],
      ['b', '99'],
    ]),
  )
  expect(await positions()).toEqual({ a: '10', b: '100' })
})

test('a gap shrinks as it is read, never grows, and is gone when it is read to its end', async () => {
  const { cursors } = await open()
  await cursors.openGaps(HOUSE, [{ channelId: 'a', lastMessageId: '1' }], AT, 'start')
  await cursors.openGaps(HOUSE, [{ channelId: 'a', lastMessageId: '300' }], AT, 'restart')
  const [gap] = await cursors.gaps(HOUSE)
  const id = gap?.id ?? ''
  await cursors.narrow(id, '99')
  await cursors.narrow(id, '100')
  expect(await cursors.gaps(HOUSE)).toMatchObject([{ fromId: '1', toId: '99' }])
  await cursors.narrow(id, '1')
  expect(await cursors.gaps(HOUSE)).toEqual([])
  await cursors.narrow(id, '0')
  await cursors.close(id)
})

test('a thread in which nothing was said before, and that woke meanwhile, is missed from when the bot left', async () => {
  const { cursors, positions } = await open()
  const left = snowflakeAt(AT)
  const after = (minutes: number) => snowflakeAt(new Date(AT.getTime() + minutes * 60_000))
  await cursors.openGaps(HOUSE, ends(left, null), AT, 'away')
  await cursors.openGaps(
    HOUSE,
    [
      { channelId: '77', lastMessageId: after(5), since: left },
      { channelId: '78', lastMessageId: snowflakeAt(new Date(0)), since: left },
    ],
    AT,
    'away',
  )
  const gaps = await cursors.gaps(HOUSE)
  expect(gaps).toMatchObject([{ channelId: '77', fromId: left, toId: after(5) }])
  expect(await positions()).toMatchObject({ 77: after(5), 78: left })
})

test('until when the bot was there goes only forward, is no channel, and is forgotten when a house reads no more', async () => {
  const { cursors } = await open()
  expect(await cursors.presentUntil(HOUSE)).toBeUndefined()
  await cursors.present(HOUSE, AT)
  await cursors.present(HOUSE, new Date(AT.getTime() - 60_000))
  expect(await cursors.presentUntil(HOUSE)).toBe(snowflakeAt(AT))
  // It is newer than every channel: a thread made before it must not look as if it was there already.
  await cursors.openGaps(HOUSE, [{ channelId: '5', lastMessageId: '9' }], AT, 'away')
  expect(await cursors.gaps(HOUSE)).toEqual([])
  await cursors.forgetChannels(HOUSE)
  expect(await cursors.presentUntil(HOUSE)).toBeUndefined()
})
