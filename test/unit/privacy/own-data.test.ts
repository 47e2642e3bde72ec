import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLegalHolds } from '../../../src/privacy/legal-hold.ts'
import { readOwnData } from '../../../src/privacy/own-data.ts'
import { eraseOwnData } from '../../../src/privacy/own-data-erase.ts'
import { OUTCOMES, type Outcome } from '../../../src/queue/outcomes.ts'
import { cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

const PEOPLE = ['1111111111', '2222222222', '3333333333'] as const
const STAFF = ['7777777771', '7777777772'] as const
const MESSAGES = ['m1', 'm2', 'm3', 'm4'] as const
const FINDINGS = { insult, cry: cryForHelp, threat } as const

/** What happens in a house, to messages that people wrote. Each text says whose it is and about which message. */
type Happening =
  | { do: 'raise'; message: number; what: keyof typeof FINDINGS }
  | { do: 'report'; message: number; by: number }
  | { do: 'claim'; message: number; by: number }
  | { do: 'decide'; message: number; by: number; outcome: Outcome }
  | { do: 'hold'; message: number }

const message = fc.nat({ max: MESSAGES.length - 1 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    do: fc.constant('raise' as const),
    message,
    what: fc.constantFrom('insult' as const, 'cry' as const, 'threat' as const),
  }),
  fc.record({ do: fc.constant('report' as const), message, by: fc.nat({ max: PEOPLE.length - 1 }) }),
  fc.record({ do: fc.constant('claim' as const), message, by: fc.nat({ max: 1 }) }),
  fc.record({
    do: fc.constant('decide' as const),
    message,
    by: fc.nat({ max: 1 }),
    outcome: fc.constantFrom(...OUTCOMES),
  }),
  fc.record({ do: fc.constant('hold' as const), message }),
)

/** Message n was written by person n modulo 3. */
const authorOf = (nth: number): string => PEOPLE[nth % PEOPLE.length] ?? ''
const wordsOf = (nth: number): string => `boodschap-${MESSAGES[nth] ?? ''}`
const noteOf = (by: number, nth: number): string => `notitie-${by}-${MESSAGES[nth] ?? ''}`

const carryOut = async (house: TempHouse, what: Happening): Promise<void> => {
  const name = MESSAGES[what.message] ?? ''
  const about = { message: name, authorId: authorOf(what.message), words: wordsOf(what.message) }
  if (what.do === 'raise') {
    await house.flags.raise(raiseOf(FINDINGS[what.what], about))
    return
  }
  if (what.do === 'report') {
    const by = PEOPLE[what.by] ?? ''
    if (by !== about.authorId)
      await house.flags.raise(reportOf(by, { ...about, note: noteOf(what.by, what.message) }))
    return
  }
  const row = await house.db.flag.findFirst({
    where: { subjectKey: `message:${name}` },
    select: { id: true },
  })
  if (row === null) return
  if (what.do === 'hold') {
    await createLegalHolds({ ...house, now: house.clock.now, auditIdsDays: () => 365 }).place({
      house: HOUSE,
      flagId: row.id,
      actorId: STAFF[0],
      name: 'n',
      why: 'w',
      until: new Date('2026-12-01T00:00:00Z'),
    })
    return
  }
  const actorId = STAFF[what.by] ?? ''
  const act =
    what.do === 'claim' ? ({ type: 'claim' } as const) : ({ type: 'decide', outcome: what.outcome } as const)
  await house.flags.act({ house: HOUSE, flagId: row.id, actorId, act })
}

const exportOf = async (house: TempHouse, userId: string): Promise<string> =>
  JSON.stringify(await readOwnData({ ...house, now: house.clock.now }, HOUSE, userId))

const forgetAll = async ({ db }: TempHouse): Promise<void> => {
  for (const table of [
    db.report,
    db.legalHold,
    db.finding,
    db.flagNote,
    db.flagMessage,
    db.heldMessage,
  ] as const)
    await (table as { deleteMany(): Promise<unknown> }).deleteMany()
  await db.flag.deleteMany()
  await db.outboxTarget.deleteMany()
  await db.timer.deleteMany()
}

/** Everything that one person's export may not hold, told from the rows. */
const check = async (house: TempHouse): Promise<'lawful'> => {
  const flags = await house.db.flag.findMany({ include: { reports: true, holds: true } })
  for (const [nth, userId] of PEOPLE.entries()) {
    const text = await exportOf(house, userId)
    for (const other of [...PEOPLE, ...STAFF]) if (other !== userId) expect(text).not.toContain(other)
    for (const flag of flags) {
      expect(text).not.toContain(flag.id)
      const of = MESSAGES.findIndex((name) => flag.subjectKey === `message:${name}`)
      const mine = flag.authorId === userId
      const hidden =
        flag.state !== 'closed' ||
        flag.holds.length > 0 ||
        flag.outcome === 'passed-on' ||
        flag.firstById !== null
      if (hidden || !mine) expect(text).not.toContain(wordsOf(of))
      else expect(text).toContain(wordsOf(of))
      for (const report of flag.reports) {
        const by = PEOPLE.findIndex((person) => person === report.reporterId)
        if (by !== nth) expect(text).not.toContain(noteOf(by, of))
        else expect(text).toContain(noteOf(by, of))
      }
    }
  }
  return 'lawful'
}

test('whatever happened, an export names no reporter, no staff, nothing open, held or passed on, and nothing of others', {
  timeout: 120_000,
}, async () => {
  const house = await openTempHouse()
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 14 }), async (happenings) => {
      await forgetAll(house)
      for (const one of happenings) await carryOut(house, one)
      expect(await check(house)).toBe('lawful')
    }),
    { numRuns: 60 },
  )
})

test('whatever happened, deleting changes nothing that is open, held, or became a measure', {
  timeout: 120_000,
}, async () => {
  const house = await openTempHouse()
  const untouchable = async () =>
    (
      await house.db.flag.findMany({ include: { reports: true, holds: true }, orderBy: { id: 'asc' } })
    ).filter(
      ({ state, outcome, holds }) =>
        state !== 'closed' ||
        holds.length > 0 ||
        ['removed', 'made-safe', 'passed-on'].includes(outcome ?? ''),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 14 }), async (happenings) => {
      await forgetAll(house)
      for (const one of happenings) await carryOut(house, one)
      const before = await untouchable()
      for (const userId of PEOPLE) await eraseOwnData({ ...house, now: house.clock.now }, HOUSE, userId)
      const after = await untouchable()
      const closedFree = ({ state, holds }: (typeof before)[number]) =>
        state === 'closed' && holds.length === 0
      // Of what became a measure the reports of a person may go: they are theirs, and it is over.
      const bare = (flag: (typeof before)[number]) => (closedFree(flag) ? { ...flag, reports: [] } : flag)
      expect(after.map(bare)).toEqual(before.map(bare))
      const light = ['no-problem', 'talked', 'reminded', 'put-back', 'referred']
      const left = await house.db.flag.findMany({
        where: { state: 'closed', outcome: { in: light }, firstById: null, holds: { none: {} } },
        select: { authorId: true, words: true },
      })
      expect(left.filter(({ authorId, words }) => authorId !== null || words !== null)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a worry is shown without a category: nobody was accused', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(reportOf('noor'))
  await house.flags.act({
    house: HOUSE,
    flagId,
    actorId: 'amira',
    act: { type: 'decide', outcome: 'talked' },
  })
  const data = await readOwnData({ ...house, now: house.clock.now }, HOUSE, 'writer')
  expect(data.decisions).toMatchObject([{ outcome: 'talked', category: null, reason: null }])
})

test('deleting keeps the mark, so that the same text read again opens nothing', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult))
  await house.flags.act({
    house: HOUSE,
    flagId,
    actorId: 'amira',
    act: { type: 'decide', outcome: 'talked' },
  })
  expect(await eraseOwnData({ ...house, now: house.clock.now }, HOUSE, 'writer')).toBe(1)
  expect(await house.flags.raise(raiseOf(insult))).toMatchObject({ result: 'unchanged' })
  expect(await eraseOwnData({ ...house, now: house.clock.now }, HOUSE, 'writer')).toBe(0)
})
