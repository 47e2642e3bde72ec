import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'
import { begin, openEmpty, setUp } from '../support/set-up.ts'

const status = async (house: TestHouse, name: string): Promise<string> => {
  const reply = await house.world.member(name).runs('/huis status', {}, { channel: '#babbel' })
  expect(reply.message?.ephemeral).toBe(true)
  return reply.message?.words ?? ''
}
const marked = (said: string, mark: string): readonly string[] =>
  said.split('\n').filter((line) => line.startsWith(mark))

test('on an empty server it says what is missing and where to begin, to who manages the server and to nobody else', async () => {
  const house = await openEmpty()
  const said = await status(house, 'ann')
  const faults = marked(said, '❌').join('\n')
  expect(faults).toContain('Melden en “Liever met ons” staan uit tot dit in orde is.')
  expect(faults).toContain('Er is geen kanaal voor de wachtrij: #wachtrij. Kies het in')
  expect(faults).toContain('De rol Jeugdwerker is er niet.')
  expect(marked(said, '⚠️').join('\n')).toContain('Dit komt nog uit het voorbeeld: vzw Het Praktijkhuis')
  expect(said).toContain('Alles komt uit de map met afspraken.')
  expect(await status(house, 'noor')).toContain('Dit kan alleen iemand van het team.')
})

test('in a house that is set up it says where each setting comes from, who said yes, how many read, and what is still open', async () => {
  const house = await openEmpty()
  const { world } = house
  await setUp(house)
  expect(marked(await status(house, 'bert'), '⚠️').join('\n')).toContain('zei nog geen ja')
  const consent = await world.member('karim').runs('/integriteit', {}, { channel: '#babbel' })
  await world.member('karim').presses(consent, { customId: 'integriteit:accept:nl' })
  const [notice] = world.channel('#hallo').messages()
  if (notice === undefined) throw new Error('no notice')
  for (const name of ['noor', 'dries']) await world.member(name).presses(notice, 'Ik heb dit gelezen')
  const way = await begin(house, 'bert')
  await way.next('organisation')
  const said = await status(house, 'bert')
  expect(marked(said, '❌')).toEqual([])
  const well = marked(said, '✅').join('\n')
  expect(well).toContain('Alles staat goed.')
  expect(well).toContain('De bot leest niets zelf')
  expect(well).toContain('De integriteitspersoon zei ja: meldingen over het team gaan naar Karim.')
  expect(well).toContain('2 personen lazen deze versie van de mededeling.')
  expect(well).not.toMatch(/noor|dries/i)
  expect(well).toMatch(/Ingesteld op Discord: .*Rollen.*\. De rest komt uit de map/)
  expect(marked(said, '⚠️').join('\n')).toContain('Er staat een opzet klaar die niet bevestigd is (stap 2).')

  // What somebody takes away is seen at once.
  world.admin().sets('#hallo', { role: 'Huisbot' }, { deny: ['PinMessages'] })
  world.admin().deletesChannel('#wachtrij')
  await world.until(() => house.log.join('').includes('reporting and'))
  const after = marked(await status(house, 'bert'), '❌').join('\n')
  expect(after).toContain('Er is geen kanaal voor de wachtrij')
  expect(after).toContain('In #hallo mist de bot: **Berichten vastzetten**.')
})

test('help lines that nobody checked for long are named there too', async () => {
  const house = await openHouse({ at: '2027-11-24T13:00:00Z' })
  const reply = await house.world.member('sam').runs('/huis status', {}, { channel: '#team' })
  expect(reply.message?.words).toMatch(/⚠️ .*hulplijnen zijn al lang niet nagekeken/)
})

test('a new house tells where to begin: in /info for who may, and in the channel that Discord keeps for moderators', async () => {
  const house = await openEmpty()
  const { world } = house
  const info = await world.member('ann').runs('/info', {}, { channel: '#babbel' })
  expect(info.message?.words).toMatch(/Typ \*\*.*huis opzet.*stap voor stap/)
  expect(info.message?.words).toContain('Melden en “Liever met ons” zijn hier uit')
  const others = await world.member('bert').runs('/info', {}, { channel: '#babbel' })
  expect(others.message?.words).not.toContain('huis opzet')
  // Nobody reads of it in a channel of everybody.
  for (const name of world.channelNames()) expect(world.channel(name).messages(), name).toEqual([])
})
