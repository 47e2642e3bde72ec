import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinJudgements, type Judgement } from '../../../src/queue/join.ts'
import { step } from '../../../src/queue/lifecycle.ts'
import { MEASURE_STATES, MEASURES } from '../../../src/queue/measures.ts'
import { isProtective, OUTCOMES, outcomesFor, TOLD } from '../../../src/queue/outcomes.ts'
import { PROPOSAL_OF, REPORT_REASONS } from '../../../src/queue/report-reasons.ts'
import { STATES } from '../../../src/queue/row.ts'
import { packWords, unpackWords } from '../../../src/queue/words.ts'
import type { FlagAct, FlagFacts } from '../../../src/queue/step.ts'
import { CATEGORIES, KINDS, KINDS_OF, LEVELS } from '../../../src/screening/kinds.ts'
import { AT, CLAIM, comesTo, decide, level, RELEASE, SHOW } from '../../support/storage/flag-facts.ts'

const rank = (one: Judgement): number => LEVELS.indexOf(one.level)

describe('the life cycle', () => {
  const person = fc.constantFrom('amira', 'bert', 'writer', 'reporter')
  const maybe = fc.option(person)
  const anyFlag: fc.Arbitrary<FlagFacts> = fc.record({
    state: fc.constantFrom(...STATES),
    kind: fc.constantFrom(...KINDS),
    category: fc.constantFrom(...CATEGORIES),
    level: fc.constantFrom(...LEVELS),
    version: fc.integer({ min: 1, max: 9 }),
    messageId: fc.constantFrom('1000', null),
    authorId: fc.constantFrom('writer', null),
    otherAuthorIds: fc.subarray(['another']),
    ownerId: maybe,
    proposedOutcome: fc.option(fc.constantFrom(...OUTCOMES)),
    proposedById: maybe,
    loweredById: maybe,
    outcome: fc.option(fc.constantFrom(...OUTCOMES)),
    decidedById: maybe,
    closedAt: fc.constantFrom(AT, null),
    measure: fc.option(fc.constantFrom(...MEASURES)),
    measureState: fc.option(fc.constantFrom(...MEASURE_STATES)),
    firstById: maybe,
    barredId: maybe,
    told: fc.option(fc.constantFrom(...TOLD)),
    held: fc.boolean(),
    reporterIds: fc.subarray(['reporter', 'bert']),
  })
  const anyAct: fc.Arbitrary<FlagAct> = fc.oneof(
    fc.constantFrom(CLAIM, RELEASE, SHOW),
    fc.constantFrom(...OUTCOMES).map(decide),
    fc.constantFrom(...LEVELS).map(level),
  )

  test('nobody does anything with a flag on their own message', () => {
    fc.assert(
      fc.property(anyFlag, anyAct, (flag, act) => {
        expect(comesTo({ ...flag, authorId: 'writer' }, 'writer', act)).toBe('own-flag')
      }),
    )
  })

  test('nobody decides about what they reported, but for what protects', () => {
    fc.assert(
      fc.property(anyFlag, anyAct, (flag, act) => {
        const done = step({ ...flag, reporterIds: ['reporter'] }, { at: AT, actorId: 'reporter', act })
        const protects = act.type === 'decide' && isProtective(act.outcome)
        expect(done.type !== 'moved' || protects || act.type === 'release').toBe(true)
      }),
    )
  })

  test('no one person ever closes a red or acute flag as nothing', () => {
    fc.assert(
      fc.property(anyFlag, person, (flag, actorId) => {
        const before = { ...flag, authorId: null, outcome: null, decidedById: null }
        fc.pre(before.state !== 'closed')
        const done = step(before, { at: AT, actorId, act: decide('no-problem') })
        const serious = flag.level === 'rood' || flag.level === 'acuut' || flag.loweredById === actorId
        const closes = done.type === 'moved' && done.changes.state === 'closed'
        const second = flag.state === 'awaiting' && flag.proposedById !== actorId
        expect(!closes || !serious || second).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('a flag only ever ends with an outcome that its kind can have', () => {
    fc.assert(
      fc.property(anyFlag, anyAct, person, (flag, act, actorId) => {
        const done = step(flag, { at: AT, actorId, act })
        const outcome = done.type === 'moved' ? (done.changes.outcome ?? done.changes.proposedOutcome) : null
        const possible: readonly unknown[] = [...outcomesFor(flag.kind), null, undefined]
        expect(possible).toContain(outcome)
      }),
    )
  })

  test('showing changes nothing and is always written down', () => {
    fc.assert(
      fc.property(anyFlag, (flag) => {
        const done = step(flag, { at: AT, actorId: 'somebody', act: SHOW })
        expect(done).toEqual({ type: 'noted', audit: 'shown' })
      }),
    )
  })
})

describe('joining judgements', () => {
  const judgement: fc.Arbitrary<Judgement> = fc.constantFrom(...CATEGORIES).chain((category) =>
    fc.record({
      category: fc.constant(category),
      kind: fc.constantFrom(...KINDS_OF[category]),
      level: fc.constantFrom(...LEVELS),
    }),
  )

  test('never lowers the level, never loses a worry, and keeps category and kind together', () => {
    fc.assert(
      fc.property(judgement, judgement, (before, later) => {
        const joined = joinJudgements(before, later)
        expect(rank(joined)).toBe(Math.max(rank(before), rank(later)))
        const kinds: readonly string[] = KINDS_OF[joined.category]
        expect(kinds).toContain(joined.kind)
        const worry = before.kind === 'worry' || later.kind === 'worry'
        expect(joined.kind === 'worry').toBe(worry)
        const harm = before.kind === 'harm' || later.kind === 'harm'
        expect(joined.kind === 'conduct').toBe(!worry && !harm)
      }),
    )
  })

  test('the same judgement again changes nothing', () => {
    fc.assert(
      fc.property(judgement, judgement, (before, later) => {
        const joined = joinJudgements(before, later)
        expect(joinJudgements(joined, later)).toEqual(joined)
        expect(joinJudgements(before, before)).toEqual(before)
      }),
    )
  })

  test('every reason of the form proposes a kind that its category can have; worry comes first', () => {
    const impossible = REPORT_REASONS.filter((reason) => {
      const { category, kind } = PROPOSAL_OF[reason]
      const kinds: readonly string[] = KINDS_OF[category]
      return !kinds.includes(kind)
    })
    expect(impossible).toEqual([])
    expect(PROPOSAL_OF[REPORT_REASONS[0]].kind).toBe('worry')
  })
})

test('versions of a text come back in their order, each once, the newest five', () => {
  const text = fc.string().filter((one) => !one.includes('\u001e'))
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 8 }), (newest, before) => {
      const all = [...new Set([newest, ...before])].slice(0, 5)
      expect(unpackWords(packWords(newest, before))).toEqual(all)
    }),
  )
})
