import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Bot, startBot } from '../../src/bot.ts'
import { createLog } from '../../src/log.ts'
import type { Policy } from '../../src/policy/schema.ts'
import type { World } from '../../src/practice/world.ts'
import { shardOf } from '../../src/shards.ts'
import { openTown, type Town } from '../chaos/shards/town.ts'
import { agreementsOf } from '../support/agreements.ts'
import { tempFolder, tempPostgres } from '../support/storage/temp-storage.ts'

const WORRYING = 'ik wil niet meer leven'
const SHARED = { policyFolder: 'policies', readAgreements: agreementsOf }

interface Region {
  readonly town: Town
  readonly policy: Policy
  /** Starts a process, which serves these shards of that many. */
  start(shards: readonly number[], total: number): Promise<Bot>
  /** Somebody says something worrying in each house. */
  everybodySays(what: string): Promise<void>
  /** How many cards stand in each house. */
  cards(): readonly number[]
}

const openRegion = async (houses: number): Promise<Region> => {
  const folder = tempFolder()
  const databaseUrl = await tempPostgres()
  const { policy } = await agreementsOf('policies')
  const town = await openTown(policy, houses, false)
  const running = new Set<Bot>()
  onTestFinished(async () => {
    for (const bot of running) await bot.stop()
    await town.discord.stop()
  })
  const log = createLog('fatal', { write: () => undefined })
  const cardsIn = (world: World): number =>
    world
      .channel(policy.house.channels.queue)
      .messages()
      .filter(({ components }) => JSON.stringify(components).includes('wachtrij:show:')).length
  return {
    town,
    policy,
    async start(shards, total) {
      const { api, token } = town.discord
      const bot = await startBot({
        ...SHARED,
        api,
        token,
        databaseUrl,
        keyFolder: join(folder, 'keys'),
        share: { shards, total },
        identifyPlaceMs: 0,
        log,
      })
      running.add(bot)
      const stopped: Bot = {
        ...bot,
        stop: () => {
          running.delete(bot)
          return bot.stop()
        },
      }
      await bot.idle()
      return stopped
    },
    async everybodySays(what) {
      for (const world of town.worlds) await world.member('noor').says('#algemeen', what)
    },
    cards: () => town.worlds.map(cardsIn),
  }
}

/** Until each house has so many cards; a moment later there are not more. */
const settled = async (region: Region, bots: readonly Bot[], cards: number): Promise<void> => {
  await expect
    .poll(
      async () => {
        for (const bot of bots) await bot.tick()
        return [...new Set(region.cards())]
      },
      { timeout: 30_000 },
    )
    .toEqual([cards])
  for (const bot of bots) await bot.tick()
  expect([...new Set(region.cards())]).toEqual([cards])
}

test('two processes each have their own houses; re-sharded to four while both still run, nothing is lost or doubled', {
  timeout: 60_000,
}, async () => {
  const region = await openRegion(4)
  const { town } = region
  const homes = town.discord.guildIds.map((id) => shardOf(id, 2))
  expect(new Set(homes)).toEqual(new Set([0, 1]))
  const two = [await region.start([0], 2), await region.start([1], 2)]
  expect(town.open()).toBe(4)
  // Registered once, by the process of shard 0.
  expect(town.discord.world.commands().length).toBeGreaterThan(10)
  await region.everybodySays(`${WORRYING} een`)
  await settled(region, two, 1)
  for (const [shard, bot] of two.entries())
    expect(bot.received()).toBe(homes.filter((home) => home === shard).length)

  // Nobody serves the houses of shard 0 for a while.
  await two[0]?.stop()
  await region.everybodySays(`${WORRYING} twee`)
  const four = [await region.start([0, 1], 4)]
  // Of the houses that are shard 1 of both, two processes hear the same now.
  await region.everybodySays(`${WORRYING} drie`)
  four.push(await region.start([2], 4), await region.start([3], 4))
  await region.everybodySays(`${WORRYING} vier`)
  await settled(region, [...four, ...two.slice(1)], 4)
  await two[1]?.stop()
  await region.everybodySays(`${WORRYING} vijf`)
  await settled(region, four, 5)
  const { db } = four[0]?.desk ?? {}
  expect(await db?.flag.count()).toBe(20)
  expect(await db?.auditLine.count({ where: { act: 'raised' } })).toBe(20)
  expect(town.standing().notices).toBe(4)
})

test('a press that two processes hear is answered and done once', { timeout: 60_000 }, async () => {
  const region = await openRegion(2)
  const [world] = region.town.worlds
  if (world === undefined) throw new Error('a house')
  const both = [await region.start([0, 1], 2), await region.start([0, 1], 2)]
  await region.everybodySays(WORRYING)
  await settled(region, both, 1)
  const card = world
    .channel(region.policy.house.channels.queue)
    .messages()
    .find(({ components }) => JSON.stringify(components).includes('wachtrij:show:'))
  if (card === undefined) throw new Error('a card')
  const sam = world.member('sam')
  const answers = [await sam.presses(card, 'Toon'), await sam.presses(card, 'Neem op')]
  expect(answers.map(({ kind }) => kind)).not.toContain('failed')
  for (const bot of both) await bot.tick()
  const lines = await both[0]?.desk.db.auditLine.groupBy({
    by: ['act'],
    where: { act: { in: ['shown', 'claimed'] } },
    _count: true,
    orderBy: { act: 'asc' },
  })
  expect(lines?.map(({ act, _count }) => [act, _count])).toEqual([
    ['claimed', 1],
    ['shown', 1],
  ])
})

test('several processes on a file of SQLite are refused before anything is opened', async () => {
  await expect(
    startBot({
      ...SHARED,
      api: 'http://127.0.0.1:9/api',
      token: 'x',
      databaseUrl: 'file:/nowhere/at/all.db',
      keyFolder: '/nowhere',
      share: { shards: [1], total: 2 },
      log: createLog('silent'),
    }),
  ).rejects.toThrow(/PostgreSQL.*HUISBOT_SHARD/)
})
