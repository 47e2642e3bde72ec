import { expect, test } from 'vitest'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { acts, cardIn, decide, flagOf, makeSafe } from '../support/queue.ts'

const start = async (house: TestHouse, ids: readonly string[], who = 'sam'): Promise<Reply> => {
  const page = await house.world.member(who).runs('oefening', {}, { channel: '#team' })
  const names = ids.map((id) => house.policy.drills.cases.find((one) => one.id === id)?.name ?? id)
  const done = await house.world.member(who).chooses(page, 'Kies wat het team oefent', names)
  await house.settled()
  return done
}
const wordsOf = (reply: Reply): string =>
  [reply.message?.words ?? '', reply.modal?.title ?? '', ...reply.followups.map(({ words }) => words)].join(
    '\n',
  )
const drillCards = (house: TestHouse): readonly MessageHandle[] =>
  house.cards().filter(({ deleted, embeds }) => !deleted && embeds[0]?.title?.startsWith('OEFENING'))

test('a drill works as a real one, says so in every answer, and never reaches anybody', async () => {
  const house = await openHouse()
  const started = await start(house, ['niemand-antwoordt'])
  expect(started.message?.words).toContain('Er staat 1 oefening klaar')
  const [card] = drillCards(house)
  expect(card?.embeds[0]?.title).toContain('OEFENING')
  const fatima = house.world.member('fatima')
  const said: string[] = []
  const press = async (button: string): Promise<Reply> => {
    const reply = await fatima.presses(cardIn(house), button)
    said.push(wordsOf(reply))
    await house.settled()
    return reply
  }

  const shown = await press('Toon: pesten of schelden')
  expect(shown.message?.words).toContain('vandaag antwoordt niemand op Robbe')
  await press('Neem op')
  await press('Geef vrij')
  const level = await press('Niveau')
  const acute = await fatima.chooses(level, 'Verander het niveau', 'acuut')
  said.push(wordsOf(acute))
  expect(acute.message?.words).toContain('Een oefening wordt nooit acuut.')
  await press('Geef door')
  const options = await press('Beslis')
  for (const button of ['Vragen die helpen', 'Hoe begin je?', 'Wie kan je bellen?']) {
    const reply = await fatima.presses(options, button).catch(() => undefined)
    if (reply !== undefined) said.push(wordsOf(reply))
  }
  const paused = await makeSafe(house, 'fatima', 'pause-60')
  said.push(wordsOf(paused))
  expect(paused.message?.words).toContain('Dit is een oefening, er gebeurde niets.')
  const removed = await decide(house, 'fatima', 'removed')
  said.push(wordsOf(removed))
  expect(removed.message?.words).toContain('Dit is een oefening, er gebeurde niets.')
  expect(await flagOf(house)).toMatchObject({ state: 'open', outcome: null, measure: null, drill: true })
  said.push(wordsOf(await decide(house, 'fatima', 'talked')))
  expect(await flagOf(house)).toMatchObject({ state: 'closed', outcome: 'talked' })
  await press('Maak ongedaan')
  expect(await flagOf(house)).toMatchObject({ state: 'claimed', outcome: null })
  const list = await fatima.runs('wachtrij', {}, { channel: '#team' })
  said.push(list.message?.embeds[0]?.description ?? '')
  said.push(wordsOf(await decide(house, 'fatima', 'passed-on')))
  const report = await press('Maak een verslag')
  said.push(wordsOf(await fatima.presses(report, 'Alleen wat doorgegeven is')))
  expect(said.filter((words) => !words.includes('OEFENING'))).toEqual([])
  expect(said.length).toBeGreaterThan(14)

  // Written down as practice, with every line marked.
  expect(await acts(house)).toEqual(
    expect.arrayContaining(['drill-began', 'raised', 'shown', 'claimed', 'practised', 'closed', 'undone']),
  )
  const lines = await house.bot().desk.db.auditLine.findMany({ where: { flagId: { not: null } } })
  expect(lines.filter(({ codes }) => !codes.includes('"drill":"yes"'))).toEqual([])
})

test('a drill is in no figure and in no ladder, and goes by itself, or by the button', async () => {
  const house = await openHouse()
  await start(house, ['laat-maar', 'bushalte', 'gratis-skins'])
  expect(drillCards(house).length).toBe(3)
  const { db } = house.bot().desk
  expect([await db.flagClock.count(), await db.flagRound.count()]).toEqual([0, 0])
  // Red, and long past its half an hour, past the back-up and the responsible.
  await house.pass(150)
  expect(await db.outboxTarget.count({ where: { kind: { in: ['reminder', 'line', 'summary'] } } })).toBe(0)
  const figures = await house.world.member('fatima').runs('cijfers', {}, { channel: '#team' })
  expect(figures.message?.words).toContain('In deze tijd kwam er geen melding binnen.')

  await house.pass(22 * 60)
  expect(await db.flag.count()).toBe(0)
  expect(drillCards(house)).toEqual([])
  expect(await db.flagNote.count()).toBe(0)
  await house.pass(15)
  expect(await db.outboxTarget.count({ where: { kind: 'card' } })).toBe(0)

  await start(house, ['verloren-spel'])
  const page = await house.world.member('sam').runs('oefening', {}, { channel: '#team' })
  expect(page.message?.words).toContain('Nu in de wachtrij: 1 oefening.')
  const cleared = await house.world.member('sam').presses(page, 'Ruim de oefeningen op')
  await house.settled()
  expect(cleared.message?.words).toContain('1 oefening is weg')
  expect(await db.flag.count()).toBe(0)
  expect(drillCards(house)).toEqual([])
  const refused = await house.world.member('jonas').runs('oefening', {}, { channel: '#team' })
  expect(refused.message?.words).toBe(house.bot().desk.texts().t('error.not-allowed'))
})
