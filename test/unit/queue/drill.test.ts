import { describe, expect, test } from 'vitest'
import { drawDigest } from '../../../src/discord/digest-card.ts'
import type { Desk } from '../../../src/discord/desk.ts'
import { createLegalHolds } from '../../../src/privacy/legal-hold.ts'
import { readFigures } from '../../../src/statistics/read-figures.ts'
import type { Finding } from '../../../src/screening/finding.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { AGREED, openDutyWorld } from '../../support/duty-world.ts'
import { openTempHouse } from '../../support/storage/temp-storage.ts'

const BUS = {
  id: 'bushalte',
  name: 'Een plan',
  category: 'threat',
  kind: 'harm',
  level: 'rood',
  text: 'vrijdag aan de bushalte',
  findings: [] as readonly Finding[],
} as const

/** A Wednesday at 16 h 05 in Brussels; the house opened five minutes ago. */
const openWorld = async (options: Parameters<typeof openDutyWorld>[1] = {}, at = '2026-10-21T14:05:00Z') => {
  const temp = await openTempHouse()
  temp.clock.set(at)
  const world = await openDutyWorld(temp, options)
  const { house, drills } = world
  const drill = async (more: Partial<typeof BUS> | { level: 'groen' } = {}): Promise<string> => {
    const before = new Set((await temp.db.flag.findMany({ select: { id: true } })).map(({ id }) => id))
    await drills.start({
      house,
      actorId: 'sam',
      cases: [{ ...BUS, ...more }],
      queueChannelId: '700',
      policyVersion: 'v1',
      hours: 24,
    })
    const made = await temp.db.flag.findMany({ where: { drill: true }, select: { id: true } })
    return made.find(({ id }) => !before.has(id))?.id ?? ''
  }
  const told = () => world.wishes('reminder').filter(({ desired }) => desired['about'] === 'flag').length
  return { ...world, temp, db: temp.db, clock: temp.clock, drill, told }
}

describe('what counts or reminds leaves a drill out, and takes a real flag', () => {
  test('the ladder and the on-call role', async () => {
    const { drill, raise, pass, told, duty, house, db } = await openWorld()
    await duty.begin(house, 'sam')
    await drill()
    await pass(150)
    expect(told()).toBe(0)
    expect(await db.flagClock.count()).toBe(0)
    // Nor when clocks are made for flags from before there were clocks.
    await duty.arrive(house, { queueChannelId: '700', closingChannelIds: ['800'] })
    expect(await db.flagClock.count()).toBe(0)
    await raise('1', 'rood')
    await pass(40)
    expect(told()).toBe(1)
  })

  test('the summary at the opening, and what was left at closing', async () => {
    const { drill, raise, at, wishes, duty, house, flags } = await openWorld({}, '2026-10-21T19:00:00Z')
    await drill()
    await at('2026-10-22T14:00:00Z')
    expect(wishes('summary')).toEqual([])
    const held = await drill()
    await duty.begin(house, 'sam')
    await flags.act({ house, flagId: held, actorId: 'sam', act: { type: 'claim' } })
    await at('2026-10-22T18:00:00Z')
    // It closed: the drill went back to the queue with nothing said about it.
    expect((await flags.card(house, held))?.state).toBe('open')
    expect(wishes('summary')).toEqual([])
    await raise('1', 'rood')
    await at('2026-10-23T14:00:00Z')
    expect(wishes('summary').map(({ desired }) => desired['levels'])).toEqual([{ rood: 1 }])
  })

  test('the digest of a quiet house, and that of a flood', async () => {
    const { drill, raise, db, duty, house } = await openWorld({
      agreed: { ...AGREED, queue: { quiet: 'hour' } },
    })
    await duty.begin(house, 'sam')
    const flagId = await drill({ level: 'groen' })
    const digests = () => db.timer.count({ where: { kind: 'house-digest', firedAt: null } })
    expect(await digests()).toBe(0)
    // It has its own card at once.
    expect(await db.outboxTarget.findFirst({ where: { targetKey: `card:${flagId}` } })).toMatchObject({
      doneVersion: 0,
    })
    const desk = { db, texts: () => createTexts('nl') } as unknown as Desk
    expect(await drawDigest(desk, house, [`card:${flagId}`])).toBeUndefined()
    const real = await raise('1', 'groen')
    expect(await digests()).toBe(1)
    const digest = await drawDigest(desk, house, [`card:${flagId}`, `card:${real}`])
    expect(JSON.stringify(digest)).toContain('groen: 1')
  })

  test('every figure', async () => {
    const { drill, flags, house, db, clock, hours, duty } = await openWorld()
    await duty.begin(house, 'sam')
    const flagId = await drill()
    await flags.act({ house, flagId, actorId: 'sam', act: { type: 'measure', measure: 'ban', danger: true } })
    await flags.act({ house, flagId, actorId: 'sam', act: { type: 'decide', outcome: 'talked' } })
    const period = { from: '2026-10-01', until: '2026-10-31' }
    const read = () =>
      readFigures({ db, now: clock.now, hours, targetMinutes: () => AGREED.targetMinutes }, house, period)
    expect(await read()).toEqual({
      period,
      flags: [],
      seconds: { first: { open: [], all: [] }, closing: { open: [], all: [] } },
      inTime: [],
      waiting: 0,
      outcomes: [],
      rules: [],
      automatic: { againstPersons: 0, heldOrBlocked: 0, putBack: 0 },
      sums: new Map(),
    })
  })

  test('a real message that says the same has a flag of its own', async () => {
    const { drill, raise, flags, house, clock } = await openWorld()
    await drill()
    // Kept as long as a drill, so that both have the same digest.
    const keepUntil = new Date(clock.now().getTime() + 48 * 60 * 60_000)
    const say = async (messageId: string) =>
      (
        await flags.raise({
          house,
          subjectKey: `message:${messageId}`,
          channelId: '600',
          messageId,
          authorId: '1',
          words: BUS.text,
          source: 'screening',
          kind: 'harm',
          category: 'threat',
          level: 'rood',
          findings: [],
          policyVersion: 'v1',
          seenLate: false,
          keepUntil,
          queueChannelId: '700',
        })
      ).result
    expect([await say('1'), await say('2')]).toEqual(['raised', 'counted'])
    // Practised or not: what is real stands first, whatever its level.
    await raise('3', 'groen')
    const list = await flags.list(house, { limit: 10 })
    expect(list.map(({ drill: practice }) => practice)).toEqual([false, false, true])
  })

  test('what the law keeps', async () => {
    const { drill, raise, house, db, clock, temp } = await openWorld()
    const holds = createLegalHolds({
      db,
      seal: temp.seal,
      newId: temp.newId,
      now: clock.now,
      auditIdsDays: () => 365,
    })
    const place = (flagId: string) =>
      holds.place({
        house,
        flagId,
        actorId: 'sam',
        name: 'parket',
        why: 'vraag',
        until: new Date('2027-01-01'),
      })
    expect(await place(await drill())).toBeUndefined()
    expect(await place(await raise('1', 'rood'))).toBeDefined()
  })
})

describe('a drill itself', () => {
  test('reaches no message and no person, is never acute, and is otherwise decided as a real one', async () => {
    const { drill, flags, house, db, wishes } = await openWorld()
    const flagId = await drill()
    const act = (what: Parameters<typeof flags.act>[0]['act']) =>
      flags.act({ house, flagId, actorId: 'sam', act: what })
    for (const measure of ['pause', 'kick', 'ban'] as const)
      expect(await act({ type: 'measure', measure, danger: true })).toMatchObject({
        ok: true,
        practised: true,
      })
    expect(await act({ type: 'decide', outcome: 'made-safe' })).toMatchObject({ practised: true })
    expect(await act({ type: 'decide', outcome: 'removed' })).toMatchObject({ refusal: 'evidence-first' })
    expect(await act({ type: 'decide', outcome: 'removed', evidenceKept: true })).toMatchObject({
      practised: true,
    })
    expect(await act({ type: 'level', level: 'acuut' })).toMatchObject({ ok: false, refusal: 'drill' })
    expect(await db.flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({
      state: 'open',
      measure: null,
      outcome: null,
      level: 'rood',
    })
    expect([...wishes('measure'), ...wishes('removal')]).toEqual([])
    const lines = await db.auditLine.findMany({ where: { act: 'practised' } })
    expect(lines.map(({ codes }) => JSON.parse(codes))).toEqual([
      { outcome: 'made-safe', measure: 'pause', drill: 'yes' },
      { outcome: 'made-safe', measure: 'kick', drill: 'yes' },
      { outcome: 'made-safe', measure: 'ban', drill: 'yes' },
      { outcome: 'made-safe', drill: 'yes' },
      { outcome: 'removed', drill: 'yes' },
    ])
    // Red takes two, as always.
    expect(await act({ type: 'decide', outcome: 'no-problem' })).toMatchObject({
      flag: { state: 'awaiting' },
    })
    await flags.act({ house, flagId, actorId: 'jonas', act: { type: 'confirm' } })
    expect((await flags.card(house, flagId))?.outcome).toBe('no-problem')
  })

  test('goes after its hours with everything that hangs on it, claimed or not, and its card with it', async () => {
    const { drill, raise, flags, house, db, pass, clock } = await openWorld()
    const real = await raise('1', 'groen')
    const flagId = await drill()
    await flags.act({
      house,
      flagId,
      actorId: 'sam',
      act: { type: 'answer', answers: [{ questionId: 'q', words: 'iets' }] },
    })
    await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })
    await pass(23 * 60)
    expect(await db.flag.count({ where: { drill: true } })).toBe(1)
    clock.pass(60 * 60_000)
    await pass(5)
    expect((await db.flag.findMany()).map(({ id }) => id)).toEqual([real])
    expect(await db.flagNote.count()).toBe(0)
    expect(await db.outboxTarget.findFirst({ where: { targetKey: `card:${flagId}` } })).toMatchObject({
      desired: JSON.stringify({ flagId, gone: true }),
    })
    expect(await flags.act({ house, flagId, actorId: 'sam', act: { type: 'claim' } })).toMatchObject({
      refusal: 'gone',
    })
  })

  test('no more than a team can practise with, and all of them gone by one press', async () => {
    const { drills, house, raise, db } = await openWorld()
    await raise('1', 'groen')
    const start = (count: number) =>
      drills.start({
        house,
        actorId: 'sam',
        cases: Array.from({ length: count }, () => BUS),
        queueChannelId: '700',
        policyVersion: 'v1',
        hours: 24,
      })
    expect([await start(20), await start(6), await start(5)]).toEqual([20, 0, 5])
    expect(await drills.clear(house, 'sam')).toBe(25)
    expect([await drills.count(house), await db.flag.count()]).toEqual([0, 1])
  })
})
