import { expect, test } from 'vitest'
import type { Reply } from '../../src/practice/people/reply.ts'
import type { MessageHandle } from '../../src/practice/world.ts'
import { folderOf } from '../../src/house/folders.ts'
import { DIFFERS, edit, type OneOfTwo, openTwoHouses, type TwoHouses, WORDS } from '../support/two-houses.ts'

const shownIn = ({ content, embeds, components }: MessageHandle): string =>
  JSON.stringify([content, embeds, components])
/** What somebody reads who asked the bot something: it must be something. */
const answered = ({ message }: Reply): string => {
  if (message === undefined) throw new Error('the bot answered nothing')
  return shownIn(message)
}
const found = (where: string, words: readonly string[]) => words.filter((word) => where.includes(word))
/** Everything that stands in a house: each message of each channel and thread. */
const standingIn = ({ world }: OneOfTwo): string =>
  world
    .channelNames()
    .flatMap((name) => [name, ...world.threadsIn(name)])
    .flatMap((name) => world.channel(name).messages().map(shownIn))
    .join('\n')
const queueOf = ({ world, policy }: OneOfTwo) => world.channel(policy.house.channels.queue).messages()
const cardsIn = (house: OneOfTwo) => queueOf(house).filter(({ embeds }) => embeds.length > 0)
const channelIn = ({ policy }: OneOfTwo): string => `#${policy.house.channels.closing?.[0] ?? ''}`
const noticeIn = ({ world, policy }: OneOfTwo): string =>
  world
    .channel(policy.house.channels.notice[0] ?? '')
    .pins()
    .map(shownIn)
    .join('\n')
/** Notes to the team that something in a file is wrong. */
const told = (house: OneOfTwo) => queueOf(house).filter(({ content }) => /regel \d+|ligne \d+/.test(content))
/** Waits until the bot heard so many messages more of people. */
async function heard(two: TwoHouses, wanted: number): Promise<void> {
  while (two.bot.received() < wanted) await new Promise<void>((resolve) => void setImmediate(resolve))
  await two.settled()
}

const WORRIES = ['ik wil niet meer leven', 'niemand zou me missen', 'ik ga je kapot maken, hoor je']
/** What people say in an evening, in an order that chance picks, each with a mark of its house. */
function evening(mark: string, word: string, seed: number): readonly string[] {
  const lines = [...WORRIES, `zo een ${word} toch`, 'wie speelt er mee', 'wat een weer'].map(
    (line, index) => `${line} ${mark}${index}`,
  )
  return lines
    .map((line, index) => ({ line, at: (seed * (index + 3) * 7919) % 101 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line)
}

test('two houses on one bot: an evening in both, and nothing of one is found in the other', async () => {
  const two = await openTwoHouses()
  const { first, second, bot } = two
  const marks = ['aaqq', 'bbzz'] as const
  const young = ['noor', 'ayoub', 'lotte', 'milan'] as const
  const said = [evening(marks[0], WORDS[0], 11), evening(marks[1], WORDS[1], 23)] as const
  for (const [index, line] of said[0].entries()) {
    await first.world.member(young[index % 4] ?? 'noor').says(channelIn(first), line)
    await second.world.member(young[(index + 1) % 4] ?? 'noor').says(channelIn(second), said[1][index] ?? '')
  }
  // The word of the rule of the other house is nothing here.
  await first.world.member('yara').says(channelIn(first), WORDS[1])
  await second.world.member('yara').says(channelIn(second), WORDS[0])
  await heard(two, said[0].length + said[1].length + 2)

  const asked = async (house: OneOfTwo): Promise<string> => {
    const { world, policy } = house
    const noor = world.member('noor')
    const sam = world.member('sam')
    const channel = channelIn(house)
    const pages: string[] = []
    for (const command of ['/info', '/regels', '/openingsuren', '/meldplicht', '/mijn-meldingen', '/praat'])
      pages.push(answered(await noor.runs(command, {}, { channel })))
    const queue = `#${policy.house.channels.queue}`
    await sam.runs('/dienst', {}, { channel: queue })
    for (const command of ['/wachtrij', '/cijfers'])
      pages.push(answered(await sam.runs(command, {}, { channel: queue })))
    for (const card of cardsIn(house)) {
      const [, customId = ''] =
        /"custom_?[iI]d":"(wachtrij:show:[^"]*)"/.exec(JSON.stringify(card.components)) ?? []
      pages.push(answered(await sam.presses(card, { customId })))
    }
    return pages.join('\n')
  }
  const seen = [await asked(first), await asked(second)] as const
  await two.settled()
  const all = [`${standingIn(first)}\n${seen[0]}`, `${standingIn(second)}\n${seen[1]}`] as const

  // Both houses worked, each by its own rules and in its own words.
  const { db } = bot.desk
  const rulesIn = async ({ id }: OneOfTwo) =>
    (await db.finding.findMany({ where: { houseId: id } })).map(({ ruleId }) => ruleId)
  expect(await rulesIn(first)).toContain('only-first')
  expect(await rulesIn(first)).not.toContain('only-second')
  expect(await rulesIn(second)).toContain('only-second')
  expect(await rulesIn(second)).not.toContain('only-first')
  expect(cardsIn(first).length).toBeGreaterThan(1)
  expect(cardsIn(second).length).toBeGreaterThan(1)
  expect(noticeIn(first)).toContain('leest elk bericht')
  expect(noticeIn(second)).toContain('Chez Zazou')
  expect(seen[1]).toMatch(/13\sh\s07/)
  // Nothing went across: no name, channel, role, contact, and nothing that anybody said.
  expect(
    found(
      all[0],
      DIFFERS.map(([, theirs]) => theirs),
    ),
  ).toEqual([])
  // The names of commands and the words of the shipped rules and texts are the same everywhere.
  const names = DIFFERS.map(([mine]) => mine).filter((name) => /^[A-Z]/.test(name) && name !== 'Moderator')
  expect(found(all[1], names)).toEqual([])
  expect(all[0]).not.toContain(marks[1])
  expect(all[1]).not.toContain(marks[0])
  const flags = await db.flag.findMany()
  for (const house of [first, second]) {
    const ids = new Set(house.world.channelNames().map((name) => house.world.channel(name).id))
    const own = flags.filter(({ houseId }) => houseId === house.id)
    expect(own.length).toBeGreaterThan(1)
    expect(own.every(({ channelId, queueChannelId }) => ids.has(channelId) && ids.has(queueChannelId))).toBe(
      true,
    )
  }
  const rows = await db.house.findMany({ orderBy: { id: 'asc' } })
  expect(new Map(rows.map(({ id, policyVersion }) => [id, policyVersion]))).toEqual(
    new Map([first, second].map(({ id }) => [id, bot.desk.of(id).policy.version])),
  )
})

test('a house that works with reports is never read, also on a connection that hears it because of another house', async () => {
  const two = await openTwoHouses({ reading: 'reports' })
  const { first, second, bot } = two
  await second.world.member('noor').says(channelIn(second), `ik wil niet meer leven ${WORDS[1]}`)
  await first.world.member('noor').says(channelIn(first), 'ik wil niet meer leven')
  await heard(two, 2)
  expect(bot.heard()).toBe(1)
  const { db } = bot.desk
  expect((await db.flag.findMany()).map(({ houseId }) => houseId)).toEqual([first.id])
  expect(await db.channelCursor.findMany({ where: { houseId: second.id } })).toEqual([])
  expect(noticeIn(second)).not.toMatch(/lit (tous|chaque)/)
})

test('a broken folder of one house holds up no other, is told only there, and is mended without a restart', async () => {
  const two = await openTwoHouses()
  const { first, second, bot, policyFolder } = two
  const own = folderOf(policyFolder, second.id)
  const version = bot.desk.of(second.id).policy.version
  await edit(own, 'house.yaml', (text) => text.replace('holidays: closed', 'holidays: parfois'))
  await edit(policyFolder, 'house.yaml', (text) => text.replace('deleteAfterDays: 14', 'deleteAfterDays: 9'))
  expect(await bot.readAgain()).toMatchObject({ problems: [expect.stringContaining('house.yaml')] })
  await two.settled()
  expect(bot.desk.of(first.id).policy.house.talks.deleteAfterDays).toBe(9)
  expect(bot.desk.of(second.id).policy.version).toBe(version)
  expect(told(first)).toEqual([])
  expect(told(second)).toHaveLength(1)

  await edit(own, 'house.yaml', (text) => text.replace('holidays: parfois', 'holidays: open'))
  expect(await bot.readAgain()).toBe('renewed')
  await two.settled()
  expect(bot.desk.of(second.id).policy.house.hours.holidays).toBe('open')
  expect(bot.desk.of(first.id).policy.house.hours.holidays).toBe('closed')
  expect(told(second)).toEqual([])
})

test('a house whose own folder never stood stays shut and takes nothing from the others, until it is mended', async () => {
  const two = await openTwoHouses({
    before: (folder, second) =>
      edit(folderOf(folder, second), 'house.yaml', (text) =>
        text.replace('name: Chez Zazou', 'nom: Chez Zazou'),
      ),
  })
  const { first, second, bot, policyFolder } = two
  expect(noticeIn(first)).not.toBe('')
  expect(standingIn(second)).toBe('')
  expect(two.log.some((line) => line.includes('stays shut') && line.includes(second.id))).toBe(true)
  await edit(folderOf(policyFolder, second.id), 'house.yaml', (text) =>
    text.replace('nom: Chez Zazou', 'name: Chez Zazou'),
  )
  expect(await bot.readAgain()).toBe('renewed')
  await bot.idle()
  expect(noticeIn(second)).toContain('Chez Zazou')
})

test('what one house sets in Discord holds there at once and nowhere else', async () => {
  const two = await openTwoHouses()
  const { first, second, bot } = two
  const before = noticeIn(first)
  const { settings } = bot.desk
  const saved = { languages: ['nl'], reading: { way: 'reports' }, roles: { backUp: null } } as const
  await settings.save(
    second.id,
    { ...saved, languages: ['nl'] },
    { by: second.world.member('sam').id, from: 0 },
  )
  expect(await bot.settle(second.id)).toEqual({ afterRestart: true })
  await two.settled()
  expect(noticeIn(second)).toContain('Chez Zazou')
  expect(noticeIn(second)).not.toContain('leest elk bericht')
  expect(noticeIn(second)).toMatch(/[Jj]e /)
  expect(noticeIn(first)).toBe(before)
  // From that moment on nothing is read there, and the other house is read as before.
  await second.world.member('noor').says(channelIn(second), 'ik wil niet meer leven')
  await first.world.member('noor').says(channelIn(first), 'ik wil niet meer leven')
  await heard(two, 2)
  expect((await bot.desk.db.flag.findMany()).map(({ houseId }) => houseId)).toEqual([first.id])
  expect(await bot.desk.settings.read(first.id)).toEqual({ version: 0, settings: {} })
})
