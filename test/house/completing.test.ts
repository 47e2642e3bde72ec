import { expect, test, vi } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { codeOf } from '../../src/queue/card.ts'
import { openHouse } from '../support/house.ts'
import { flagged, flagOf, THREAT } from '../support/queue.ts'

/** A line that only says something. */
const says = (name: string) => ({ name, value: '----------' })
const FOR_TEAM = says('Dit commando is voor het team. Typ /info: daar staat wat jij kan doen.')

test('a code is proposed with its level and kind, and found by any of the three', async () => {
  const { house } = await flagged(THREAT)
  const sam = house.world.member('sam')
  const code = codeOf((await flagOf(house)).id)
  const [only, another] = (await sam.types('/bewaring', 'wat', '')).choices
  expect(only).toEqual({ name: expect.stringMatching(`^${code} · .+ · bedreiging$`), value: code })
  expect(another).toBeUndefined()
  for (const typed of [code.toLowerCase(), 'BEDREIGING'])
    expect((await sam.types('/bewaring', 'wat', typed)).choices, typed).toEqual([only])
  // Diacritics are forgiven, and nobody is left in front of an empty list.
  expect((await sam.types('/bewaring', 'wat', 'bèdreiging')).choices).toEqual([only])
  expect((await sam.types('/bewaring', 'wat', 'zebrapad')).choices).toEqual([
    says('Niets gevonden met wat je typte. Maak het korter, of maak het vak leeg.'),
  ])
  // It leads where a typed code leads.
  expect((await sam.runs('/bewaring', { wat: code })).kind).toBe('modal')
})

test('a line that says why nothing is proposed leads, chosen, to what can be typed', async () => {
  const house = await openHouse()
  const sam = house.world.member('sam')
  const [line] = (await sam.types('/bewaring', 'wat', '')).choices
  expect(line).toEqual(says('De wachtrij is leeg. Plak de link van een bericht, of wacht op een melding.'))
  const kept = await sam.runs('/bewaring', { wat: String(line?.value) })
  expect(kept.message?.words).toMatch(/code|link/)
  const [noDay] = (await sam.types('/huis vakantie', 'van', 'ooit')).choices
  expect(noDay?.name).toContain('Geen dag gevonden')
  const holiday = await sam.runs('/huis vakantie', { van: String(noDay?.value) })
  expect(holiday.message?.words).toContain('2026-')
  for (const option of ['van', 'tot'])
    expect((await sam.types('/cijfers', option, '')).choices[0], option).toEqual({
      name: 'woensdag 25 november 2026',
      value: '2026-11-25',
    })
  expect((await sam.types('/cijfers', 'van', '2025-03-01')).choices).toEqual([
    { name: 'zaterdag 1 maart 2025', value: '2025-03-01' },
  ])
})

test('a link that was pasted stays what is sent, and so does the code of a card that changed long ago', async () => {
  const { house } = await flagged(THREAT)
  const sam = house.world.member('sam')
  const { id, channelId, messageId } = await flagOf(house)
  const link = `https://discord.com/channels/${house.discord.guildId}/${channelId}/${messageId}`
  expect((await sam.types('/bewaring', 'wat', link)).choices).toEqual([
    { name: 'Het bericht waar deze link heen gaat', value: link },
  ])
  vi.spyOn(house.bot().desk.db.flag, 'findMany').mockImplementationOnce((() => Promise.resolve([])) as never)
  const code = codeOf(id)
  expect((await sam.types('/bewaring', 'wat', code)).choices).toEqual([{ name: code, value: code }])
})

test('who may not use a command is told so, and is proposed nothing of it', async () => {
  const { house } = await flagged(THREAT)
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  house.world.admin().setsCommand('/bewaring', [{ for: { member: 'noor' }, allowed: true }])
  for (const who of ['noor', 'fatima'])
    expect((await house.world.member(who).types('/bewaring', 'wat', '')).choices, who).toEqual([FOR_TEAM])
  expect((await house.world.member('noor').types('/huis vakantie', 'van', '')).choices).toEqual([FOR_TEAM])
})

test('practice flags are not proposed for keeping', async () => {
  const { house } = await flagged(THREAT)
  await house.bot().desk.db.flag.updateMany({ data: { drill: true } })
  expect((await house.world.member('sam').types('/bewaring', 'wat', '')).choices).toEqual([
    says('De wachtrij is leeg. Plak de link van een bericht, of wacht op een melding.'),
  ])
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

test('where it fails that is said, nothing is proposed, and nothing of it is told to whoever types', async () => {
  const { house } = await flagged(THREAT)
  const { desk } = house.bot()
  vi.spyOn(desk.db.flag, 'findMany').mockImplementationOnce(() => {
    throw new Error('the disk is gone')
  })
  const reply = await house.world.member('sam').types('/bewaring', 'wat', '')
  expect(reply.kind).not.toBe('failed')
  expect(reply.choices).toEqual([
    says('Voorstellen lukt nu niet. Typ het zelf, of probeer het straks opnieuw.'),
  ])
  expect(house.log.join('')).toContain('could not propose anything')
})
