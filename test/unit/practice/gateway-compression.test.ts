import { constants, createInflate, inflateSync } from 'node:zlib'
import { CompressionMethod, Events, GatewayIntentBits, SimpleShardingStrategy } from 'discord.js'
import { expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { setStage } from '../../support/practice/bot.ts'
import { gatewayUrl, identity } from './gateway-wire.ts'

it('zlib-stream sends every message through one context, each closed by a flush', async () => {
  await using stage = await setStage()
  const socket = new WebSocket(gatewayUrl(stage.discord.api, '?v=10&encoding=json&compress=zlib-stream'))
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH })
  const texts: string[] = []
  const flushed: boolean[] = []
  let text = ''
  inflate.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8')
  })
  socket.on('message', (raw: Buffer, isBinary) => {
    expect(isBinary).toBe(true)
    flushed.push(raw.subarray(-4).equals(Buffer.from([0, 0, 255, 255])))
    inflate.write(raw)
    inflate.flush(constants.Z_SYNC_FLUSH, () => {
      texts.push(text)
      text = ''
    })
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise<void>((resolve) => socket.on('open', () => resolve()))
  const intents =
    GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.MessageContent
  socket.send(JSON.stringify({ op: 2, d: identity(stage.discord.token, { intents, compress: true }) }))
  await stage.world.until((now) => now.bots() === 1)
  for (let n = 0; n < 20; n++) await stage.world.member('noor').says('#algemeen', `bericht ${n}`)
  await stage.world.until(() => texts.length >= 23)
  const frames = texts.map(
    (one) => JSON.parse(one) as { op: number; t: string | null; d: { content: string } },
  )
  expect(frames.slice(0, 3).map((one) => one.t ?? one.op)).toEqual([10, 'READY', 'GUILD_CREATE'])
  expect(frames.slice(3).map((one) => one.d.content)).toEqual(
    Array.from({ length: 20 }, (_, n) => `bericht ${n}`),
  )
  expect(flushed.every(Boolean)).toBe(true)
  stage.world.dropConnections(4000)
  expect(await closed).toBe(4000)
})

it('discord.js reads payloads that are compressed one by one, when it is made to ask for that', async () => {
  await using stage = await setStage()
  // Without the optional zlib-sync it falls back to payload compression, and says so on the console.
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  try {
    const client = await stage.connect({
      ws: {
        buildStrategy(manager) {
          Object.assign(manager.options, { compression: CompressionMethod.ZlibStream })
          return new SimpleShardingStrategy(manager)
        },
      },
    })
    expect(warned).toHaveBeenCalledOnce()
    const heard: string[] = []
    client.on(Events.MessageCreate, (message) => heard.push(message.content))
    await stage.world.member('noor').says('#algemeen', 'samengeperst '.repeat(20))
    await stage.world.until(() => heard.length === 1)
    expect(heard).toEqual(['samengeperst '.repeat(20).trim()])
    expect(client.guilds.cache.size).toBe(1)
  } finally {
    warned.mockRestore()
  }
})

it('a compressed payload is a zlib packet of its own, and short ones stay plain', async () => {
  await using stage = await setStage()
  const socket = new WebSocket(gatewayUrl(stage.discord.api))
  const came: string[] = []
  socket.on('message', (raw: Buffer, isBinary) => {
    const text = isBinary ? inflateSync(raw).toString('utf8') : raw.toString('utf8')
    const { op, t } = JSON.parse(text) as { op: number; t: string | null }
    came.push(`${isBinary ? 'binary' : 'plain'} ${t ?? op}`)
  })
  await new Promise<void>((resolve) => socket.on('open', () => resolve()))
  const intents = GatewayIntentBits.Guilds
  socket.send(JSON.stringify({ op: 2, d: identity(stage.discord.token, { intents, compress: true }) }))
  socket.send(JSON.stringify({ op: 1, d: null }))
  await stage.world.until(() => came.length === 4)
  expect(came).toEqual(['plain 10', 'binary READY', 'binary GUILD_CREATE', 'plain 11'])
  socket.close()
})
