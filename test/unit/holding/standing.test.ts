import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayHold } from '../../../src/holding/may-hold.ts'
import { isNewsFor, lineFor, standingOf } from '../../../src/holding/standing.ts'
import type { Decision } from '../../../src/screening/finding.ts'

const decision = (kind: 'conduct' | 'harm' | 'worry'): Decision =>
  ({
    kind,
    category: 'harassment',
    level: 'geel',
    findings: [],
    consequences: ['flag', 'hold'],
  }) as unknown as Decision

test('a worry is never held, whatever its consequences say; conduct and harm are while somebody can look', () => {
  const may = (kind: 'conduct' | 'harm' | 'worry', open = true): boolean =>
    mayHold({ decision: decision(kind), whyNever: () => undefined, open, when: 'open' })
  expect([may('conduct'), may('harm'), may('worry')]).toEqual([true, true, false])
  expect(may('conduct', false)).toBe(false)
  expect(
    mayHold({ decision: decision('harm'), whyNever: () => undefined, open: false, when: 'always' }),
  ).toBe(true)
})

const unasked = (): undefined => {
  throw new Error('asked')
}

test('what could not be put back is never held, and permissions are looked at only when it matters', () => {
  const question = { open: true, when: 'open' } as const
  expect(mayHold({ ...question, decision: decision('harm'), whyNever: () => 'attachment' })).toBe(false)
  const flagged = { ...decision('harm'), consequences: ['flag'] } as unknown as Decision
  expect(mayHold({ ...question, decision: flagged, whyNever: unasked })).toBe(false)
  expect(mayHold({ ...question, decision: { kind: 'nothing' }, whyNever: unasked })).toBe(false)
})

const facts = (said: Partial<Parameters<typeof standingOf>[0]>) =>
  standingOf({
    wayBack: null,
    repostId: null,
    withdrawnAt: null,
    flag: { state: 'open', outcome: null },
    ...said,
  })

test('how it stands follows from the rows', () => {
  const back = { state: 'closed', outcome: 'put-back' }
  expect(facts({})).toBe('waiting')
  expect(facts({ flag: { state: 'awaiting', outcome: null } })).toBe('waiting')
  expect(facts({ flag: { state: 'closed', outcome: 'talked' } })).toBe('kept-out')
  expect(facts({ flag: back, wayBack: 'give' })).toBe('given')
  // Nothing is wrong with it: then it must not stay out by accident.
  expect(facts({ flag: { state: 'closed', outcome: 'no-problem' }, wayBack: 'give' })).toBe('given')
  expect(facts({ flag: back, wayBack: 'quote' })).toBe('quoted')
  expect(facts({ flag: back, wayBack: 'give', repostId: '1' })).toBe('over')
  expect(facts({ flag: back, wayBack: 'quote', withdrawnAt: new Date() })).toBe('over')
})

test('the line of a channel stands exactly as long as somebody has something to learn', () => {
  const standing = fc.constantFrom('waiting', 'kept-out', 'given', 'quoted', 'over')
  const one = fc.record({ standing, told: fc.option(standing) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (all) => {
      const news = all.filter((held) => isNewsFor(held.standing, held.told))
      expect(lineFor(all) === 'none').toBe(news.length === 0)
      expect(lineFor(all.map((held) => ({ ...held, told: held.standing })))).toBe('none')
    }),
  )
})
