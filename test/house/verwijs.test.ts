import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { CRY, decide, flagged } from '../support/queue.ts'
import { askedTalk, cardOf, saidByBot } from '../support/talks.ts'

const MENU = 'Verwijs door'
const WORDS = 'Dag Noor, groenezonnebloem: kijk eens hier.'

const rowOf = async (house: TestHouse) => house.bot().desk.db.sentLine.findFirst()
const threadOf = async (house: TestHouse): Promise<string> => (await rowOf(house))?.threadId ?? 'no thread'
/** The form in which the worker writes, for this line. */
async function formFor(house: TestHouse, message: MessageHandle, line = 'jac', who = 'sam'): Promise<Reply> {
  const worker = house.world.member(who)
  const start = await worker.usesOn(message, MENU)
  const lines = await worker.chooses(start, 'Kies een onderwerp', 'iets-anders')
  return worker.chooses(lines, 'Kies een lijn', line)
}
async function sent(house: TestHouse, words = WORDS) {
  const message = await house.world.member('noor').says('#algemeen', 'het gaat niet zo goed')
  await house.settled()
  const answer = await house.world.member('sam').submits(await formFor(house, message), { words })
  await house.settled()
  return { message, answer, thread: await threadOf(house) }
}

test('a worker sends a line: a private thread with the writer alone, from whom, the line, its hours, 112, who can read along', async () => {
  const house = await openHouse()
  const { answer, thread } = await sent(house)
  expect(answer.message?.words).toContain('De bot maakt nu een privédraad')
  const made = house.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/threads'))
  expect(made.map((one) => one.body)).toMatchObject([{ type: 12, invitable: false }])
  const said = saidByBot(house, thread)
  expect(said).toHaveLength(1)
  for (const part of [
    `<@${house.world.member('sam').id}> stuurt je dit.`,
    '> Dag Noor, groenezonnebloem',
    '**JAC',
    'Kijk op de site',
    'Bel 112',
    'Niemand ziet of je dit opent.',
    '**Wie kan meelezen?** Jij, en de eigenaar van de server.',
    'Discord is niet privé',
  ])
    expect(said[0]).toContain(part)
  expect(said[0]?.length).toBeLessThanOrEqual(2_000)
  expect(house.world.messagesSeenBy('noor', thread)).not.toEqual([])
  for (const other of ['sam', 'fatima', 'milan'])
    expect(house.world.messagesSeenBy(other, thread), other).toEqual([])
  // No flag, no card, no report: only the count of that line, and that a worker wrote to somebody.
  const { db } = house.bot().desk
  expect([await db.flag.count(), await db.talk.count(), house.cards().length]).toEqual([0, 0, 0])
  expect(await db.dailyCount.findMany({ where: { name: 'praat:jac' } })).toMatchObject([{ count: 1 }])
  expect(await db.auditLine.findMany({ where: { act: 'line-sent' } })).toMatchObject([
    { flagId: null, codes: '{}' },
  ])
})

test('what the worker typed, the subject and the line are forgotten once they stand there; who got it goes with the thread', async () => {
  const house = await openHouse()
  const { thread } = await sent(house)
  expect(await rowOf(house)).toMatchObject({ words: null, lineId: null, state: 'open', threadId: thread })
  const own = async () => (await house.world.member('noor').runs('/mijn-gegevens')).message?.words
  expect(await own()).toContain('Lijnen die iemand van ons je stuurde: 1.')
  await house.pass(15 * 24 * 60)
  expect(await rowOf(house)).toBeNull()
  expect(await own()).not.toContain('Lijnen')
  expect(house.world.channelNames()).not.toContain(thread)
  const noor = house.world.member('noor').id
  const { databaseFile } = house
  await house.stop()
  const bytes = readFileSync(databaseFile)
  for (const gone of ['groenezonnebloem', noor]) expect(bytes.includes(gone), gone).toBe(false)
})

test('in the thread: another language, a way to a person, and who writes where nobody reads is told so once', async () => {
  const house = await openHouse()
  const { thread } = await sent(house)
  const noor = house.world.member('noor')
  const message = house.world
    .channel(thread)
    .messages()
    .find((one) => one.components.length > 0)
  if (message === undefined) throw new Error('nothing was said')
  const english = await noor.presses(message, 'In English')
  expect(english.message?.ephemeral).toBe(true)
  expect(english.message?.words).toContain('sends you this.')
  expect(english.message?.words).toContain('Call 112.')
  const choice = await noor.presses(message, 'Praat met ons')
  expect(choice.message?.ephemeral).toBe(true)
  expect(choice.message?.words).toContain('**Liever met ons**')
  expect(message.components.length).toBeGreaterThan(0)
  await noor.says(thread, 'help mij')
  await noor.says(thread, 'is daar iemand')
  await house.settled()
  const said = saidByBot(house, thread)
  expect(said).toHaveLength(2)
  expect(said[1]).toContain('Hier leest niemand van ons mee.')
  expect(said[1]).toContain('Bel 112')
  // Pressing and writing there leave no trace with the house, and the sender sees none of it.
  expect(await house.bot().desk.db.flag.count()).toBe(0)
  await noor.presses(choice, 'Iemand die er nu is')
  await house.settled()
  expect(await house.bot().desk.db.talk.count()).toBe(1)
})

test('it is not possible on a bot, on the team, on oneself, from a private place; who is no worker is refused', async () => {
  const house = await openHouse()
  const { world } = house
  const sam = world.member('sam')
  const on = async (message: MessageHandle) => (await sam.usesOn(message, MENU)).message?.words
  const notice = world.channel('welkom').messages()[0]
  if (notice === undefined) throw new Error('no notice')
  expect(await on(notice)).toContain('van een bot')
  expect(await on(await world.member('fatima').says('#algemeen', 'dag'))).toContain('van iemand van het team')
  expect(await on(await world.member('eigenaar').says('#algemeen', 'dag'))).toContain(
    'van iemand van het team',
  )
  expect(await on(await sam.says('#algemeen', 'dag'))).toContain('je eigen bericht')
  expect(await on(await world.member('fatima').says('#team', 'dag'))).toContain('kanaal van het team')
  const own = await world.member('noor').says('#algemeen', 'dag')
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  world.admin().setsCommand(MENU, [{ for: { member: 'milan' }, allowed: true }])
  const refused = await world.member('milan').usesOn(own, MENU)
  expect(refused.message?.words).toContain('Dit kan alleen iemand van het team')
  const talk = await askedTalk(house)
  await sam.presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(await on(await world.member('noor').says(talk, 'dag'))).toContain('vanuit een privégesprek')
  const hook = world.admin().createsWebhook('algemeen', 'nieuws')
  await fetch(`${house.discord.api}/v10/webhooks/${hook.id}/${hook.token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ content: 'nieuws', allowed_mentions: { parse: [] } }),
  })
  const news = world.channel('algemeen').messages().at(-1)
  if (news === undefined) throw new Error('no news')
  expect(await on(news)).toContain('van een bot')
  expect(await house.bot().desk.db.sentLine.count()).toBe(0)
})

test('from a card: only after "referred", and then the line goes to the writer of that message', async () => {
  const { house, card } = await flagged(CRY, 'noor')
  const decided = await decide(house, 'fatima', 'referred', { card })
  const start = await house.world.member('fatima').presses(decided, 'Stuur ook een lijn')
  expect(start.message?.words).toContain(`Je stuurt <@${house.world.member('noor').id}> een lijn`)
  const lines = await house.world.member('fatima').chooses(start, 'Kies een onderwerp', 'zelfdoding')
  const form = await house.world.member('fatima').chooses(lines, 'Kies een lijn', 'zelfmoordlijn')
  await house.world.member('fatima').submits(form, { words: '' })
  await house.settled()
  expect(saidByBot(house, await threadOf(house))[0]).toContain('1813')
})

test('who left while the worker wrote: said honestly, the words come back; who leaves a moment later too', async () => {
  const house = await openHouse()
  const { world } = house
  const message = await world.member('noor').says('#algemeen', 'dag')
  const form = await formFor(house, message)
  const gone = world.member('noor').id
  world.admin().kicks('noor')
  const answer = await world.member('sam').submits(form, { words: WORDS })
  expect(answer.message?.words).toContain('is niet meer in het huis')
  expect(answer.message?.words).toContain(WORDS)
  expect(await house.bot().desk.db.sentLine.count()).toBe(0)

  const { desk } = house.bot()
  await desk.sentLines.send({
    house: houseId(house.discord.guildId),
    writerId: gone,
    workerId: world.member('sam').id,
    lineId: 'jac',
    words: WORDS,
    language: 'nl',
    parentChannelId: world.channel('praten-met-ons').id,
    readers: { roleIds: [], peopleIds: [] },
    talks: true,
  })
  await house.settled()
  const thread = await threadOf(house)
  const said = saidByBot(house, thread)
  expect(said).toHaveLength(1)
  expect(said[0]).toContain('Niemand heeft dit gekregen.')
  expect(said[0]).toContain(WORDS)
  expect(world.messagesSeenBy('sam', thread)).not.toEqual([])
  expect(await rowOf(house)).toMatchObject({ state: 'left', words: null })
  await expect(world.member('sam').says(thread, 'oei')).rejects.toThrow(/./)
})

test('at night it is possible too; where there is no place for private talks, that is said at once', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const { thread, message } = await sent(house, '')
  expect(saidByBot(house, thread)[0]).not.toContain('\n> ')
  expect(saidByBot(house, thread)[0]).toContain('**JAC')
  house.world.admin().deletesChannel('praten-met-ons')
  await house.settled()
  const said = await house.world.member('sam').usesOn(message, MENU)
  expect(said.message?.words).toContain('geen kanaal voor privégesprekken')
})

test('killed between an act and its note: one thread, one message, and never words twice', async () => {
  const house = await openHouse()
  const { thread } = await sent(house)
  const { db, now } = house.bot().desk
  const said = saidByBot(house, thread)
  // Noted in the row, not yet in the outbox: the words are gone, and nothing is said anew.
  await db.outboxTarget.updateMany({
    where: { kind: 'sent-line' },
    data: { doneVersion: 0, messageId: null, attemptedAt: now(), nextTry: now() },
  })
  await house.stop()
  await house.start()
  await house.settled()
  expect(saidByBot(house, thread)).toEqual(said)
  // And it is not locked: on Discord nobody can press anything in a locked thread.
  expect(house.requests.some((one) => JSON.stringify(one.body ?? null).includes('"locked":true'))).toBe(false)
  // Not even the thread was noted: it is found again, and what stands in it is known as ours.
  for (const minutes of [0, 5]) {
    await house.pass(minutes)
    const again = house.bot().desk
    await again.db.sentLine.updateMany({ data: { threadId: null, messageId: null, lineId: 'jac' } })
    await again.db.outboxTarget.updateMany({
      where: { kind: 'sent-line' },
      data: {
        doneVersion: 0,
        messageId: null,
        attemptedAt: new Date(again.now().getTime() - minutes * 60_000 - 1_000),
        nextTry: again.now(),
      },
    })
    await house.stop()
    await house.start()
    await house.settled()
    expect(await threadOf(house)).toBe(thread)
    expect(saidByBot(house, thread)).toHaveLength(1)
  }
  const made = house.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/threads'))
  expect(made).toHaveLength(1)
})
