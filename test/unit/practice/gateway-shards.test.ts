import { Client, Events, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import { manyGuilds } from '../../../src/practice/seed.ts'
import type { GuildSeed } from '../../../src/practice/seed.ts'
import { collect, setStage } from '../../support/practice/bot.ts'
import { dial, identity } from './gateway-wire.ts'

const second: GuildSeed = {
  name: 'Tweede huis',
  channels: [{ name: 'algemeen' }],
  members: [{ name: 'noor' }, { name: 'robin', owner: true }],
}
const shardOf = (guildId: string, count: number): number => Number((BigInt(guildId) >> 22n) % BigInt(count))

it('a bot in several guilds is greeted by each, and somebody of the same name is the same person', async () => {
  await using stage = await setStage({ guilds: [second] })
  const client = await stage.connect()
  expect(client.guilds.cache.map((guild) => guild.name).sort()).toEqual(['Testhuis', 'Tweede huis'])
  const other = stage.discord.guildIds.find((id) => id !== stage.discord.guildId) ?? ''
  const there = stage.discord.worldOf(other)
  expect(there.member('noor').id).toBe(stage.world.member('noor').id)
  expect(there.channel('algemeen').id).not.toBe(stage.world.channel('algemeen').id)
  const heard = collect<string | null>((push) => client.on(Events.MessageCreate, (one) => push(one.guildId)))
  await there.member('noor').says('#algemeen', 'hier ook')
  await stage.world.until(() => heard.length === 1)
  expect(heard).toEqual([other])
  expect(() => stage.world.member('robin')).toThrow('There is no member "robin" in Testhuis.')
  expect(stage.spec.violations()).toEqual([])
})

it('a second guild changes nothing of the ids of the first', async () => {
  await using one = await setStage()
  await using both = await setStage({ guilds: [second] })
  expect(both.discord.guildId).toBe(one.discord.guildId)
  expect(both.world.channel('gaming').id).toBe(one.world.channel('gaming').id)
  expect(both.world.member('sofie').id).toBe(one.world.member('sofie').id)
})

it('each shard hears of its own guilds, and direct messages go to shard 0 alone', async () => {
  await using stage = await setStage({
    guilds: [second, ...manyGuilds(6)],
    sessionStarts: { maxConcurrency: 16 },
  })
  const { discord, world } = stage
  const wires = [0, 1].map((shard) => {
    const wire = dial(discord.api)
    wire.send(2, identity(discord.token, { intents: 0x1201, shard: [shard, 2] }))
    return wire
  })
  const ready = await Promise.all(wires.map((wire) => wire.event('READY')))
  expect(ready.map((one) => one['shard'])).toEqual([
    [0, 2],
    [1, 2],
  ])
  const told = ready.map((one) =>
    (one['guilds'] as { id: string; unavailable: boolean }[]).map(({ id }) => id),
  )
  for (const [shard, ids] of told.entries()) {
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.every((id) => shardOf(id, 2) === shard)).toBe(true)
  }
  expect(told.flat().sort()).toEqual([...discord.guildIds].sort())

  const home = shardOf(discord.guildId, 2)
  await world.member('noor').says('#algemeen', 'in het huis')
  await world.member('noor').dms('onder ons')
  const contents = (n: number) =>
    (wires[n]?.frames ?? [])
      .filter((one) => one.t === 'MESSAGE_CREATE')
      .map((one) => (one.d as { guild_id?: string }).guild_id ?? 'dm')
  await wires[0]?.frame(
    (one) => one.t === 'MESSAGE_CREATE' && (one.d as { guild_id?: string }).guild_id === undefined,
  )
  await wires[home]?.frame((one) => (one.d as { guild_id?: string } | null)?.guild_id === discord.guildId)
  expect(contents(0).filter((one) => one === 'dm')).toHaveLength(1)
  expect(contents(1).filter((one) => one === 'dm')).toHaveLength(0)
  expect(contents(1 - home)).not.toContain(discord.guildId)
  for (const wire of wires) wire.socket.terminate()
})

it('discord.js with two shards hears everything once', async () => {
  await using stage = await setStage({
    guilds: [second, ...manyGuilds(4)],
    sessionStarts: { maxConcurrency: 16 },
  })
  const client = await stage.connect({ shards: [0, 1], shardCount: 2 })
  expect(client.guilds.cache.size).toBe(6)
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (one) => push(one.content)))
  for (const id of stage.discord.guildIds.slice(0, 2))
    await stage.discord.worldOf(id).member('noor').says('#algemeen', id)
  await stage.world.member('noor').dms('privé')
  await stage.world.until(() => heard.length === 3)
  expect([...heard].sort()).toEqual([...stage.discord.guildIds.slice(0, 2), 'privé'].sort())
})

it('a shard with more than 2,500 guilds is refused with 4011, and discord.js does not try again', async () => {
  await using stage = await setStage({ guilds: manyGuilds(2500) })
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: stage.discord.api } })
  const errors = collect<string>((push) => client.on(Events.ShardError, (error) => push(error.message)))
  const gone = new Promise<number>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(code))
  })
  void client.login(stage.discord.token).catch(() => undefined)
  expect(await gone).toBe(4011)
  expect(errors.length).toBeGreaterThan(0)
  await client.destroy()
  const wire = dial(stage.discord.api)
  wire.send(2, identity(stage.discord.token, { shard: [0, 2] }))
  expect((await wire.event('READY'))['shard']).toEqual([0, 2])
  wire.socket.terminate()
})

it('guilds are unavailable in READY and come one by one; one with an outage says so and comes later', async () => {
  await using stage = await setStage({ guilds: [second] })
  const { discord } = stage
  const other = discord.guildIds[1] ?? ''
  const end = discord.gatewayFaults.guildOutage(other)
  const wire = dial(discord.api)
  wire.send(2, identity(discord.token, { intents: 1 }))
  const ready = await wire.event('READY')
  expect(ready['guilds']).toEqual(discord.guildIds.map((id) => ({ id, unavailable: true })))
  expect(await wire.event('GUILD_CREATE')).toMatchObject({ id: discord.guildId, unavailable: false })
  expect(await wire.event('GUILD_DELETE')).toEqual({ id: other, unavailable: true })
  end()
  const back = await wire.frame((one) => one.t === 'GUILD_CREATE' && (one.d as { id: string }).id === other)
  expect(back.d).toMatchObject({ name: 'Tweede huis', unavailable: false })
  wire.socket.terminate()
})

it('an outage of a guild is silent, and discord.js sees it go and come back with what it missed', async () => {
  await using stage = await setStage()
  const { discord, world } = stage
  const client = await stage.connect()
  const seen = collect<string>((push) => {
    client.on(Events.GuildUnavailable, () => push('unavailable'))
    client.on(Events.GuildDelete, () => push('deleted'))
    client.on(Events.GuildAvailable, (guild) => {
      const channel = guild.channels.cache.get(world.channel('algemeen').id)
      push(`back at ${channel?.isTextBased() === true ? channel.lastMessageId : 'nothing'}`)
    })
    client.on(Events.MessageCreate, (message) => push(message.content))
  })
  const end = discord.gatewayFaults.guildOutage(discord.guildId)
  const missed = await world.member('noor').says('#algemeen', 'in de stilte')
  await world.until(() => seen.length === 1)
  end()
  await world.until(() => seen.length === 2)
  expect(seen).toEqual(['unavailable', `back at ${missed.id}`])
})

it('a guild that the bot joins while it runs comes, and one that sends it away goes for good', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const seen = collect<string>((push) => {
    client.on(Events.GuildCreate, (guild) => push(`joined ${guild.name}`))
    client.on(Events.GuildDelete, (guild) => push(`left ${guild.name}`))
  })
  const added = stage.discord.addGuild(second)
  await stage.world.until(() => seen.length === 1)
  const [, id = ''] = stage.discord.guildIds
  await added.member('robin').says('#algemeen', 'welkom')
  stage.discord.removeGuild(id)
  await stage.world.until(() => seen.length === 2)
  expect(seen).toEqual(['joined Tweede huis', 'left Tweede huis'])
  expect(stage.discord.guildIds).toEqual([stage.discord.guildId])
})

it('the number of shards that is recommended grows with the guilds', async () => {
  await using stage = await setStage({ guilds: manyGuilds(1500) })
  const answer = await fetch(`${stage.discord.api}/v10/gateway/bot`, {
    headers: { authorization: `Bot ${stage.discord.token}` },
  })
  expect(await answer.json()).toMatchObject({ shards: 2 })
})
