import { describe, expect, expectTypeOf, test } from 'vitest'
import { step } from '../../../src/queue/lifecycle.ts'
import { OUTCOMES, type OutcomeOf, OUTCOMES_OF } from '../../../src/queue/outcomes.ts'
import type { Step } from '../../../src/queue/step.ts'
import { KINDS } from '../../../src/screening/kinds.ts'
import {
  AT,
  CLAIM,
  closed,
  comesTo,
  decide,
  facts,
  level,
  RELEASE,
  taken,
  waiting,
} from '../../support/storage/flag-facts.ts'

const changesOf = (done: Step): unknown => (done.type === 'moved' ? done.changes : done.type)

describe('taking and putting down', () => {
  test('a flag of nobody can be taken, by one person', () => {
    expect(changesOf(step(facts(), { at: AT, actorId: 'amira', act: CLAIM }))).toMatchObject({
      state: 'claimed',
      ownerId: 'amira',
    })
    expect(comesTo(taken(), 'amira', CLAIM)).toBe('same')
    expect(comesTo(taken(), 'bert', CLAIM)).toBe('already-claimed')
    expect(comesTo(closed(), 'amira', CLAIM)).toBe('closed')
  })

  test('only the one who holds a flag puts it down; putting down what nobody holds is fine', () => {
    expect(changesOf(step(taken(), { at: AT, actorId: 'amira', act: RELEASE }))).toMatchObject({
      state: 'open',
      ownerId: null,
    })
    expect(comesTo(taken(), 'bert', RELEASE)).toBe('not-owner')
    expect(comesTo(facts(), 'bert', RELEASE)).toBe('same')
    expect(comesTo(closed(), 'amira', RELEASE)).toBe('closed')
  })

  test('a second person who does not agree takes the flag, and the proposal falls', () => {
    expect(changesOf(step(waiting(), { at: AT, actorId: 'bert', act: CLAIM }))).toEqual({
      state: 'claimed',
      ownerId: 'bert',
      proposedOutcome: null,
      proposedById: null,
    })
    expect(changesOf(step(waiting(), { at: AT, actorId: 'amira', act: RELEASE }))).toMatchObject({
      state: 'open',
      proposedById: null,
    })
  })
})

describe('deciding', () => {
  test('on a flag of nobody it takes it; on the flag of another it is refused', () => {
    expect(changesOf(step(facts(), { at: AT, actorId: 'bert', act: decide('talked') }))).toMatchObject({
      state: 'closed',
      ownerId: 'bert',
      decidedById: 'bert',
      outcome: 'talked',
    })
    expect(comesTo(taken(), 'bert', decide('talked'))).toBe('not-owner')
    expect(comesTo(taken(), 'amira', decide('talked'))).toBe('closed')
  })

  test('the same decision by the same person is done already; anything else finds it closed', () => {
    expect(comesTo(closed(), 'amira', decide('talked'))).toBe('same')
    expect(comesTo(closed(), 'amira', decide('referred'))).toBe('closed')
    expect(comesTo(closed(), 'bert', decide('talked'))).toBe('closed')
    expect(comesTo(closed(), 'bert', level('rood'))).toBe('closed')
  })

  test('a decision on an old picture is refused, one on the newest is not', () => {
    expect(comesTo(taken(), 'amira', decide('no-problem'), 2)).toBe('stale')
    expect(comesTo(taken(), 'amira', level('groen'), 2)).toBe('stale')
    expect(comesTo(taken(), 'amira', decide('no-problem'), 3)).toBe('closed')
  })

  test('a message of worry is never removed and its writer never reminded; a victim never left with a reminder', () => {
    for (const outcome of ['removed', 'reminded'] as const) {
      expect(comesTo(facts({ kind: 'worry' }), 'amira', decide(outcome))).toBe('outcome-not-allowed')
    }
    expect(comesTo(facts({ kind: 'harm' }), 'amira', decide('reminded'))).toBe('outcome-not-allowed')
    expect(comesTo(facts({ kind: 'conduct' }), 'amira', decide('reminded'))).toBe('closed')
    expectTypeOf<Extract<OutcomeOf<'worry'>, 'removed' | 'reminded'>>().toEqualTypeOf<never>()
    expectTypeOf<Extract<OutcomeOf<'harm'>, 'reminded'>>().toEqualTypeOf<never>()
    for (const kind of KINDS) expect(OUTCOMES).toEqual(expect.arrayContaining([...OUTCOMES_OF[kind]]))
  })

  test('a blocked message, which has no id, cannot be removed', () => {
    expect(comesTo(facts({ messageId: null }), 'amira', decide('removed'))).toBe('outcome-not-allowed')
    expect(comesTo(facts(), 'amira', decide('removed'))).toBe('closed')
  })
})

describe('four eyes', () => {
  test('closing a red or acute flag as nothing takes two people', () => {
    for (const serious of ['rood', 'acuut'] as const) {
      expect(comesTo(taken({ level: serious }), 'amira', decide('no-problem'))).toBe('awaiting')
      expect(comesTo(facts({ level: serious }), 'amira', decide('no-problem'))).toBe('awaiting')
    }
    expect(comesTo(taken({ level: 'geel' }), 'amira', decide('no-problem'))).toBe('closed')
    expect(comesTo(waiting(), 'bert', decide('no-problem'))).toBe('closed')
  })

  test('the one who proposed is not the second: pressing again is harmless, confirming is refused', () => {
    expect(comesTo(waiting(), 'amira', decide('no-problem'))).toBe('same')
    expect(comesTo(waiting(), 'amira', decide('no-problem'), 2)).toBe('same')
    expect(comesTo(waiting(), 'amira', decide('no-problem'), 3)).toBe('same-person')
    expect(comesTo(waiting(), 'amira', decide('talked'))).toBe('closed')
  })

  test('calling a red flag light first does not let one person close it alone', () => {
    const lowered = step(taken({ level: 'rood' }), { at: AT, actorId: 'amira', act: level('geel') })
    expect(changesOf(lowered)).toEqual({ level: 'geel', loweredById: 'amira' })
    const flag = taken({ level: 'geel', loweredById: 'amira' })
    expect(comesTo(flag, 'amira', decide('no-problem'))).toBe('awaiting')
    expect(comesTo({ ...flag, ownerId: 'bert' }, 'bert', decide('no-problem'))).toBe('closed')
    // Lowering it further is no way around, and making it red again makes it a red flag.
    expect(changesOf(step(flag, { at: AT, actorId: 'amira', act: level('groen') }))).toEqual({
      level: 'groen',
    })
    expect(changesOf(step(flag, { at: AT, actorId: 'bert', act: level('rood') }))).toEqual({
      level: 'rood',
      loweredById: null,
    })
  })

  test('the second person sees the level at which the first proposed to close', () => {
    expect(comesTo(waiting(), 'amira', level('groen'))).toBe('same-person')
    expect(comesTo(waiting(), 'amira', level('acuut'))).toBe('awaiting')
    expect(comesTo(waiting(), 'bert', level('geel'))).toBe('awaiting')
  })

  test('a reporter is not a second person', () => {
    expect(comesTo(waiting({ reporterIds: ['bert'] }), 'bert', decide('no-problem'))).toBe('own-report')
    expect(comesTo(waiting({ reporterIds: ['bert'] }), 'bert', CLAIM)).toBe('own-report')
  })
})

describe('escalating never waits', () => {
  test('what protects is done by one person at once, in any state, on any picture, whoever holds the flag', () => {
    const flags = [facts(), taken(), waiting(), closed(), taken({ level: 'acuut' }), facts({ kind: 'worry' })]
    for (const flag of flags) {
      for (const outcome of ['passed-on', 'made-safe'] as const) {
        // Nothing is ever done to somebody whom others worry about; passing on is what protects then.
        if (flag.kind === 'worry' && outcome === 'made-safe') continue
        expect(comesTo(flag, 'bert', decide(outcome), 1)).toBe('closed')
        expect(comesTo({ ...flag, reporterIds: ['bert'] }, 'bert', decide(outcome))).toBe('closed')
        expect(step(flag, { at: AT, actorId: 'bert', act: decide(outcome) }).type).toBe('moved')
      }
    }
  })

  test('but not twice, and not by the writer of the message', () => {
    const passedOn = closed({ outcome: 'passed-on' })
    expect(comesTo(passedOn, 'amira', decide('passed-on'))).toBe('same')
    expect(step(passedOn, { at: AT, actorId: 'bert', act: decide('passed-on') })).toEqual({
      type: 'refused',
      refusal: 'closed',
    })
    expect(comesTo(facts(), 'writer', decide('passed-on'))).toBe('own-flag')
  })
})
