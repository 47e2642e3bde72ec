import { expect, test } from 'vitest'
import type { TestHouse } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { decide } from '../support/queue.ts'
import { accepts, directMessages, houseWithContact, matters, report } from '../support/reports.ts'

/** From now on Discord does what it is asked, once, and nobody hears that it did. */
const loseAnswers = (house: TestHouse): void =>
  house.discord.faults.rest({
    seed: 7,
    lostAnswers: 1,
    until: 1,
    routes: (method, path) => method === 'POST' && path === '/channels/{channel}/messages',
  })

/** Lets the bot try again, at once and after the time in which Discord knows a nonce. */
async function tryAgain(house: TestHouse): Promise<void> {
  for (const minutes of [1, 5, 31]) {
    await house.pass(minutes)
    await house.settled()
  }
}

async function asked() {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'zo gaat dat dus')
  const { reply } = await report(house, 'lotte', message, 'bullying')
  await house.world.member('lotte').presses(reply, 'Laat me weten als het klaar is')
  await decide(house, 'fatima', 'talked')
  return house
}

test('news whose answer was lost is told once', async () => {
  const house = await asked()
  loseAnswers(house)
  await house.pass(2)
  await tryAgain(house)
  expect(house.discord.faults.counted()['lost-answer']).toBe(1)
  expect(directMessages(house, 'lotte')).toHaveLength(1)
})

test('news is told once by a bot that was killed between telling and noting it', async () => {
  const house = await asked()
  loseAnswers(house)
  await house.pass(2)
  await house.stop()
  await house.start()
  await tryAgain(house)
  expect(directMessages(house, 'lotte')).toHaveLength(1)
})

test('a matter of the team has one direct message, whatever is lost', async () => {
  for (const restarts of [false, true]) {
    const house = await houseWithContact()
    await accepts(house)
    loseAnswers(house)
    await report(house, 'lotte', await house.world.member('jonas').says('#algemeen', 'kom eens'), 'grooming')
    if (restarts) {
      await house.stop()
      await house.start()
    }
    await tryAgain(house)
    expect(house.discord.faults.counted()['lost-answer']).toBe(1)
    expect(matters(house)).toHaveLength(1)
  }
})

test('a note about data has one card, whatever is lost', async () => {
  const house = await openHouse()
  const milan = house.world.member('milan')
  const form = await milan.presses(await milan.runs('/mijn-gegevens'), 'Verbeter iets')
  loseAnswers(house)
  await milan.submits(form, { words: 'dat klopt niet' })
  await tryAgain(house)
  expect(house.discord.faults.counted()['lost-answer']).toBe(1)
  expect(house.cards()).toHaveLength(1)
})
