import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'
/** Each says it in words of their own: equal messages become one flag. */
const TAILS = [
  'en uw hond ook',
  'met uw rare schoenen',
  'ga spelen',
  'altijd hetzelfde met u',
  'laat ons gerust',
  'niemand vroeg iets',
  'op een dinsdag nog wel',
  'met uw bal',
  'kijk naar uzelf',
  'wat een flauwe mop',
  'dat was mijn stoel',
  'stop met zingen',
  'ik zag het wel',
  'geef mijn pet terug',
  'en dat is dat',
] as const
const PEOPLE = ['noor', 'ayoub', 'lotte', 'milan', 'yara'] as const

type House = Awaited<ReturnType<typeof openHouse>>

/** Lets time pass, in steps of seconds or minutes, until nothing is left to be done. */
async function allDone(house: House, minutes: number): Promise<void> {
  for (let step = 0; step < 200; step += 1) {
    if ((await house.bot().desk.outbox.pending()) === 0) return
    await house.pass(minutes)
  }
  throw new Error(`${await house.bot().desk.outbox.pending()} things are still to be done`)
}

/** The ids of the messages that the cards link to, one for each card. */
const linked = (house: House, ids: readonly string[]): string[] =>
  house.cards().map((card) => {
    const shown = JSON.stringify(card.components) + card.words
    return ids.find((id) => shown.includes(id)) ?? `none in: ${shown}`
  })

const insultOf = (index: number): string => `${INSULT} ${TAILS[index] ?? ''}`

for (const [seed, minutes, pace] of [
  [1, 0.05, 'seconds, while Discord still knows the nonce'],
  [2, 1.5, 'minutes, after Discord forgot the nonce'],
] as const) {
  test(`with one answer in ten a 5xx and one in twenty lost, every card stands there once, though tried again after ${pace}`, async () => {
    const house = await openHouse()
    const { faults } = house.discord
    faults.rest({ seed, status5xx: 0.1, doneAnd5xx: 0.05, lostAnswers: 0.05 })
    const said: string[] = []
    for (let round = 0; round < 3; round += 1) {
      for (const name of PEOPLE) {
        const message = await house.world.member(name).says('#algemeen', insultOf(said.length))
        said.push(message.id)
      }
      await house.settled()
      await allDone(house, minutes)
    }
    const hit = faults.counted()
    faults.rest()
    await allDone(house, minutes)
    expect(linked(house, said).toSorted()).toEqual(said.toSorted())
    // The figures above are worth something only if the faults came.
    expect(hit.status5xx).toBeGreaterThan(0)
    expect(hit['lost-answer'] + hit['done-and-5xx']).toBeGreaterThan(0)
  })
}

test('when every second answer is lost, every card still stands there once', async () => {
  const house = await openHouse()
  house.discord.faults.rest({
    seed: 3,
    lostAnswers: 0.5,
    routes: (method, path) => method === 'POST' && path === '/channels/{channel}/messages',
  })
  const said: string[] = []
  for (const name of PEOPLE)
    said.push((await house.world.member(name).says('#algemeen', insultOf(said.length))).id)
  await house.settled()
  await allDone(house, 0.05)
  expect(linked(house, said).toSorted()).toEqual(said.toSorted())
  expect(house.discord.faults.counted()['lost-answer']).toBeGreaterThan(0)
})

test('an hour without Discord loses nothing: what was said before it is posted after it, once', async () => {
  const house = await openHouse()
  const { faults } = house.discord
  const first = await house.world.member('milan').says('#algemeen', insultOf(0))
  await house.settled()
  // The connection to the gateway stays in this test; it is REST that is gone for an hour.
  faults.rest({ seed: 4, lostAnswers: 0, status5xx: 1 })
  const second = await house.world.member('yara').says('#algemeen', insultOf(1))
  await house.settled()
  for (let minute = 0; minute < 60; minute += 10) await house.pass(10)
  expect(house.cards()).toHaveLength(1)
  faults.rest()
  await allDone(house, 1)
  expect(linked(house, [first.id, second.id])).toEqual([first.id, second.id])
})

test('a Discord that cannot be reached at all loses nothing either: the bot comes back and hears what it missed', async () => {
  const house = await openHouse()
  const { faults } = house.discord
  const said = [(await house.world.member('milan').says('#algemeen', insultOf(0))).id]
  await house.settled()
  faults.outage(true)
  await house.world.until(() => house.world.bots() === 0)
  said.push((await house.world.member('yara').says('#algemeen', insultOf(1))).id)
  await house.pass(60)
  faults.outage(false)
  // After an hour its session is gone: it starts a new one, and reads what it missed in the history.
  await house.world.until(() => house.cards().length > 1, { within: 15_000, what: 'the bot to catch up' })
  await allDone(house, 1)
  expect(linked(house, said)).toEqual(said)
})

test('a bot whose commands Discord does not take at the start hears and flags all the same, and registers them later', async () => {
  const house = await openHouse()
  await house.stop()
  house.discord.faults.rest({
    seed: 1,
    status5xx: 1,
    routes: (method, path) => method === 'PUT' && path.endsWith('/commands'),
  })
  const before = house.requests.length
  await house.start()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  expect(house.cards()).toHaveLength(1)
  house.discord.faults.rest()
  await house.pass(1)
  await house.pass(1)
  const puts = house.requests
    .slice(before)
    .filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands'))
  // Once it worked it is not done again.
  expect(puts.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(house.log.join('')).toContain('the commands could not be registered yet')
})
