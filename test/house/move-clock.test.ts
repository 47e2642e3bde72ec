import { expect, onTestFinished, test } from 'vitest'
import { houseId } from '../../src/house/id.ts'
import { createLog } from '../../src/log.ts'
import { openPracticeHouse } from '../../src/practice/house.ts'
import { clockView, goalOf, moveClock } from '../../src/practice/move-clock.ts'
import { createPracticeClock } from '../../src/practice/practice-clock.ts'

/** Brussels: Wednesday, two in the afternoon. The shipped house is open until six, and from seven to half past nine. */
const AT = new Date('2026-11-25T13:00:00Z')

test('the clock of the practice house moves in the steps that time would take: ladder, closing, opening', async () => {
  const house = await openPracticeHouse({
    policyFolder: 'policies',
    log: createLog('silent'),
    clock: createPracticeClock(AT),
  })
  onTestFinished(() => house.close())
  const { bot, discord } = house
  const { desk } = bot
  const id = houseId(discord.guildId)
  const world = discord.world
  expect(clockView(house)).toMatchObject({ open: true, says: 'Open tot 18 uur' })
  expect(goalOf(house, 'tonight').toISOString()).toBe('2026-11-25T22:30:00.000Z')

  await world.member('noor').says('#algemeen', 'ik wil dood')
  await house.settled()
  await moveClock(house, 'hour')
  // Nobody took it within its half hour: who is on duty hears it, and the channel its one general line, then and not now.
  const [flag] = await desk.db.flag.findMany()
  const told = async () => (await desk.db.flagClock.findMany()).map((clock) => clock.told)
  expect(flag?.level).toBe('rood')
  expect(await told()).toEqual([2])
  const line = await desk.db.outboxTarget.findFirst({ where: { kind: 'line' } })
  const after = (at: Date | undefined): number => Math.round((Number(at) - Number(flag?.createdAt)) / 60_000)
  expect(after(line?.createdAt)).toBe(30)

  await moveClock(house, 'tonight')
  expect(Math.abs(desk.now().getTime() - Date.parse('2026-11-25T22:30:00Z'))).toBeLessThan(60_000)
  expect(clockView(house)).toMatchObject({ open: false, says: 'Gesloten tot morgen om 16 uur' })
  const shifts = await desk.db.dutyShift.findMany({ orderBy: { startedAt: 'asc' } })
  expect(shifts.map(({ endedAt, endedBy }) => [endedAt?.toISOString(), endedBy])).toEqual([
    ['2026-11-25T17:00:00.000Z', 'closing'],
    ['2026-11-25T20:30:00.000Z', 'closing'],
  ])
  expect(await told()).toEqual([3])
  const reminders = await desk.db.outboxTarget.findMany({
    where: { kind: 'reminder' },
    orderBy: { createdAt: 'asc' },
  })
  expect(reminders.map(({ createdAt }) => after(createdAt))).toEqual([30, 60, 90])
  expect(await desk.duty.present(id)).toEqual([])
  expect(world.channel('algemeen').lastMessage()?.content).toContain('16 uur')

  await moveClock(house, 'next-opening')
  expect(clockView(house).open).toBe(true)
  expect(Math.abs(desk.now().getTime() - Date.parse('2026-11-26T15:00:00Z'))).toBeLessThan(60_000)
  expect((await desk.duty.present(id)).map(({ memberId }) => memberId)).toEqual([world.member('sam').id])

  // Who goes home by themselves is not called back.
  await desk.duty.end(id, world.member('sam').id, { release: true })
  await moveClock(house, 'next-opening')
  expect(Math.abs(desk.now().getTime() - Date.parse('2026-11-27T15:00:00Z'))).toBeLessThan(60_000)
  expect(await desk.duty.present(id)).toEqual([])
  expect(goalOf(house, 'next-week').getTime() - desk.now().getTime()).toBeGreaterThan(7 * 86_400_000 - 60_000)
})
