import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import type { RaiseInput } from '../../src/queue/flags.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { acts, cardIn, CRY, decide, flagOf, flagged, INSULT } from '../support/queue.ts'

const queue = (house: TestHouse) => house.world.channel('#wachtrij').messages()

test('many equal messages within minutes, from many people, are one flag with a count', async () => {
  const house = await openHouse()
  const people = ['milan', 'ayoub', 'yara', 'noor']
  for (let n = 0; n < 30; n += 1) {
    await house.world
      .member(people[n % people.length] ?? 'milan')
      .says(n % 2 === 0 ? '#algemeen' : '#muziek', INSULT)
  }
  await house.settled()
  expect(house.cards()).toHaveLength(1)
  expect(cardIn(house).words).toContain('30 keer hetzelfde bericht')
  expect(await house.bot().desk.db.flag.count()).toBe(1)
  expect(await house.bot().desk.db.flagMessage.count()).toBe(29)
  // Every message is counted in the audit, and Toon says where they stand.
  expect((await acts(house)).filter((act) => act === 'counted')).toHaveLength(29)
  const shown = await house.world.member('fatima').presses(cardIn(house), 'Toon')
  expect(shown.message?.words).toContain('Hetzelfde staat of stond ook hier')
})

test('removing a raid removes every message of it', async () => {
  const house = await openHouse()
  const said = []
  for (const who of ['milan', 'ayoub', 'yara'])
    said.push(await house.world.member(who).says('#algemeen', INSULT))
  await house.settled()
  await decide(house, 'fatima', 'removed')
  expect(said.map((message) => message.deleted)).toEqual([true, true, true])
})

test('two people who cry for help in the same words are two people', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('yara').says('#algemeen', CRY)
  await house.settled()
  expect(house.cards()).toHaveLength(2)
})

test('the same words long after are a flag of their own, and so are those after a closing', async () => {
  const { house } = await flagged(INSULT)
  await house.pass(11)
  await house.world.member('ayoub').says('#algemeen', INSULT)
  await house.settled()
  expect(house.cards()).toHaveLength(2)
  await decide(house, 'fatima', 'talked')
  await decide(house, 'fatima', 'talked', { card: house.cards()[1] ?? cardIn(house) })
  await house.world.member('noor').says('#algemeen', INSULT)
  await house.settled()
  expect(house.cards()).toHaveLength(3)
})

test('a counted message that somebody edits into a cry for help, or reports out of worry, gets a flag of its own', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  const second = await house.world.member('lotte').says('#algemeen', INSULT)
  const third = await house.world.member('yara').says('#algemeen', INSULT)
  await house.settled()
  expect(cardIn(house).words).toContain('3 keer hetzelfde bericht')
  await house.world.member('lotte').edits(second, CRY)
  await house.settled()
  const noor = house.world.member('noor')
  await noor.submits(await noor.reports(third), { reason: 'worried', words: '' })
  await house.settled()
  expect(house.cards()).toHaveLength(3)
  expect(house.cards()[0]?.words).not.toContain('keer hetzelfde')
  expect(house.cards()[1]?.words).toContain(`Geschreven door: <@${house.world.member('lotte').id}>`)
  expect(house.cards()[2]?.words).toContain(`Geschreven door: <@${house.world.member('yara').id}>`)
  expect(await house.bot().desk.db.flagMessage.count()).toBe(0)
})

test('a report of a counted message is one more report of its flag, never a second flag', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  const second = await house.world.member('ayoub').says('#algemeen', INSULT)
  await house.settled()
  const lotte = house.world.member('lotte')
  await lotte.submits(await lotte.reports(second), { reason: 'bullying', words: '' })
  await house.settled()
  expect(house.cards()).toHaveLength(1)
  expect(cardIn(house).words).toContain('1 persoon meldde dit')
})

/** Discord takes a second to say that it cannot post: so long as that, what is flagged stands in line. */
const away = ({ discord }: TestHouse): void =>
  discord.faults.rest({
    seed: 1,
    status5xx: 1,
    latencyMs: [1_000, 1_000],
    routes: (method) => method === 'POST',
  })

/** Flags that were stored while Discord could not be reached. */
async function flood(house: TestHouse, count: number, level: RaiseInput['level'], from = 0): Promise<void> {
  const { desk } = house.bot()
  for (let n = from; n < from + count; n += 1) {
    await desk.flags.raise({
      house: houseId(house.discord.guildId),
      subjectKey: `message:8${String(n).padStart(17, '0')}`,
      channelId: house.world.channel('#algemeen').id,
      messageId: `8${String(n).padStart(17, '0')}`,
      authorId: house.world.member('milan').id,
      source: 'automod',
      kind: 'harm',
      category: 'threat',
      level,
      findings: [],
      words: `bericht ${n}`,
      policyVersion: 'p',
      seenLate: false,
      keepUntil: new Date('2027-01-20T00:00:00Z'),
      queueChannelId: house.world.channel('#wachtrij').id,
    })
  }
}

test('more than twenty cards that could not be posted become one digest, but acute ones keep their card', async () => {
  const house = await openHouse()
  away(house)
  await flood(house, 40, 'geel')
  await flood(house, 3, 'acuut', 100)
  house.discord.faults.rest()
  // What was refused last is tried again a second later.
  await house.settled()
  await house.pass(3)
  const messages = queue(house)
  const digest = messages.filter(({ words }) => words.includes('nieuwe berichten in de wachtrij'))
  expect(digest).toHaveLength(1)
  const cards = house.cards().filter(({ id }) => id !== digest[0]?.id)
  expect(cards.filter(({ words }) => words.includes('acuut'))).toHaveLength(3)
  // What was begun before the flood was seen is finished as a card.
  expect(cards.length).toBeLessThan(3 + 20)
  const counted = Number(/(\d+) nieuwe berichten/.exec(digest[0]?.words ?? '')?.[1])
  expect(counted + cards.length).toBe(43)
})

test('the digest opens the list, counts down, gives a card to what somebody takes, and goes when nothing waits', async () => {
  const house = await openHouse()
  away(house)
  await flood(house, 30, 'geel')
  house.discord.faults.rest()
  // What was refused last is tried again a second later.
  await house.settled()
  await house.pass(3)
  const { desk } = house.bot()
  const digest = queue(house).find(({ words }) => words.includes('nieuwe berichten in de wachtrij'))
  if (digest === undefined) throw new Error('no digest')
  const fatima = house.world.member('fatima')
  expect((await fatima.presses(digest, 'Toon de wachtrij')).message?.words).toContain('30 berichten')
  const keys = await desk.outbox.digested(houseId(house.discord.guildId), house.world.channel('#wachtrij').id)
  const before = house.cards().length
  const act = (key: string, what: 'claim' | 'talked') =>
    desk.flags.act({
      house: houseId(house.discord.guildId),
      flagId: key.slice(5),
      actorId: fatima.id,
      act: what === 'claim' ? { type: 'claim' } : { type: 'decide', outcome: 'talked' },
    })
  await act(keys[0] ?? '', 'claim')
  await house.settled()
  expect(house.cards()).toHaveLength(before + 1)
  expect(digest.words).toContain(`${keys.length - 1} nieuwe berichten`)
  for (const key of keys.slice(1)) await act(key, 'talked')
  await house.settled()
  expect(digest.deleted).toBe(true)
  expect(house.cards()).toHaveLength(before)
})

test('the channel of the queue is deleted: the queue goes on in /wachtrij, the team is told, and a new channel gets the cards', async () => {
  const { house, fatima } = await flagged(INSULT)
  house.world.admin().deletesChannel('#wachtrij')
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.pass(1)
  const told = house.world.channel('#team').messages()
  expect(told).toHaveLength(1)
  expect(told[0]?.content).toContain('Het kanaal wachtrij staat in policies/house.yaml, maar bestaat niet')
  expect(told[0]?.content).toContain('De wachtrij werkt verder met /wachtrij.')
  expect(house.log.join('')).toContain('the queue goes on with /wachtrij')
  const list = await fatima.runs('/wachtrij', {}, { channel: '#team' })
  expect(list.message?.words).toContain('Met /wachtrij werk je gewoon verder')
  expect(list.message?.words).toContain('2 berichten')
  const flag = await house.bot().desk.db.flag.findFirstOrThrow({ where: { kind: 'worry' } })
  const card = await fatima.chooses(list, 'Open een kaart', flag.id)
  await fatima.presses(card, 'Neem op')
  expect((await house.bot().desk.db.flag.findFirstOrThrow({ where: { id: flag.id } })).ownerId).toBe(
    fatima.id,
  )

  house.world.admin().createsChannel('#wachtrij')
  await house.pass(1)
  await house.pass(1)
  expect(house.cards()).toHaveLength(2)
  expect(
    house
      .cards()
      .map(({ words }) => words)
      .join(),
  ).toContain(`Opgenomen door <@${fatima.id}>`)
  expect(house.world.channel('#team').messages()).toHaveLength(0)
  // What comes now stands there as well.
  await house.world.member('ayoub').says('#algemeen', `${INSULT} nog eens`)
  await house.settled()
  expect(house.cards()).toHaveLength(3)
})

test('a press that was answered with the card is not sent again by the outbox', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const edits = () =>
    house.requests.filter(({ method, path }) => method === 'PATCH' && path.includes(card.id)).length
  await fatima.presses(card, 'Neem op')
  await house.settled()
  await house.pass(1)
  expect(edits()).toBe(0)
  expect(card.words).toContain('Opgenomen door')
  const target = await house
    .bot()
    .desk.outbox.target(houseId(house.discord.guildId), `card:${(await flagOf(house)).id}`)
  expect(target).toMatchObject({ desiredVersion: 2, doneVersion: 2 })
})

test('when the answer to a press is lost, the outbox sends the card all the same', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  house.discord.faults.rest({ seed: 1, status5xx: 1, routes: (_method, path) => path.includes('callback') })
  await fatima.presses(card, 'Neem op').catch(() => undefined)
  house.discord.faults.rest()
  await house.settled()
  await house.pass(1)
  expect(card.words).toContain('Opgenomen door')
})
