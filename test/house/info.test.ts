import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'

type House = Awaited<ReturnType<typeof openHouse>>

const open = (house: House, who = 'noor', channel = '#gaming') =>
  house.world.member(who).runs('/info', {}, { channel })

test('/info opens the notice, the rules of the channel, the hours and the meldplicht, each with a way back', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  let hub = await open(house)
  const sections = [
    ['Wie leest mee?', 'Vertellen jullie het aan mijn ouders?'],
    ['Regels', 'Trashtalk over het spel mag'],
    ['Openingsuren', 'We zijn er nu, tot 18 uur'],
    ['Wat moeten we doorgeven?', 'Maar jij blijft welkom'],
  ] as const
  for (const [button, says] of sections) {
    const page = await noor.presses(hub, button)
    expect(page.kind, button).toBe('updated')
    expect(page.message?.words, button).toContain(says)
    hub = await noor.presses(page, 'Terug')
    expect(hub.message?.words, button).toContain('Wat wil je weten?')
  }
})

test.each([
  ['/regels', 'Trashtalk over het spel mag'],
  ['/openingsuren', 'We zijn er nu, tot 18 uur'],
  ['/meldplicht', 'Maar jij blijft welkom'],
])('%s opens its section at once, for the asker alone, and leads into the hub', async (command, says) => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const page = await noor.runs(command, {}, { channel: '#gaming' })
  expect(page.message?.ephemeral).toBe(true)
  expect(page.message?.words).toContain(says)
  const hub = await noor.presses(page, 'Terug')
  expect((await noor.presses(hub, 'Regels')).message?.words).toContain('Trashtalk over het spel mag')
})

test('the hub leads to one’s own data and reports, and those doors open', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (const door of ['Mijn gegevens', 'Mijn meldingen']) {
    const behind = await noor.presses(await open(house), door)
    expect(behind.message?.ephemeral, door).toBe(true)
    expect(behind.message?.words, door).not.toContain('Deze knop werkt niet meer')
  }
})

test('every command that a text names is one that the bot offers', async () => {
  const house = await openHouse()
  const offered = new Set(house.world.commands().map((command) => command.name))
  const noor = house.world.member('noor')
  const read: string[] = []
  let page = await noor.presses(await open(house), 'Wie leest mee?')
  read.push(page.message?.words ?? '')
  for (const language of ['In English', 'En français', 'In het Nederlands']) {
    page = await noor.presses(page, language)
    read.push(page.message?.words ?? '')
  }
  const named = read.join('\n').match(/(?<![\w/.])\/[a-z]+(?:-[a-z]+)*/g) ?? []
  expect(new Set(named.map((name) => name.slice(1))).size).toBeGreaterThan(1)
  for (const name of named) expect(offered, name).toContain(name.slice(1))
})

test('a thread has the rules of its channel', async () => {
  const house = await openHouse()
  const thread = house.discord.world.channel('#gaming')
  const token = { authorization: `Bot ${house.discord.token}`, 'content-type': 'application/json' }
  const made = await fetch(`${house.discord.api}/v10/channels/${thread.id}/threads`, {
    method: 'POST',
    headers: token,
    body: JSON.stringify({ name: 'minecraft', type: 11 }),
  })
  expect(made.status).toBe(201)
  const page = await house.world.member('noor').runs('/regels', {}, { channel: '#minecraft' })
  expect(page.message?.words).toContain('Trashtalk over het spel mag')
  expect(page.message?.words).toContain('Afspraken in gaming')
})

test('a channel that the policy does not name has the rules of the house, under its own name', async () => {
  const house = await openHouse({
    seed: (seed) => ({ ...seed, channels: [...seed.channels, { name: 'tuin' }] }),
  })
  const page = await house.world.member('noor').runs('/regels', {}, { channel: '#tuin' })
  expect(page.message?.words).toContain('Afspraken in tuin')
  expect(page.message?.words).toContain('Wees goed voor elkaar')
})

test('the meldplicht in plain words holds the sentence that the organisation signed, and who checked it', async () => {
  const house = await openHouse()
  const page = await house.world.member('noor').runs('/meldplicht')
  expect(page.message?.words).toContain('Dat noemen we onze meldplicht.')
  expect(page.message?.words).toContain('Nagekeken door Mieke Vandevoorbeeld op 16 november 2026.')
})

test('what somebody reads in the hub is seen by nobody else, and the channel hears nothing', async () => {
  const house = await openHouse()
  const page = await house.world.member('noor').presses(await open(house), 'Regels')
  expect(page.message?.ephemeral).toBe(true)
  const others = house.world.messagesSeenBy('milan', '#gaming').map((message) => message.id)
  expect(others).not.toContain(page.message?.id)
  expect(house.world.channel('#gaming').messages()).toHaveLength(0)
})

test('for whoever looks after the house the hub tells what the bot did by itself, in each language; for nobody else', async () => {
  const house = await openHouse()
  const { desk } = house.bot()
  const { id } = await desk.db.house.findFirstOrThrow()
  const days = (count: number): Date => new Date(desk.now().getTime() - count * 86_400_000)
  await desk.counts.add(id as never, 'held', days(0), 30)
  await desk.counts.add(id as never, 'put-back', days(2), 20)
  await desk.counts.add(id as never, 'blocked', days(29), 12)
  await desk.counts.add(id as never, 'held', days(40), 1_000)
  const sam = house.world.member('sam')
  const hub = await open(house, 'sam')
  expect(hub.message?.words).toContain(
    'De laatste 30 dagen: Automatische maatregelen tegen personen: 0. Berichten die een regel of filter tegenhield: 42. Daarvan teruggezet: 20.',
  )
  expect(hub.message?.words).toContain('Alles wat in jullie afspraken staat, is er op deze server.')
  expect((await sam.presses(hub, 'In English')).message?.words).toContain('The last 30 days:')
  for (const other of ['noor', 'fatima'])
    expect((await open(house, other)).message?.words, other).not.toContain('Voor het team')
})
