import { expect, test } from 'vitest'
import { openHouse, WEDNESDAY_NIGHT } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const CRY = 'ik wil dood'
const THREAT_IN_GAMES = 'ik maak u kapot'

const saidByBot = (house: Awaited<ReturnType<typeof openHouse>>, channel: string): string[] =>
  house.world
    .channel(channel)
    .messages()
    .filter((message) => message.authorId === house.discord.botId && message.content !== '')
    .map((message) => message.content)

test('a message that breaks a rule becomes one card in the channel of the moderators, with the reason and without the words', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const [card, ...more] = house.cards()
  expect(more).toEqual([])
  expect(card?.words).toContain('groen: pesten of schelden')
  expect(card?.words).toContain('Waarom: Hier scheldt iemand een ander grof uit.')
  expect(card?.words).toContain('Nog van niemand')
  expect(card?.words).not.toContain('kankerlijer')
})

test('a worrying message brings a person, and the channel stays quiet', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  expect(house.cards()[0]?.words).toContain('rood: zorg om de schrijver')
  expect(saidByBot(house, '#algemeen')).toEqual([])
})

test('only when nobody took it within its target time is the general line said, once in the channel and opening', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  await house.world.member('yara').says('#algemeen', CRY)
  await house.settled()
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  const lines = saidByBot(house, '#algemeen')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('/praat')
  expect(lines[0]).not.toMatch(/zelfdoding|Lotte|Yara|<@/)
})

test('when a moderator took it in time, the line is never said', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  await house.world.member('fatima').presses(card, 'Neem op')
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  expect(saidByBot(house, '#algemeen')).toEqual([])
})

test('a closed house flags for later and never reacts to one message', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  await house.pass(240)
  expect(house.cards()).toHaveLength(2)
  expect(saidByBot(house, '#algemeen')).toEqual([])
})

test('the reminder after an insult is one general line in an opening, naming nobody and answering nobody', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.world.member('yara').says('#algemeen', INSULT)
  await house.settled()
  const lines = saidByBot(house, '#algemeen')
  expect(lines).toEqual([expect.stringContaining('Even een herinnering voor iedereen')])
})

test('a message that mixes an insult and a worry gets no reminder: it is a worry as a whole', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', `${INSULT}, ${CRY}`)
  await house.settled()
  expect(house.cards()[0]?.words).toContain('zorg om de schrijver')
  expect(saidByBot(house, '#algemeen')).toEqual([])
})

test('what is ordinary in a game is left alone there, and brought to a person elsewhere', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#gaming', THREAT_IN_GAMES)
  await house.settled()
  expect(house.cards()).toHaveLength(0)
  await house.world.member('milan').says('#algemeen', THREAT_IN_GAMES)
  await house.settled()
  expect(house.cards()).toHaveLength(1)
})

test('the worst sentence is never read in a staff channel, nor from the bot itself', async () => {
  const house = await openHouse()
  await house.world.member('fatima').says('#team', `een jongere schreef: ${CRY}`)
  await house.world.member('sam').says('#wachtrij', CRY)
  await house.settled()
  expect(house.cards()).toHaveLength(0)
  expect(await house.bot().desk.db.flag.count()).toBe(0)
})

test('a channel that not everybody sees and that the policy does not name is never read', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: [...seed.channels, { name: 'klein-groepje', type: 'private', readers: ['Jeugdwerker'] }],
    }),
  })
  await house.world.member('sam').says('#klein-groepje', CRY)
  await house.settled()
  expect(await house.bot().desk.db.flag.count()).toBe(0)
})

test('words that come into a message by an edit are seen too, as the same flag', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const message = await milan.says('#algemeen', 'goeiemiddag allemaal')
  await house.settled()
  await milan.edits(message, INSULT)
  await house.world.until(() => house.cards().length === 1)
  await milan.edits(message, `${INSULT} gij`)
  await house.world.until(() => house.requests.some((request) => request.method === 'PATCH'))
  await house.settled()
  expect(house.cards()).toHaveLength(1)
  expect(await house.bot().desk.db.flag.count()).toBe(1)
})

test('nobody is ever mentioned by what the bot posts', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  const posts = house.requests.filter(
    (request) => request.method === 'POST' && /^\/channels\/\d+\/messages$/.test(request.path),
  )
  expect(posts.length).toBeGreaterThan(3)
  for (const post of posts) expect(post.body).toMatchObject({ allowed_mentions: { parse: [] } })
})
