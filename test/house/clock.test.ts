import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const CRY = 'ik wil dood'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** A house whose machine can have another time than the world. */
async function withMachine(
  at?: string,
): Promise<{ house: TestHouse; readonly set: (offMs: number) => void }> {
  let off = 0
  let begun: number | undefined
  const house = await openHouse({
    ...(at === undefined ? {} : { at }),
    machine: {
      wall: (real) => new Date(real.getTime() + off),
      monotonic: (real) => real.getTime() - (begun ??= real.getTime()),
    },
  })
  return { house, set: (offMs) => void (off = offMs) }
}
const keys = (house: TestHouse): readonly string[] => readdirSync(join(dirname(house.databaseFile), 'keys'))
const inChannel = (house: TestHouse): number =>
  house.world
    .channel('#algemeen')
    .messages()
    .filter(({ authorId }) => authorId === house.discord.botId).length
const words = async (house: TestHouse): Promise<string | undefined> => {
  const flag = await house.bot().desk.db.flag.findFirstOrThrow()
  return house.bot().desk.flags.words(flag.houseId as never, flag.id)
}
const said = (house: TestHouse, what: string): number =>
  house.log.filter((line) => line.includes(what)).length

test.each([['a year ahead', 365 * DAY]] as const)(
  'a clock that leaps %s destroys nothing and fires nothing; once it is right again, all happens once and on time',
  async (_what, leap) => {
    const { house, set } = await withMachine()
    await house.world.member('lotte').says('#algemeen', CRY)
    await house.settled()
    const before = keys(house)
    expect(before.length).toBeGreaterThan(0)
    set(leap)
    await house.pass(0.5)
    await house.pass(0.5)
    expect(keys(house), 'no key is destroyed').toEqual(before)
    expect(await words(house)).toBe(CRY)
    expect(inChannel(house), 'no offer before its time').toBe(0)
    expect(said(house, 'the clock of this machine leapt')).toBe(1)
    // Its time comes while the clock is still wrong: the bot works with the time of Discord.
    await house.pass(house.policy.house.targetMinutes.rood + 1)
    expect(inChannel(house)).toBe(1)
    set(0)
    await house.pass(1)
    await house.pass(60)
    expect(inChannel(house), 'never a second time').toBe(1)
    expect(said(house, 'the clock of this machine is right again')).toBe(1)
  },
)

test('a clock that goes back an hour holds nothing up and fires nothing twice', async () => {
  const { house, set } = await withMachine()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  set(-60 * MINUTE)
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  expect(inChannel(house)).toBe(1)
  set(0)
  await house.pass(5)
  expect(inChannel(house)).toBe(1)
})

test('the night on which the clocks change: what is due fires once, and cards come as always', async () => {
  // Brussels: 2.30 before the change, 2.30 again an hour later.
  const { house } = await withMachine('2026-10-25T00:30:00Z')
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  const closing = await house.bot().desk.db.timer.count({ where: { firedAt: null } })
  for (let half = 0; half < 6; half++) await house.pass(30)
  const fired = await house.bot().desk.db.timer.findMany({ where: { firedAt: { not: null } } })
  expect(new Set(fired.map(({ key }) => key)).size).toBe(fired.length)
  expect(closing).toBeGreaterThanOrEqual(0)
  expect(house.cards()).toHaveLength(1)
  expect(said(house, 'the clock of this machine')).toBe(0)
})
