import { REST, Routes } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { createFaults } from '../../../src/practice/rest/faults.ts'
import type { RestFaults } from '../../../src/practice/local-discord.ts'
import { setStage } from '../../support/practice/bot.ts'

const outcome = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'status' in error ? String(error.status) : 'lost'),
  )

it('a message whose answer was lost is there, and asking again with its nonce makes no second one', async () => {
  await using stage = await setStage()
  const { discord, world } = stage
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token)
  const path = Routes.channelMessages(world.channel('algemeen').id)
  const post = () => rest.post(path, { body: { content: 'een', nonce: 'kaart', enforce_nonce: true } })
  discord.faults.rest({ seed: 1, lostAnswers: 1, until: 2 })
  expect(await outcome(post())).toBe('lost')
  expect(await outcome(post())).toBe('lost')
  const { id } = (await post()) as { id: string }
  expect(
    world
      .channel('algemeen')
      .messages()
      .map((one) => one.id),
  ).toEqual([id])
  expect(discord.faults.counted()['lost-answer']).toBe(2)
  await rest.delete(Routes.channelMessage(world.channel('algemeen').id, id))
  // A nonce is spent by a message, also when that is gone.
  expect(((await post()) as { id: string }).id).toBe(id)
  expect(world.channel('algemeen').messages()).toEqual([])
})

it('a 5xx does nothing, one after the act did it, and a 429 says when to come back', async () => {
  await using stage = await setStage()
  const { discord, world } = stage
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token)
  const path = Routes.channelMessages(world.channel('algemeen').id)
  const post = (content: string) => rest.post(path, { body: { content } })
  discord.faults.rest({ seed: 2, status5xx: 1 })
  expect(await outcome(post('a'))).toMatch(/^50[023]$/)
  discord.faults.rest({ seed: 2, doneAnd5xx: 1 })
  expect(await outcome(post('b'))).toBe('502')
  discord.faults.rest({ seed: 2, status429: 1, waitMs: 1, until: 1, routes: (method) => method === 'POST' })
  expect(await outcome(post('c'))).toBe('done')
  discord.faults.rest()
  const said = world.channel('algemeen').messages()
  expect(said.map((one) => one.content)).toEqual(['b', 'c'])
  expect(stage.spec.violations()).toEqual([])
})

it('the same seed gives the same faults, whatever the order between routes; another gives others', () => {
  const faults: RestFaults = { seed: 7, status5xx: 0.2, lostAnswers: 0.1, latencyMs: [5, 50] }
  const fates = (seed: number, order: readonly string[]) => {
    const made = createFaults(() => {})
    made.rest({ ...faults, seed })
    const list = order.map((path) => ({ path, fate: made.fateOf('POST', path) }))
    return list.filter((one) => one.path === 'a').map((one) => one.fate)
  }
  const mixed = Array.from({ length: 400 }, (_, n) => (n % 2 === 0 ? 'a' : 'b'))
  const alone = Array.from({ length: 200 }, () => 'a')
  expect(fates(7, mixed)).toEqual(fates(7, alone))
  expect(fates(7, alone)).not.toEqual(fates(8, alone))
  const hit = fates(7, alone).filter((one) => one.fault === 'status5xx').length
  expect(hit).toBeGreaterThan(20)
  expect(hit).toBeLessThan(60)
  expect(fates(7, alone).every((one) => one.waitMs >= 5 && one.waitMs < 50)).toBe(true)
})

it('latency passes on the clock of the house, not on that of the wall', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ clock })
  const { discord } = stage
  const rest = new REST({ api: discord.api }).setToken(discord.token)
  discord.faults.rest({ seed: 3, latencyMs: [600_000, 600_000] })
  const answered: unknown[] = []
  const asked = rest.get('/users/@me').then((user) => answered.push(user))
  for (let n = 0; n < 20; n += 1) await new Promise<void>((resolve) => void setImmediate(resolve))
  expect(answered).toEqual([])
  // The request may still be on its way: time passes until it has been heard.
  while (answered.length === 0) {
    clock.advance(600_000)
    await new Promise<void>((resolve) => void setImmediate(resolve))
  }
  await asked
})

it('in an outage nothing gets in and everything is cut; after it the bot resumes and hears what it missed', async () => {
  await using stage = await setStage()
  const { discord, world } = stage
  const client = await stage.connect()
  const heard: string[] = []
  client.on('messageCreate', (message) => void heard.push(message.content))
  const rest = new REST({ api: discord.api, retries: 0 }).setToken(discord.token)
  discord.faults.outage(true)
  await world.until(() => world.bots() === 0)
  expect(await outcome(rest.get('/users/@me'))).toBe('lost')
  await world.member('noor').says('#algemeen', 'terwijl niemand luisterde')
  discord.faults.outage(false)
  expect(await outcome(rest.get('/users/@me'))).toBe('done')
  await world.until(() => heard.length === 1, { within: 15_000, what: 'the bot to come back' })
  expect(heard).toEqual(['terwijl niemand luisterde'])
})
