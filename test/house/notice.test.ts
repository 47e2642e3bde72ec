import { expect, test } from 'vitest'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

const noticesIn = (house: TestHouse, channel: string) =>
  house.world
    .channel(channel)
    .messages()
    .filter((message) => message.authorId === house.discord.botId && message.components.length > 0)
const notices = (house: TestHouse) => noticesIn(house, '#welkom')
const pinned = (house: TestHouse) => {
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice is pinned')
  return notice
}
const unpin = (house: TestHouse, id: string) =>
  asBot(house.discord, 'DELETE', `/channels/${house.world.channel('#welkom').id}/messages/pins/${id}`)

test('the notice stands pinned in its channel as soon as the house opens', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  expect(notice.content).toContain('De bot leest elk bericht in deze kanalen, dag en nacht')
  expect(notice.content).toMatch(/jac\.be.*102.*106.*1813.*112/s)
  expect(notices(house)).toHaveLength(1)
})

test('the notice calls the bot and the role as Discord does here', async () => {
  const house = await openHouse({
    seed: (seed) => ({ ...seed, bot: { ...seed.bot, name: 'Bolleke' } }),
  })
  expect(pinned(house).content).toMatch(/rol \*\*Jeugdwerker\*\*.*Ik, Bolleke, ben een bot/s)
})

test('after a restart the bot finds its notice again, posts no second one and edits nothing', async () => {
  const house = await openHouse()
  const before = notices(house).map((message) => message.id)
  await house.stop()
  const asked = house.requests.length
  await house.start()
  expect(notices(house).map((message) => message.id)).toEqual(before)
  expect(pinned(house).edited).toBe(false)
  const writes = house.requests.slice(asked).filter(({ method }) => method !== 'GET')
  expect(writes.map(({ path }) => path.replace(/\d+/g, '…'))).toEqual(['/applications/…/commands'])
})

/** Longer than Discord remembers a nonce: what is not doubled after this is not doubled by luck. */
const LONG = 30

test('a bot that lost its database finds its notice among the pins', async () => {
  const house = await openHouse()
  await house.pass(LONG)
  const before = notices(house).map((message) => message.id)
  await house.stop()
  await house.start({ forget: true })
  expect(notices(house).map((message) => message.id)).toEqual(before)
})

test('a bot that lost its database finds its notice also when somebody unpinned it, and pins it again', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await house.pass(LONG)
  await house.stop()
  await unpin(house, notice.id)
  await house.start({ forget: true })
  expect(notices(house).map((message) => message.id)).toEqual([notice.id])
  expect(pinned(house).id).toBe(notice.id)
})

test('an old notice is found behind sixty newer pins, which Discord gives in pages', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await house.pass(LONG)
  await house.stop()
  const channel = house.world.channel('#welkom')
  for (let n = 0; n < 60; n++) {
    const { id } = await house.world.member('sam').says('#welkom', `nr ${n}`)
    await asBot(house.discord, 'PUT', `/channels/${channel.id}/messages/pins/${id}`)
  }
  await house.start({ forget: true })
  expect(notices(house).map((message) => message.id)).toEqual([notice.id])
})

test('a notice that somebody deleted comes back, pinned', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await house.world.member('eigenaar').deletes(notice)
  await house.world.until(() => house.world.channel('#welkom').pins().length === 1)
  await house.settled()
  expect(notices(house)).toHaveLength(1)
  expect(pinned(house).id).not.toBe(notice.id)
})

test('a notice that was deleted while the bot was away comes back at the next start', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await house.stop()
  await house.world.member('eigenaar').deletes(notice)
  await house.start()
  expect(house.world.channel('#welkom').pins()).toHaveLength(1)
  expect(notices(house)).toHaveLength(1)
})

test('a notice that somebody unpinned is pinned again, and is still the same one', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await unpin(house, notice.id)
  await house.world.until(() => house.world.channel('#welkom').pins().length === 1)
  await house.settled()
  expect(notices(house).map((message) => message.id)).toEqual([notice.id])
})

test('a notice that was unpinned while the bot was away is pinned again at the next start', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  await house.stop()
  await unpin(house, notice.id)
  await house.start()
  expect(pinned(house).id).toBe(notice.id)
  expect(notices(house)).toHaveLength(1)
})

test('a second notice, left by a database that was put back, is taken away', async () => {
  const house = await openHouse()
  const first = pinned(house)
  const channel = house.world.channel('#welkom')
  await house.stop()
  const { json } = await asBot(house.discord, 'POST', `/channels/${channel.id}/messages`, {
    content: 'oud',
    components: first.components,
    allowed_mentions: { parse: [] },
  })
  await asBot(house.discord, 'PUT', `/channels/${channel.id}/messages/pins/${(json as { id: string }).id}`)
  expect(notices(house)).toHaveLength(2)
  await house.start()
  expect(notices(house).map((message) => message.id)).toEqual([first.id])
})

test('a change of the policy edits the notice that stands', async () => {
  const house = await openHouse()
  const notice = pinned(house)
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'name: Het Praktijkhuis', 'name: Het Pakhuis')
  await house.stop()
  await house.start({ policyFolder: policy.folder })
  expect(notices(house).map((message) => message.id)).toEqual([notice.id])
  expect(pinned(house).content).toContain('**Het Pakhuis**')
})

test('a notice goes away from a channel that the policy no longer names, and stands in the new one', async () => {
  const house = await openHouse()
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'notice: [welkom]', 'notice: [algemeen]')
  await house.stop()
  await house.start({ policyFolder: policy.folder })
  expect(notices(house)).toEqual([])
  expect(noticesIn(house, '#algemeen')).toHaveLength(1)
  expect(house.world.channel('#algemeen').pins()).toHaveLength(1)
  await house.stop()
  await house.start()
  expect(notices(house)).toHaveLength(1)
  expect(noticesIn(house, '#algemeen')).toEqual([])
})

test('in a channel that is full of pins the notice still stands once, the team is told once, and it is pinned later', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('eigenaar').deletes(pinned(house))
  const channel = house.world.channel('#welkom')
  const filler: string[] = []
  for (let n = 0; n < 250; n++) {
    const { id } = await house.world.member('sam').says('#welkom', `nr ${n}`)
    await asBot(house.discord, 'PUT', `/channels/${channel.id}/messages/pins/${id}`)
    filler.push(id)
  }
  const told = () =>
    house.world
      .channel('#wachtrij')
      .messages()
      .filter((message) => message.content.includes('niet vastgepind'))
  await house.start()
  // People talk on, so that the notice is not among the newest messages any more.
  for (let n = 0; n < 110; n++) await house.world.member('sam').says('#welkom', `later ${n}`)
  await house.pass(LONG)
  await house.pass(LONG)
  expect(notices(house)).toHaveLength(1)
  expect(notices(house)[0]?.pinned).toBe(false)
  expect(told()).toHaveLength(1)
  expect(told()[0]?.content).toContain(`<#${channel.id}>`)
  expect(house.log.join('\n')).toContain('no room for another pin')
  await unpin(house, filler[0] ?? '')
  await house.world.until(() => notices(house)[0]?.pinned === true)
  await house.settled()
  await house.settled()
  expect(notices(house)).toHaveLength(1)
  expect(told()).toEqual([])
})

test('a notice that may not be pinned is never posted twice for that', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('eigenaar').deletes(pinned(house))
  // Every pin is refused for a while, as when Discord has a bad day.
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    until: 3,
    routes: (method, path) => method === 'PUT' && path.includes('pins'),
  })
  await house.start()
  for (let n = 0; n < 6; n++) await house.pass(2)
  expect(notices(house)).toHaveLength(1)
  expect(pinned(house).id).toBe(notices(house)[0]?.id)
})

test('answers of Discord that get lost leave one notice, pinned once', async () => {
  const house = await openHouse()
  await house.stop()
  await house.world.member('eigenaar').deletes(pinned(house))
  house.discord.faults.rest({
    seed: 7,
    lostAnswers: 1,
    until: 4,
    routes: (method, path) => method !== 'GET' && path.startsWith('/channels'),
  })
  await house.start()
  for (let n = 0; n < 8; n++) await house.pass(2)
  expect(notices(house)).toHaveLength(1)
  expect(house.world.channel('#welkom').pins()).toHaveLength(1)
})

test('"Alles lezen" shows the whole notice to the one who asks, and to nobody else', async () => {
  const house = await openHouse()
  const reply = await house.world.member('noor').presses(pinned(house), 'Alles lezen')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.words).toContain('Vertellen jullie het aan mijn ouders?')
  expect(reply.message?.words).toContain('Dat noemen we onze meldplicht')
  expect(reply.message?.words).toContain('In een spraakkanaal luistert de bot niet mee')
  expect(reply.message?.words).toContain('Nagekeken door Mieke Vandevoorbeeld op 16 november 2026.')
  expect(house.world.messagesSeenBy('milan', '#welkom').map((message) => message.id)).not.toContain(
    reply.message?.id,
  )
})

test('who cannot read Dutch opens the notice in another language from the pinned message itself', async () => {
  const house = await openHouse()
  const reply = await house.world.member('noor').presses(pinned(house), 'En français')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.words).toContain('Discord n’est pas privé')
})
