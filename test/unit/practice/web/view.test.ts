import { expect, it } from 'vitest'
import type { ChannelView, HouseView } from '../../../../src/practice/web/protocol.ts'
import { asBot } from '../../../support/as-bot.ts'
import { openPage, quietHouse } from '../../../support/practice/page.ts'

const names = (house: HouseView): readonly string[] => house.channels.map(({ name }) => name)
const channelIn = (house: HouseView, name: string): ChannelView => {
  const channel = house.channels.find((one) => one.name === name)
  if (channel === undefined) throw new Error(`no ${name}`)
  return channel
}

const commandsOf = (view: HouseView) => Object.fromEntries(view.commands.map((one) => [one.name, one]))
const told = (house: HouseView): boolean =>
  house.members.find(({ name }) => name === 'milan')?.timedOutUntil !== undefined

async function open() {
  const house = await quietHouse((seed) => ({
    ...seed,
    channels: [
      { name: 'Praten', type: 'category' },
      { name: 'Team', type: 'category' },
      { name: 'Leeg', type: 'category' },
      ...seed.channels.map((one) => ({ ...one, parent: one.type === 'private' ? 'Team' : 'Praten' })),
    ],
  }))
  const { world } = house.discord
  return { ...(await openPage(house)), world, admin: world.admin() }
}

it('each sees the channels and categories that are theirs, and no name of another', async () => {
  const { enter } = await open()
  const [noor, sam] = [(await enter('noor')).house(), (await enter('sam')).house()]
  expect(names(noor)).toEqual([
    'Praten',
    'welkom',
    'algemeen',
    'gaming',
    'huiswerk',
    'muziek',
    'kunst-en-memes',
    'hulp-en-vragen',
    'praten-met-ons',
  ])
  expect(names(sam)).toEqual(expect.arrayContaining(['Team', 'team', 'wachtrij']))
  expect(names(sam)).not.toContain('Leeg')
  expect(JSON.stringify(noor)).not.toMatch(/wachtrij|"team"/i)
  expect(channelIn(noor, 'gaming').topic).toBe('Samen gamen en erover praten')
  expect([channelIn(noor, 'gaming').private, channelIn(sam, 'wachtrij').private]).toEqual([undefined, true])
})

it('everybody but the owner and the bot can be somebody, by what they are in the house', async () => {
  const { enter, admin } = await open()
  const noor = await enter('noor')
  const parts = Object.fromEntries(noor.house().people.map(({ name, part }) => [name, part]))
  expect(parts).toMatchObject({
    noor: 'young',
    amir: 'young',
    sam: 'youth-worker',
    lena: 'moderator',
    samira: 'contact',
  })
  expect(parts).not.toHaveProperty('eigenaar')
  expect(parts).not.toHaveProperty('Huisbot')
  expect(noor.house().people.find(({ name }) => name === 'samira')?.displayName).toBe('Samira Benvoorbeeld')
  admin.givesRole('milan', 'Moderator')
  await noor.heard('house', ({ house }) =>
    house.people.some(({ name, part }) => name === 'milan' && part === 'moderator'),
  )
})

it('a role that is given or taken, and a channel that is shut, change what a window shows and what it is told', async () => {
  const { world, enter, admin } = await open()
  const [milan, noor] = [await enter('milan'), await enter('noor')]
  await world.member('sam').says('#team', 'voor de rol')
  admin.givesRole('milan', 'Jeugdwerker')
  await milan.heard('house', ({ house }) => names(house).includes('team'))
  const page = await milan.wish({ do: 'open', channel: milan.channel('team') })
  expect(page).toMatchObject({ messages: [{ content: 'voor de rol' }] })
  await world.member('sam').says('#team', 'met de rol')
  await milan.heard('message', ({ message }) => message.content === 'met de rol')

  const team = milan.channel('team')
  admin.takesRole('milan', 'Jeugdwerker')
  await world.member('sam').says('#team', 'na de rol')
  await milan.heard('house', () => !names(milan.house()).includes('team'))
  expect(await milan.wish({ do: 'open', channel: team })).toMatchObject({ ok: false, code: 50001 })
  expect(milan.frames.join('\n')).not.toContain('na de rol')

  admin.sets('#gaming', { role: '@everyone' }, { deny: ['SendMessages'] })
  await noor.heard('house', ({ house }) => !channelIn(house, 'gaming').may.write)
  admin.sets('#gaming', { role: '@everyone' }, { deny: ['ViewChannel'] })
  await noor.heard('house', ({ house }) => !names(house).includes('gaming'))
})

it('a private thread is seen by who is in it, from when they are, and a public one by all', async () => {
  const { house, world, enter } = await open()
  const [noor, amir, sam] = [await enter('noor'), await enter('amir'), await enter('sam')]
  const thread = world.member('noor').opensThread('#algemeen', 'Geheimpje')
  await noor.heard('house', (news) => names(news.house).includes('Geheimpje'))
  await world.member('noor').says(thread, 'onder ons')
  const begins = await world.member('lotte').says('#algemeen', 'hier begint iets')
  world.member('lotte').opensThread('#algemeen', 'Voor iedereen', { from: begins })
  for (const window of [amir, sam]) {
    await window.heard('house', (news) => names(news.house).includes('Voor iedereen'))
    expect(window.frames.join('\n')).not.toMatch(/Geheimpje|onder ons/)
    expect(await window.wish({ do: 'open', channel: thread })).toMatchObject({ ok: false, code: 50001 })
  }
  world.member('noor').brings(thread, 'amir')
  await amir.heard('house', (news) => names(news.house).includes('Geheimpje'))
  expect(await amir.wish({ do: 'open', channel: thread })).toMatchObject({
    messages: [{ content: 'onder ons' }, { type: 1 }],
  })
  expect(channelIn(amir.house(), 'Geheimpje')).toMatchObject({ type: 12, archived: false, locked: false })

  world.admin().locks(thread)
  world.admin().archives(thread)
  await amir.heard('house', (news) => news.house.channels.some(({ archived }) => archived === true))
  expect(channelIn(amir.house(), 'Geheimpje')).toMatchObject({
    archived: true,
    may: { write: false, react: false, commands: false },
  })
  const owner = await enter('eigenaar')
  expect(channelIn(owner.house(), 'Geheimpje').may.write).toBe(true)
  expect(sam.frames.join('\n')).not.toContain('Geheimpje')
  world.member('amir').leavesThread(thread)
  await amir.wish({ do: 'typing', channel: amir.channel('algemeen') })
  expect(house.discord.hub.channels.has(thread)).toBe(true)
  expect(await amir.wish({ do: 'open', channel: thread })).toMatchObject({ ok: false, code: 50001 })
})

it('a talk with the bot is for one person: its first message opens it, and nobody else hears of it', async () => {
  const { house, enter } = await open()
  const [noor, amir] = [await enter('noor'), await enter('amir')]
  expect(names(noor.house())).not.toContain('Huisbot')
  expect(await noor.wish({ do: 'dm', text: 'hallo bot' })).toMatchObject({ ok: true })
  const { message } = await noor.heard('message')
  expect(message.content).toBe('hallo bot')
  // The window knew of the channel before it heard of what is said there.
  const order = noor.news.map((one) => one.t)
  expect(order.lastIndexOf('house')).toBeLessThan(order.indexOf('message'))
  const dm = channelIn(noor.house(), 'Huisbot')
  expect(dm).toMatchObject({ type: 1, id: message.channel_id, may: { write: true, commands: true } })
  expect(await noor.wish({ do: 'say', channel: dm.id, text: 'nog iets' })).toMatchObject({ ok: true })
  for (const wish of [
    { do: 'open', channel: dm.id },
    { do: 'say', channel: dm.id, text: 'ik ook' },
    { do: 'typing', channel: dm.id },
    { do: 'pins', channel: dm.id },
  ] as const)
    expect(await amir.wish(wish)).toMatchObject({ ok: false, code: 50001 })
  for (const wish of [
    { do: 'react', message: message.id, emoji: '👀' },
    { do: 'edit', message: message.id, text: 'anders' },
    { do: 'delete', message: message.id },
    { do: 'look', message: message.id },
    { do: 'use-on', message: message.id, command: 'Meld dit bericht' },
    { do: 'press', message: message.id, customId: 'x' },
    { do: 'choose', message: message.id, customId: 'x', values: [] as string[] },
  ] as const)
    expect(await amir.wish(wish), wish.do).toMatchObject({ ok: false, code: 10008 })
  expect(amir.frames.join('\n')).not.toMatch(/hallo bot|nog iets/)
  const { content } = house.discord.world.dm('noor').messages()[0] ?? {}
  expect(content).toBe('hallo bot')
})

it('what was said is not told to who may not read what was said before', async () => {
  const { world, enter, admin } = await open()
  await world.member('lotte').says('#muziek', 'van vroeger')
  admin.sets('#muziek', { role: '@everyone' }, { deny: ['ReadMessageHistory'] })
  const noor = await enter('noor')
  const channel = noor.channel('muziek')
  expect(await noor.wish({ do: 'open', channel })).toMatchObject({ messages: [], more: false })
  expect(await noor.wish({ do: 'pins', channel })).toMatchObject({ messages: [] })
  await world.member('lotte').says('#muziek', 'van nu')
  await noor.heard('message', ({ message }) => message.content === 'van nu')
  expect(channelIn(noor.house(), 'muziek').may.react).toBe(false)
  expect(noor.frames.join('\n')).not.toContain('van vroeger')
})

it('a pause shows to who is in it and to who may give one; who is sent away sees nothing of the house any more', async () => {
  const { world, enter, admin } = await open()
  const [milan, noor, owner] = [await enter('milan'), await enter('noor'), await enter('eigenaar')]
  await milan.wish({ do: 'dm', text: 'hallo' })
  admin.timesOut('milan', new Date(Date.now() + 600_000))
  await milan.heard('house', ({ house }) => told(house))
  await owner.heard('house', ({ house }) => told(house))
  expect(channelIn(milan.house(), 'gaming').may).toEqual({
    write: false,
    react: false,
    keep: false,
    commands: false,
  })
  const channel = milan.channel('gaming')
  expect(await milan.wish({ do: 'say', channel, text: 'toch' })).toEqual({
    n: 2,
    ok: false,
    code: 50013,
    why: 'Dat mag je hier niet.',
  })
  expect(noor.frames.some((frame) => frame.includes('timedOutUntil'))).toBe(false)

  admin.kicks('milan')
  await milan.heard('house', ({ house }) => house.members.length === 0)
  expect(names(milan.house())).toEqual(['Huisbot'])
  expect(milan.house().roles).toEqual([])
  expect(await milan.wish({ do: 'say', channel, text: 'nog eens' })).toMatchObject({ ok: false })
  await world.member('noor').says('#gaming', 'hij is weg')
  await noor.heard('message')
  expect(milan.frames.join('\n')).not.toContain('hij is weg')
  // Also who comes back to the page afterwards.
  expect(names((await enter('milan')).house())).toEqual(['Huisbot'])
})

it('commands are those that Discord offers a person, with where, in the language of their app', async () => {
  const { house, world, enter, admin } = await open()
  const { discord } = house
  await asBot(discord, 'PUT', `/applications/${discord.applicationId}/commands`, [
    { name: 'overal', description: 'Everywhere', description_localizations: { nl: 'Overal' } },
    { name: 'huis', description: 'In the house', contexts: [0] },
    { name: 'team', description: 'For the team', default_member_permissions: '8192' },
    {
      name: 'kies',
      description: 'Choose',
      options: [
        {
          type: 1,
          name: 'nu',
          description: 'Now',
          description_localizations: { nl: 'Nu' },
          options: [
            {
              type: 3,
              name: 'wat',
              description: 'What',
              description_localizations: { nl: 'Wat' },
              choices: [{ name: 'first', name_localizations: { nl: 'eerste' }, value: '1' }],
            },
          ],
        },
      ],
    },
    { name: 'Meld dit', type: 3 },
  ])
  const noor = await enter('noor')
  const offered = commandsOf(noor.house())
  expect(Object.keys(offered).sort()).toEqual(['Meld dit', 'huis', 'kies', 'overal'])
  expect(offered['overal']).toMatchObject({ type: 1, description: 'Overal', channels: 'all' })
  expect(offered['Meld dit']).toMatchObject({ type: 3, description: '' })
  expect(offered['kies']?.options).toEqual([
    {
      type: 1,
      name: 'nu',
      description: 'Nu',
      options: [
        {
          type: 3,
          name: 'wat',
          description: 'Wat',
          choices: [{ name: 'eerste', value: '1' }],
        },
      ],
    },
  ])
  expect(commandsOf((await enter('eigenaar')).house())['team']?.channels).toBe('all')

  // In a talk with the bot not every command is offered.
  await noor.wish({ do: 'dm', text: 'hallo' })
  await noor.heard('house', (news) => news.house.channels.some(({ type }) => type === 1))
  const inHouse = commandsOf(noor.house())['huis']?.channels
  expect(inHouse).not.toContain(channelIn(noor.house(), 'Huisbot').id)
  expect(inHouse).toContain(noor.channel('gaming'))

  admin.setsCommand('/overal', [{ for: { channel: '#gaming' }, allowed: false }])
  await noor.heard('house', (news) => commandsOf(news.house)['overal']?.channels !== 'all')
  expect(commandsOf(noor.house())['overal']?.channels).not.toContain(noor.channel('gaming'))
  admin.setsCommand('/kies', [{ for: { member: 'noor' }, allowed: false }])
  // What the server's settings say holds in the server, not in a talk with the bot.
  const dm = channelIn(noor.house(), 'Huisbot').id
  await noor.heard('house', (news) => String(commandsOf(news.house)['kies']?.channels) === dm)
  expect(world.commands()).toHaveLength(5)
})

it('a house that did not change is not sent again, and a message alone does not send it', async () => {
  const { world, enter } = await open()
  const noor = await enter('noor')
  await world.member('lotte').says('#gaming', 'een')
  await noor.heard('message')
  world.admin().renames('lotte', 'Lot')
  await noor.heard('house', ({ house }) => house.members.some(({ displayName }) => displayName === 'Lot'))
  expect(noor.news.filter(({ t }) => t === 'house')).toHaveLength(2)
  // What was said last goes along, so that a window that opens now knows what is unread.
  const last = world.channel('gaming').lastMessage()?.id
  expect(channelIn(noor.house(), 'gaming').lastMessageId).toBe(last)
})
