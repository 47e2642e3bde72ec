import { type APIMessage, DiscordAPIError } from 'discord.js'
import { expect, test } from 'vitest'
import { readGaps } from '../../../src/discord/read-gaps.ts'
import type { Gap } from '../../../src/storage/cursors.ts'

/** Channels with messages 1 to `length`; Discord gives a hundred of them at most, newest first. */
function channels(lengths: Readonly<Record<string, number>>, breaks: Readonly<Record<string, number>> = {}) {
  const asked: string[] = []
  const read: string[] = []
  const debts = new Map<string, string>()
  const gapOf = (channelId: string, fromId: string, toId: string): Gap => {
    debts.set(channelId, toId)
    return { id: channelId, channelId, fromId, toId, reason: 'away', createdAt: new Date(0) }
  }
  const failed: string[] = []
  const gone: string[] = []
  const deps = {
    rest: {
      get: async (route: string, { query }: { query?: URLSearchParams } = {}): Promise<unknown> => {
        const channelId = /channels\/(\w+)\//.exec(route)?.[1] ?? ''
        asked.push(channelId)
        const status = breaks[channelId]
        if (status !== undefined)
          throw new DiscordAPIError({ code: 0, message: 'no' }, 0, status, 'GET', route, {})
        const before = Math.min(Number(query?.get('before')), (lengths[channelId] ?? 0) + 1)
        const from = Math.max(1, before - 100)
        return Array.from({ length: before - from }, (_, n) => ({ id: String(before - 1 - n) }) as APIMessage)
      },
    },
    cursors: {
      narrow: async (id: string, toId: string) => void debts.set(id, toId),
      close: async (id: string) => void debts.delete(id),
    },
    placeIn: async (channelId: string) => (channelId in lengths ? channelId : undefined),
    read: async ({ id }: APIMessage, place: string) => void read.push(`${place}${id}`),
    failed: ({ channelId }: Gap) => void failed.push(channelId),
    gone: ({ channelId }: Gap) => void gone.push(channelId),
  }
  return { deps, gapOf, asked, read, debts, failed, gone }
}

test('the newest is read first, everything of the gap once and nothing outside it', async () => {
  const { deps, gapOf, read, debts, asked } = channels({ a: 300 })
  expect(await readGaps([gapOf('a', '20', '290')], deps)).toEqual({ all: true, cut: [], shut: [] })
  expect(read).toEqual(Array.from({ length: 270 }, (_, n) => `a${290 - n}`))
  expect(asked).toHaveLength(3)
  expect(debts.size).toBe(0)
})

test('a loud channel makes no other wait: a page of each in turn', async () => {
  const { deps, gapOf, asked } = channels({ loud: 350, quiet: 120, still: 5 })
  await readGaps([gapOf('loud', '0', '350'), gapOf('quiet', '0', '120'), gapOf('still', '0', '5')], deps)
  expect(asked).toEqual(['loud', 'quiet', 'still', 'loud', 'quiet', 'loud', 'loud'])
})

test('channels are asked at the same time, four at most, and each of them for one page at a time', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const { deps, gapOf, read, debts } = channels(Object.fromEntries(names.map((name) => [name, 250])))
  const open = new Map<string, number>()
  let most = 0
  const get: typeof deps.rest.get = async (route, options) => {
    const at = /channels\/(\w+)\//.exec(route)?.[1] ?? ''
    open.set(at, (open.get(at) ?? 0) + 1)
    expect(open.get(at)).toBe(1)
    most = Math.max(most, open.size)
    await new Promise((resolve) => void setImmediate(resolve))
    open.delete(at)
    return deps.rest.get(route, options)
  }
  const gaps = names.map((name) => gapOf(name, '0', '250'))
  expect(await readGaps(gaps, { ...deps, rest: { get } })).toEqual({ all: true, cut: [], shut: [] })
  expect(most).toBe(4)
  expect(new Set(read).size).toBe(1_500)
  expect(read).toHaveLength(1_500)
  expect(debts.size).toBe(0)
})

test('what breaks in one channel is told once the others are read', async () => {
  const { deps, gapOf, read } = channels({ a: 5, b: 205 }, { a: 404 })
  const close = (id: string): Promise<void> =>
    id === 'a' ? Promise.reject(new Error('nothing can be stored')) : deps.cursors.close(id)
  const gaps = [gapOf('a', '0', '5'), gapOf('b', '0', '205')]
  await expect(readGaps(gaps, { ...deps, cursors: { ...deps.cursors, close } })).rejects.toThrow('stored')
  expect(read).toHaveLength(205)
})

test('too much is cut off at the older end, and it is said from when on it was read', async () => {
  const { deps, gapOf, read, debts } = channels({ a: 5_000 })
  const { all, cut } = await readGaps([gapOf('a', '0', '5000')], { ...deps, mostPages: 3 })
  expect(all).toBe(true)
  expect(cut.map(({ channelId }) => channelId)).toEqual(['a'])
  expect([read.length, read.at(-1)]).toEqual([300, 'a4701'])
  expect(debts.size).toBe(0)
})

test('what failed stays as small as it had become; a door that is shut is no fault, and neither stops the others', async () => {
  const { deps, gapOf, read, debts, failed } = channels(
    { a: 150, broken: 9, shut: 9 },
    { broken: 500, shut: 403 },
  )
  const gaps = [gapOf('broken', '0', '9'), gapOf('shut', '0', '9'), gapOf('a', '0', '150')]
  expect(await readGaps(gaps, deps)).toEqual({ all: false, cut: [], shut: ['shut'] })
  expect(read).toHaveLength(150)
  expect([...debts]).toEqual([
    ['broken', '9'],
    ['shut', '9'],
  ])
  expect(failed).toEqual(['broken'])
})

test('a channel that is not read any more, or was deleted meanwhile, owes nothing', async () => {
  const { deps, gapOf, debts, gone } = channels({ late: 9 }, { late: 404 })
  const result = await readGaps([gapOf('elsewhere', '0', '9'), gapOf('late', '0', '9')], deps)
  expect(result).toEqual({ all: true, cut: [], shut: [] })
  expect(gone).toEqual(['elsewhere', 'late'])
  expect(debts.size).toBe(0)
})

test('each page that was read makes the gap smaller before the next is asked for', async () => {
  const { deps, gapOf, debts, read } = channels({ a: 300 })
  let pages = 0
  const get = (...asked: Parameters<typeof deps.rest.get>): Promise<unknown> => {
    pages += 1
    return pages > 2 ? Promise.reject(new Error('the line is down')) : deps.rest.get(...asked)
  }
  const result = await readGaps([gapOf('a', '0', '300')], { ...deps, rest: { get } })
  expect([result.all, read.length]).toEqual([false, 200])
  expect([...debts]).toEqual([['a', '100']])
})
