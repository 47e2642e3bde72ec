import { DiscordAPIError, PermissionFlagsBits, Routes } from 'discord.js'
import type { Client } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { Refused } from '../../../src/practice/world.ts'
import { setStage, testHouse } from '../../support/practice/bot.ts'

/** Does what Discord must refuse, and gives what it says. */
async function refusal(
  doing: Promise<unknown>,
): Promise<{ code: number | string; status: number; errors: unknown }> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof DiscordAPIError)) throw new Error('Discord was expected to refuse.')
  return { code: error.code, status: error.status, errors: (error.rawError as { errors?: unknown }).errors }
}

const post = (client: Client, channel: string, body: object) =>
  client.rest.post(Routes.channelMessages(channel), { body })

const button = (id: string, label = 'x') => ({ type: 2, style: 1, label, custom_id: id })
const select = (options: object[]) => ({ type: 3, custom_id: 's', options })
const row = (...components: object[]) => ({ type: 1, components })
const option = (name: string, required: boolean) => ({ type: 3, name, description: 'x', required })

/** The code with which a person is refused, or 'done'. */
const codeOf = (doing: Promise<unknown>): Promise<unknown> =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.code : error),
  )

it('a text over 2000 characters is refused with the path of the fault', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const channel = stage.world.channel('algemeen').id
  expect(await refusal(post(client, channel, { content: 'x'.repeat(2001) }))).toEqual({
    code: 50035,
    status: 400,
    errors: {
      content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
    },
  })
  expect(await post(client, channel, { content: '👋'.repeat(2000) })).toBeTruthy()
})

it('an empty message is refused with 50006, also when it is all spaces', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const channel = stage.world.channel('algemeen').id
  expect((await refusal(post(client, channel, {}))).code).toBe(50006)
  expect((await refusal(post(client, channel, { content: '  \n ' }))).code).toBe(50006)
})

it('components are held to their limits: rows, widths, lengths, unique ids, options', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const channel = stage.world.channel('algemeen').id
  const faultOf = async (...components: object[]) =>
    JSON.stringify((await refusal(post(client, channel, { content: 'x', components }))).errors)

  expect(await faultOf(row(button('a')), row(button('a')))).toContain('COMPONENT_CUSTOM_ID_DUPLICATED')
  expect(await faultOf(row(button('a', 'l'.repeat(81))))).toContain('80 or fewer')
  expect(await faultOf(row(button('i'.repeat(101))))).toContain('between 1 and 100')
  expect(await faultOf(...[1, 2, 3, 4, 5, 6].map((n) => row(button(String(n)))))).toContain('between 1 and 5')
  expect(await faultOf(row(...[1, 2, 3, 4, 5, 6].map((n) => button(String(n)))))).toContain('5 or fewer')
  expect(await faultOf(row(button('a'), select([{ label: 'x', value: 'x' }])))).toContain('WIDTH_EXCEEDED')
  const twice = [1, 2].map(() => ({ label: 'x', value: 'x' }))
  expect(await faultOf(row(select(twice)))).toContain('OPTION_VALUE_DUPLICATED')
  expect(await faultOf({ type: 10, content: 'x' })).toContain('must be one of (1,)')
})

it('embeds are held to their limits, each and all together', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const channel = stage.world.channel('algemeen').id
  const faultOf = async (embeds: object[]) =>
    JSON.stringify((await refusal(post(client, channel, { embeds }))).errors)
  expect(await faultOf([{ title: 't'.repeat(257) }])).toContain('256 or fewer')
  expect(await faultOf([{ title: 't', fields: [{ name: '', value: 'x' }] }])).toContain('BASE_TYPE_REQUIRED')
  expect(await faultOf([{ description: 'd'.repeat(3500) }, { description: 'd'.repeat(3500) }])).toContain(
    '6000',
  )
  expect(await faultOf(Array.from({ length: 11 }, () => ({ title: 't' })))).toContain('10 or fewer')
})

it('a layout of the second kind takes no text beside it, and stays what it is', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const channel = stage.world.channel('algemeen').id
  const gallery = { type: 12, items: [{ media: { url: 'https://example.org/a.png' } }] }
  const section = { type: 9, components: [{ type: 10, content: 'dag' }], accessory: button('meer') }
  const parts = [{ type: 10, content: 'hallo' }, gallery, section, { type: 14 }, row(button('minder'))]
  const v2 = { flags: 1 << 15, components: [{ type: 17, components: parts }] }
  expect((await refusal(post(client, channel, { ...v2, content: 'x' }))).code).toBe(50035)
  const sent = (await post(client, channel, v2)) as { id: string }
  expect(stage.world.channel('algemeen').lastMessage()?.words).toBe('hallo\ndag')
  const edit = client.rest.patch(Routes.channelMessage(channel, sent.id), { body: { content: 'x' } })
  expect((await refusal(edit)).code).toBe(50035)
  expect(stage.spec.violations()).toEqual([])
})

it('a nonce that is sent twice makes one message, for a few minutes', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ clock })
  const client = await stage.connect()
  const { id } = stage.world.channel('algemeen')
  const body = { content: 'een keer', nonce: 'kaart-1', enforce_nonce: true }
  const first = (await post(client, id, body)) as { id: string; nonce: string }
  const second = (await post(client, id, { ...body, content: 'anders' })) as { id: string; content: string }
  expect(second.id).toBe(first.id)
  expect(second.content).toBe('een keer')
  expect(first.nonce).toBe('kaart-1')
  expect(stage.world.channel('algemeen').messages()).toHaveLength(1)

  clock.advance(6 * 60_000)
  await post(client, id, body)
  expect(stage.world.channel('algemeen').messages()).toHaveLength(2)
  expect((await refusal(post(client, id, { content: 'x', nonce: 'n'.repeat(26) }))).code).toBe(50035)
})

it('a bot that cannot see, may not write, or lacks a power is told which of the two', async () => {
  const bot = { permissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] } as const
  await using stage = await setStage({ seedGuild: { ...testHouse, bot } })
  const { world } = stage
  const client = await stage.connect()
  const open = world.channel('algemeen').id
  const said = await world.member('noor').says('#algemeen', 'hallo')
  expect((await refusal(post(client, world.channel('kelder').id, { content: 'x' }))).code).toBe(50001)
  const pin = client.rest.put(`/channels/${open}/messages/pins/${said.id}`)
  expect(await refusal(pin)).toMatchObject({ code: 50013, status: 403 })
  expect((await refusal(client.rest.delete(Routes.channelMessage(open, said.id)))).code).toBe(50013)
  const edit = client.rest.patch(Routes.channelMessage(open, said.id), { body: { content: 'x' } })
  expect((await refusal(edit)).code).toBe(50005)
})

it('what is not there has its own code, and a route that is not there is recorded', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const { rest } = client
  const channel = stage.world.channel('algemeen').id
  expect((await refusal(rest.get('/channels/1'))).code).toBe(10003)
  expect((await refusal(rest.get('/guilds/1'))).code).toBe(10004)
  expect((await refusal(rest.get(Routes.channelMessage(channel, '1')))).code).toBe(10008)
  expect((await refusal(rest.get('/users/1'))).code).toBe(10013)
  expect(await refusal(rest.get('/guilds/1/nothing'))).toMatchObject({ code: 0, status: 404 })
  expect(stage.world.unknownRoutes).toEqual([{ method: 'GET', path: '/guilds/1/nothing' }])
})

it('bulk deletion takes 2 to 100 messages of at most fourteen days', async () => {
  const clock = manualClock(new Date('2026-11-01T12:00:00Z'))
  await using stage = await setStage({ clock })
  const { world } = stage
  const client = await stage.connect()
  const { id: channel } = world.channel('algemeen')
  const old = await world.member('noor').says('#algemeen', 'oud')
  const remove = (messages: string[]) =>
    client.rest.post(Routes.channelBulkDelete(channel), { body: { messages } })
  expect((await refusal(remove([old.id]))).code).toBe(50016)
  clock.advance(15 * 86_400_000)
  const fresh = await world.member('noor').says('#algemeen', 'nieuw')
  expect((await refusal(remove([old.id, fresh.id]))).code).toBe(50034)
  expect((await refusal(remove([fresh.id, fresh.id]))).code).toBe(50035)
})

it('a channel takes 250 pins, and a page shows 50 of them, newest first', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  const channel = await client.channels.fetch(world.channel('algemeen').id)
  if (channel?.isTextBased() !== true) throw new Error('A text channel was expected.')
  const said = []
  for (let n = 0; n <= 250; n += 1) said.push(await world.member('noor').says('#algemeen', `regel ${n}`))
  for (const one of said.slice(0, 250)) await channel.messages.pin(one.id)
  expect((await refusal(channel.messages.pin(said[250]?.id ?? ''))).code).toBe(30003)
  const page = await channel.messages.fetchPins({ limit: 50 })
  expect(page.hasMore).toBe(true)
  expect(page.items[0]?.message.content).toBe('regel 249')
  const last = page.items.at(-1)
  const next = await channel.messages.fetchPins({ limit: 50, ...(last && { before: last.pinnedAt }) })
  expect(next.items[0]?.message.content).toBe('regel 199')
})

it('commands are refused for capitals, missing descriptions, doubles and size', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const put = (body: object[]) => client.rest.put(Routes.applicationCommands(client.application.id), { body })
  const faultOf = async (...body: object[]) => JSON.stringify((await refusal(put(body))).errors)
  const fine = { name: 'praat', description: 'Praat' }
  expect(await faultOf({ ...fine, name: 'Praat' })).toContain('APPLICATION_COMMAND_INVALID_NAME')
  expect(await faultOf({ name: 'praat' })).toContain('BASE_TYPE_REQUIRED')
  expect(await faultOf(fine, fine)).toContain('DUPLICATE_NAME')
  expect(await faultOf({ type: 3, name: 'Meld', description: 'x' })).toContain('cannot have description')
  expect(await faultOf({ ...fine, options: [option('a', false), option('b', true)] })).toContain(
    'REQUIRED_INVALID',
  )
  const choices = Array.from({ length: 25 }, (_, n) => ({
    name: `${n}`.padEnd(100, 'n'),
    value: `${n}`.padEnd(100, 'v'),
  }))
  const options = ['a', 'b'].map((name) => ({ ...option(name, false), choices }))
  expect(await faultOf({ ...fine, options })).toContain('TOO_LARGE')
  expect(await put([fine, { type: 3, name: 'Meld dit bericht' }])).toHaveLength(2)
})

it('a member is refused what Discord would refuse: too long, empty, no access, no right, in time-out', async () => {
  const members = [...testHouse.members, { name: 'boos', timeoutUntil: new Date('2999-01-01') }]
  const channels = [
    ...testHouse.channels,
    { name: 'mededelingen', overwrites: [{ role: '@everyone', deny: ['SendMessages'] }] },
  ] as const
  await using stage = await setStage({ seedGuild: { ...testHouse, members, channels } })
  const noor = stage.world.member('noor')
  expect(await codeOf(noor.says('#algemeen', 'x'.repeat(2001)))).toBe(50035)
  expect(await codeOf(noor.says('#algemeen', '   '))).toBe(50006)
  expect(await codeOf(noor.says('#wachtrij', 'hallo'))).toBe(50001)
  expect(await codeOf(noor.says('#mededelingen', 'hallo'))).toBe(50013)
  expect(await codeOf(stage.world.member('sofie').says('#mededelingen', 'hallo'))).toBe('done')
  expect(await codeOf(stage.world.member('boos').says('#algemeen', 'hallo'))).toBe(50013)
  expect(await codeOf(noor.deletes(await stage.world.member('sam').says('#algemeen', 'x')))).toBe(50013)
})

it('a command that is only for some is not offered to others', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const only = PermissionFlagsBits.ManageMessages
  await client.application.commands.set([
    { name: 'wachtrij', description: 'x', defaultMemberPermissions: only },
  ])
  client.on('interactionCreate', (asked) => {
    if (asked.isChatInputCommand()) void asked.reply(`${asked.memberPermissions?.has('ManageMessages')}`)
  })
  await expect(stage.world.member('noor').runs('/wachtrij')).rejects.toThrow(Refused)
  expect((await stage.world.member('sam').runs('/wachtrij')).message?.content).toBe('true')
  await expect(stage.world.member('sam').runs('/niets')).rejects.toThrow('no command /niets')
})
