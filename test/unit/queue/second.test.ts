import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../../../src/queue/lifecycle.ts'
import { MEASURES } from '../../../src/queue/measures.ts'
import type { FlagAct, FlagFacts } from '../../../src/queue/step.ts'
import {
  AT,
  CLAIM,
  closed,
  comesTo,
  decide,
  facts,
  taken,
  waiting,
} from '../../support/storage/flag-facts.ts'

const UNDO: FlagAct = { type: 'undo' }
const CONFIRM: FlagAct = { type: 'confirm' }
const REFUTE: FlagAct = { type: 'refute' }
const pass = (to: string): FlagAct => ({ type: 'pass', to })
const measure = (what: (typeof MEASURES)[number], danger = false): FlagAct => ({
  type: 'measure',
  measure: what,
  danger,
})
const later = (ms: number): Date => new Date(AT.getTime() + ms)
const at = (flag: FlagFacts, actorId: string, act: FlagAct, when: Date) =>
  step(flag, { actorId, act, at: when })
/** Amira paused somebody alone. */
const alone = (more: Partial<FlagFacts> = {}): FlagFacts =>
  closed({ outcome: 'made-safe', firstById: 'amira', measure: 'pause', measureState: 'done', ...more })

/** What undoing changes after that measure. */
const after = (what: (typeof MEASURES)[number]) => at(alone({ measure: what }), 'bert', UNDO, later(1))
/** Who is then waited for to be seconded; the type of the step when nothing moved. */
const first = (flag: FlagFacts, act: FlagAct) => {
  const done = at(flag, 'amira', act, AT)
  return done.type === 'moved' ? (done.changes.firstById ?? null) : done.type
}
/** How long a pause is, in minutes. */
const until = (minutes?: number): number => {
  const act: FlagAct = { type: 'measure', measure: 'pause', danger: false, ...(minutes ? { minutes } : {}) }
  const done = at(facts(), 'amira', act, AT)
  return done.type === 'moved' ? ((done.changes.measureUntil?.getTime() ?? 0) - AT.getTime()) / 60_000 : 0
}
const remove = (evidenceKept?: boolean): FlagAct => ({
  type: 'decide',
  outcome: 'removed',
  ...(evidenceKept === undefined ? {} : { evidenceKept }),
})

describe('undo', () => {
  test('works for a minute, for whoever may decide, and not a moment longer', () => {
    expect(at(closed(), 'bert', UNDO, later(59_999)).type).toBe('moved')
    expect(at(closed(), 'amira', UNDO, later(0)).type).toBe('moved')
    expect(at(closed(), 'bert', UNDO, later(60_000))).toEqual({ type: 'refused', refusal: 'too-late' })
  })

  test('is not for the writer, and not for a reporter who did not decide it', () => {
    expect(comesTo(closed({ authorId: 'bert' }), 'bert', UNDO)).toBe('own-flag')
    expect(comesTo(closed({ reporterIds: ['bert'] }), 'bert', UNDO)).toBe('own-report')
    expect(comesTo(closed({ reporterIds: ['amira'] }), 'amira', UNDO)).toBe('claimed')
  })

  test('there is nothing to undo about what is open', () => {
    for (const flag of [facts(), taken(), waiting()])
      expect(comesTo(flag, 'bert', UNDO)).toBe('nothing-waits')
  })

  test('lifts a pause and a ban, and leaves a kick: who was put out comes back by an invitation', () => {
    expect(after('pause')).toMatchObject({ changes: { measureState: 'lifting' } })
    expect(after('ban')).toMatchObject({ changes: { measureState: 'lifting' } })
    expect(after('kick')).not.toMatchObject({ changes: { measureState: 'lifting' } })
  })
})

describe('the second person', () => {
  test('must be another one, and not a reporter or the writer', () => {
    for (const act of [CONFIRM, REFUTE]) {
      expect(comesTo(alone(), 'amira', act)).toBe('same-person')
      expect(comesTo(alone({ reporterIds: ['bert'] }), 'bert', act)).toBe('own-report')
      expect(comesTo(alone({ otherAuthorIds: ['bert'] }), 'bert', act)).toBe('own-flag')
      expect(comesTo(closed(), 'bert', act)).toBe('nothing-waits')
    }
    expect(comesTo(alone(), 'bert', CONFIRM)).toBe('closed')
    expect(comesTo(alone(), 'bert', REFUTE)).toBe('claimed')
  })

  test('is asked for by making safe, by passing on in an acute case, and by nothing else', () => {
    expect(first(facts(), measure('pause'))).toBe('amira')
    expect(first(facts(), measure('ban', true))).toBe('amira')
    expect(first(facts(), decide('made-safe'))).toBe('amira')
    expect(first(facts({ level: 'acuut' }), decide('passed-on'))).toBe('amira')
    expect(first(facts({ level: 'rood' }), decide('passed-on'))).toBeNull()
    expect(first(facts(), decide('talked'))).toBeNull()
  })

  test('is still asked for when the flag was opened again meanwhile', () => {
    expect(comesTo(facts({ firstById: 'amira' }), 'bert', CONFIRM)).toBe('open')
    expect(comesTo(facts({ firstById: 'amira' }), 'amira', CONFIRM)).toBe('same-person')
  })

  test('no one person ever bans without danger', () => {
    const proposed = waiting({ proposedOutcome: 'made-safe', measure: 'ban', measureState: 'proposed' })
    expect(comesTo(facts(), 'amira', measure('ban'))).toBe('awaiting')
    expect(comesTo(proposed, 'amira', measure('ban'))).toBe('same')
    expect(comesTo(proposed, 'amira', CONFIRM)).toBe('same-person')
    expect(comesTo(proposed, 'bert', CONFIRM)).toBe('closed')
    expect(comesTo({ ...proposed, kind: 'worry' }, 'bert', CONFIRM)).toBe('outcome-not-allowed')
    expect(step(proposed, { actorId: 'bert', act: CLAIM, at: AT })).toMatchObject({
      changes: { measure: null, measureState: null },
    })
  })
})

test('nothing at all is done to the writer of a worry, by anybody, in any state', () => {
  const flags = [facts(), taken(), waiting(), closed()].map((flag) => ({ ...flag, kind: 'worry' as const }))
  fc.assert(
    fc.property(
      fc.constantFrom(...flags),
      fc.constantFrom(...MEASURES),
      fc.boolean(),
      fc.constantFrom('amira', 'bert'),
      (flag, what, danger, actorId) => {
        expect(comesTo(flag, actorId, measure(what, danger))).toBe('outcome-not-allowed')
        expect(comesTo(flag, actorId, decide('made-safe'))).toBe('outcome-not-allowed')
      },
    ),
  )
})

test('a pause is at most as long as Discord takes, and an hour when nobody says', () => {
  expect(until()).toBe(60)
  expect(until(999_999)).toBe(28 * 24 * 60)
})

describe('passing on to a colleague', () => {
  test('whoever has it hands it over; nobody hands over what a colleague has', () => {
    expect(comesTo(taken(), 'amira', pass('bert'))).toBe('claimed')
    expect(comesTo(taken(), 'bert', pass('chris'))).toBe('not-owner')
    expect(comesTo(facts(), 'amira', pass('bert'))).toBe('claimed')
    expect(comesTo(closed(), 'amira', pass('bert'))).toBe('closed')
    expect(comesTo(taken(), 'amira', pass('amira'))).toBe('same')
  })

  test('the writer, a reporter and who is barred cannot get it, and the answer is the same for each', () => {
    for (const flag of [
      taken({ authorId: 'bert' }),
      taken({ otherAuthorIds: ['bert'] }),
      taken({ reporterIds: ['bert'] }),
      taken({ barredId: 'bert' }),
    ])
      expect(comesTo(flag, 'amira', pass('bert'))).toBe('cannot-take')
  })
})

test('evidence is removed only after the word about reporting it; another message at once', () => {
  for (const category of ['threat', 'sexual', 'grooming'] as const) {
    expect(comesTo(facts({ category }), 'amira', remove())).toBe('evidence-first')
    expect(comesTo(facts({ category }), 'amira', remove(false))).toBe('evidence-first')
    expect(comesTo(facts({ category }), 'amira', remove(true))).toBe('closed')
  }
  expect(comesTo(facts({ category: 'hate' }), 'amira', remove())).toBe('closed')
})

test('only what is held can be put back', () => {
  expect(comesTo(facts(), 'amira', decide('put-back'))).toBe('outcome-not-allowed')
  expect(comesTo(facts({ held: true }), 'amira', decide('put-back'))).toBe('closed')
})
