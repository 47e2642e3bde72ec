import { expect, test } from 'vitest'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { policyWith } from '../support/policy.ts'
import { CRY, INSULT } from '../support/queue.ts'

const without =
  (channel: string) =>
  (seed: GuildSeed): GuildSeed => ({
    ...seed,
    channels: seed.channels.filter(({ name }) => name !== channel),
  })
const other = (name: string): string => (name === 'Moderator' ? 'Mods' : name)
/** The same people, with the role of the moderators called otherwise. */
const renamed = (seed: GuildSeed): GuildSeed => {
  return {
    ...seed,
    roles: (seed.roles ?? []).map((role) => ({ ...role, name: other(role.name) })),
    members: seed.members.map((member) => ({ ...member, roles: (member.roles ?? []).map(other) })),
    channels: seed.channels.map((channel) => ({
      ...channel,
      ...(channel.readers === undefined ? {} : { readers: channel.readers.map(other) }),
    })),
  }
}
const silent = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  channels: seed.channels.map((channel) =>
    channel.name === 'wachtrij'
      ? { ...channel, overwrites: [{ role: '@bot', deny: ['SendMessages', 'EmbedLinks'] }] }
      : channel,
  ),
})

/** What a young person hears who wants to report, by the menu and by the command, or to talk with the team. */
async function asks(house: TestHouse): Promise<readonly { words: string; form: boolean }[]> {
  const noor = house.world.member('noor')
  const said = await house.world.member('milan').says('#gaming', 'goed gespeeld')
  const menu = await noor.usesOn(said, 'Meld dit bericht')
  const meld = await noor.runs('/meld', {}, { channel: '#gaming' })
  const praat = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten')
  return [menu, meld, praat].map(({ message, modal }) => ({
    words: `${message?.words ?? ''} ${JSON.stringify(message?.components ?? [])}`,
    form: modal !== undefined,
  }))
}
const isOff = async (house: TestHouse): Promise<void> => {
  const [menu, meld, praat] = await asks(house)
  for (const said of [menu, meld]) {
    expect(said?.form).toBe(false)
    expect(said?.words).toContain('Melden kan hier nog niet')
    expect(said?.words).toContain('Bel 106. Dag en nacht open.')
    expect(said?.words).toContain('Bel 112.')
  }
  expect(praat?.words).toContain('Dat kan hier nu nog niet met de bot')
  expect(praat?.words).not.toContain('praat:us')
  expect(praat?.words).toContain('Begin hier')
}
const isOn = async (house: TestHouse): Promise<void> => {
  const [menu, meld, praat] = await asks(house)
  expect([menu?.form, meld?.form]).toEqual([true, true])
  expect(praat?.words).toContain('praat:us')
}
const toTeam = (house: TestHouse, channel: string): string =>
  house.world
    .channel(channel)
    .messages()
    .map(({ content }) => content)
    .join('\n')

test.each([
  [
    'no channel of the queue',
    without('wachtrij'),
    '#team',
    'Het kanaal wachtrij staat in policies/house.yaml, maar bestaat niet',
  ],
  [
    'no role of the moderators',
    renamed,
    '#wachtrij',
    'De rol Moderator staat in policies/house.yaml, maar bestaat niet',
  ],
  [
    'permissions that are missing in the queue',
    silent,
    '#team',
    'In #wachtrij mist de bot een recht: SendMessages, EmbedLinks',
  ],
] as const)(
  'a house with %s opens: reporting and "met ons" are off and say so, and the team is told what to mend',
  async (_what, seed, channel, says) => {
    const house = await openHouse({ seed })
    await isOff(house)
    expect(toTeam(house, channel)).toContain(says)
    expect(toTeam(house, channel)).toContain('**Melden en “Liever met ons” zijn hier uit**')
    expect(house.log.join('')).toContain(says)
    const info = await house.world.member('sam').runs('/info', {}, { channel: '#algemeen' })
    expect(info.message?.words).toContain(says)
    const others = await house.world.member('noor').runs('/info', {}, { channel: '#algemeen' })
    expect(others.message?.words).not.toContain(says)
  },
)

test('on real Discord nobody is told what the example says: no notice, nothing read, reporting off, and the team reads why', async () => {
  const house = await openHouse({ refusesExample: true })
  expect(house.bot().desk.policy.house.reading.way).toBe('full')
  await isOff(house)
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  expect(await house.bot().desk.db.flag.count()).toBe(0)
  expect(house.world.channel('#welkom').messages()).toEqual([])
  expect(toTeam(house, '#wachtrij')).toContain('De afspraken zijn nog die van het voorbeeld.')
})

test('a house without hours says that reporting is off as well', async () => {
  const policy = await policyWith({
    file: 'house.yaml',
    from: `    woensdag: ["13:30-18:00", "19:00-21:30"]
    donderdag: ["16:00-21:00"]
    vrijdag: ["16:00-19:00", "20:00-00:30"]
    zaterdag: ["14:00-18:00", "20:00-01:00"]
    zondag: ["14:00-18:00"]`,
    to: '    woensdag: []',
  })
  const house = await openHouse({ policyFolder: policy })
  await isOff(house)
  expect(toTeam(house, '#wachtrij')).toContain('staan geen openingsuren')
})

test('what was read meanwhile is not lost: it waits in /wachtrij, and stands in the channel once there is one', async () => {
  const house = await openHouse({ seed: without('wachtrij') })
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.stop()
  await house.start()
  const list = await house.world.member('fatima').runs('/wachtrij', {}, { channel: '#team' })
  expect(list.message?.words).toContain('1 bericht')
  const posts = house.requests.filter(({ path }) => path.startsWith('/channels/0/'))
  expect(posts, 'nothing is asked of a channel that is not there').toEqual([])
  // The channel is made: it is on again at that moment, without a restart.
  house.world.admin().createsChannel('#wachtrij')
  await house.world.until(() => house.cards().length === 1)
  await house.settled()
  await isOn(house)
  expect(toTeam(house, '#team')).toBe('')
})

test('a role that is taken away while the bot runs turns it off at once, and giving it back turns it on; flags stay', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  await isOn(house)
  house.world.admin().changesRole('Moderator', { name: 'Mods' })
  await house.world.until(() => toTeam(house, '#wachtrij').includes('De rol Moderator'))
  await isOff(house)
  expect(await house.bot().desk.db.flag.count()).toBe(1)
  const list = await house.world.member('sam').runs('/wachtrij', {}, { channel: '#team' })
  expect(list.message?.words).toContain('1 bericht')
  house.world.admin().changesRole('Mods', { name: 'Moderator' })
  await house.world.until(() => !toTeam(house, '#wachtrij').includes('De rol Moderator'))
  await isOn(house)
})

test('a form that stood open while the channel went is answered kindly, with the words given back', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const said = await house.world.member('milan').says('#gaming', INSULT)
  await house.settled()
  const form = await noor.usesOn(said, 'Meld dit bericht')
  house.world.admin().deletesChannel('#wachtrij')
  await house.world.until(() => toTeam(house, '#team').includes('Het kanaal wachtrij'))
  const answer = await noor.submits(form, { reason: 'bullying', words: 'elke dag opnieuw hetzelfde' })
  expect(answer.message?.words).toContain('Melden kan hier nog niet')
  expect(answer.message?.words).toContain('elke dag opnieuw hetzelfde')
  expect(await house.bot().desk.db.report.count()).toBe(0)
})

test('nobody is read who was not told: without a channel for the notice the bot reads nothing, until it stands', async () => {
  const house = await openHouse({ seed: without('welkom') })
  const lotte = house.world.member('lotte')
  await lotte.says('#algemeen', CRY)
  await house.settled()
  const { db } = house.bot().desk
  expect(await db.flag.count()).toBe(0)
  expect(toTeam(house, '#wachtrij')).toContain(
    'Het kanaal welkom staat in policies/house.yaml, maar bestaat niet',
  )
  house.world.admin().createsChannel('#welkom')
  await house.world.until(() => house.world.channel('#welkom').pins().length === 1)
  await house.settled()
  // What was said before is not read afterwards either.
  expect(await db.flag.count()).toBe(0)
  await lotte.says('#algemeen', CRY)
  await house.settled()
  expect(await db.flag.count()).toBe(1)
  // People know it by now: when somebody deletes that channel, nobody goes unheard, and the team hears of it.
  house.world.admin().deletesChannel('#welkom')
  await house.stop()
  await house.start()
  await house.world.member('yara').says('#algemeen', CRY)
  await house.settled()
  expect(await db.flag.count().catch(() => house.bot().desk.db.flag.count())).toBe(2)
})
