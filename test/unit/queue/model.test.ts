import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { OUTCOMES } from '../../../src/queue/outcomes.ts'
import { LEVELS } from '../../../src/screening/kinds.ts'
import { NOTED } from '../../support/storage/flag-facts.ts'
import { cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import type { PassOn } from '../../../src/queue/pass-on.ts'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { HOUSE, openTempHouse, type TempHouse } from '../../support/storage/temp-storage.ts'

/** What can happen to the queue. */
type Deed =
  | { do: 'raise'; what: 'insult' | 'cry' | 'threat'; words: string; policy: string }
  | { do: 'report'; by: string; words: string }
  | { do: 'claim' | 'release' | 'show'; by: string }
  | { do: 'decide'; by: string; outcome: (typeof OUTCOMES)[number] }
  | { do: 'level'; by: string; level: (typeof LEVELS)[number] }
  | { do: 'answer'; by: string; words: string }
  | { do: 'record' | 'print' | 'tell'; by: string }
type Happening = Deed & { message: string }

const FINDINGS = { insult, cry: cryForHelp, threat } as const
const STAFF = ['amira', 'bert', 'chris'] as const

const by = fc.constantFrom(...STAFF, 'writer')
const words = fc.constantFrom('first', 'second')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    do: fc.constant('raise' as const),
    what: fc.constantFrom('insult' as const, 'cry' as const, 'threat' as const),
    words,
    policy: fc.constantFrom('p1', 'p2'),
  }),
  fc.record({ do: fc.constant('report' as const), by: fc.constantFrom('noor', 'sam', 'amira'), words }),
  fc.record({ do: fc.constantFrom('claim' as const, 'release' as const, 'show' as const), by }),
  fc.record({ do: fc.constant('decide' as const), by, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ do: fc.constant('level' as const), by, level: fc.constantFrom(...LEVELS) }),
  fc.record({ do: fc.constant('answer' as const), by, words: fc.constantFrom('friends', '') }),
  fc.record({ do: fc.constantFrom('record' as const, 'print' as const, 'tell' as const), by }),
)
const happening: fc.Arbitrary<Happening> = fc
  .tuple(deed, fc.constantFrom('1', '2'))
  .map(([what, message]) => ({ ...what, message }))

const PASSED_ON: PassOn = { contact: '101', at: new Date('2026-03-02T17:55:00Z'), words: 'spoke to Ann' }

const actOf = (what: Exclude<Deed, { do: 'raise' | 'report' }>): FlagAct => {
  switch (what.do) {
    case 'decide':
      return { type: 'decide', outcome: what.outcome, passedOn: PASSED_ON }
    case 'level':
      return { type: 'level', level: what.level }
    case 'answer':
      return { type: 'answer', answers: [{ questionId: 'protects', words: what.words }] }
    case 'record':
      return { type: 'record', passedOn: PASSED_ON }
    case 'tell':
      return { type: 'tell', how: 'thread', words: 'hello' }
    default:
      return { type: what.do }
  }
}

const carryOut = async ({ flags, db }: TempHouse, what: Happening): Promise<string> => {
  const { message } = what
  if (what.do === 'raise') {
    const input = raiseOf(FINDINGS[what.what], { message, words: what.words, policyVersion: what.policy })
    return (await flags.raise(input)).result
  }
  if (what.do === 'report')
    return (await flags.raise(reportOf(what.by, { message, words: what.words }))).result
  const row = await db.flag.findFirst({ where: { subjectKey: `message:${message}` }, select: { id: true } })
  if (row === null) return 'no flag'
  const { do: type, by: actorId } = what
  const act = actOf(what)
  const result = await flags.act({ house: HOUSE, flagId: row.id, actorId, act })
  return result.ok ? `${type} by ${actorId}` : result.refusal
}

/** The laws, looked up in the rows. */
const check = async ({ db, outbox }: TempHouse): Promise<'lawful'> => {
  const flags = await db.flag.findMany({ include: { reports: true } })
  expect(new Set(flags.map(({ subjectKey }) => subjectKey)).size).toBe(flags.length)
  for (const flag of flags) {
    const lines = await db.auditLine.findMany({ where: { flagId: flag.id }, orderBy: { id: 'asc' } })
    const moves = lines.filter(({ act }) => !NOTED.has(act))
    // Every transition has exactly one line, and the version grew by one with each.
    expect(moves).toHaveLength(flag.version)
    // The lines tell one story: each begins where the one before ended, and the last ends where the row is.
    expect(moves.map(({ fromState }) => fromState)).toEqual([
      null,
      ...moves.slice(0, -1).map(({ toState }) => toState),
    ])
    expect(moves.at(-1)?.toState).toBe(flag.state)
    // The card is wanted with each, in the newest version.
    const card = await outbox.target(HOUSE, `card:${flag.id}`)
    expect(card).toMatchObject({ desiredVersion: flag.version, desired: { flagVersion: flag.version } })

    expect(flag.rank).toBe(LEVELS.findIndex((level) => level === flag.level))
    expect(flag.ownerId !== null).toBe(flag.state !== 'open')
    expect(flag.outcome !== null && flag.closedAt !== null && flag.idsUntil !== null).toBe(
      flag.state === 'closed',
    )
    expect(flag.proposedById !== null).toBe(flag.state === 'awaiting')
    for (const who of [flag.ownerId, flag.decidedById, flag.proposedById]) expect(who).not.toBe('writer')
    // Worry is for ever: no later finding takes the protection away.
    const worried = moves.some(({ codes }) => codes.includes('"kind":"worry"'))
    if (worried) expect(flag.kind).toBe('worry')
    if (worried && flag.state === 'closed') expect(flag.outcome).not.toBe('reminded')
    // Nobody is told of a decision about a worry, or while nothing is decided; and never by who reported it.
    if (flag.told !== null) {
      expect(worried).toBe(false)
      expect(['removed', 'made-safe']).toContain(flag.outcome)
    }
    for (const { act, actorId } of lines)
      if (act === 'told' || act === 'answered') expect(actorId).not.toBe('writer')
    // What the team wrote is sealed, once for each question, and never kept longer than the flag.
    const notes = await db.flagNote.findMany({ where: { flagId: flag.id } })
    for (const { words: sealed } of notes) expect(sealed).toMatch(/^h1\./)
    expect(notes.filter(({ about }) => about === 'question:protects').length).toBeLessThanOrEqual(1)
  }
  return 'lawful'
}

test('whatever several people do, one after the other, the laws of the queue hold', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 25 }), async (happenings) => {
      const house = await openTempHouse()
      for (const what of happenings) {
        await carryOut(house, what)
        expect(await check(house)).toBe('lawful')
      }
    }),
    { numRuns: 15 },
  )
})

test('whatever several people do at the same moment, the laws of the queue hold', {
  timeout: 120_000,
}, async () => {
  const bursts = fc.array(fc.array(happening, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(bursts, async (all) => {
      const house = await openTempHouse()
      for (const burst of all) {
        await Promise.all(burst.map((what) => carryOut(house, what)))
        expect(await check(house)).toBe('lawful')
      }
    }),
    { numRuns: 15 },
  )
})

test('of people who take the same flag at once exactly one has it, in each of many tries', async () => {
  const house = await openTempHouse()
  for (let round = 0; round < 20; round += 1) {
    const { flagId } = await house.flags.raise(raiseOf(threat, { message: `race-${round}` }))
    const act = { type: 'claim' } as const
    const results = await Promise.all(
      STAFF.map((actorId) => house.flags.act({ house: HOUSE, flagId, actorId, act })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  }
})

test('of twenty that raise the same message at once one makes the flag', async () => {
  const house = await openTempHouse()
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, who) => house.flags.raise(reportOf(`p${who}`))),
  )
  expect(results.filter(({ result }) => result === 'raised')).toHaveLength(1)
  expect(new Set(results.map(({ flagId }) => flagId)).size).toBe(1)
  const [first] = results
  expect(await house.flags.card(HOUSE, first?.flagId ?? '')).toMatchObject({ reporters: 20, version: 20 })
})
