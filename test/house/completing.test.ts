import { expect, test, vi } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { codeOf } from '../../src/queue/card.ts'
import { openHouse } from '../support/house.ts'
import { flagOf, flagged, THREAT } from '../support/queue.ts'

test('a code is proposed with its level and kind, and found by any of the three', async () => {
  const { house } = await flagged(THREAT)
  const sam = house.world.member('sam')
  const code = codeOf((await flagOf(house)).id)
  const [only, another] = (await sam.types('/bewaring', 'wat', '')).choices
  expect(only).toEqual({ name: expect.stringMatching(`^${code} · .+ · bedreiging$`), value: code })
  expect(another).toBeUndefined()
  for (const typed of [code.toLowerCase(), 'BEDREIGING'])
    expect((await sam.types('/bewaring', 'wat', typed)).choices, typed).toEqual([only])
  expect((await sam.types('/bewaring', 'wat', 'zebrapad')).choices).toEqual([])
  // It leads where a typed code leads.
  expect((await sam.runs('/bewaring', { wat: code })).kind).toBe('modal')
})

test('who may not use a command is proposed nothing of it', async () => {
  const { house } = await flagged(THREAT)
  for (const who of ['noor', 'fatima'])
    expect((await house.world.member(who).types('/bewaring', 'wat', '')).choices, who).toEqual([])
  expect((await house.world.member('noor').types('/huis vakantie', 'van', '')).choices).toEqual([])
})

test('practice flags are not proposed for keeping', async () => {
  const { house } = await flagged(THREAT)
  await house.bot().desk.db.flag.updateMany({ data: { drill: true } })
  expect((await house.world.member('sam').types('/bewaring', 'wat', '')).choices).toEqual([])
})

test('days are proposed from today on, in words, and found by their weekday or their month', async () => {
  const house = await openHouse({ at: '2026-11-25T14:00:00+01:00' })
  const sam = house.world.member('sam')
  const days = (await sam.types('/huis vakantie', 'van', '')).choices
  expect(days).toHaveLength(25)
  expect(days[0]).toEqual({ name: 'woensdag 25 november 2026', value: '2026-11-25' })
  expect(
    (await sam.types('/huis vakantie', 'tot', 'zondag')).choices.map(({ value }) => value).slice(0, 3),
  ).toEqual(['2026-11-29', '2026-12-06', '2026-12-13'])
  const christmas = (await sam.types('/huis vakantie', 'van', '24 december')).choices
  expect(christmas.map(({ value }) => value)).toEqual(['2026-12-24'])
  await sam.runs('/huis vakantie', { van: '2026-12-24', tot: '2027-01-03' })
  const set = await house.bot().desk.duty.holidays(houseId(house.discord.guildId))
  expect(set.map(({ from }) => from)).toEqual(['2026-12-24'])
})

test('where it fails nothing is proposed, and nothing of it is told to whoever types', async () => {
  const { house } = await flagged(THREAT)
  const { desk } = house.bot()
  vi.spyOn(desk.db.flag, 'findMany').mockImplementationOnce(() => {
    throw new Error('the disk is gone')
  })
  const reply = await house.world.member('sam').types('/bewaring', 'wat', '')
  expect(reply.kind).not.toBe('failed')
  expect(reply.choices).toEqual([])
  expect(house.log.join('')).toContain('could not propose anything')
})
