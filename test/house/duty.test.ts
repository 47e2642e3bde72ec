import { expect, test } from 'vitest'
import { policyWithTeam, readable, until, withTeam } from '../support/duty.ts'
import { openHouse, type TestHouse, WEDNESDAY_AFTERNOON } from '../support/house.ts'
import { policyWith } from '../support/policy.ts'
import { CRY } from '../support/queue.ts'

const flagIn = (house: TestHouse) => house.bot().desk.db.flag.findFirstOrThrow()
const firstCard = (house: TestHouse) => {
  const [card] = house.cards()
  if (card === undefined) throw new Error('no card')
  return card
}
const inQueue = (house: TestHouse): readonly string[] =>
  house.world
    .channel('#wachtrij')
    .messages()
    .filter(({ embeds, content }) => embeds.length === 0 && content !== '')
    .map(({ content }) => readable(house, content))

test('whoever loses the role or the server keeps nothing, without a member intent: asked now and then, and seen at each press', async () => {
  const house = await openHouse({ duty: ['jonas', 'fatima'] })
  const { world } = house
  await world.member('milan').says('#algemeen', CRY)
  await house.settled()
  await world.member('jonas').presses(firstCard(house), 'Neem op')
  await house.settled()
  expect(await flagIn(house)).toMatchObject({ state: 'claimed', ownerId: world.member('jonas').id })

  // His role is gone: the next press of his, whatever it is, shows it.
  world.admin().takesRole('jonas', 'Moderator')
  await world.member('jonas').runs('/openingsuren')
  await house.settled()
  expect(await flagIn(house)).toMatchObject({ state: 'open', ownerId: null })

  // Fatima is put out of the server and presses nothing any more: the bot asks.
  await world.member('fatima').presses(firstCard(house), 'Neem op')
  await house.settled()
  world.admin().kicks('fatima')
  await house.pass(10)
  expect(await flagIn(house)).toMatchObject({ state: 'open', ownerId: null })
  const shifts = await house.bot().desk.db.dutyShift.findMany()
  expect(shifts.map(({ endedBy, openFor }) => [endedBy, openFor])).toEqual([
    ['left', null],
    ['left', null],
  ])
  // Somebody of another role cannot begin.
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  world.admin().setsCommand('/dienst', [{ for: { member: 'noor' }, allowed: true }])
  const refused = await world.member('noor').runs('/dienst')
  expect(refused.message?.words).toBe('Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.')
})

test('a reminder of which the answer is lost stands there once and pings once, and goes when somebody takes the flag', async () => {
  const policyFolder = await policyWithTeam(WEDNESDAY_AFTERNOON)
  const house = await openHouse({ policyFolder, seed: withTeam })
  await house.world.member('milan').says('#algemeen', CRY)
  await house.settled()
  house.discord.faults.rest({
    seed: 7,
    doneAnd5xx: 1,
    routes: (method, path) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path),
  })
  await house.pass(31)
  house.discord.faults.rest()
  await house.pass(2)
  await house.pass(2)
  const level = (await flagIn(house)).level
  expect(inQueue(house).map((line) => line.split('sinds')[0])).toEqual([
    `@sam: een melding (${level}) wacht `,
  ])
  const pinged = house.requests.filter(
    ({ method, body }) => method === 'POST' && JSON.stringify(body).includes('"users":["'),
  )
  expect(new Set(pinged.map(({ body }) => (body as { nonce?: string }).nonce)).size).toBe(1)
  await house.world.member('sam').presses(firstCard(house), 'Neem op')
  await house.settled()
  expect(inQueue(house)).toEqual([])
})

test('the general line waits for the clock of the flag: nobody there, nothing is said; from when somebody is there, its whole time', async () => {
  const house = await openHouse({ duty: [] })
  const { world, policy } = house
  await world.member('milan').says('#algemeen', CRY)
  await house.settled()
  const { level } = await flagIn(house)
  const minutes = policy.house.targetMinutes[level as keyof typeof policy.house.targetMinutes]
  const offers = (): number =>
    world
      .channel('#algemeen')
      .messages()
      .filter(({ content }) => content.startsWith('Wil je met iemand praten?')).length
  await house.pass(5)
  await world.member('sam').presses(await world.member('sam').runs('/dienst'), 'Begin mijn dienst')
  await house.settled()
  await house.pass(minutes - 3)
  expect(offers()).toBe(0)
  await house.pass(4)
  expect(offers()).toBe(1)
})

test('/openingsuren says whether somebody is there, and who only where the house tells it', async () => {
  const house = await openHouse({ duty: [] })
  expect(await hours(house)).toContain('Het is een openingsuur, maar er is nu niemand van ons.')
  expect(await hours(house)).toContain('Vandaag: 13.30 tot 18 uur en 19 tot 21.30 uur.')
  await house.bot().desk.duty.begin((await flaggedHouse(house)).id, house.world.member('sam').id)
  const open = await hours(house)
  expect(open).toContain('We zijn er nu, tot 18 uur.')
  expect(open).not.toContain(house.world.member('sam').id)
  const telling = await policyWith({ file: 'house.yaml', from: 'tellWho: false', to: 'tellWho: true' })
  await house.stop()
  await house.start({ policyFolder: telling })
  expect(readable(house, await hours(house))).toContain('Nu hier: @sam.')
})

const hours = async (house: TestHouse): Promise<string> =>
  (await house.world.member('noor').runs('/openingsuren')).message?.words ?? ''

const flaggedHouse = async (house: TestHouse) => {
  const row = await house.bot().desk.db.house.findFirstOrThrow()
  return { id: row.id as Parameters<ReturnType<TestHouse['bot']>['desk']['duty']['begin']>[0] }
}

test('/huis sluiten: only the responsible, in two steps; the notice says it, and after the last day nothing is taken in', async () => {
  const policyFolder = await policyWithTeam(WEDNESDAY_AFTERNOON)
  const house = await openHouse({ policyFolder, seed: withTeam })
  const { world } = house
  const notice = (): string => world.channel('#welkom').pins()[0]?.content ?? ''
  const said = async (who: string, dag: string) => world.member(who).runs('/huis sluiten', { dag })
  expect((await said('sam', '2026-11-27')).message?.content).toContain('Dat kan alleen de verantwoordelijke')
  expect((await said('mieke', '2026-11-01')).message?.content).toContain('Schrijf een datum')

  const sure = await said('mieke', '2026-11-27')
  expect(sure.message?.content).toContain('De laatste dag wordt 27 november 2026.')
  const form = await world.member('mieke').presses(sure, 'Ja, verder')
  const wrong = await world.member('mieke').submits(form, { name: 'Een ander huis' })
  expect(wrong.message?.content).toContain('Er is niets veranderd.')
  const again = await world.member('mieke').presses(await said('mieke', '2026-11-27'), 'Ja, verder')
  await world.member('mieke').submits(again, { name: 'het praktijkhuis' })
  await house.settled()
  expect(notice()).toMatch(/^Dit digitaal jeugdhuis stopt\. De laatste dag is 27 november 2026\./)

  // Friday night is kept to its end; on Saturday nobody is there any more, and the bot reads nothing.
  await until(house, '2026-11-28T09:00:00Z')
  await house.settled()
  expect(notice()).toMatch(/^Dit digitaal jeugdhuis is gestopt op 27 november 2026\./)
  const before = await house.bot().desk.db.flag.count()
  await world.member('milan').says('#algemeen', CRY)
  await house.settled()
  expect(await house.bot().desk.db.flag.count()).toBe(before)
  const report = await world.member('noor').runs('/meld')
  expect(report.message?.content).toContain('Dit digitaal jeugdhuis is gestopt.')
  expect(report.message?.content).toMatch(/106|1813/)
  expect((await said('mieke', '2026-12-01')).message?.content).toContain('Dat kan niet meer terug.')
})
