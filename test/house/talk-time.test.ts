import { expect, test } from 'vitest'
import { openHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { asks, askedTalk, cardOf, closes, opening, saidByBot, talkOf } from '../support/talks.ts'

test('who waits too long hears in the talk that nobody is there yet, and who is there now', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const before = saidByBot(house, thread).length
  await house.pass(4)
  expect(saidByBot(house, thread)).toHaveLength(before)
  await house.pass(2)
  const said = saidByBot(house, thread)
  expect(said).toHaveLength(before + 1)
  expect(said.at(-1)).toMatch(/Er is nog niemand van ons\..*106.*112/s)
  expect(cardOf(house).words).toContain('Wacht al langer dan 5 minuten.')
  await house.pass(30)
  expect(saidByBot(house, thread)).toHaveLength(before + 1)
})

test('nobody hears that they wait once somebody came', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  await house.pass(10)
  expect(saidByBot(house, thread).join()).not.toContain('Er is nog niemand')
})

test('when the house closes the talk says so, with who is there then, and the clock begins again at the next opening', async () => {
  const house = await openHouse({ at: '2026-11-25T20:28:00Z' }) // 21.28 h; the house closes at 21.30 h
  const thread = await askedTalk(house)
  await house.pass(6)
  const said = saidByBot(house, thread)
  expect(said.at(-1)).toMatch(/We sluiten nu\..*morgen om 16 uur.*106.*112/s)
  expect(said.join()).not.toContain('Er is nog niemand')
  await house.pass(18 * 60 + 30) // 16.04 h the next day
  expect(saidByBot(house, thread)).toHaveLength(said.length)
  await house.pass(5)
  expect(saidByBot(house, thread).at(-1)).toContain('Er is nog niemand van ons.')
  await house.pass(5 * 60)
  expect(saidByBot(house, thread).at(-1)).toContain('We sluiten nu.')
})

test('at night nobody can ask for a talk and wait in vain: it says when, and who is there now', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const choice = await asks(house)
  const words = choice.message?.words ?? ''
  expect(words).toContain('Nu is er niemand van ons. We zijn er weer vandaag om 13.30 uur.')
  expect(words).toContain('106')
  expect(JSON.stringify(choice.message?.components)).not.toContain('praat:ask')
  expect(house.cards()).toEqual([])
})

test('a button from before closing time asks for nothing after it', async () => {
  const house = await openHouse({ at: '2026-11-25T20:28:00Z' })
  const choice = await asks(house)
  await house.pass(10)
  const late = await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  expect(late.message?.words).toContain('Nu is er niemand van ons.')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
})

test('a worker closes a talk with a day; on that day a card comes that somebody ticks off', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const menu = await closes(house, 'sam', opening(house, thread))
  expect(menu.message?.words).toContain('Wanneer vraagt iemand van ons hoe het gaat?')
  const done = await house.world.member('sam').chooses(menu, 'Kies een dag', 'Over 3 dagen')
  expect(done.message?.words).toContain('Genoteerd.')
  await house.settled()
  expect(saidByBot(house, thread).at(-1)).toContain('Dit gesprek is afgesloten.')
  await expect(house.world.member('noor').says(thread, 'nog iets')).rejects.toThrow(/locked|160005/i)
  expect(cardOf(house).words).toContain('Vraag hoe het gaat:')

  await house.pass(2 * 24 * 60)
  expect(house.cards()).toHaveLength(1)
  await house.pass(24 * 60 + 60)
  expect(house.cards()).toHaveLength(2)
  const follow = cardOf(house)
  expect(follow.words).toContain('Vraag hoe het gaat')
  expect(follow.words).not.toContain(house.world.member('noor').id)
  const ticked = await house.world.member('sam').presses(follow, 'Gedaan')
  expect(ticked.kind).toBe('updated')
  await house.settled()
  expect(cardOf(house).words).toContain('Er is gevraagd hoe het gaat')
  expect((await talkOf(house)).followUpDoneById).toBe(house.world.member('sam').id)
})

test('a young person may stop at any moment; then the team is asked for a day on the card', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const sure = await closes(house, 'noor', opening(house, thread))
  expect(sure.message?.words).toContain('Wil je stoppen?')
  const done = await house.world.member('noor').presses(sure, 'Ja, sluit af')
  expect(done.message?.words).toBe('Het gesprek is afgesloten.')
  await house.settled()
  expect(cardOf(house).words).toContain('Kies wanneer iemand vraagt hoe het gaat.')
  const planned = await house.world.member('sam').chooses(cardOf(house), 'Kies een dag', 'Morgen')
  expect(planned.kind).toBe('updated')
  await house.pass(27 * 60)
  expect(cardOf(house).words).toContain('Er was een gesprek')
})

test('a talk that nobody came to and that is stopped leaves a card that says it is no longer needed', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world
    .member('noor')
    .presses(await closes(house, 'noor', opening(house, thread)), 'Ja, sluit af')
  await house.settled()
  expect(cardOf(house).words).toContain('Niet meer nodig')
  await expect(house.world.member('sam').presses(cardOf(house), 'Ik kom')).rejects.toThrow('switched off')
  await house.pass(20)
  expect(saidByBot(house, thread).join()).not.toContain('Er is nog niemand')
})

test('after its days the thread is deleted and who asked is forgotten; who came is forgotten a year later', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor').id
  const sam = house.world.member('sam').id
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const menu = await closes(house, 'sam', opening(house, thread))
  await house.world.member('sam').chooses(menu, 'Kies een dag', 'none')
  await house.settled()
  await house.pass(13 * 24 * 60)
  expect((await talkOf(house)).askerId).toBe(noor)
  await house.pass(25 * 60)
  expect(await talkOf(house)).toMatchObject({
    state: 'gone',
    askerId: null,
    threadId: null,
    firstWorkerId: sam,
  })
  expect(() => house.world.channel(thread)).toThrow('There is no channel')
  expect(JSON.stringify(await house.bot().desk.db.outboxTarget.findMany())).not.toContain(noor)
  expect(JSON.stringify(await house.bot().desk.db.timer.findMany())).not.toContain(noor)
  await house.pass(366 * 24 * 60)
  expect(await talkOf(house)).toMatchObject({ firstWorkerId: null, followUpDoneById: null })
})

test('a talk that nobody closes is not told every evening that the house closes, and is closed after its days', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const closings = () => saidByBot(house, thread).filter((words) => words.includes('We sluiten nu.'))
  for (let hour = 0; hour < 9; hour += 1) await house.pass(60)
  for (let day = 0; day < 10; day += 1) await house.pass(24 * 60)
  expect(closings()).toHaveLength(2) // at 18 h and 21.30 h of the day on which it was asked
  for (let day = 0; day < 6; day += 1) await house.pass(24 * 60)
  expect(await talkOf(house)).toMatchObject({ state: 'closed', closedBy: 'time', openFor: null })
  expect(cardOf(house).words).toContain('Kies wanneer iemand vraagt hoe het gaat.')
})
