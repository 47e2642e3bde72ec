import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { acts, cardIn, CRY, decide, flagged, INSULT, makeSafe, withPowers } from '../support/queue.ts'
import { report } from '../support/reports.ts'

/** Milan's message was removed by Fatima. */
async function removed() {
  const { house, ...rest } = await flagged(INSULT)
  await decide(house, 'fatima', 'removed')
  return { house, ...rest, milan: house.world.member('milan') }
}

async function objects(house: TestHouse, who: string, words = '') {
  const member = house.world.member(who)
  const page = await member.runs('/bezwaar')
  const [ref] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(page.message?.components)) ?? []
  if (ref === undefined) return page
  const form = await member.chooses(page, 'Kies een beslissing', ref)
  const reply = await member.submits(form, words === '' ? {} : { words })
  await house.settled()
  return reply
}

test('the writer of a removed message objects, and the flag lies open for somebody else', async () => {
  const { house, milan, fatima, jonas } = await removed()
  const reply = await objects(house, 'milan', 'het was een grap, zebrapad')
  expect(reply.message?.ephemeral).toBe(true)
  expect(reply.message?.content).toContain('Iemand anders kijkt opnieuw')
  expect(cardIn(house).words).toContain('Bezwaar van de schrijver')
  expect(cardIn(house).words).not.toContain('zebrapad')
  const shown = await jonas.presses(cardIn(house), 'Toon')
  expect(shown.message?.words).toContain('het was een grap, zebrapad')
  const row = await house.bot().desk.db.objection.findFirstOrThrow()
  expect(row.words).toMatch(/^h1\./)
  expect(row.authorId).toBe(milan.id)
  expect(await acts(house)).toEqual(['raised', 'closed', 'objected', 'shown'])
  // Who decided does not decide again.
  const refused = await fatima.presses(cardIn(house), 'Neem op')
  expect(refused.message?.ephemeral).toBe(true)
  expect(cardIn(house).words).toContain('Nog van niemand')
})

test('the first decider cannot decide it again in any way, another can', async () => {
  const { house, fatima, jonas } = await removed()
  await objects(house, 'milan')
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  const flagId = flag.id
  const houseId = flag.houseId as Parameters<typeof desk.flags.card>[0]
  const act = (actorId: string, what: Parameters<typeof desk.flags.act>[0]['act']) =>
    desk.flags.act({ house: houseId, flagId, actorId, act: what })
  for (const what of [
    { type: 'claim' },
    { type: 'decide', outcome: 'no-problem' },
    { type: 'decide', outcome: 'removed' },
    { type: 'level', level: 'groen' },
  ] as const)
    expect(await act(fatima.id, what), JSON.stringify(what)).toMatchObject({ ok: false, refusal: 'barred' })
  expect(await act(jonas.id, { type: 'claim' })).toMatchObject({ ok: true })
  expect(await act(jonas.id, { type: 'pass', to: fatima.id })).toMatchObject({ ok: false })
  expect(await act(jonas.id, { type: 'decide', outcome: 'talked' })).toMatchObject({ ok: true })
})

test('escalating does not wait for another decider', async () => {
  const { house, fatima } = await removed()
  await objects(house, 'milan')
  const { desk } = house.bot()
  const { id: flagId, houseId } = await desk.db.flag.findFirstOrThrow()
  const done = await desk.flags.act({
    house: houseId as Parameters<typeof desk.flags.card>[0],
    flagId,
    actorId: fatima.id,
    act: { type: 'decide', outcome: 'passed-on' },
  })
  expect(done).toMatchObject({ ok: true })
})

test('the writer sees that it was received, and then whether the decision changed', async () => {
  const { house, milan } = await removed()
  await objects(house, 'milan')
  const page = async () => (await milan.runs('/bezwaar')).message?.words ?? ''
  expect(await page()).toContain('ontvangen. Iemand anders kijkt opnieuw.')
  await decide(house, 'jonas', 'removed')
  expect(await page()).toContain('De beslissing blijft.')
  expect(await page()).not.toMatch(/jonas|fatima|\d{17}/i)
})

test('what another decided differently is told, but never that something was passed on', async () => {
  const first = await removed()
  await objects(first.house, 'milan')
  await decide(first.house, 'jonas', 'talked')
  expect((await first.milan.runs('/bezwaar')).message?.words).toContain('besliste anders: Gepraat')
  const second = await removed()
  await objects(second.house, 'milan')
  await decide(second.house, 'jonas', 'passed-on')
  const words = (await second.milan.runs('/bezwaar')).message?.words ?? ''
  expect(words).toContain('iemand anders keek opnieuw.')
  expect(words).not.toMatch(/doorgegeven|112 of 101/i)
})

test('an objection is made once for each decision', async () => {
  const { house, milan } = await removed()
  await objects(house, 'milan')
  await decide(house, 'jonas', 'removed')
  const again = await milan.runs('/bezwaar')
  expect(JSON.stringify(again.message?.components)).not.toContain('Kies een beslissing')
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  const object = () =>
    desk.objections.object({
      house: flag.houseId as Parameters<typeof desk.flags.card>[0],
      flagId: flag.id,
      userId: milan.id,
    })
  expect(await object()).toEqual({ ok: false, refusal: 'once' })
})

test('only the writer can object, and only to what was decided against the message', async () => {
  const { house, milan } = await removed()
  expect((await objects(house, 'lotte')).message?.words).toContain(
    'Er is geen beslissing waartegen je nu bezwaar kan maken',
  )
  const { desk } = house.bot()
  const flag = await desk.db.flag.findFirstOrThrow()
  const houseId = flag.houseId as Parameters<typeof desk.flags.card>[0]
  const lotte = house.world.member('lotte').id
  expect(await desk.objections.object({ house: houseId, flagId: flag.id, userId: lotte })).toEqual({
    ok: false,
    refusal: 'not-yours',
  })
  expect(await desk.objections.object({ house: houseId, flagId: 'nothing', userId: milan.id })).toEqual({
    ok: false,
    refusal: 'gone',
  })
  const talked = await flagged(INSULT)
  await decide(talked.house, 'fatima', 'talked')
  expect((await objects(talked.house, 'milan')).message?.words).toContain('Er is geen beslissing')
})

test('somebody who was paused can object', async () => {
  const { house } = await flagged('ik ga u vermoorden', 'milan', { seed: withPowers })
  await makeSafe(house, 'fatima', 'pause-60')
  const flag = await house.bot().desk.db.flag.findFirstOrThrow()
  expect(flag.outcome).toBe('made-safe')
  const objected = await house
    .bot()
    .desk.objections.possible(
      flag.houseId as Parameters<ReturnType<TestHouse['bot']>['desk']['objections']['possible']>[0],
      house.world.member('milan').id,
    )
  expect(objected).toMatchObject([{ outcome: 'made-safe' }])
})

test('a report out of worry accuses nobody: there is no decision to object to, whatever its outcome', async () => {
  const house = await openHouse()
  const message = await house.world.member('milan').says('#algemeen', 'laat maar')
  await report(house, 'lotte', message, 'worried')
  await decide(house, 'fatima', 'referred')
  expect((await objects(house, 'milan')).message?.words).toContain('Er is geen beslissing')
  const cry = await flagged(CRY, 'yara')
  await cry.house.bot().desk.db.flag.updateMany({ data: { state: 'closed', outcome: 'made-safe' } })
  const { id: flagId, houseId } = await cry.house.bot().desk.db.flag.findFirstOrThrow()
  const { objections } = cry.house.bot().desk
  const userId = cry.house.world.member('yara').id
  const input = { house: houseId as Parameters<typeof objections.possible>[0], flagId, userId }
  expect(await objections.object(input)).toEqual({ ok: false, refusal: 'nothing-decided' })
  expect((await objects(cry.house, 'yara')).message?.words).toContain('Er is geen beslissing')
})

test('an objection survives a restart between the page and the form', async () => {
  const { house, milan } = await removed()
  const page = await milan.runs('/bezwaar')
  const [ref = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(page.message?.components)) ?? []
  const form = await milan.chooses(page, 'Kies een beslissing', ref)
  await house.stop()
  await house.start()
  expect((await milan.submits(form, {})).message?.content).toContain('Je bezwaar is ontvangen')
})
