import { expect, test } from 'vitest'
import type { MessageHandle } from '../../src/practice/world.ts'
import { openHouse, type TestHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { ALWAYS, HOLDS_INSULTS, policyWith } from '../support/policy.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const CRY = 'ik wil dood'

const openHolding = async (at?: string): Promise<TestHouse> =>
  openHouse({
    policyFolder: await policyWith(HOLDS_INSULTS, ...(at === undefined ? [] : [ALWAYS])),
    ...(at === undefined ? {} : { at }),
  })

const standing = (house: TestHouse, channel = '#algemeen'): readonly MessageHandle[] =>
  house.world.channel(channel).messages()
const byBot = (house: TestHouse, channel = '#algemeen'): readonly MessageHandle[] =>
  standing(house, channel).filter((message) => message.authorId === house.discord.botId)
const only = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined || list.length !== 1) throw new Error(`${list.length} instead of one`)
  return one
}

async function heldInsult(house: TestHouse, who = 'milan', text = INSULT): Promise<void> {
  await house.world.member(who).says('#algemeen', text)
  await house.settled()
}
/** A moderator decides that it may stand there. */
async function putBack(house: TestHouse): Promise<void> {
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow({ where: { state: { not: 'closed' } } })
  const result = await desk.flags.act({
    house: flag.houseId as never,
    flagId: flag.id,
    actorId: house.world.member('fatima').id,
    act: { type: 'decide', outcome: 'put-back' },
  })
  if (!result.ok) throw new Error(result.refusal)
  await house.settled()
}
const counts = async (house: TestHouse): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await house.bot().desk.db.dailyCount.findMany()).map(({ name, count }) => [name, count] as const),
  )

test('a held message leaves the channel after it was stored, and one line without a name says so', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const line = only(standing(house))
  expect(line.authorId).toBe(house.discord.botId)
  expect(line.content).toBe('Er is een bericht tegengehouden. Was het van jou? Druk hier.')
  expect(house.cards()).toHaveLength(1)
  const flag = await house.bot().desk.db.flag.findFirstOrThrow()
  expect(await house.bot().desk.flags.words(flag.houseId as never, flag.id)).toBe(INSULT)
  expect((await counts(house))['held']).toBe(1)
})

test('the button tells the writer which rule and that a person looks; anybody else hears that it is not theirs', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const other = await house.world.member('yara').presses(only(byBot(house)), 'Kijk')
  expect(other.message?.ephemeral).toBe(true)
  expect(other.message?.content).toBe('Er is geen bericht van jou tegengehouden.')
  const own = await house.world.member('milan').presses(only(byBot(house)), 'Kijk')
  expect(own.message?.ephemeral).toBe(true)
  expect(own.message?.words).toContain('Hier scheldt iemand een ander grof uit.')
  expect(own.message?.words).toContain('Daarom kijkt een mens ernaar.')
  expect(own.message?.words).toContain('/bezwaar')
  expect(own.message?.words).toContain(INSULT)
  await house.settled()
  expect(byBot(house)).toEqual([])
})

test('many messages that are held give one line, not one each', async () => {
  const house = await openHolding()
  for (const [index, who] of ['milan', 'yara', 'noor', 'ayoub'].entries()) {
    await house.world.member(who).says('#algemeen', `${INSULT} ${'abcd'.charAt(index)}`)
  }
  await house.settled()
  expect(byBot(house)).toHaveLength(1)
  expect(standing(house)).toHaveLength(1)
})

test('equal messages of a raid are one flag, and every one of them is held and told to its own writer', async () => {
  const house = await openHolding()
  for (const who of ['milan', 'yara', 'noor']) await house.world.member(who).says('#algemeen', INSULT)
  await house.settled()
  expect(await house.bot().desk.db.flag.count()).toBe(1)
  expect(standing(house).filter(({ content }) => content === INSULT)).toEqual([])
  for (const who of ['milan', 'yara', 'noor']) {
    const answer = await house.world.member(who).runs('tegengehouden')
    expect(answer.message?.words).toContain('Daarom kijkt een mens ernaar.')
  }
})

test('Zet terug gives the text to its writer, who posts it; the same rule does not hold it a second time', async () => {
  const house = await openHolding()
  await heldInsult(house)
  await house.world.member('milan').presses(only(byBot(house)), 'Kijk')
  await house.settled()
  await putBack(house)
  const line = only(byBot(house))
  expect(line.content).toContain('Er is nieuws over een bericht dat tegengehouden werd.')
  const answer = await house.world.member('milan').presses(line, 'Kijk')
  expect(answer.message?.words).toContain('Het mag er staan.')
  expect(answer.message?.words).toContain(INSULT)
  await heldInsult(house)
  expect(standing(house).map(({ content }) => content)).toEqual([INSULT])
  expect(await house.bot().desk.db.flag.count()).toBe(1)
  expect(await counts(house)).toMatchObject({ held: 1, 'put-back': 1 })
  // Once: said again, it is held again.
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.world.until(() => standing(house).filter(({ content }) => content === INSULT).length === 1)
})

test('the writer lets the bot post it: a quote with their name, that only they can take away', async () => {
  const house = await openHolding()
  await heldInsult(house)
  await putBack(house)
  const milan = house.world.member('milan')
  const answer = await milan.presses(only(byBot(house)), 'Kijk')
  await milan.presses(answer, 'Laat de bot het plaatsen')
  await house.settled()
  const quote = only(byBot(house))
  expect(quote.content).toBe('**Milan** schreef:')
  expect(quote.words).toContain(INSULT)
  const other = await house.world.member('yara').presses(quote, 'Haal weg (alleen wie het schreef)')
  expect(other.message?.content).toContain('Dit kan alleen wie het bericht schreef.')
  await house.settled()
  expect(byBot(house)).toHaveLength(1)
  await milan.presses(quote, 'Haal weg (alleen wie het schreef)')
  await house.settled()
  expect(byBot(house)).toEqual([])
  expect(
    house.requests.some(
      ({ method, path }) =>
        method === 'POST' && /webhooks\/\d+\/[^/]+$/.test(path) && !path.includes('@original'),
    ),
  ).toBe(false)
})

test('somebody else can neither post nor take away a held message, also not by its id', async () => {
  const house = await openHolding()
  await heldInsult(house)
  await putBack(house)
  const { messageId } = await house.bot().desk.db.heldMessage.findFirstOrThrow()
  const own = { house: house.discord.guildId as never, messageId, authorId: house.world.member('yara').id }
  expect(await house.bot().desk.holding.letBotPost(own)).toBe(false)
  expect(await house.bot().desk.holding.withdraw(own)).toBe(false)
  const elsewhere = { ...own, house: '1' as never, authorId: house.world.member('milan').id }
  expect(await house.bot().desk.holding.letBotPost(elsewhere)).toBe(false)
})

test('a cry for help in an insult is neither held nor reminded: it stays, and brings a person', async () => {
  const house = await openHolding()
  await heldInsult(house, 'lotte', `${INSULT}, ${CRY}`)
  expect(only(standing(house)).content).toBe(`${INSULT}, ${CRY}`)
  expect(house.cards()[0]?.words).toContain('zorg om de schrijver')
})

test('a message with an attachment is never held, because it could not be put back', async () => {
  const house = await openHolding()
  await house.world
    .member('milan')
    .says('#algemeen', INSULT, { files: [{ name: 'a.png', size: 10, type: 'image/png' }] })
  await house.settled()
  expect(standing(house).map(({ content }) => content)).toContain(INSULT)
  expect(house.cards()).toHaveLength(1)
})

test('a closed house holds nothing unless its policy says so', async () => {
  const closed = await openHouse({ policyFolder: await policyWith(HOLDS_INSULTS), at: WEDNESDAY_NIGHT })
  await heldInsult(closed)
  expect(standing(closed).map(({ content }) => content)).toEqual([INSULT])
  const always = await openHolding(WEDNESDAY_NIGHT)
  await heldInsult(always)
  const answer = await always.world.member('milan').presses(only(byBot(always)), 'Kijk')
  expect(answer.message?.words).toContain('Nu is er niemand van ons. We zijn er weer')
})

test('what was said while the bot was away is flagged, never held', async () => {
  const house = await openHolding()
  await house.world.member('yara').says('#algemeen', 'dag allemaal')
  await house.settled()
  await house.stop()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.start()
  await house.settled()
  expect(standing(house).map(({ content }) => content)).toContain(INSULT)
  expect(house.cards()).toHaveLength(1)
})

test('where the bot may not take messages out, it flags and holds nothing', async () => {
  const house = await openHouse({
    policyFolder: await policyWith(HOLDS_INSULTS),
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'algemeen'
          ? { ...channel, overwrites: [{ role: '@bot', deny: ['ManageMessages'] }] }
          : channel,
      ),
    }),
  })
  await heldInsult(house)
  expect(standing(house).map(({ content }) => content)).toContain(INSULT)
  expect(house.cards()).toHaveLength(1)
  expect(await house.bot().desk.db.heldMessage.count()).toBe(0)
})

test('a moderator puts it back from its card, which says that it is held until then', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const card = only(house.cards())
  expect(card.words).toContain('Dit bericht is tegengehouden tot iemand beslist.')
  const fatima = house.world.member('fatima')
  const options = await fatima.presses(card, 'Beslis')
  // Green is one click: no form, and no reason asked.
  await fatima.chooses(options, 'Kies een uitkomst', 'put-back')
  await house.settled()
  expect(only(byBot(house)).content).toContain('Er is nieuws')
  const answer = await house.world.member('milan').presses(only(byBot(house)), 'Kijk')
  expect(answer.message?.words).toContain('Het mag er staan.')
})

test('a decision that is undone takes the quote away again, and the message waits for a person as before', async () => {
  const house = await openHolding()
  await heldInsult(house)
  await putBack(house)
  const milan = house.world.member('milan')
  await milan.presses(await milan.runs('tegengehouden'), 'Laat de bot het plaatsen')
  await house.settled()
  expect(only(byBot(house)).content).toBe('**Milan** schreef:')
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  const result = await desk.flags.act({
    house: flag.houseId as never,
    flagId: flag.id,
    actorId: house.world.member('fatima').id,
    act: { type: 'undo' },
  })
  expect(result.ok).toBe(true)
  await house.settled()
  expect(byBot(house).filter(({ content }) => content.includes('schreef:'))).toEqual([])
  const answer = await milan.runs('tegengehouden')
  expect(answer.message?.words).toContain('Daarom kijkt een mens ernaar.')
  expect((await counts(house))['put-back']).toBe(0)
})

test('no card, log or line holds the words of a held message', async () => {
  const house = await openHolding()
  await heldInsult(house, 'milan', `${INSULT} paarsezebrafluit`)
  await house.world.member('milan').presses(only(byBot(house)), 'Kijk')
  await house.settled()
  expect(house.log.join('\n')).not.toContain('paarsezebrafluit')
  expect(house.world.transcript('#wachtrij')).not.toContain('paarsezebrafluit')
  const rows = JSON.stringify([
    await house.bot().desk.db.outboxTarget.findMany(),
    await house.bot().desk.db.heldMessage.findMany(),
    await house.bot().desk.db.auditLine.findMany(),
  ])
  expect(rows).not.toContain('paarsezebrafluit')
})

test('killed between taking out and writing that down, the message is out once and counted once', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const { db, outbox } = house.bot().desk
  // As a kill leaves it: Discord did it, no row says so.
  await db.heldMessage.updateMany({ data: { state: 'holding' } })
  await db.dailyCount.deleteMany({ where: { name: 'held' } })
  await db.outboxTarget.updateMany({
    where: { kind: 'hold' },
    data: { doneVersion: 0, nextTry: new Date(0) },
  })
  outbox.announce()
  await house.settled()
  expect(await db.heldMessage.findMany({ select: { state: true } })).toEqual([{ state: 'held' }])
  expect((await counts(house))['held']).toBe(1)
  expect(byBot(house)).toHaveLength(1)
  // And once more, as a worker does whose lease was over.
  const { messageId } = await db.heldMessage.findFirstOrThrow()
  await house.bot().desk.holding.takenOut({ house: house.discord.guildId as never, messageId })
  expect((await counts(house))['held']).toBe(1)
})

test('killed between posting a quote and writing that down, there is one quote', async () => {
  const house = await openHolding()
  await heldInsult(house)
  await putBack(house)
  const milan = house.world.member('milan')
  await milan.presses(await milan.runs('tegengehouden'), 'Laat de bot het plaatsen')
  await house.settled()
  const { db, outbox } = house.bot().desk
  const at = (await db.outboxTarget.findFirstOrThrow({ where: { kind: 'put-back' } })).createdAt
  await db.outboxTarget.updateMany({
    where: { kind: 'put-back' },
    data: { doneVersion: 0, messageId: null, attemptedAt: at, nextTry: new Date(0) },
  })
  outbox.announce()
  await house.settled()
  expect(byBot(house).filter(({ content }) => content.includes('schreef:'))).toHaveLength(1)
})

test('a message that a person decided about before it was taken out stays where it is', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  const held = await desk.db.heldMessage.findFirstOrThrow()
  await desk.db.heldMessage.updateMany({ data: { state: 'holding' } })
  await desk.flags.act({
    house: flag.houseId as never,
    flagId: flag.id,
    actorId: house.world.member('fatima').id,
    act: { type: 'decide', outcome: 'talked' },
  })
  expect(await desk.holding.stillToTakeOut({ house: flag.houseId as never, messageId: held.messageId })).toBe(
    undefined,
  )
})

test('a message that was kept out: the writer hears that a person looked, and how to object', async () => {
  const house = await openHolding()
  await heldInsult(house)
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  await desk.flags.act({
    house: flag.houseId as never,
    flagId: flag.id,
    actorId: house.world.member('fatima').id,
    act: { type: 'decide', outcome: 'talked' },
  })
  await house.settled()
  const answer = await house.world.member('milan').presses(only(byBot(house)), 'Kijk')
  expect(answer.message?.words).toContain('Het blijft weg.')
  expect(answer.message?.words).toContain('/bezwaar')
  // And the writer can: it opens again, and another person decides.
  const milanId = house.world.member('milan').id
  const objections = desk.objections
  expect(await objections.possible(flag.houseId as never, milanId)).toMatchObject([{ outcome: 'removed' }])
  const object = { house: flag.houseId as never, flagId: flag.id }
  expect(await objections.object({ ...object, userId: house.world.member('yara').id })).toMatchObject({
    refusal: 'not-yours',
  })
  expect(await objections.object({ ...object, userId: milanId })).toMatchObject({ ok: true })
  await house.settled()
  expect((await desk.holding.ofWriter(flag.houseId as never, milanId))[0]?.standing).toBe('waiting')
})
