import { ActivityType, Events, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { collect, setStage, testHouse } from '../../support/practice/bot.ts'
import { dial, identity } from './gateway-wire.ts'

const everybodySwitchedOn = ['MessageContent', 'GuildMembers', 'GuildPresences'] as const
const crowd = {
  ...testHouse,
  members: [
    ...testHouse.members,
    ...Array.from({ length: 2_100 }, (_, n) => ({ name: `lid${String(n).padStart(4, '0')}` })),
  ],
}
type Chunk = { members: { user: { username: string } }[]; chunk_index: number; chunk_count: number }
const namesIn = (chunk: Record<string, unknown>): string[] =>
  (chunk as unknown as Chunk).members.map((one) => one.user.username)

it('discord.js fetches everybody of a large guild in chunks of a thousand', async () => {
  await using stage = await setStage({ seedGuild: crowd, privilegedIntents: everybodySwitchedOn })
  const client = await stage.connect({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] })
  const chunks = collect<number>((push) =>
    client.on(Events.GuildMembersChunk, (members, _guild, { index, count }) => {
      push(members.size)
      expect(count).toBe(3)
      expect(index).toBeLessThan(3)
    }),
  )
  const members = await client.guilds.cache.first()?.members.fetch()
  expect(members?.size).toBe(2_105)
  expect(chunks).toEqual([1000, 1000, 105])
  expect(stage.spec.violations()).toEqual([])
})

it('without the member intent nobody comes when everybody is asked for, and named people do', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const guild = client.guilds.cache.first()
  expect((await guild?.members.fetch())?.size).toBe(0)
  const noor = stage.world.member('noor').id
  expect((await guild?.members.fetch({ user: [noor] }))?.map((one) => one.id)).toEqual([noor])
  expect((await guild?.members.fetch({ query: 'NOO', limit: 5 }))?.map((one) => one.id)).toEqual([noor])
})

it('a search gives a hundred people, names who is not there, and gives its nonce back unless it is too long', async () => {
  await using stage = await setStage({ seedGuild: crowd })
  const wire = dial(stage.discord.api)
  wire.send(2, identity(stage.discord.token, { intents: 1 }))
  await wire.event('READY')
  const ask = async (more: object, at: number) => {
    wire.send(8, { guild_id: stage.discord.guildId, ...more })
    const all = () => wire.frames.filter((one) => one.t === 'GUILD_MEMBERS_CHUNK')
    await wire.frame(() => all().length > at)
    return all()[at]?.d as Record<string, unknown>
  }
  const found = await ask({ query: 'lid', limit: 0, nonce: 'n'.repeat(32) }, 0)
  expect(namesIn(found)).toHaveLength(100)
  expect(found['nonce']).toBe('n'.repeat(32))
  const few = await ask({ query: 'LID00', limit: 3, nonce: 'n'.repeat(33) }, 1)
  expect(namesIn(few)).toEqual(['lid0000', 'lid0001', 'lid0002'])
  expect(few).not.toHaveProperty('nonce')
  const named = await ask({ user_ids: [stage.world.member('noor').id, '123'] }, 2)
  expect(named).toMatchObject({ not_found: ['123'] })
  expect(namesIn(named)).toEqual(['noor'])
  wire.socket.terminate()
})

it('a request for members names either a search or people, and one guild', async () => {
  await using stage = await setStage()
  const refused = async (d: object) => {
    const wire = dial(stage.discord.api)
    wire.send(2, identity(stage.discord.token))
    await wire.event('READY')
    wire.send(8, d)
    return wire.closed
  }
  const { guildId } = stage.discord
  expect(await refused({ guild_id: guildId })).toBe(4002)
  expect(await refused({ guild_id: guildId, query: 'a' })).toBe(4002)
  expect(await refused({ guild_id: guildId, query: 'a', limit: 1, user_ids: ['1'] })).toBe(4002)
  expect(await refused({ guild_id: [guildId, guildId], query: 'a', limit: 1 })).toBe(4002)
  const tooMany = Array.from({ length: 101 }, (_, n) => String(n))
  expect(await refused({ guild_id: guildId, user_ids: tooMany })).toBe(4002)
})

it('everybody of one guild may be asked for once in thirty seconds', async () => {
  const clock = manualClock(new Date('2026-03-04T13:00:00Z'))
  await using stage = await setStage({ clock, privilegedIntents: everybodySwitchedOn })
  const wire = dial(stage.discord.api)
  wire.send(2, identity(stage.discord.token, { intents: 3 }))
  await wire.event('READY')
  const ask = () =>
    wire.send(8, { guild_id: stage.discord.guildId, query: '', limit: 0, nonce: 'een', presences: true })
  ask()
  const first = await wire.event('GUILD_MEMBERS_CHUNK')
  expect(namesIn(first)).toContain('noor')
  expect(first).not.toHaveProperty('presences')
  clock.advance(10_000)
  ask()
  expect(await wire.event('RATE_LIMITED')).toEqual({
    opcode: 8,
    retry_after: 20,
    meta: { guild_id: stage.discord.guildId, nonce: 'een' },
  })
  clock.advance(20_000)
  ask()
  await wire.frame(() => wire.frames.filter((one) => one.t === 'GUILD_MEMBERS_CHUNK').length === 2)
  wire.socket.terminate()
})

it('with the presence intent a guild comes with everybody in it, without it with the bot alone', async () => {
  await using stage = await setStage({ privilegedIntents: everybodySwitchedOn })
  const create = async (intents: number, more: object = {}) => {
    const wire = dial(stage.discord.api)
    wire.send(2, identity(stage.discord.token, { intents, ...more }))
    const guild = await wire.event('GUILD_CREATE')
    wire.socket.terminate()
    return { members: namesIn(guild), presences: guild['presences'] as unknown[] }
  }
  expect(await create(1)).toEqual({ members: ['Huisbot'], presences: [] })
  const full = await create(1 | (1 << 8))
  expect(full.members).toContain('noor')
  expect(full.presences).toHaveLength(full.members.length)
})

it('what the bot shows of itself is kept, and told to who listens to presences', async () => {
  await using stage = await setStage({ privilegedIntents: everybodySwitchedOn })
  const client = await stage.connect({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildPresences],
    presence: {
      status: 'idle',
      activities: [{ name: '/praat', type: ActivityType.Custom, state: '/praat' }],
    },
  })
  expect(stage.discord.presence()).toMatchObject({ status: 'idle' })
  const seen = collect<string>((push) =>
    client.on(Events.PresenceUpdate, (_, now) => push(`${now.userId} ${now.status}`)),
  )
  client.user.setPresence({ status: 'dnd' })
  client.user.setPresence({ status: 'invisible' })
  await stage.world.until(() => seen.length === 2)
  expect(seen).toEqual([`${stage.discord.botId} dnd`, `${stage.discord.botId} offline`])
  expect(stage.discord.presence()).toMatchObject({ status: 'invisible' })
})

it('requests for sounds and for channels are answered with what there is: nothing', async () => {
  await using stage = await setStage()
  const wire = dial(stage.discord.api)
  wire.send(2, identity(stage.discord.token))
  await wire.event('READY')
  wire.send(31, { guild_ids: [stage.discord.guildId] })
  wire.send(43, { guild_id: stage.discord.guildId, fields: ['status'] })
  expect(await wire.event('SOUNDBOARD_SOUNDS')).toEqual({
    guild_id: stage.discord.guildId,
    soundboard_sounds: [],
  })
  expect(await wire.event('CHANNEL_INFO')).toEqual({ guild_id: stage.discord.guildId, channels: [] })
  wire.socket.terminate()
})
