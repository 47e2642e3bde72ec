import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditLine } from '../../../src/generated/sqlite/client.ts'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { createRetention } from '../../../src/privacy/retention.ts'
import { AGREED, openDutyWorld } from '../../support/duty-world.ts'
import { openTempHouse } from '../../support/storage/temp-storage.ts'

/** A Wednesday at 16 h 05 in Brussels, five minutes after the house opened; it closes at 20 h. */
const openWorld = async () => {
  const temp = await openTempHouse()
  temp.clock.set('2026-10-21T14:05:00Z')
  const world = await openDutyWorld(temp)
  const { db, clock } = temp
  const { house, flags } = world
  const act = (flagId: string, what: FlagAct, actorId = 'sam') =>
    flags.act({ house, flagId, actorId, act: what })
  const rounds = () => db.flagRound.findMany({ orderBy: { startedAt: 'asc' } })
  return { ...world, temp, db, clock, act, rounds }
}
const MINUTE = 60

describe('how soon somebody looked', () => {
  test('by the clock, and by the hours in which the house was open with somebody there', async () => {
    const { house, duty, raise, at, act, rounds } = await openWorld()
    await duty.begin(house, 'sam')
    await at('2026-10-21T17:50:00Z')
    const flagId = await raise('1', 'rood')
    // Ten minutes until it closes, a night, and twenty minutes from sam's coming the next day.
    await at('2026-10-22T14:30:00Z')
    await duty.begin(house, 'sam')
    await at('2026-10-22T14:50:00Z')
    await act(flagId, { type: 'claim' })
    await at('2026-10-22T15:00:00Z')
    await act(flagId, { type: 'decide', outcome: 'talked', reason: 'help' })
    expect(await rounds()).toMatchObject([
      {
        level: 'rood',
        firstSeconds: 21 * 60 * MINUTE,
        firstOpenSeconds: 30 * MINUTE,
        overdue: false,
        closedSeconds: 21 * 60 * MINUTE + 10 * MINUTE,
        closedOpenSeconds: 40 * MINUTE,
        outcome: 'talked',
      },
    ])
  })

  test('too late is later than the target time of its level, counted from when it became so heavy', async () => {
    const { house, duty, raise, pass, act, rounds } = await openWorld()
    await duty.begin(house, 'sam')
    const late = await raise('1', 'rood')
    const heavier = await raise('2', 'geel')
    await pass(AGREED.targetMinutes.rood + 5)
    await act(late, { type: 'claim' })
    await act(heavier, { type: 'level', level: 'rood' })
    await pass(AGREED.targetMinutes.rood - 5)
    await act(heavier, { type: 'claim' })
    expect((await rounds()).map(({ overdue }) => overdue)).toEqual([true, false])
  })

  test('undoing a closing goes on with the same round; a new report of what was closed begins another', async () => {
    const { house, duty, flags, raise, pass, clock, act, rounds } = await openWorld()
    await duty.begin(house, 'sam')
    const flagId = await raise('1', 'geel', { kind: 'harm', category: 'threat', words: 'eerst' })
    await pass(5)
    await act(flagId, { type: 'decide', outcome: 'talked' })
    clock.pass(30_000)
    await act(flagId, { type: 'undo' })
    expect(await rounds()).toMatchObject([{ firstSeconds: 5 * MINUTE, closedAt: null, outcome: null }])
    await act(flagId, { type: 'decide', outcome: 'no-problem' })
    await pass(10)
    await raise('1', 'geel', { kind: 'harm', category: 'threat', words: 'anders' })
    expect(await flags.count(house)).toBe(1)
    expect(await rounds()).toMatchObject([
      { firstSeconds: 5 * MINUTE, outcome: 'no-problem' },
      { firstSeconds: null, closedAt: null, outcome: null },
    ])
  })

  test('a closing that nobody decided is no decision, and nobody looked', async () => {
    const { house, duty, raise, pass, rounds } = await openWorld()
    await duty.begin(house, 'sam')
    await raise('1', 'geel')
    await duty.setEnd(house, '2026-10-21', 'sam')
    await pass(12 * 60)
    const [round] = await rounds()
    expect(round).toMatchObject({ firstSeconds: null, outcome: null, overdue: null })
    expect(round?.closedAt).not.toBeNull()
  })

  test('the figures stay when the audit forgets which flag was which', async () => {
    const { house, duty, raise, pass, act, rounds, temp, db, clock } = await openWorld()
    await duty.begin(house, 'sam')
    const flagId = await raise('1', 'geel')
    await pass(7)
    await act(flagId, { type: 'decide', outcome: 'talked' })
    const before = await rounds()
    clock.pass(400 * 24 * 60 * 60_000)
    await createRetention({ db, seal: temp.seal, outbox: temp.outbox }).sweep(clock.now())
    expect(await db.auditLine.count({ where: { flagId: { not: null } } })).toBe(0)
    expect(await rounds()).toEqual(before)
  })
})

interface Told {
  readonly start: number
  readonly first: number | undefined
  readonly closed: number | undefined
}

/** The same from the audit, as long as it still knows which flag: read line by line. */
const fromAudit = (lines: readonly AuditLine[]): readonly Told[] => {
  const rounds: { start: number; first: number | undefined; closed: number | undefined }[] = []
  for (const { act, at, actorId, toState } of lines) {
    const time = at.getTime()
    if (act === 'raised' || act === 'reopened')
      rounds.push({ start: time, first: undefined, closed: undefined })
    const round = rounds.at(-1)
    if (round === undefined) continue
    if (actorId !== null && ['claimed', 'passed', 'proposed', 'closed'].includes(act)) round.first ??= time
    if (act === 'undone') round.closed = undefined
    else if (toState === 'closed') round.closed ??= time
  }
  return rounds
}

const after = (start: number, ms: number | undefined): number | null =>
  ms === undefined ? null : (ms - start) / 1_000

const who = fc.constantFrom('sam', 'jonas')
const step = fc.oneof(
  fc.record({ actorId: who, act: fc.constant<FlagAct>({ type: 'claim' }) }),
  fc.record({ actorId: who, act: fc.constant<FlagAct>({ type: 'release' }) }),
  fc.record({ actorId: who, act: fc.constant<FlagAct>({ type: 'undo' }) }),
  fc.record({
    actorId: who,
    act: fc.constantFrom<FlagAct>(
      { type: 'level', level: 'geel' },
      { type: 'level', level: 'rood' },
      { type: 'decide', outcome: 'no-problem' },
      { type: 'decide', outcome: 'talked' },
      { type: 'decide', outcome: 'passed-on' },
    ),
  }),
  fc.record({ words: fc.constantFrom('een', 'twee', 'drie') }),
)

test('whatever people do, the rounds say what the audit says', async () => {
  const { house, flags, db, clock, raise, duty } = await openWorld()
  await duty.begin(house, 'sam')
  let messages = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 7 }),
      async (steps) => {
        const id = `p${(messages += 1)}`
        const about = { kind: 'harm', category: 'threat' } as const
        const flagId = await raise(id, 'geel', { ...about, words: `begin ${id}` })
        for (const [one, seconds] of steps) {
          clock.pass(seconds * 1_000)
          if ('words' in one) await raise(id, 'geel', { ...about, words: `${one.words} ${id}` })
          else await flags.act({ house, flagId, actorId: one.actorId, act: one.act })
        }
        const rows = await db.flagRound.findMany({ where: { flagId }, orderBy: { startedAt: 'asc' } })
        const lines = await db.auditLine.findMany({ where: { flagId }, orderBy: { id: 'asc' } })
        expect(
          rows.map(({ startedAt, firstSeconds, closedSeconds }) => [
            startedAt.getTime(),
            firstSeconds,
            closedSeconds,
          ]),
        ).toEqual(
          fromAudit(lines).map(({ start, first, closed }) => [
            start,
            after(start, first),
            after(start, closed),
          ]),
        )
      },
    ),
    { numRuns: 25 },
  )
})
