import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Duty } from '../../../src/duty/duty.ts'
import { isOpen } from '../../../src/duty/opening.ts'
import type { Level } from '../../../src/screening/kinds.ts'
import { openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'
import { type DutyWorld, openDutyWorld, TEAM_HOURS } from '../../support/duty-world.ts'

const TEAM = ['fatima', 'jonas', 'sam'] as const
type Worker = (typeof TEAM)[number]

type Act =
  | { readonly do: 'raise'; readonly level: Level }
  | { readonly do: 'claim' | 'release' | 'close' | 'propose'; readonly who: Worker; readonly flag: number }
  | { readonly do: 'level'; readonly who: Worker; readonly flag: number; readonly level: Level }
  | {
      readonly do: 'begin' | 'end' | 'end-release' | 'offer' | 'offer-end' | 'withdraw' | 'leave'
      readonly who: Worker
    }
  | { readonly do: 'accept'; readonly who: Worker; readonly from: Worker }
  | { readonly do: 'ask' | 'come'; readonly who: Worker; readonly flag: number }
  | { readonly do: 'pass'; readonly minutes: number }

const worker = fc.constantFrom(...TEAM)
const flag = fc.integer({ min: 0, max: 3 })
const level = fc.constantFrom<Level>('groen', 'geel', 'rood', 'acuut')
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('raise' as const), level }),
  fc.record({
    do: fc.constantFrom('claim' as const, 'release' as const, 'close' as const, 'propose' as const),
    who: worker,
    flag,
  }),
  fc.record({ do: fc.constant('level' as const), who: worker, flag, level }),
  fc.record({
    do: fc.constantFrom(
      'begin' as const,
      'begin' as const,
      'end' as const,
      'end-release' as const,
      'offer' as const,
      'offer-end' as const,
      'withdraw' as const,
      'leave' as const,
    ),
    who: worker,
  }),
  fc.record({ do: fc.constant('accept' as const), who: worker, from: worker }),
  fc.record({ do: fc.constantFrom('ask' as const, 'come' as const), who: worker, flag }),
  fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(5, 15, 30, 60, 240) }),
)

/** What the test knows by itself of who is there: the acts that it saw succeed, and the hours. */
interface Known {
  readonly raised: string[]
  readonly talks: string[]
  readonly left: Set<Worker>
}

const accept = async (world: DutyWorld, db: TempHouse['db'], who: Worker, from: Worker) => {
  const offers = await db.handOver.findMany({ where: { houseId: world.house, fromId: from } })
  const offer = offers.at(-1)
  if (offer === undefined) return 0
  const by: Parameters<Duty['accept']>[2] = { memberId: who, maySee: () => true, mayTalk: who === 'sam' }
  // Two press at the same time: one of them has it, or neither.
  const both = await Promise.all([
    world.duty.accept(world.house, offer.id, by),
    world.duty.accept(world.house, offer.id, by),
  ])
  return both.filter(({ ok }) => ok).length
}

const carryOut = async (world: DutyWorld, temp: TempHouse, known: Known, one: Act): Promise<void> => {
  const { house, duty, flags, talks } = world
  const flagId = (index: number): string => known.raised[index % Math.max(1, known.raised.length)] ?? 'none'
  const talkId = (index: number): string => known.talks[index % Math.max(1, known.talks.length)] ?? 'none'
  // Who left the team can press nothing: the edge reads the roles first.
  if ('who' in one && one.do !== 'leave' && known.left.has(one.who)) return
  const does = (what: Parameters<typeof flags.act>[0]['act'], who: Worker, index: number) =>
    flags.act({ house, flagId: flagId(index), actorId: who, act: what })
  switch (one.do) {
    case 'raise':
      known.raised.push(await world.raise(`${house}${known.raised.length}`, one.level))
      return
    case 'claim':
    case 'release':
      await does({ type: one.do }, one.who, one.flag)
      return
    case 'close':
      await does({ type: 'decide', outcome: 'talked' }, one.who, one.flag)
      return
    case 'propose':
      await does({ type: 'decide', outcome: 'no-problem' }, one.who, one.flag)
      return
    case 'level':
      await does({ type: 'level', level: one.level }, one.who, one.flag)
      return
    case 'begin':
      await duty.begin(house, one.who)
      return
    case 'end':
    case 'end-release':
      await duty.end(house, one.who, { release: one.do === 'end-release' })
      return
    case 'offer':
    case 'offer-end':
      await duty.offer(house, one.who, { channelId: '700', ending: one.do === 'offer-end' })
      return
    case 'withdraw':
      await duty.withdraw(house, one.who)
      return
    case 'leave':
      known.left.add(one.who)
      await duty.leave(house, one.who)
      return
    case 'accept': {
      if (one.who === one.from) return
      const won = await accept(world, temp.db, one.who, one.from)
      expect(won).toBeLessThanOrEqual(1)
      return
    }
    case 'ask':
      known.talks.push(
        (
          await talks.ask({
            house,
            askerId: `young-${known.talks.length}`,
            language: 'nl',
            parentChannelId: '650',
            queueChannelId: '700',
          })
        ).talk.id,
      )
      return
    case 'come':
      await talks.act(house, talkId(one.flag), { type: 'come', actorId: one.who })
      return
    case 'pass':
      await world.pass(one.minutes)
  }
}

/** No flag and no talk without an owner or a queue; nothing with somebody who left. */
const everythingHasAPlace = async (world: DutyWorld, temp: TempHouse, { left }: Known): Promise<void> => {
  const gone: readonly string[] = [...left]
  const open = await temp.db.flag.findMany({ where: { houseId: world.house, state: { not: 'closed' } } })
  for (const { state, ownerId } of open) {
    expect(state === 'open' ? ownerId === null : ownerId !== null).toBe(true)
    expect(gone).not.toContain(ownerId)
  }
  const talks = await temp.db.talk.findMany({
    where: { houseId: world.house, state: { in: ['waiting', 'talking'] } },
  })
  for (const { state, firstWorkerId, secondWorkerId } of talks) {
    expect(state === 'talking').toBe(firstWorkerId !== null)
    expect(gone).not.toContain(firstWorkerId)
    expect(gone).not.toContain(secondWorkerId)
  }
  const there = await temp.db.dutyShift.findMany({ where: { houseId: world.house, openFor: { not: null } } })
  for (const { openFor } of there) expect(gone).not.toContain(openFor)
  const offers = await temp.db.handOver.findMany({ where: { houseId: world.house, state: 'offered' } })
  for (const { fromId } of offers) expect(gone).not.toContain(fromId)
}

/** Read from the rows alone; whoever went at that very moment was there until then. */
const somebodyWasThere = async ({ house }: DutyWorld, { db }: TempHouse, at: Date): Promise<boolean> =>
  (await db.dutyShift.count({
    where: { houseId: house, startedAt: { lte: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] },
  })) > 0

const flagReminders = (world: DutyWorld) =>
  world.wishes('reminder').filter(({ desired }) => desired['about'] === 'flag')

test('whatever happens: no flag without an owner or a queue, and each step of the ladder once and never while closed', async () => {
  const temp = await openTempHouse()
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 35 }), async (acts) => {
      // A Wednesday, ten minutes before the opening.
      temp.clock.set('2026-10-21T13:50:00Z')
      const world = await openDutyWorld(temp)
      const known: Known = { raised: [], talks: [], left: new Set() }
      for (const one of acts) {
        const before = flagReminders(world).length
        await carryOut(world, temp, known, one)
        await everythingHasAPlace(world, temp, known)
        for (const { at, desired } of flagReminders(world).slice(before)) {
          const manned = isOpen(TEAM_HOURS, at) && (await somebodyWasThere(world, temp, at))
          expect(manned, JSON.stringify(desired)).toBe(desired['who'] !== 'on-call')
        }
      }
      const keys = flagReminders(world).map(({ targetKey }) => targetKey)
      expect(new Set(keys).size).toBe(keys.length)
      const levels = await temp.db.flagClock.count({ where: { houseId: world.house } })
      expect(levels).toBe(known.raised.length)
      // The next house begins with a clock that stands earlier: nothing of this one is due there.
      await temp.db.timer.deleteMany({ where: { houseId: world.house } })
    }),
    { numRuns: 8 },
  )
}, 60_000)
