import { Events, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { collect, setStage } from '../../support/practice/bot.ts'
import type { Stage } from '../../support/practice/bot.ts'
import { dial, identity } from './gateway-wire.ts'

const start = new Date('2026-03-04T13:00:00Z')
const hearing = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.MessageContent

async function identified({ discord }: Stage) {
  const wire = dial(discord.api)
  wire.send(2, identity(discord.token, { intents: hearing }))
  const ready = await wire.event('READY')
  await wire.event('GUILD_CREATE')
  return { wire, sessionId: String(ready['session_id']), resumeUrl: String(ready['resume_gateway_url']) }
}

const contents = (frames: ReturnType<typeof dial>['frames']): unknown[] =>
  frames.filter((one) => one.t === 'MESSAGE_CREATE').map((one) => (one.d as { content: string }).content)

it('a resumed session is sent what it missed, in order and once, and then RESUMED', async () => {
  await using stage = await setStage()
  const noor = stage.world.member('noor')
  const { wire, sessionId, resumeUrl } = await identified(stage)
  await noor.says('#algemeen', 'gehoord')
  const last = await wire.frame((one) => one.t === 'MESSAGE_CREATE')
  wire.socket.terminate()
  await stage.world.until((now) => now.bots() === 0)
  for (const text of ['een', 'twee', 'drie']) await noor.says('#algemeen', text)

  expect(resumeUrl).toMatch(/^ws:/)
  const again = dial(stage.discord.api)
  again.send(6, { token: stage.discord.token, session_id: sessionId, seq: last.s })
  await again.event('RESUMED')
  expect(contents(again.frames)).toEqual(['een', 'twee', 'drie'])
  expect(again.frames.map((one) => one.s).filter((s) => s !== null)).toEqual(
    Array.from({ length: 4 }, (_, n) => (last.s ?? 0) + 1 + n),
  )
  again.socket.terminate()
})

it('a sequence that was never sent is 4007', async () => {
  await using stage = await setStage()
  const { wire, sessionId } = await identified(stage)
  wire.socket.terminate()
  const again = dial(stage.discord.api)
  again.send(6, { token: stage.discord.token, session_id: sessionId, seq: 999 })
  expect(await again.closed).toBe(4007)
})

it('a session waits three minutes for its bot, and no longer', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock })
  const outcomes: unknown[] = []
  for (const minutes of [2.9, 3.1]) {
    const { wire, sessionId } = await identified(stage)
    wire.socket.terminate()
    await stage.world.until((now) => now.bots() === 0)
    clock.advance(minutes * 60_000)
    const again = dial(stage.discord.api)
    again.send(6, { token: stage.discord.token, session_id: sessionId, seq: 2 })
    const answer = await again.frame((one) => one.op !== 10)
    outcomes.push(answer.op === 9 ? `invalid, resumable: ${JSON.stringify(answer.d)}` : answer.t)
    again.socket.close(1000)
    await again.closed
    await stage.world.until((now) => now.bots() === 0)
  }
  expect(outcomes).toEqual(['RESUMED', 'invalid, resumable: false'])
})

it('a bot that closes with 1000 or 1001 ends its session; any other code leaves it', async () => {
  await using stage = await setStage()
  for (const [code, op] of [
    [1000, 9],
    [1001, 9],
    [4200, 0],
  ] as const) {
    const { wire, sessionId } = await identified(stage)
    wire.socket.close(code)
    await wire.closed
    await stage.world.until((now) => now.bots() === 0)
    const again = dial(stage.discord.api)
    again.send(6, { token: stage.discord.token, session_id: sessionId, seq: 2 })
    expect((await again.frame((one) => one.op !== 10)).op).toBe(op)
    again.socket.close(1000)
    await again.closed
  }
})

it('discord.js connects again when it is told to, resumes, and misses nothing', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const resumed = collect<number>((push) => client.on(Events.ShardResume, push))
  stage.discord.gatewayFaults.reconnect()
  await stage.world.until((now) => now.bots() === 0)
  await stage.world.member('noor').says('#algemeen', 'onderweg')
  await stage.world.until(() => resumed.length === 1)
  expect(heard).toEqual(['onderweg'])
})

it('a session that is invalidated but may be resumed is resumed on the same connection', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const resumed = collect<number>((push) => client.on(Events.ShardResume, push))
  stage.discord.gatewayFaults.invalidate(true)
  await stage.world.member('noor').says('#algemeen', 'tussendoor')
  await stage.world.until(() => resumed.length === 1)
  await stage.world.until(() => heard.length === 1)
  expect(heard).toEqual(['tussendoor'])
})

it('a session that is invalidated for good starts anew, is not told what it missed, and sees each guild again', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  const back = collect<string | null>((push) =>
    client.on(Events.GuildAvailable, (guild) => {
      const channel = guild.channels.cache.get(stage.world.channel('algemeen').id)
      push(channel?.isTextBased() === true ? channel.lastMessageId : null)
    }),
  )
  stage.discord.gatewayFaults.invalidate(false)
  const missed = await stage.world.member('noor').says('#algemeen', 'niemand luistert')
  await stage.world.until(() => back.length === 1, { within: 15_000 })
  await stage.world.member('noor').says('#algemeen', 'weer wel')
  await stage.world.until(() => heard.length > 0)
  expect(heard).toEqual(['weer wel'])
  expect(back).toEqual([missed.id])
  expect(stage.spec.violations()).toEqual([])
})

it('what a connection sends after its session was taken away is 4003', async () => {
  await using stage = await setStage()
  const { wire } = await identified(stage)
  stage.discord.gatewayFaults.invalidate(false)
  expect((await wire.frame((one) => one.op === 9)).d).toBe(false)
  wire.send(3, { status: 'online', activities: [], since: null, afk: false })
  expect(await wire.closed).toBe(4003)
})

it('session starts are counted for a day, resuming is not, and REST says what is left', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock, sessionStarts: { total: 3 } })
  const limit = async () => {
    const response = await fetch(`${stage.discord.api}/v10/gateway/bot`, {
      headers: { authorization: `Bot ${stage.discord.token}` },
    })
    return ((await response.json()) as { session_start_limit: object }).session_start_limit
  }
  const full = { total: 3, remaining: 3, reset_after: 86_400_000, max_concurrency: 1 }
  expect(await limit()).toEqual(full)
  const { wire, sessionId } = await identified(stage)
  clock.advance(60_000)
  expect(await limit()).toEqual({ ...full, remaining: 2, reset_after: 86_340_000 })
  wire.socket.terminate()
  const again = dial(stage.discord.api)
  again.send(6, { token: stage.discord.token, session_id: sessionId, seq: 2 })
  await again.event('RESUMED')
  expect(await limit()).toMatchObject({ remaining: 2 })
  clock.advance(86_400_000)
  expect(await limit()).toEqual(full)
  again.socket.terminate()
})

it('discord.js does not start when no session start is left', async () => {
  await using stage = await setStage({ sessionStarts: { total: 1 } })
  await stage.connect()
  await expect(stage.connect()).rejects.toThrow(/Not enough sessions remaining/)
})

it('who identifies once too often loses every session and the token', async () => {
  await using stage = await setStage({ sessionStarts: { total: 1 } })
  const { token } = stage.discord
  const first = dial(stage.discord.api)
  first.send(2, identity(token))
  await first.event('READY')
  const second = dial(stage.discord.api)
  second.send(2, identity(token))
  expect(await second.closed).toBe(4004)
  expect(await first.closed).toBe(4004)
  expect(stage.discord.token).not.toBe(token)
  const answer = await fetch(`${stage.discord.api}/v10/users/@me`, {
    headers: { authorization: `Bot ${token}` },
  })
  expect(answer.status).toBe(401)
})

it('with strict starts a second identify of the same bucket within five seconds gets an invalid session', async () => {
  const clock = manualClock(start)
  await using stage = await setStage({ clock, sessionStarts: { strict: true, maxConcurrency: 2 } })
  const identifies = async (shard: [number, number]) => {
    const wire = dial(stage.discord.api)
    wire.send(2, identity(stage.discord.token, { shard }))
    const answer = await wire.frame((one) => one.op !== 10)
    wire.socket.terminate()
    return answer.op
  }
  expect(await identifies([0, 4])).toBe(0)
  expect(await identifies([1, 4])).toBe(0)
  expect(await identifies([2, 4])).toBe(9)
  clock.advance(5_000)
  expect(await identifies([2, 4])).toBe(0)
})
