import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { asks, askedTalk, cardOf, saidByBot, talkOf, threadOf, WORST } from '../support/talks.ts'

test('the worst sentence in a talk is never read: no flag, no line, no word of it anywhere', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const before = saidByBot(house, thread).length
  const said = await house.world.member('noor').says(thread, WORST)
  await house.world.member('noor').edits(said, `${WORST} en Lotte ook`)
  await house.world.member('sam').says(thread, 'vuile kankerhoer')
  await house.settled()
  await house.pass(200)
  const { db } = house.bot().desk
  expect(await db.flag.count()).toBe(0)
  expect(await db.gap.count()).toBe(0)
  expect(await db.channelCursor.findMany({ where: { channelId: thread } })).toEqual([])
  expect(house.cards()).toHaveLength(1)
  expect(saidByBot(house, thread).slice(before).join()).not.toMatch(/praat:|Typ \/praat/)
  expect(house.log.join()).not.toContain('paarsezebrafluit')
  const read = house.requests.filter(
    ({ method, path }) => method === 'GET' && path.includes(`${thread}/messages`),
  )
  expect(read, 'the bot reads nothing back in a talk').toEqual([])
  await house.stop()
  const bytes = readFileSync(house.databaseFile)
  expect(bytes.includes('paarsezebrafluit')).toBe(false)
  expect(bytes.includes('zelfdoding'), 'no subject is stored with a talk').toBe(false)
})

test('a restart in the middle of a talk loses nothing: buttons, clock and card go on', async () => {
  const house = await openHouse()
  const choice = await asks(house)
  await house.stop()
  await house.start()
  await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  await house.settled()
  const thread = await threadOf(house)
  await house.stop()
  await house.start()
  await house.pass(6)
  expect(saidByBot(house, thread).at(-1)).toContain('Er is nog niemand van ons.')
  expect((await house.world.member('sam').presses(cardOf(house), 'Ik kom')).kind).toBe('updated')
  await house.settled()
  expect(house.world.messagesSeenBy('sam', thread)).not.toEqual([])
})

test('killed between making the thread and noting it, the next start finds it again and makes no second', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const { db } = house.bot().desk
  // As it stands on the disk when the bot dies just after Discord answered.
  await db.talk.updateMany({ data: { threadId: null } })
  await db.outboxTarget.updateMany({
    where: { kind: 'talk' },
    data: { doneVersion: 0, attemptedAt: house.bot().desk.now(), nextTry: house.bot().desk.now() },
  })
  await house.stop()
  await house.start()
  await house.settled()
  expect(await threadOf(house)).toBe(thread)
  expect(house.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/threads'))).toHaveLength(
    1,
  )
  expect(saidByBot(house, thread)).toHaveLength(1)
})

test('a card of a talk that somebody deletes comes back', async () => {
  const house = await openHouse()
  await askedTalk(house)
  await house.world.member('eigenaar').deletes(cardOf(house))
  await house.settled()
  await house.world.until(() => house.cards().length === 1)
  expect(cardOf(house).words).toContain('Iemand wil praten')
})

test('killed between posting and noting it, neither a card nor a line of a talk comes twice, soon or later', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const { createdAt } = await talkOf(house)
  // At once Discord itself knows the nonce; an hour later only what stands there tells that it was posted.
  for (const minutes of [0, 60]) {
    await house.pass(minutes)
    const said = saidByBot(house, thread)
    const { db, now } = house.bot().desk
    await db.outboxTarget.updateMany({
      where: { kind: { in: ['talk-card', 'talk-line'] } },
      data: { doneVersion: 0, messageId: null, attemptedAt: createdAt, nextTry: now() },
    })
    await house.stop()
    await house.start()
    await house.settled()
    expect(house.cards()).toHaveLength(1)
    expect(saidByBot(house, thread)).toEqual(said)
    const rows = await house.bot().desk.db.outboxTarget.findMany({ where: { kind: { startsWith: 'talk-' } } })
    expect(rows.every(({ messageId, nextTry }) => messageId !== null && nextTry === null)).toBe(true)
  }
})

test('somebody deleted the thread: the talk is over, nobody is told anything, and its asker can ask again', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().deletesChannel(thread)
  await house.world.until(() => cardOf(house).words.includes('Dit gesprek is er niet meer.'))
  await house.settled()
  expect(await talkOf(house)).toMatchObject({ state: 'gone', closedBy: 'lost', askerId: null, openFor: null })
  expect(await threadOf(house)).toBe('no thread')
  await askedTalk(house)
  expect(await threadOf(house)).not.toBe('no thread')
})

test('a worker who is not wanted any more as a youth worker cannot come with an old card', async () => {
  const house = await openHouse()
  await askedTalk(house)
  house.world.admin().givesRole('sam', 'Moderator')
  house.world.admin().takesRole('sam', 'Jeugdwerker')
  const refused = await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  expect(refused.message?.words).toContain('Dit kan alleen iemand van het team')
  expect((await talkOf(house)).firstWorkerId).toBeNull()
})

test('the asker left the server: the talk is closed and locked, and its day to be deleted is set', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().kicks('noor')
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(await talkOf(house)).toMatchObject({ state: 'closed', closedBy: 'lost', openFor: null })
  const patches = house.requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith(thread))
  expect(patches.map(({ body }) => body)).toEqual([{ archived: false, locked: true }])
  await house.pass(15 * 24 * 60)
  expect(await talkOf(house)).toMatchObject({ state: 'gone', askerId: null, threadId: null })
})

test('a thread that was deleted while the bot was away does not keep its asker from asking again', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.stop()
  house.world.admin().deletesChannel(thread)
  await house.start()
  const again = await askedTalk(house)
  expect(again).not.toBe(thread)
  expect(saidByBot(house, again)[0]).toContain('Dit is je gesprek met ons.')
})

test('somebody can come into a talk that Discord put to rest', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().archives(thread)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(house.world.messagesSeenBy('sam', thread)).not.toEqual([])
})
