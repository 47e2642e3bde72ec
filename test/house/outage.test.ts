import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const WORDS = [
  'bal',
  'stoel',
  'pet',
  'jas',
  'fiets',
  'tas',
  'bank',
  'deur',
  'lamp',
  'trap',
  'muur',
  'raam',
] as const

const timeouts = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
const toTeam = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    .filter(({ authorId }) => authorId === house.discord.botId)
    .map(({ content }) => content)

test('an hour without Discord: what waits is bounded, Discord is not stormed, and all of it stands there once afterwards', async () => {
  const house = await openHouse()
  const people = ['milan', 'yara', 'ayoub'] as const
  for (const [n, word] of WORDS.entries())
    await house.world.member(people[n % 3] ?? 'milan').says('#algemeen', `${INSULT} met uw ${word}`)
  house.discord.faults.rest({ seed: 7, status5xx: 1 })
  await house.settled()
  const waiting = await house.bot().desk.outbox.pending()
  expect(waiting).toBeGreaterThan(0)
  const asked: number[] = []
  let most = 0
  for (let step = 0; step < 10; step++) {
    const before = house.requests.length
    await house.pass(6)
    asked.push(house.requests.length - before)
    most = Math.max(most, timeouts())
  }
  expect(await house.bot().desk.outbox.pending(), 'nothing piles up').toBeLessThanOrEqual(waiting + 5)
  // Each target is tried about once each time, whatever the hour: far below what Discord allows.
  expect(Math.max(...asked.slice(3))).toBeLessThanOrEqual(3 * waiting + 10)
  expect(timeouts(), 'no timers are left behind').toBeLessThanOrEqual(most)
  expect(most).toBeLessThan(40)
  house.discord.faults.rest()
  for (let minute = 0; minute < 3; minute++) await house.pass(1)
  expect(await house.bot().desk.outbox.pending()).toBe(0)
  expect(house.cards()).toHaveLength(WORDS.length)
})

test('the channel for talks: gone or shut, the team is told once what to mend; given back, it is on again by itself', async () => {
  const house = await openHouse()
  const talks = house.policy.house.channels.talks ?? ''
  const told = (): readonly string[] =>
    toTeam(house, '#wachtrij').filter((words) => words.includes('is uit.'))
  const offered = async (): Promise<boolean> => {
    const noor = house.world.member('noor')
    const answer = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten')
    return JSON.stringify(answer.message?.components).includes('praat:us')
  }
  expect(await offered()).toBe(true)
  expect(told()).toEqual([])
  house.world.admin().deletesChannel(`#${talks}`)
  await house.world.until(() => told().length === 1)
  await house.pass(1)
  await house.pass(10)
  expect(told(), 'once').toHaveLength(1)
  expect(told()[0]).toContain(`Het kanaal #${talks} is er niet`)
  house.world.admin().createsChannel(`#${talks}`)
  await house.world.until(() => !told().some((words) => words.includes('is er niet')))
  // A new channel has the permissions of the server; what is still missing is told in the place of it.
  await house.pass(1)
  const [rest] = told()
  expect(rest === undefined || rest.includes('mist de bot deze rechten')).toBe(true)
})
