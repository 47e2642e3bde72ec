import { Events } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import type { GatewayFaultPlan } from '../../../src/practice/faults/gateway.ts'
import { collect, setStage } from '../../support/practice/bot.ts'
import { dial, identity } from './gateway-wire.ts'

it('faults by chance are the same for the same seed and the same talk, and others for another', async () => {
  const plan: Omit<GatewayFaultPlan, 'seed'> = {
    drop: { chance: 0.05, codes: [4000, 1006] },
    invalidate: { chance: 0.05 },
    reconnect: { chance: 0.05 },
  }
  const run = async (seed: number): Promise<readonly string[]> => {
    await using stage = await setStage()
    const disturbance = stage.discord.gatewayFaults.plan({ ...plan, seed })
    for (let n = 0; n < 100; n++) await stage.world.member('noor').says('#algemeen', `bericht ${n}`)
    disturbance.stop()
    await stage.world.member('noor').says('#algemeen', 'rust')
    return disturbance.happened
  }
  const [first, again, other] = [await run(7), await run(7), await run(8)]
  expect(first).toEqual(again)
  expect(first).not.toEqual(other)
  expect(new Set(first).size).toBeGreaterThan(2)
})

it('a connection that keeps falling delays discord.js, and loses and doubles nothing', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const disturbance = stage.discord.gatewayFaults.plan({ seed: 3, drop: { chance: 0.02 } })
  const said = Array.from({ length: 300 }, (_, n) => `bericht ${n}`)
  for (const text of said) await stage.world.member('noor').says('#algemeen', text)
  disturbance.stop()
  await stage.world.until(() => heard.length >= said.length, { within: 15_000 })
  expect(heard).toEqual(said)
  expect(disturbance.happened.length).toBeGreaterThan(0)
})

it('a socket that breaks off without a word is 1006, another code is that code', async () => {
  await using stage = await setStage()
  const codes: number[] = []
  for (const code of [1006, 4000, 4009, 1012]) {
    const wire = dial(stage.discord.api)
    wire.send(2, identity(stage.discord.token))
    await wire.event('READY')
    stage.discord.gatewayFaults.drop(code)
    codes.push(await wire.closed)
  }
  expect(codes).toEqual([1006, 4000, 4009, 1012])
})

it('during an outage nobody gets in; it ends by the clock of the house, or when it is called off', async () => {
  const clock = manualClock(new Date('2026-03-04T13:00:00Z'))
  await using stage = await setStage({ clock })
  const client = await stage.connect()
  const ready = collect<string>((push) => {
    client.on(Events.ShardReady, () => push('anew'))
    client.on(Events.ShardResume, () => push('resumed'))
  })
  const refused = () =>
    new Promise<string>((resolve) => {
      const wire = dial(stage.discord.api)
      wire.socket.on('error', (error) => resolve(error.message))
      wire.socket.on('open', () => resolve('open'))
    })
  stage.discord.gatewayFaults.outage(60 * 60_000)
  await stage.world.until((now) => now.bots() === 0)
  expect(await refused()).toBe('Unexpected server response: 503')
  clock.advance(59 * 60_000)
  expect(await refused()).toBe('Unexpected server response: 503')
  expect(ready).toEqual([])
  clock.advance(60_000)
  await stage.world.until(() => ready.length > 0, { within: 15_000 })
  // After an hour no session is left to resume.
  expect(ready).toEqual(['anew'])

  const end = stage.discord.gatewayFaults.outage(60 * 60_000)
  await stage.world.until((now) => now.bots() === 0)
  end()
  await stage.world.until(() => ready.length > 1, { within: 15_000 })
  expect(ready).toEqual(['anew', 'resumed'])
})
