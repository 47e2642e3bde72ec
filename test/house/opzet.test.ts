import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportHouse } from '../../src/export/export.ts'
import { houseId } from '../../src/house/id.ts'
import { STEPS, type Step } from '../../src/setup/steps.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { begin, EMPTY_SERVER, fillAll, openEmpty, partOf, setUp } from '../support/set-up.ts'

const settingsIn = (house: TestHouse) => house.bot().desk.settings.read(houseId(house.discord.guildId))
/** Those two steps and all that lie between them. */
const between = (from: Step, to: Step): readonly Step[] =>
  STEPS.slice(STEPS.indexOf(from), STEPS.indexOf(to) + 1)
const said = (house: TestHouse, channel: string): string =>
  house.world
    .channel(channel)
    .messages()
    .map(({ content }) => content)
    .join('\n')

test('from an empty server to a working house, step by step, in Dutch; nothing holds before it is confirmed', {
  timeout: 60_000,
}, async () => {
  const house = await openEmpty()
  const { world } = house
  const way = await begin(house, 'ann')
  expect(way.words()).toContain('**De bot opzetten** · stap 1 van 11: **Taal**')
  expect(way.words()).toContain('Er verandert pas iets als je op het einde bevestigt.')
  await way.next('organisation')
  expect(way.words()).toContain('nog niet ingevuld')
  expect(way.words()).not.toContain('Praktijkhuis')
  await way.press('go', 'language')
  await fillAll(house, way)

  expect(way.words()).toContain('stap 11 van 11')
  expect(way.words()).toContain('Alles is ingevuld.')
  expect(await settingsIn(house)).toEqual({ version: 0, settings: {} })
  expect(world.channel('#hallo').messages()).toEqual([])
  expect(house.bot().desk.policy.house.name).toBe('Het Praktijkhuis')

  const done = await way.press('confirm')
  expect(done.message?.words).toContain('**Klaar.** De bot werkt nu zo.')
  await house.settled()
  expect(world.channel('#hallo').pins()).toHaveLength(1)
  expect(said(house, '#hallo')).toContain('Dit is de Discord van **De Zolder**')
  expect(said(house, '#hallo')).toContain('vrijdag en zaterdag 19 uur tot middernacht')
  const { settings, version } = await settingsIn(house)
  expect(version).toBe(1)
  expect(settings).toMatchObject({
    name: 'De Zolder',
    organisation: { kind: 'vzw', signedOff: { by: 'Els Peeters', on: '2026-11-20' } },
    reading: { way: 'reports' },
    retention: { openFlagDays: 30 },
    region: '9000',
    contacts: { outside: null, responsible: { name: 'Ann Claes' } },
  })

  // A test flag: everybody of the team sees it, volunteers too, and it is marked.
  const tested = await world.member('ann').presses(way.now(), { customId: 'huis:opzet-test' })
  expect(tested.message?.words).toContain('De testmelding komt in')
  await house.settled()
  const card = house.world
    .channel('#wachtrij')
    .messages()
    .find(({ embeds }) => embeds.length > 0)
  expect(JSON.stringify(card?.embeds)).toMatch(/oefening/i)
  for (const name of ['bert', 'chloe', 'dries']) {
    const list = await world.member(name).runs('/wachtrij', {}, { channel: '#babbel' })
    expect(list.message?.words, name).toContain('1 bericht')
  }
  // Now the house has youth workers: whoever only manages the server has nothing to say any more, and no more than that.
  const contact = await world.member('karim').runs('/integriteit', {}, { channel: '#babbel' })
  await world.member('karim').presses(contact, { customId: 'integriteit:accept:nl' })
  const status = await world.member('bert').runs('/huis status', {}, { channel: '#babbel' })
  expect(status.message?.words).toContain('zei ja')
})

test('what was answered is there after a restart, and whoever is of the house goes on with it', async () => {
  const house = await openEmpty()
  const way = await begin(house, 'ann')
  await way.next('organisation')
  await way.fill('names', { house: 'De Zolder', organisation: 'vzw De Zolder' })
  await house.stop()
  await house.start()
  // The old buttons work on.
  await way.next('roles')
  expect(way.words()).toContain('stap 3 van 11')
  const again = await begin(house, 'baas')
  expect(again.words()).toContain('Je gaat verder waar deze opzet stopte.')
  expect(again.words()).toContain('stap 3 van 11')
  await again.press('go', 'organisation')
  expect(again.words()).toContain('Huis: **De Zolder**')
  await again.press('later')
  expect(again.words()).toContain('Alles is bewaard')
})

test('two people at once: the second is told kindly, and nothing of the first is lost', async () => {
  const house = await openEmpty()
  const ann = await begin(house, 'ann')
  await ann.next('organisation')
  const baas = await begin(house, 'baas')
  await ann.set('kind', 'ambtenaar')
  await baas.set('kind', 'zorg')
  expect(baas.words()).toContain('Iemand anders koos net ook iets')
  expect(baas.words()).toContain('Wij werken voor de gemeente')
  // From there both go on.
  await baas.fill('names', { house: 'De Zolder', organisation: 'Stad Zolder' })
  expect(baas.words()).toContain('Organisatie: **Stad Zolder**')
  const form = await ann.press('form', 'names')
  expect(form.modal).toBeUndefined()
  expect(ann.words()).toContain('Organisatie: **Stad Zolder**')
  await baas.press('drop').catch(() => undefined)
})

test('the private channels are made with the right overwrites, once: pressed twice, and killed in between', async () => {
  const house = await openEmpty()
  const { world } = house
  const way = await begin(house, 'ann')
  await way.next('organisation')
  await way.next('roles')
  await way.next('channels')
  await way.press('make')
  expect(way.words()).toContain('Kies eerst de rollen')
  await way.press('go', 'roles')
  await way.set('youthWorker', 'Begeleiding')
  await way.set('moderator', 'Mods')
  await way.next('channels')
  const ann = world.member('ann')
  const before = way.now()
  const make = partOf(before, 'make')
  const [one, two] = await Promise.all([ann.presses(before, make), ann.presses(before, make)])
  expect([one, two].map(({ message }) => message?.words ?? '').join('\n')).toContain('De bot maakte')
  await house.settled()
  const made = ['wachtrij', 'alarm-van-discord', 'praten-met-ons']
  expect(
    world
      .channelNames()
      .filter((name) => made.includes(name))
      .sort(),
  ).toEqual([...made].sort())
  const sees = (name: string, channel: string): Promise<boolean> =>
    world
      .member(name)
      .runs('/info', {}, { channel })
      .then(
        () => true,
        () => false,
      )
  expect(
    await Promise.all(['bert', 'chloe', 'dries', 'noor'].map((name) => sees(name, '#wachtrij'))),
  ).toEqual([true, true, false, false])
  expect(await sees('bert', '#alarm-van-discord')).toBe(false)
  expect(await sees('noor', '#praten-met-ons')).toBe(true)
  await expect(world.member('noor').says('#praten-met-ons', 'hallo')).rejects.toThrow(
    /Missing|permission|refused/i,
  )

  // Killed after Discord made it and before that was written down: the row is as if it was never done.
  const { db } = house.bot().desk
  await db.outboxTarget.updateMany({
    where: { kind: 'house-channel' },
    data: { doneVersion: 0, messageId: null, nextTry: new Date(0), attemptedAt: new Date(0) },
  })
  await house.stop()
  await house.start()
  await house.settled()
  expect(world.channelNames()).toHaveLength(EMPTY_SERVER.channels.length + made.length)
  // Without anybody's choice kept, it still takes what stands.
  const again = await begin(house, 'ann')
  expect(again.words()).not.toContain('mist de bot')
})

test('a bot that may not make channels says so, and what it lacks in those that are there', async () => {
  const house = await openHouse({
    duty: [],
    seed: () => ({
      ...EMPTY_SERVER,
      bot: { permissions: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'] },
      channels: [...EMPTY_SERVER.channels, { name: 'dicht', type: 'private', bot: false }],
    }),
  })
  const way = await begin(house, 'ann')
  await way.next('organisation')
  await way.next('roles')
  await way.set('youthWorker', 'Begeleiding')
  await way.next('channels')
  expect(way.words()).toContain(
    'De bot mist op de server: **Kanalen beheren**. Dat is nodig om kanalen te maken.',
  )
  await way.set('notice', '#hallo')
  expect(way.words()).toContain(
    'In #hallo mist de bot: **Berichten vastzetten**. Dat is nodig om de mededeling te plaatsen en vast te zetten.',
  )
  await way.press('make')
  expect(house.world.channelNames()).toEqual(['hallo', 'babbel', 'dicht'])
  await way.set('queue', '#babbel')
  expect(way.words()).toContain('Iedereen kan #babbel zien.')
})

test('only whoever manages the server begins, and once there are youth workers only they; a role that is gone opens it to the owner alone', async () => {
  const house = await openEmpty()
  const { world } = house
  for (const name of ['noor', 'bert']) {
    const no = await world.member(name).runs('/huis opzet', {}, { channel: '#babbel' })
    expect(no.message?.words, name).toContain('Dit kan alleen iemand van het team.')
  }
  // Managing the server makes nobody of the team.
  const queue = await world.member('ann').runs('/wachtrij', {}, { channel: '#babbel' })
  expect(queue.message?.words).toContain('Dit kan alleen iemand van het team.')
  const way = await begin(house, 'ann')
  await way.next('organisation')
  await way.next('roles')
  await way.set('youthWorker', house.discord.guildId)
  expect(way.words()).toContain('Die rol kan niet.')
  await setUp(house)
  const owner = await world.member('baas').runs('/huis opzet', {}, { channel: '#babbel' })
  expect(owner.message?.words).toContain('Dit kan alleen iemand van het team.')
  const worker = await world.member('bert').runs('/huis opzet', {}, { channel: '#babbel' })
  expect(worker.message?.words).toContain('**De bot opzetten**')

  world.admin().deletesRole('Begeleiding')
  await world.until(() => house.log.join('').includes('De rol'))
  const kapitein = await world.member('ann').runs('/huis opzet', {}, { channel: '#babbel' })
  expect(kapitein.message?.words).toContain('Alleen de eigenaar of een beheerder')
  const mends = await world.member('baas').runs('/huis opzet', {}, { channel: '#babbel' })
  expect(mends.message?.words).toContain('**De bot opzetten**')
})

test('hours and days are typed as people do; what cannot be read is said with how to write it, and is not typed twice', async () => {
  const house = await openEmpty()
  const way = await begin(house, 'ann')
  for (const step of between('organisation', 'hours')) await way.next(step)
  await way.fill('hours', { week: 'woensdag 14-18\nsoms 3-4' })
  expect(way.words()).toContain('In deze regel staat geen dag die de bot kent: `soms 3-4`.')
  const form = await house.world.member('ann').presses(way.now(), partOf(way.now(), 'form', 'hours'))
  expect(JSON.stringify(form.modal?.data)).toContain('soms 3-4')
  await way.fill('hours', { week: 'wo 14-18' })
  expect(way.words()).toContain('woensdag: 14-18')
  await way.press('go', 'reading')
  await way.set('reading', 'full')
  expect(way.words()).toContain('Beslist door **nog niet ingevuld**')
  await way.fill('decided', { by: 'Els Peeters', on: '1/1/2030' })
  expect(way.words()).toContain('ligt in de toekomst: 1/1/2030')
  await way.fill('decided', { by: 'Els Peeters', on: '' })
  expect(way.words()).toContain('Beslist door **Els Peeters** op 25 november 2026')
})

test('a change of the notice shows the old and the new text and asks; its version rises, and people are asked to read it again', async () => {
  const house = await openEmpty()
  const { world } = house
  await setUp(house)
  const bert = await begin(house, 'bert')
  for (const step of between('organisation', 'reading')) await bert.next(step)
  await bert.set('reading', 'full')
  await bert.fill('decided', { by: 'Els Peeters', on: 'vandaag' })
  for (const step of between('hours', 'summary')) await bert.next(step)
  expect(bert.words()).toContain('De mededeling verandert.')
  expect(bert.words()).toContain('Iedereen wordt gevraagd om ze opnieuw te lezen.')
  const [old, next] = bert.now().message?.embeds ?? []
  expect(old?.description).not.toEqual(next?.description)
  expect(next?.description).toContain('dag en nacht')
  const whole = await world.member('bert').presses(bert.now(), partOf(bert.now(), 'notice', 'new'))
  expect(whole.message?.embeds[0]?.description?.length).toBeGreaterThan(1_000)
  // Not confirmed: it stands as it stood.
  expect(said(house, '#hallo')).not.toContain('dag en nacht')
  await bert.press('confirm')
  await house.settled()
  expect(said(house, '#hallo')).toContain('De bot leest nu elk bericht mee.')
  expect((await settingsIn(house)).settings.notice).toMatchObject({ version: 2, since: '2026-11-25' })

  // Other hours are told, and nobody is asked to read again for them.
  const hours = await begin(house, 'bert')
  for (const step of between('organisation', 'hours')) await hours.next(step)
  await hours.fill('hours', { week: 'zondag 14-18' })
  for (const step of between('retention', 'summary')) await hours.next(step)
  expect(hours.words()).toContain('Niemand hoeft ze opnieuw te lezen.')
  await hours.press('confirm')
  const { settings } = await settingsIn(house)
  expect(settings.notice).toMatchObject({ version: 2 })

  // Written out as files it means the same, down to the version of the agreements.
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-export-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const id = houseId(house.discord.guildId)
  const { version } = await exportHouse('policies', id, settings, join(folder, 'policies'))
  expect(version).toBe(house.bot().desk.of(id).policy.version)
})

test('a confirmation that comes after another one changes nothing, and neither does what is thrown away', async () => {
  const house = await openEmpty()
  await setUp(house)
  const bert = await begin(house, 'bert')
  const ann = await begin(house, 'ann')
  for (const step of between('organisation', 'retention')) await ann.next(step)
  await ann.set('openFlagDays', '14')
  for (const step of between('region', 'summary')) await ann.next(step)
  await ann.press('confirm')
  expect((await settingsIn(house)).version).toBe(2)
  await bert.press('go', 'organisation')
  expect(bert.words()).toContain('Deze opzet is er niet meer')
  const { settings, version } = await settingsIn(house)
  expect([version, settings.retention]).toEqual([2, { openFlagDays: 14 }])

  const thrown = await begin(house, 'bert')
  await thrown.next('organisation')
  await thrown.set('kind', 'zorg')
  for (const step of between('roles', 'summary')) await thrown.next(step)
  expect(thrown.words()).toContain('wie de tekst over doorgeven nakeek, en wanneer (stap 2)')
  await thrown.press('drop')
  expect(thrown.words()).toContain('weggegooid')
  expect(await settingsIn(house)).toMatchObject({ version: 2, settings: { organisation: { kind: 'vzw' } } })
})
