import { expect, test } from 'vitest'
import type { GuildSeed } from '../../src/practice/seed.ts'
import { botByDefault } from '../../src/practice/seed.ts'
import type { Reply } from '../../src/practice/world.ts'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse, type TestHouseOptions } from '../support/house.ts'
import { flagged, INSULT } from '../support/queue.ts'

const CAN = ['ManageChannels', 'ManageRoles'] as const
const withRights = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  bot: { ...seed.bot, permissions: [...botByDefault, ...CAN] },
})
const openable = (options: TestHouseOptions = {}) =>
  openHouse({ ...options, seed: (seed) => withRights(options.seed?.(seed) ?? seed) })

interface ChannelNow {
  readonly rate_limit_per_user: number
  readonly permission_overwrites: readonly {
    readonly id: string
    readonly allow: string
    readonly deny: string
  }[]
}
const nowOf = async (house: TestHouse, name = 'gaming'): Promise<ChannelNow> =>
  (await asBot(house.discord, 'GET', `/channels/${house.world.channel(name).id}`)).json as ChannelNow
const linesIn = (house: TestHouse, name = 'gaming'): string[] =>
  house.world
    .channel(name)
    .messages()
    .filter((one) => one.authorId === house.discord.botId)
    .map((one) => one.words)

const sorted = (channel: ChannelNow) =>
  channel.permission_overwrites.map(({ id, allow, deny }) => `${id} ${allow} ${deny}`).sort()

/** Chooses what, then how long. */
async function limits(
  house: TestHouse,
  what: string,
  long: string,
  page?: Reply,
  who = 'fatima',
): Promise<Reply> {
  const worker = house.world.member(who)
  const start = page ?? (await worker.runs('/kanaal', {}, { channel: '#gaming' }))
  const chosen = await worker.chooses(start, 'Kies wat je doet', what)
  const done = await worker.presses(chosen, long)
  await house.settled()
  return done
}

test('rustig: slower for a while, one neutral line, then exactly as before; a restart forgets nothing', async () => {
  const house = await openable()
  house.world.admin().changesChannel('gaming', { slowmode: 5 })
  await house.settled()
  const done = await limits(house, 'slow-30', '10 minuten')
  expect(done.message?.words).toContain('De bot doet het nu')
  expect((await nowOf(house)).rate_limit_per_user).toBe(30)
  expect(linesIn(house)).toHaveLength(1)
  expect(linesIn(house)[0]).toContain('wacht 30 seconden')
  expect(linesIn(house)[0]).not.toMatch(/fatima|<@/i)
  // Longer and slower: the same limit, and its line says the new end.
  await limits(house, 'slow-60', '30 minuten')
  expect((await nowOf(house)).rate_limit_per_user).toBe(60)
  expect(linesIn(house)).toHaveLength(1)
  expect(linesIn(house)[0]).toContain('wacht 1 minuut')
  await house.stop()
  await house.start()
  await house.pass(15)
  expect((await nowOf(house)).rate_limit_per_user).toBe(60)
  await house.pass(16)
  await house.settled()
  expect((await nowOf(house)).rate_limit_per_user).toBe(5)
  expect(linesIn(house)).toEqual([
    expect.stringContaining('even trager'),
    'Dit kanaal gaat weer zoals daarvoor.',
  ])
  const { db } = house.bot().desk
  const audit = await db.auditLine.findMany({
    where: { act: { startsWith: 'channel-' } },
    orderBy: { id: 'asc' },
  })
  expect(audit.map(({ act, actorId }) => [act, actorId !== null])).toEqual([
    ['channel-limited', true],
    ['channel-limited', true],
    ['channel-back', false],
  ])
  expect(audit.at(-1)?.codes).toContain('"result":"back"')
})

test('dicht: only the team writes, also who has the role of the house; one press puts back every permission as it was', async () => {
  const house = await openable({
    seed: (seed) => ({
      ...seed,
      roles: [...(seed.roles ?? []), { name: 'Gelezen' }],
      members: seed.members.map((one) => (one.name === 'noor' ? { ...one, roles: ['Gelezen'] } : one)),
      channels: seed.channels.map((channel) =>
        channel.name === 'gaming'
          ? {
              ...channel,
              overwrites: [
                { role: '@everyone', deny: ['SendMessages', 'AddReactions'] },
                { role: 'Gelezen', allow: ['SendMessages', 'AttachFiles'] },
                { role: 'Moderator', allow: ['SendMessages'] },
                { role: '@bot', allow: ['SendMessages'] },
              ],
            }
          : channel,
      ),
    }),
  })
  const { world } = house
  const before = await nowOf(house)
  await world.member('noor').says('#gaming', 'dag')
  await limits(house, 'shut', '1 uur')
  for (const young of ['noor', 'milan'])
    await expect(world.member(young).says('#gaming', 'ik')).rejects.toThrow(/./)
  await world.member('sam').says('#gaming', 'even rust')
  await world.member('fatima').says('#gaming', 'ja')
  expect(linesIn(house)).toHaveLength(1)
  const page = await world.member('jonas').runs('/kanaal', {}, { channel: '#gaming' })
  expect(page.message?.words).toContain('Nu: Dicht')
  await world.member('jonas').presses(page, 'Zet nu terug: Dicht: alleen het team schrijft')
  await house.settled()
  expect(sorted(await nowOf(house))).toEqual(sorted(before))
  await world.member('noor').says('#gaming', 'dag weer')
  expect(linesIn(house).at(-1)).toBe('Dit kanaal is weer open.')
  // Its own timer finds nothing any more.
  await house.pass(61)
  expect(linesIn(house)).toHaveLength(2)
})

test('somebody changed it meanwhile: left alone, the team is told, and nothing false is said in the channel; gone is gone', async () => {
  const house = await openable()
  const { world } = house
  await limits(house, 'slow-10', '10 minuten')
  await limits(house, 'shut', '10 minuten')
  world.admin().changesChannel('gaming', { slowmode: 120 })
  world.admin().sets('gaming', { role: '@everyone' }, { deny: ['AttachFiles', 'SendMessages'] })
  const said = linesIn(house).length
  await house.pass(11)
  await house.settled()
  const now = await nowOf(house)
  expect(now.rate_limit_per_user).toBe(120)
  const everyone = now.permission_overwrites.find(({ id }) => id === house.discord.guildId)
  expect(everyone?.deny).toBe(String(32_768 + 2_048))
  // All of it, so that nobody of the team is shut out by half of it.
  await world.member('sam').says('#gaming', 'wat is er')
  await world.member('fatima').says('#gaming', 'kijk even')
  expect(linesIn(house)).toHaveLength(said)
  const told = () =>
    linesIn(house, 'wachtrij').filter((line) => line.includes('Iemand veranderde dat intussen'))
  expect(told()).toHaveLength(1)
  await house.pass(25 * 60)
  expect(told()).toHaveLength(0)

  await limits(house, 'slow-300', '10 minuten')
  world.admin().deletesChannel('gaming')
  await house.pass(11)
  await house.settled()
  const last = await house.bot().desk.db.channelLimit.findFirst({ orderBy: { startedAt: 'desc' } })
  expect(last).toMatchObject({ state: 'over', result: 'gone' })
})

test('killed between an act and its note, at the beginning and at the end: as if it had not happened', async () => {
  const house = await openable()
  const again = async (kinds: readonly string[], state: string): Promise<void> => {
    const { db, now } = house.bot().desk
    const openFor = (await db.channelLimit.findMany()).map(({ id, kind, channelId }) => ({
      id,
      openFor: `${kind}:${channelId}`,
    }))
    for (const one of openFor)
      await db.channelLimit.update({
        where: { id: one.id },
        data: { state, openFor: one.openFor, endedAt: null, result: null },
      })
    await db.outboxTarget.updateMany({
      where: { kind: { in: [...kinds] } },
      data: {
        doneVersion: 0,
        messageId: null,
        attemptedAt: new Date(now().getTime() - 70_000),
        nextTry: now(),
      },
    })
    await house.stop()
    await house.start()
    await house.settled()
  }
  await limits(house, 'slow-10', '30 minuten')
  await limits(house, 'shut', '30 minuten')
  const [said, held] = [linesIn(house), await nowOf(house)]
  await again(['channel-limit', 'channel-line'], 'begins')
  expect(await nowOf(house)).toEqual(held)
  expect(linesIn(house)).toEqual(said)
  await house.pass(31)
  await house.settled()
  const back = await nowOf(house)
  expect([back.rate_limit_per_user, back.permission_overwrites]).toEqual([0, []])
  await again(['channel-limit'], 'ends')
  expect(await nowOf(house)).toEqual(back)
  expect(linesIn(house)).toHaveLength(4)
})

test('a permission is missing, a channel is of the team, somebody is no worker: said, and nothing happens; from a card it is one button', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const page = await fatima.presses(card, 'Kanaal')
  expect(page.message?.words).toContain(`<#${house.world.channel('algemeen').id}>`)
  for (const [what, right] of [
    ['slow-10', 'ManageChannels'],
    ['shut', 'ManageRoles'],
  ] as const) {
    const refused = await fatima.chooses(await fatima.presses(card, 'Kanaal'), 'Kies wat je doet', what)
    expect(refused.message?.words).toContain(`**${right}**`)
  }
  const staff = await fatima.runs('/kanaal', {}, { channel: '#wachtrij' })
  expect(staff.message?.words).toContain('een kanaal van het team')
  const talks = await fatima.runs('/kanaal', {}, { channel: '#praten-met-ons' })
  expect(talks.message?.words).toContain('privégesprekken')
  // Discord shows it to the team; a house that shows it to others too still asks the table.
  house.world.admin().setsCommand('/kanaal', [{ for: { member: 'milan' }, allowed: true }])
  const member = await house.world.member('milan').runs('/kanaal', {}, { channel: '#algemeen' })
  expect(member.message?.words).toContain('Dit kan alleen iemand van het team')
  expect(await house.bot().desk.db.channelLimit.count()).toBe(0)
  house.world.admin().changesRole('@bot', { permissions: [...botByDefault, ...CAN] })
  await house.settled()
  await limits(house, 'slow-30', 'Tot we sluiten', await fatima.presses(card, 'Kanaal'))
  expect((await nowOf(house, 'algemeen')).rate_limit_per_user).toBe(30)
  const limit = await house.bot().desk.db.channelLimit.findFirstOrThrow()
  expect(limit.until.toISOString()).toMatch(/^2026-11-25T\d\d:00:00/)
})
