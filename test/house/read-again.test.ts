import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { ownRule } from '../support/own-rule.ts'
import { policyWith, REPORTS } from '../support/policy.ts'

const WORD = 'krokofant'
const RULE = ownRule('krokofant', [`terms: [${WORD}]`])
const WITH_RULE = {
  ...RULE,
  to: RULE.to.replaceAll('[x]', `[${WORD}]`).replace(`mustNotHit: [${WORD}]`, 'mustNotHit: [olifant]'),
}

/** Changes a file of a policy folder, as somebody would in an editor. */
async function edit(folder: string, file: string, from: string, to: string): Promise<void> {
  const path = join(folder, file)
  const before = await readFile(path, 'utf8')
  expect(before).toContain(from)
  await writeFile(
    path,
    before.replace(from, () => to),
  )
}
const addRule = (folder: string) => edit(folder, WITH_RULE.file, WITH_RULE.from, WITH_RULE.to)
const takeRule = (folder: string) => edit(folder, WITH_RULE.file, WITH_RULE.to, WITH_RULE.from)

async function again(house: TestHouse) {
  const read = await house.bot().readAgain()
  // What could not be done at once is done in the next round.
  await house.bot().tick()
  return read
}
const notes = (house: TestHouse): readonly string[] =>
  house.world
    .channel(house.policy.house.channels.queue)
    .messages()
    .filter((one) => one.embeds.length === 0)
    .map(({ content }) => content)
const flags = (house: TestHouse) => house.bot().desk.db.flag.findMany({ include: { findings: true } })
const errors = (house: TestHouse): readonly string[] =>
  house.log.filter((line) => line.includes('could not be read again'))

const ALERTS = {
  file: 'house.yaml',
  from: 'queue: wachtrij',
  to: 'queue: wachtrij\n  automodAlerts: alarmen',
}
const filtersOf = async (house: TestHouse): Promise<string> => {
  const path = `${house.discord.api}/v10/guilds/${house.discord.guildId}/auto-moderation/rules`
  return (await fetch(path, { headers: { authorization: `Bot ${house.discord.token}` } })).text()
}
const mayManage = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  bot: {
    ...seed.bot,
    permissions: [
      'ViewChannel',
      'SendMessages',
      'EmbedLinks',
      'ReadMessageHistory',
      'ManageMessages',
      'PinMessages',
      'ManageGuild',
    ],
  },
  channels: [...seed.channels, { name: 'alarmen', type: 'private' }],
})

test('a broken folder keeps the last good agreements, is told once with its line, and once more when it is mended', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  const { version } = house.bot().desk.policy
  await edit(policyFolder, 'house.yaml', 'holidays: closed', 'holidays: soms')

  const first = await again(house)
  expect(first).toMatchObject({
    problems: expect.arrayContaining([expect.stringMatching(/house\.yaml, regel \d+/)]),
  })
  await again(house)
  expect(house.bot().desk.policy.version).toBe(version)
  expect(notes(house).filter((note) => /policies\/house\.yaml, regel \d+/.test(note))).toHaveLength(1)
  expect(errors(house)).toHaveLength(1)
  expect(errors(house)[0]).toMatch(/house\.yaml, regel \d+/)

  // Another mistake is another thing to tell, in the place of the first.
  await edit(policyFolder, 'notice.yaml', 'version: 1', 'version: een')
  await again(house)
  expect(notes(house).filter((note) => note.includes('notice.yaml'))).toHaveLength(1)
  expect(errors(house)).toHaveLength(2)

  await edit(policyFolder, 'house.yaml', 'holidays: soms', 'holidays: closed')
  await edit(policyFolder, 'notice.yaml', 'version: een', 'version: 1')
  expect(await again(house)).toBe('same')
  expect(notes(house).filter((note) => note.includes('regel'))).toEqual([])
  expect(notes(house).filter((note) => note.includes('weer in orde'))).toHaveLength(1)
})

test('what was wrong at a start is told once, and no longer once it is mended, without another start', async () => {
  const policyFolder = await policyWith(REPORTS)
  const house = await openHouse({ policyFolder })
  const told = (text: string) => notes(house).filter((note) => note.includes(text))
  await house.stop()
  await house.start({ safely: true })
  await again(house)

  // The last good agreements go on.
  await house.stop()
  await edit(policyFolder, 'house.yaml', 'holidays: closed', 'holidays: soms')
  await house.start({ safely: true })
  await again(house)
  await house.bot().tick()
  expect(told('house.yaml, regel')).toHaveLength(1)
  expect(errors(house)).toEqual([])
  await edit(policyFolder, 'house.yaml', 'holidays: soms', 'holidays: closed')
  expect(await again(house)).toBe('same')
  expect(told('house.yaml, regel')).toEqual([])
  expect(told('weer in orde')).toHaveLength(1)

  // Told while it ran, mended while it did not.
  await edit(policyFolder, 'house.yaml', 'holidays: closed', 'holidays: soms')
  await again(house)
  expect(told('house.yaml, regel')).toHaveLength(1)
  await house.stop()
  await edit(policyFolder, 'house.yaml', 'holidays: soms', 'holidays: closed')
  await house.start()
  await house.bot().tick()
  expect(told('house.yaml, regel')).toEqual([])
})

test('a house that started without its rules has them, and its filters, as soon as they are mended', async () => {
  const policyFolder = await policyWith(REPORTS, ALERTS)
  const house = await openHouse({ policyFolder, seed: mayManage })
  await house.settled()
  expect((await filtersOf(house)).includes('keyword_filter')).toBe(true)
  await house.stop()
  const { file, from } = WITH_RULE
  await edit(policyFolder, file, from, `${from}  - dit is geen regel\n`)
  await house.start({ safely: true })
  await house.bot().tick()
  const { rules } = house.bot().desk.policy
  expect(rules).toEqual([])
  expect((await filtersOf(house)).includes('keyword_filter')).toBe(true)
  expect(notes(house).filter((note) => note.includes('startte zonder regels'))).toHaveLength(1)
  await edit(policyFolder, file, `${from}  - dit is geen regel\n`, from)
  expect(await again(house)).toBe('renewed')
  expect(house.bot().desk.policy.rules.length).toBeGreaterThan(0)
  expect(notes(house).filter((note) => note.includes('startte zonder regels'))).toEqual([])
  // Discord's filters are made from them again; left alone as long as nobody knew what they should be.
  await addRule(policyFolder)
  expect(await again(house)).toBe('renewed')
  // Discord may ask to wait before a filter is changed once more.
  await house.pass(1)
  expect((await filtersOf(house)).includes(WORD)).toBe(true)
})

test('a rule that is added flags from then on, with the version that it came with; one that goes leaves its flag alone', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  await house.world.member('noor').says('#algemeen', `een ${WORD} in de gang`)
  await house.settled()
  expect(await flags(house)).toEqual([])

  const before = house.bot().desk.policy.version
  await addRule(policyFolder)
  expect(await again(house)).toBe('renewed')
  const { version } = house.bot().desk.policy
  expect(version).not.toBe(before)
  await house.world.member('noor').says('#algemeen', `nog een ${WORD}`)
  await house.settled()
  expect(await flags(house)).toMatchObject([
    { policyVersion: version, state: 'open', findings: [{ ruleId: 'krokofant' }] },
  ])
  expect(await house.bot().desk.db.house.findMany()).toMatchObject([{ policyVersion: version }])

  await takeRule(policyFolder)
  expect(await again(house)).toBe('renewed')
  await house.world.member('ayoub').says('#algemeen', `en nog een ${WORD}`)
  await house.settled()
  expect(await flags(house)).toMatchObject([{ state: 'open', findings: [{ ruleId: 'krokofant' }] }])
  expect(house.cards()).toHaveLength(1)
})

test('a message that is being decided when the agreements change is decided by those that read it', async () => {
  const policyFolder = await policyWith(WITH_RULE)
  const house = await openHouse({ policyFolder })
  const { holding, policy } = house.bot().desk
  const look = holding.isGivenBack.bind(holding)
  const read: unknown[] = []
  Object.assign(holding, {
    async isGivenBack(message: Parameters<typeof look>[0]) {
      if (read.length === 0) {
        await takeRule(policyFolder)
        read.push(await house.bot().readAgain())
      }
      return look(message)
    },
  })
  await house.world.member('noor').says('#algemeen', `een ${WORD} in de gang`)
  await house.settled()
  expect(read).toEqual(['renewed'])
  expect(await flags(house)).toMatchObject([{ policyVersion: policy.version }])
  expect(house.bot().desk.policy.version).not.toBe(policy.version)
})

test('other opening hours close the house at once, set its next opening and stand in the notice', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  const { desk } = house.bot()
  const id = houseId(house.discord.guildId)
  expect(await desk.duty.isOpen(id)).toBe(true)
  const pinned = () =>
    house.world.channel(house.policy.house.channels.notice[0] ?? '').messages()[0]?.content ?? ''
  expect(pinned()).toContain('13.30')

  await edit(policyFolder, 'house.yaml', '["13:30-18:00", "19:00-21:30"]', '["20:15-21:30"]')
  expect(await again(house)).toBe('renewed')
  expect(await desk.duty.isOpen(id)).toBe(false)
  expect(await desk.duty.present(id)).toEqual([])
  const opens = await desk.db.timer.findFirst({ where: { key: 'house-opens', firedAt: null } })
  expect(opens?.dueAt.toISOString()).toBe('2026-11-25T19:15:00.000Z')
  expect(pinned()).toContain('20.15')
  expect(pinned()).not.toContain('13.30')
  const line = house.world.channel('algemeen').lastMessage()?.content
  expect(line).toContain('20.15')

  // And back: an opening that begins by the change waits for somebody, as any other.
  // With it the house speaks another language from the next word on.
  await edit(policyFolder, 'house.yaml', '["20:15-21:30"]', '["13:30-18:00", "19:00-21:30"]')
  await edit(policyFolder, 'house.yaml', 'languages: [nl, en, fr]', 'languages: [en, nl, fr]')
  expect(await again(house)).toBe('renewed')
  expect(pinned()).toContain(desk.texts('en').t('notice.pinned.heading'))
  expect(await desk.db.timer.findFirst({ where: { key: 'house-unmanned', firedAt: null } })).not.toBeNull()
})

test('another way of reading waits for a restart, and everything else with it', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  const { version } = house.bot().desk.policy
  await edit(policyFolder, REPORTS.file, REPORTS.from, REPORTS.to)
  await addRule(policyFolder)
  expect(await again(house)).toMatchObject({
    problems: [expect.stringMatching(/house\.yaml, regel \d+: .*start hem opnieuw/)],
  })
  expect(house.bot().desk.policy.version).toBe(version)
  expect(notes(house).filter((note) => note.includes('start hem opnieuw'))).toHaveLength(1)
  await house.world.member('noor').says('#algemeen', `een ${WORD} in de gang`)
  await house.settled()
  expect(await flags(house)).toEqual([])
})

test('what is said in a channel while it is not read is not read later either', async () => {
  const policyFolder = await policyWith()
  const house = await openHouse({ policyFolder })
  const says = async (text: string): Promise<void> => {
    await house.world.member('noor').says('#gaming', text)
    await house.settled()
    await house.bot().tick()
  }
  const READ = '  gaming:\n'
  const UNREAD = '  gaming:\n    staff: true\n'
  await says('gg allemaal')
  await edit(policyFolder, 'channels.yaml', READ, UNREAD)
  await again(house)
  await says('ik wil dood')
  expect(await flags(house)).toEqual([])
  // While it is not read the bot restarts, and while it is away the channel is read again.
  await house.stop()
  await edit(policyFolder, 'channels.yaml', UNREAD, READ)
  await house.start()
  expect(await flags(house)).toEqual([])
  await says('ik wil echt dood')
  expect(await flags(house)).toHaveLength(1)
})
