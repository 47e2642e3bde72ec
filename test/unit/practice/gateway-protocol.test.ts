import { Events } from 'discord.js'
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { manualClock } from '../../../src/practice/clock.ts'
import { collect, setStage } from '../../support/practice/bot.ts'
import { dial, gatewayUrl, identity } from './gateway-wire.ts'

/** A heartbeat of so many bytes; one letter takes two of them. */
const payload = (bytes: number) => {
  const empty = JSON.stringify({ op: 1, d: '' })
  return JSON.stringify({ op: 1, d: `é${'x'.repeat(bytes - empty.length - 2)}` })
}

const start = new Date('2026-03-04T13:00:00Z')

it('the gateway says hello with how often it wants a heartbeat, and answers each one', async () => {
  await using stage = await setStage()
  const wire = dial(stage.discord.api)
  const hello = await wire.frame((one) => one.op === 10)
  expect(hello).toMatchObject({ d: { heartbeat_interval: 41_250 }, s: null, t: null })
  wire.send(1, null)
  expect(await wire.frame((one) => one.op === 11)).toMatchObject({ s: null, t: null })
  wire.socket.terminate()
})

it('a bot that stops beating is closed with 4009, and one that beats in time is not', async () => {
  const heart = manualClock(start)
  await using stage = await setStage({ heartbeat: { clock: heart } })
  const [alive, dead] = [dial(stage.discord.api), dial(stage.discord.api)]
  for (const wire of [alive, dead]) {
    wire.send(2, identity(stage.discord.token))
    await wire.event('READY')
  }
  for (let beat = 0; beat < 3; beat++) {
    heart.advance(41_250)
    const before = alive.frames.filter((one) => one.op === 11).length
    alive.send(1, 1)
    await alive.frame(() => alive.frames.filter((one) => one.op === 11).length > before)
  }
  expect(await dead.closed).toBe(4009)
  expect(alive.socket.readyState).toBe(WebSocket.OPEN)
  expect(stage.world.bots()).toBe(1)
  alive.socket.terminate()
})

it('discord.js beats when it is asked to between two beats', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const beats = collect<string>((push) =>
    client.on(Events.Debug, (line) => {
      if (line.includes('Heartbeat acknowledged')) push(line)
    }),
  )
  stage.discord.gatewayFaults.requestHeartbeat()
  await stage.world.until(() => beats.length > 0)
  expect(beats).toHaveLength(1)
})

it('discord.js leaves a server that swallows its heartbeats, comes back, and has missed nothing', async () => {
  await using stage = await setStage({ heartbeat: { every: 60 } })
  const client = await stage.connect()
  const lines = collect<string>((push) => client.on(Events.Debug, push))
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const resumed = collect<number>((push) => client.on(Events.ShardResume, push))
  const { gatewayFaults } = stage.discord
  gatewayFaults.swallowHeartbeats(true)
  await stage.world.until(() => stage.world.bots() === 0, { what: 'the bot to leave' })
  gatewayFaults.swallowHeartbeats(false)
  await stage.world.member('noor').says('#algemeen', 'gemist')
  await stage.world.until(() => resumed.length === 1)
  expect(lines.some((line) => line.includes('Zombie connection'))).toBe(true)
  expect(heard).toEqual(['gemist'])
})

it('each close code of the table comes for its own mistake', async () => {
  await using stage = await setStage({ privilegedIntents: [] })
  const { api, token } = stage.discord
  const closes = (frames: readonly [op: number, d: unknown][], query?: string) => {
    const wire = dial(api, query)
    for (const [op, d] of frames) wire.send(op, d)
    return wire.closed
  }
  const known: [number, unknown] = [2, identity(token)]
  expect(await closes([known, [99, {}]])).toBe(4001)
  expect(await closes([known, [3, { status: 'slapend', activities: [] }]])).toBe(4002)
  expect(await closes([[8, { guild_id: '1', query: '', limit: 0 }]])).toBe(4003)
  expect(await closes([[2, identity('fout')]])).toBe(4004)
  expect(await closes([[6, { token: 'fout', session_id: 'x', seq: 1 }]])).toBe(4004)
  expect(await closes([known, known])).toBe(4005)
  expect(await closes([known, [6, { token, session_id: 'x', seq: 1 }]])).toBe(4005)
  expect(await closes([[2, identity(token, { shard: [2, 2] })]])).toBe(4010)
  expect(await closes([[2, identity(token, { shard: [-1, 2] })]])).toBe(4010)
  expect(await closes([], '?v=9&encoding=json')).toBe(4012)
  expect(await closes([], '')).toBe(4012)
  expect(await closes([[2, identity(token, { intents: 1 << 30 })]])).toBe(4013)
  expect(await closes([[2, identity(token, { intents: 'alles' })]])).toBe(4013)
  for (const intent of [1, 8, 15])
    expect(await closes([[2, identity(token, { intents: 1 << intent })]])).toBe(4014)
})

it('what is not spoken here is said so: ETF, zstd', async () => {
  await using stage = await setStage()
  const reasonFor = (query: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(gatewayUrl(stage.discord.api, query))
      socket.on('close', (code, reason) => resolve(`${code} ${reason.toString('utf8')}`))
    })
  expect(await reasonFor('?v=10&encoding=etf')).toBe('4002 The local Discord speaks JSON only.')
  expect(await reasonFor('?v=10&encoding=json&compress=zstd-stream')).toBe(
    '4002 The local Discord compresses with zlib-stream only.',
  )
})

it('a payload of 4096 bytes is taken, one of 4097 closes with 4002', async () => {
  await using stage = await setStage()
  const [fits, tooLong] = [dial(stage.discord.api), dial(stage.discord.api)]
  expect(Buffer.byteLength(payload(4096))).toBe(4096)
  fits.sendText(payload(4096))
  await fits.frame((one) => one.op === 11)
  tooLong.sendText(payload(4097))
  expect(await tooLong.closed).toBe(4002)
  fits.socket.terminate()
})

it('a bot may send 120 payloads a minute; the next closes with 4008, and a minute later all is well', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock })
  const wire = dial(stage.discord.api)
  const acks = () => wire.frames.filter((one) => one.op === 11).length
  for (let n = 0; n < 120; n++) wire.send(1, null)
  await wire.frame(() => acks() === 120)
  clock.advance(60_000)
  for (let n = 0; n < 120; n++) wire.send(1, null)
  await wire.frame(() => acks() === 240)
  wire.send(1, null)
  expect(await wire.closed).toBe(4008)
})
