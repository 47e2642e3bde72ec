import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../src/screening/decide.ts'
import type { Finding } from '../../../src/screening/finding.ts'
import { CATEGORIES, CONSEQUENCES, KINDS, LEVELS } from '../../../src/screening/kinds.ts'
import { channels, rule, screening } from './world.ts'

const finding = (said: Partial<Finding>): Finding => ({
  ruleId: 'r',
  category: 'spam',
  kind: 'conduct',
  level: 'groen',
  start: 0,
  end: 1,
  consequences: ['flag'],
  ...said,
})

test('no finding means nothing is done', () => {
  expect(decide([])).toEqual({ kind: 'nothing' })
})

test('worry goes before harm and harm before conduct, whatever weighs more', () => {
  const conduct = finding({ level: 'acuut', consequences: ['flag', 'remind'] })
  const harm = finding({ kind: 'harm', category: 'hate', level: 'rood' })
  const worry = finding({
    kind: 'worry',
    category: 'distress',
    level: 'geel',
    consequences: ['flag', 'offer'],
  })
  expect(decide([conduct])).toMatchObject({ kind: 'conduct', consequences: ['flag', 'remind'] })
  expect(decide([conduct, harm])).toMatchObject({ kind: 'harm', category: 'hate', consequences: ['flag'] })
  expect(decide([conduct, harm, worry])).toMatchObject({
    kind: 'worry',
    category: 'distress',
    level: 'acuut',
    consequences: ['flag', 'offer'],
  })
})

test('a worry whose rule only offers is still flagged when something else in the message asks for a person', () => {
  const offer = finding({ kind: 'worry', category: 'distress', consequences: ['offer'] })
  const harm = finding({ kind: 'harm', category: 'threat' })
  expect(decide([offer, harm])).toMatchObject({ kind: 'worry', consequences: ['flag', 'offer'] })
})

const arbitraryRule = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,8}$/),
    category: fc.constantFrom(...CATEGORIES),
    kind: fc.constantFrom(...KINDS),
    level: fc.constantFrom(...LEVELS),
    // Also what no policy file can say: the safeguard may not lean on the loader alone.
    may: fc.uniqueArray(fc.constantFrom('flag', 'remind', 'offer', 'hold')),
    from: fc.constantFrom('soft' as const, 'normal' as const, 'strict' as const),
    terms: fc.array(fc.oneof(fc.constantFrom('dood', 'wil', 'ik wil', 'dood*', 'kapot'), fc.string())),
    notWhen: fc.array(fc.constantFrom('wil niet', 'dood van')),
  })
  .map(rule)
const said = fc.oneof(
  fc
    .array(fc.constantFrom('ik', 'wil', 'dood', 'kapot', 'niet', 'van', '.', '😭'))
    .map((words) => words.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('over all rules and messages, nothing follows that its kind does not allow, nor in any finding of it', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 6 }), said, (rules, text) => {
      const decision = screening(rules, channels()).read({ text, channel: 'algemeen' })
      if (decision.kind === 'nothing') return
      const allowed: readonly string[] = CONSEQUENCES[decision.kind]
      for (const consequence of [
        ...decision.consequences,
        ...decision.findings.flatMap(({ consequences }) => consequences),
      ]) {
        expect(allowed).toContain(consequence)
      }
      const worried = decision.findings.some(({ kind }) => kind === 'worry')
      expect(decision.kind === 'worry').toBe(worried)
    }),
    { numRuns: 500 },
  )
})

test('whatever else is in it, a message with one worry is neither held nor reminded; one of harm is never reminded', () => {
  fc.assert(
    fc.property(
      fc.array(arbitraryRule, { minLength: 1, maxLength: 6 }),
      fc.constantFrom<'worry' | 'harm'>('worry', 'harm'),
      said,
      (rules, kind, text) => {
        // The word stands nowhere else: exactly this rule finds it, whatever the random ones find beside it.
        const planted = rule({
          id: 'planted',
          kind,
          category: 'distress',
          may: ['flag'],
          terms: ['noodwoord'],
        })
        const decision = screening([...rules, planted], channels()).read({
          text: `${text} noodwoord`,
          channel: 'algemeen',
        })
        if (decision.kind === 'nothing') throw new Error('the planted word was not found')
        const follows: readonly string[] = [
          ...decision.consequences,
          ...decision.findings.flatMap(({ consequences }) => consequences),
        ]
        const forbidden = kind === 'worry' ? ['remind', 'hold'] : ['remind']
        expect(follows.filter((consequence) => forbidden.includes(consequence))).toEqual([])
      },
    ),
    { numRuns: 500 },
  )
})

test('a rule that wants to hold is followed for conduct and for harm', () => {
  const hold = { terms: ['kapot'], may: ['flag', 'hold'] } as const
  const text = 'alles kapot'
  for (const kind of ['conduct', 'harm'] as const) {
    expect(screening([rule({ ...hold, kind })]).read({ text, channel: 'x' })).toMatchObject({
      kind,
      consequences: ['flag', 'hold'],
    })
  }
})

test('no kind can do anything to a person: the tables have only a flag, a line, an offer and holding a message back', () => {
  const all = new Set<string>(KINDS.flatMap((kind) => [...CONSEQUENCES[kind]]))
  expect(all).toEqual(new Set(['flag', 'remind', 'offer', 'hold']))
  expect(CONSEQUENCES.worry).toEqual(['flag', 'offer'])
})
