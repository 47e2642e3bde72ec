import { expect, test } from 'vitest'
import { lookBehind } from '../../src/practice/wall/look-behind.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { HOLDS_INSULTS, policyWith } from '../support/policy.ts'

const behind = (house: TestHouse, who: string, message: string) =>
  lookBehind({ bot: house.bot(), discord: house.discord }, { message, seenBy: house.world.member(who).id })

/** A word of the writer that stands in no term. */
const WORD = 'zebrapad'

test('behind a message stands why it is flagged, what was switched off, what waits and what is kept, and none of its words', async () => {
  const house = await openHouse({ policyFolder: await policyWith(HOLDS_INSULTS) })
  const { desk } = house.bot()
  const said = await house.world.member('noor').says('#algemeen', `teringlijer, op dat ${WORD}. ik wil dood`)
  await house.settled()
  const [flag] = await desk.db.flag.findMany()

  const view = await behind(house, 'lotte', said.id)
  expect(view).toMatchObject({
    seenAs: 'young',
    screening: { channel: '#algemeen', policyVersion: desk.policy.version },
    flag: { id: flag?.id, state: 'open, nog van niemand' },
  })
  expect(view.screening?.decision).toContain('zorg om de schrijver')
  expect(view.screening?.follows).toContain('een mens kijkt ernaar')
  const hold = view.screening?.off.find(({ what }) => what.includes('tegengehouden'))
  expect(hold?.why).toContain('zorg om de schrijver')
  expect(view.screening?.rules.every(({ found }) => found.length > 0)).toBe(true)
  // A place in the message, as numbers: the page has the words.
  const places = view.screening?.rules.flatMap(({ found }) =>
    found.map(({ at }) => said.content.slice(at?.start, at?.end)),
  )
  expect(places).toContain('ik wil dood')

  const offer = await desk.db.timer.findFirst({ where: { kind: 'offer' } })
  const waits = view.timers.find(({ due }) => due === offer?.dueAt.toISOString())
  expect(waits?.what).toContain('algemene lijn')
  expect(
    Math.abs((waits?.inSeconds ?? 0) - (Number(offer?.dueAt) - desk.now().getTime()) / 1_000),
  ).toBeLessThan(2)
  expect(view.stored).toContainEqual(
    expect.objectContaining({ table: 'Flag.words', how: 'sealed', goneOn: flag?.deleteAfter.toISOString() }),
  )
  expect(view.outbox).toContainEqual({
    what: 'De kaart in de wachtrij',
    state: expect.stringContaining('staat'),
  })
  expect(JSON.stringify(view)).not.toContain(WORD)

  // Somebody reports it as well: that changes nothing of what others see.
  const form = await house.world.member('ayoub').reports(said)
  await house.world.member('ayoub').submits(form, { reason: 'worried' })
  await house.settled()
  const { flag: life, stored, outbox } = await behind(house, 'lotte', said.id)
  expect({ life, stored, outbox }).toEqual({ life: view.flag, stored: view.stored, outbox: view.outbox })
  const joined = (await behind(house, 'fatima', said.id)).flag?.line.at(-1)
  expect(joined).toEqual({ at: expect.any(String), what: expect.stringContaining('Nog een melding') })
  const audited = await desk.db.auditLine.count()

  // The team sees its level and who did what; looking is no act and leaves nothing.
  const card = house.cards().at(-1)
  if (card === undefined) throw new Error('no card')
  await house.world.member('fatima').presses(card, 'Neem op')
  await house.settled()
  const team = await behind(house, 'jonas', card.id)
  expect(team.flag).toMatchObject({ id: flag?.id, state: 'opgenomen', version: expect.any(Number) })
  expect(team.flag?.level).toBeDefined()
  expect(team.flag?.line.at(-1)).toMatchObject({ what: 'Opgenomen', by: 'Fatima' })
  expect(team.notRead).toContain('bots')
  expect(JSON.stringify(team)).not.toMatch(
    new RegExp(`${WORD}|noor|ayoub|${house.world.member('noor').id}|${house.world.member('ayoub').id}`, 'i'),
  )
  expect(await desk.db.auditLine.count()).toBe(audited + 1)
})

test('a report is behind the message for who made it and for the team, and for nobody else', async () => {
  const house = await openHouse()
  const said = await house.world.member('noor').says('#algemeen', `samen naar het ${WORD}`)
  await house.settled()
  const before = await behind(house, 'lotte', said.id)
  expect(before.flag).toBeUndefined()

  const form = await house.world.member('ayoub').reports(said)
  await house.world.member('ayoub').submits(form, { reason: 'worried', words: 'geheimwoord' })
  await house.settled()
  expect(await house.bot().desk.db.report.count()).toBe(1)

  const strip = ({ timers: _timers, ...view }: Awaited<ReturnType<typeof behind>>) => view
  expect(strip(await behind(house, 'lotte', said.id))).toEqual(strip(before))
  // Nor for its writer, on whose window it would be the first to be looked for.
  expect((await behind(house, 'noor', said.id)).flag).toBeUndefined()
  expect((await behind(house, 'lotte', said.id)).timers.map(({ what }) => what)).toEqual(
    before.timers.map(({ what }) => what),
  )

  const own = await behind(house, 'ayoub', said.id)
  expect(own.flag?.line[0]?.what).toContain('Gemeld')
  expect(own.stored).toContainEqual(expect.objectContaining({ table: 'Report.words', how: 'sealed' }))

  const team = await behind(house, 'fatima', said.id)
  expect(team.flag?.line[0]).toEqual({ at: expect.any(String), what: 'Gemeld door iemand' })
  expect(JSON.stringify(team)).not.toMatch(
    new RegExp(`ayoub|${house.world.member('ayoub').id}|geheimwoord`, 'i'),
  )
})

test('where the bot never reads nothing is screened, and what somebody does not see has nothing behind it', async () => {
  const house = await openHouse()
  const queue = house.policy.house.channels.queue
  const said = await house.world.member('fatima').says(`#${queue}`, 'ik wil dood, zei iemand')
  await house.settled()
  const view = await behind(house, 'fatima', said.id)
  expect(view.screening).toBeUndefined()
  expect(view.notRead).toContain('ploeg')
  await expect(behind(house, 'noor', said.id)).rejects.toThrow(/cannot be seen/)
  await expect(behind(house, 'noor', '1')).rejects.toThrow(/not there/)
})
