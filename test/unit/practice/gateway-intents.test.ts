import { Events, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js'
import { expect, it } from 'vitest'
import { audiences, hearers } from '../../../src/practice/gateway/events.ts'
import { hearing } from '../../../src/practice/gateway/intents.ts'
import { collect, setStage } from '../../support/practice/bot.ts'
import type { Stage } from '../../support/practice/bot.ts'
import { dial, identity } from './gateway-wire.ts'
import type { Wire } from './gateway-wire.ts'

const bits = GatewayIntentBits

it('every event of the gateway has its line in the list of intents, and nothing else has', () => {
  expect(Object.keys(audiences).sort()).toEqual(Object.values(GatewayDispatchEvents).sort())
})

it('an event that is told to an intent that Discord does not list for it is a fault of the local Discord', () => {
  expect(() => hearers('MESSAGE_CREATE', '1', bits.Guilds)).toThrow(
    'MESSAGE_CREATE was told to an intent that Discord does not list for it.',
  )
  expect(() => hearers('MESSAGE_INVENTED', '1', 0)).toThrow('MESSAGE_INVENTED is no event')
  expect(hearers('MESSAGE_CREATE', '1', bits.GuildMessages)).toBe(bits.GuildMessages)
  expect(hearers('MESSAGE_CREATE', undefined, bits.DirectMessages)).toBe(bits.DirectMessages)
  expect(hearers('TYPING_START', undefined, hearing.typing(undefined))).toBe(bits.DirectMessageTyping)
  expect(hearers('MESSAGE_CREATE', '1', hearing.always)).toBe(bits.GuildMessages)
  expect(hearers('THREAD_MEMBERS_UPDATE', '1', bits.GuildMembers)).toBe(bits.GuildMembers)
  expect(hearers('INTERACTION_CREATE', '1', hearing.always)).toBe(0)
})

/** Everything that people can do here that a bot may hear of. */
async function live({ world, discord }: Stage): Promise<void> {
  const [noor, sam] = [world.member('noor'), world.member('sam')]
  const said = await noor.says('#algemeen', 'hallo')
  await noor.edits(said, 'hallo daar')
  await sam.reacts(said, '👍')
  await noor.deletes(said)
  const whisper = await noor.dms('onder ons')
  await noor.reacts(whisper, '🙈')
  await noor.edits(whisper, 'echt')
  await noor.deletes(whisper)
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' }
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${discord.api}/v10${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const channel = world.channel('algemeen').id
  const kept = await noor.says('#algemeen', 'blijft')
  await ask('PUT', `/channels/${channel}/messages/pins/${kept.id}`)
  await ask('POST', `/channels/${channel}/threads`, { name: 'apart', type: 12 })
}

const where = (d: unknown) => ((d as { guild_id?: string }).guild_id === undefined ? 'dm' : 'guild')

const inGuild = [
  'MESSAGE_CREATE',
  'MESSAGE_UPDATE',
  'MESSAGE_DELETE',
  'MESSAGE_REACTION_ADD',
  'CHANNEL_PINS_UPDATE',
]
const guildEvents: Readonly<Record<string, readonly string[]>> = {
  Guilds: ['GUILD_CREATE', 'CHANNEL_PINS_UPDATE', 'THREAD_CREATE'],
  GuildMessages: ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'],
  GuildMessageReactions: ['MESSAGE_REACTION_ADD'],
}
const dmEvents: Readonly<Record<string, readonly string[]>> = {
  DirectMessages: ['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE'],
  DirectMessageReactions: ['MESSAGE_REACTION_ADD'],
}

it('each intent lets its own events through and no others, in the guild and in direct messages apart', async () => {
  await using stage = await setStage({
    seedGuild: {
      name: 'Luisterhuis',
      channels: [{ name: 'algemeen' }],
      members: [{ name: 'noor' }, { name: 'sam', owner: true }],
    },
  })
  const names = [...Object.keys(guildEvents), ...Object.keys(dmEvents)] as (keyof typeof bits)[]
  const wires = new Map<string, Wire>(
    names.map((name) => {
      const wire = dial(stage.discord.api)
      wire.send(2, identity(stage.discord.token, { intents: bits[name] }))
      return [name, wire]
    }),
  )
  await Promise.all([...wires.values()].map((wire) => wire.event('READY')))
  await live(stage)
  const heard = async (name: string): Promise<string[]> => {
    const wire = wires.get(name)
    if (wire === undefined) return []
    // What was sent is here once a later answer is.
    wire.send(1, null)
    await wire.frame((one) => one.op === 11)
    const told = wire.frames.filter((one) => one.op === 0 && one.t !== 'READY')
    return [
      ...new Set(told.map((one) => `${one.t === 'GUILD_CREATE' ? 'guild' : where(one.d)} ${one.t ?? ''}`)),
    ]
  }
  for (const [name, events] of Object.entries(guildEvents)) {
    const all = await heard(name)
    expect(all, name).toEqual(expect.arrayContaining(events.map((t) => `guild ${t}`)))
    expect(
      all.filter((one) => one.startsWith('dm')),
      name,
    ).toEqual([])
    const others = new Set(inGuild.filter((t) => !events.includes(t)).map((t) => `guild ${t}`))
    expect(
      all.filter((one) => others.has(one)),
      name,
    ).toEqual([])
  }
  for (const [name, events] of Object.entries(dmEvents)) {
    expect((await heard(name)).sort(), name).toEqual(events.map((t) => `dm ${t}`).sort())
  }
  for (const wire of wires.values()) wire.socket.terminate()
  expect(stage.spec.violations()).toEqual([])
})

it('what AutoMod does is told to a bot that may manage the server, and to no other', async () => {
  for (const [permissions, told] of [
    [['ManageGuild'], 1],
    [[], 0],
  ] as const) {
    await using stage = await setStage({
      seedGuild: {
        name: 'Huis',
        bot: { permissions: ['ViewChannel', ...permissions] },
        channels: [{ name: 'algemeen' }],
        members: [{ name: 'noor', owner: true }],
      },
    })
    const client = await stage.connect({
      intents: [bits.Guilds, bits.GuildMessages, bits.AutoModerationConfiguration],
    })
    const heard = collect<string>((push) => {
      client.on(Events.AutoModerationRuleCreate, () => push('rule'))
      client.on(Events.MessageCreate, () => push('message'))
    })
    const body = { name: 'regel', event_type: 1, trigger_type: 1, actions: [{ type: 1 }] }
    await fetch(`${stage.discord.api}/v10/guilds/${stage.discord.guildId}/auto-moderation/rules`, {
      method: 'POST',
      headers: { authorization: `Bot ${stage.discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    await stage.world.member('noor').says('#algemeen', 'klaar')
    await stage.world.until(() => heard.includes('message'))
    expect(heard.filter((one) => one === 'rule')).toHaveLength(told)
  }
})
