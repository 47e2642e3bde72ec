import { REST, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { documentedLimits } from '../../../src/practice/rest/limits.ts'
import type { LocalDiscord } from '../../../src/practice/local-discord.ts'
import { setStage, testHouse } from '../../support/practice/bot.ts'

const start = new Date('2026-11-23T15:00:00Z')

async function ask(
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: object,
  token = discord.token,
) {
  const answer = await fetch(`${discord.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  const of = (name: string) => answer.headers.get(name)
  return { status: answer.status, of, text, json: () => JSON.parse(text) as Record<string, unknown> }
}

it('unless it is asked for, nothing is limited and nothing is said of limits', async () => {
  await using stage = await setStage()
  const path = `/channels/${stage.world.channel('algemeen').id}`
  const answers = await Promise.all(Array.from({ length: 80 }, () => ask(stage.discord, 'GET', path)))
  expect(answers.every((one) => one.status === 200 && one.of('x-ratelimit-limit') === null)).toBe(true)
})

it('a route has a bucket for each channel, tells how full it is, and says how long to wait', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock, rateLimits: 'documented' })
  const { discord, world } = stage
  const path = (name: string) => `/channels/${world.channel(name).id}/messages`
  const post = (name: string) => ask(discord, 'POST', path(name), { content: 'x' })
  const first = await post('algemeen')
  expect([first.of('x-ratelimit-limit'), first.of('x-ratelimit-remaining')]).toEqual(['5', '4'])
  expect(first.of('x-ratelimit-reset')).toBe((start.getTime() / 1000 + 5).toFixed(3))
  for (let n = 0; n < 4; n += 1) expect((await post('algemeen')).status).toBe(200)
  clock.advance(1_000)
  const over = await post('algemeen')
  expect(over.status).toBe(429)
  expect(over.json()).toMatchObject({ message: 'You are being rate limited.', retry_after: 4, global: false })
  expect([over.of('retry-after'), over.of('x-ratelimit-scope')]).toEqual(['4', 'user'])
  expect(over.of('x-ratelimit-bucket')).toBe(first.of('x-ratelimit-bucket'))
  // Another channel has its own count under the same name.
  const other = await post('gaming')
  expect([other.status, other.of('x-ratelimit-bucket')]).toEqual([200, first.of('x-ratelimit-bucket')])
  clock.advance(4_000)
  expect((await post('algemeen')).status).toBe(200)
  expect(discord.invalidRequests()).toBe(1)
  expect(stage.spec.violations()).toEqual([])
})

it('a bot makes at most 50 requests a second in all, answers to people aside', async () => {
  const clock = manualClock(start)
  const rateLimits = { ...documentedLimits, routes: [], others: { most: 1_000, perMs: 1_000 } }
  await using stage = await setStage({ clock, rateLimits })
  const { discord } = stage
  for (let n = 0; n < 50; n += 1) expect((await ask(discord, 'GET', '/users/@me')).status).toBe(200)
  const over = await ask(discord, 'GET', '/users/@me')
  expect([over.status, over.of('x-ratelimit-global'), over.of('x-ratelimit-scope')]).toEqual([
    429,
    'true',
    'global',
  ])
  expect(over.json()['global']).toBe(true)
  const answer = await ask(discord, 'POST', '/interactions/1/niets/callback', { type: 5 })
  expect(answer.json()['code']).toBe(10062)
  clock.advance(1_000)
  expect((await ask(discord, 'GET', '/users/@me')).status).toBe(200)
})

it('after too many invalid requests the door is shut without JSON; what is shared is not held against a bot', async () => {
  const clock = manualClock(start)
  const path = '/channels/{channel}'
  const rateLimits = {
    invalid: { most: 3, perMs: 600_000 },
    routes: [{ method: 'GET', path, most: 1, perMs: 60_000, scope: 'shared' }],
  } as const
  await using stage = await setStage({ clock, rateLimits })
  const { discord, world } = stage
  const open = `/channels/${world.channel('algemeen').id}`
  expect((await ask(discord, 'GET', open)).status).toBe(200)
  const shared = await ask(discord, 'GET', open)
  expect([shared.status, shared.of('x-ratelimit-scope'), shared.json()['code']]).toEqual([
    429,
    'shared',
    40062,
  ])
  expect(discord.invalidRequests()).toBe(0)
  expect((await ask(discord, 'GET', '/users/@me', undefined, 'fout')).status).toBe(401)
  clock.advance(60_000)
  expect((await ask(discord, 'GET', `/channels/${world.channel('kelder').id}`)).status).toBe(403)
  expect((await ask(discord, 'GET', `/guilds/${discord.guildId}/audit-logs`)).status).toBe(403)
  const shut = await ask(discord, 'GET', '/users/@me')
  expect([shut.status, shut.text, shut.of('retry-after')]).toEqual([429, 'error code: 1015', '540'])
  clock.advance(541_000)
  expect((await ask(discord, 'GET', '/users/@me')).status).toBe(200)
  expect(documentedLimits.invalid).toEqual({ most: 10_000, perMs: 600_000 })
})

it('messages older than an hour take few edits, and the answer says how long to wait', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock, rateLimits: { oldEdits: { most: 3, perMs: 20_000 } } })
  const { discord, world } = stage
  const path = `/channels/${world.channel('algemeen').id}/messages`
  const { id } = (await ask(discord, 'POST', path, { content: 'kaart' })).json() as { id: string }
  const edit = (n: number) => ask(discord, 'PATCH', `${path}/${id}`, { content: `kaart ${n}` })
  for (let n = 0; n < 6; n += 1) expect((await edit(n)).status).toBe(200)
  clock.advance(3_600_001)
  for (let n = 0; n < 3; n += 1) expect((await edit(n)).status).toBe(200)
  const over = await edit(9)
  expect([over.status, over.json()['code'], over.json()['retry_after']]).toEqual([429, 30046, 20])
  clock.advance(20_000)
  expect((await edit(10)).status).toBe(200)
  expect(stage.spec.violations()).toEqual([])
})

it('discord.js reads the headers and never asks too often, so that it is refused nothing', async () => {
  const statuses: number[] = []
  const routes = [{ method: 'POST', path: '/channels/{channel}/messages', most: 3, perMs: 120 }]
  await using stage = await setStage({
    seedGuild: testHouse,
    rateLimits: { routes },
    onRest: (record) => void statuses.push(record.status),
  })
  const rest = new REST({ api: stage.discord.api, offset: 20 }).setToken(stage.discord.token)
  const path = Routes.channelMessages(stage.world.channel('algemeen').id)
  for (let n = 0; n < 9; n += 1) await rest.post(path, { body: { content: `${n}` } })
  expect(statuses).toEqual(Array.from({ length: 9 }, () => 200))
  expect(
    stage.world
      .channel('algemeen')
      .messages()
      .map((one) => one.content),
  ).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8'])
})
