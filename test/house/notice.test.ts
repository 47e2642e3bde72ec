import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'

const notices = (house: Awaited<ReturnType<typeof openHouse>>) =>
  house.world
    .channel('#welkom')
    .messages()
    .filter((message) => message.authorId === house.discord.botId && message.components.length > 0)

test('the notice stands pinned in its channel as soon as the house opens', async () => {
  const house = await openHouse()
  const [notice] = house.world.channel('#welkom').pins()
  expect(notice?.content).toContain('De bot leest elk bericht in deze kanalen, dag en nacht')
  expect(notice?.content).toMatch(/jac\.be.*102.*106.*1813.*112/s)
  expect(notices(house)).toHaveLength(1)
})

test('after a restart the bot finds its notice again and posts no second one', async () => {
  const house = await openHouse()
  const before = notices(house).map((message) => message.id)
  await house.stop()
  await house.start()
  expect(notices(house).map((message) => message.id)).toEqual(before)
})

test('a bot that lost its database finds its notice among the pins', async () => {
  const house = await openHouse()
  const before = notices(house).map((message) => message.id)
  await house.stop()
  await house.start({ forget: true })
  expect(notices(house).map((message) => message.id)).toEqual(before)
})

test('a notice that somebody deleted comes back, pinned', async () => {
  const house = await openHouse()
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  await house.world.member('eigenaar').deletes(notice)
  await house.world.until(() => house.world.channel('#welkom').pins().length === 1)
  await house.settled()
  expect(notices(house)).toHaveLength(1)
  expect(house.world.channel('#welkom').pins()[0]?.id).not.toBe(notice.id)
})

test('a notice that was deleted while the bot was away comes back at the next start', async () => {
  const house = await openHouse()
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  await house.stop()
  await house.world.member('eigenaar').deletes(notice)
  await house.start()
  expect(house.world.channel('#welkom').pins()).toHaveLength(1)
})

test('"Alles lezen" shows the whole notice to the one who asks, and to nobody else', async () => {
  const house = await openHouse()
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  const reply = await house.world.member('noor').presses(notice, 'Alles lezen')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.words).toContain('Vertellen jullie het aan mijn ouders?')
  expect(reply.message?.words).toContain('Dat noemen we onze meldplicht')
  expect(house.world.messagesSeenBy('milan', '#welkom').map((message) => message.id)).not.toContain(
    reply.message?.id,
  )
})

test('/info opens the notice, the rules of the channel, the hours and the meldplicht', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const hub = await noor.runs('/info', {}, { channel: '#gaming' })
  const rules = await noor.presses(hub, 'Regels')
  expect(rules.message?.words).toContain('Trashtalk over het spel mag')
  const hours = await noor.presses(hub, 'Openingsuren')
  expect(hours.message?.words).toContain('We zijn er nu, tot 18 uur')
  const duty = await noor.presses(hub, 'Wat moeten we doorgeven?')
  expect(duty.message?.words).toContain('Maar jij blijft welkom')
})
