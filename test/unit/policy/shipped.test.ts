import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checkPolicy } from '../../../src/policy/check.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import type { Policy } from '../../../src/policy/schema.ts'
import { compileScreening, type Screening } from '../../../src/screening/compile.ts'
import { CATEGORIES, CONSEQUENCES, KINDS_OF, LEVELS } from '../../../src/screening/kinds.ts'
import { SHIPPED } from './world.ts'

let policy: Policy
let screening: Screening
beforeAll(async () => {
  policy = await loadPolicy(SHIPPED)
  screening = compileScreening(policy)
})
const read = (text: string, channel = 'algemeen') => screening.read({ text, channel })

test('every must-hit and must-not-hit sentence does what it promises', async () => {
  expect((await checkPolicy(SHIPPED)).failures).toEqual([])
})

test('every category has a rule of each of its kinds, with eight sentences either way and three languages', () => {
  for (const category of CATEGORIES) {
    const rules = policy.rules.filter((rule) => rule.category === category)
    expect(new Set(rules.map(({ kind }) => kind))).toEqual(new Set(KINDS_OF[category]))
    for (const { mustHit, mustNotHit, why } of rules) {
      expect(mustHit.length).toBeGreaterThanOrEqual(8)
      expect(mustNotHit.length).toBeGreaterThanOrEqual(8)
      expect([why.nl, why.en, why.fr].every((text) => text !== undefined && text.length > 10)).toBe(true)
    }
  }
})

test('only a plan is proposed as acuut: to die, with a time or a means, or of violence, with place and day', () => {
  const acute = policy.rules.filter(({ level }) => LEVELS.indexOf(level) >= LEVELS.indexOf('acuut'))
  expect(acute.map(({ id }) => id)).toEqual(['distress-plan', 'threat-plan'])
})

test('no sentence that one rule must leave alone is a worry or harm for another', () => {
  const flagged = policy.rules.flatMap(({ mustNotHit }) =>
    mustNotHit.filter((text) => !['nothing', 'conduct'].includes(read(text).kind)),
  )
  expect(flagged).toEqual([])
})

test.each([
  'ik wil dood',
  'IK WIL DÓÓD',
  'ik wil er niet meer zijn',
  'ik snij mezelf',
  'ik kan niet meer',
  'mijn papa slaat mij',
])('a cry for help is heard in every channel that is read: %s', (text) => {
  const worry = expect.objectContaining({ kind: 'worry', category: 'distress', level: 'rood' })
  for (const [name, { staff }] of Object.entries(policy.channels.channels)) {
    expect(read(text, name)).toEqual(staff ? { kind: 'nothing' } : worry)
  }
})

test('a worry in an angry message is answered as a worry', () => {
  const decision = read('gij klootzak, ik maak u kapot. ik wil dood')
  expect(decision).toMatchObject({ kind: 'worry', category: 'distress', consequences: ['flag', 'offer'] })
})

test('trash talk is ordinary in gaming and a threat elsewhere', () => {
  expect(read('ik maak u kapot', 'gaming')).toEqual({ kind: 'nothing' })
  expect(read('ik maak u kapot', 'algemeen')).toMatchObject({
    kind: 'harm',
    category: 'threat',
    level: 'rood',
  })
})

test('a channel that the policy does not name is read by the defaults', () => {
  expect(read('ik maak u kapot', 'een nieuw kanaal')).toMatchObject({ kind: 'harm' })
})

test('any message in any channel is decided without an error, and nothing follows that its kind forbids', () => {
  const phrase = fc.constantFrom(...policy.rules.flatMap(({ terms }) => terms))
  const text = fc.oneof(
    fc.array(phrase, { maxLength: 8 }).map((terms) => terms.join(' ')),
    fc.string({ unit: 'binary', maxLength: 4_000, size: 'max' }),
  )
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(...Object.keys(policy.channels.channels), 'elders'),
      (said, channel) => {
        const decision = read(said, channel)
        if (decision.kind === 'nothing') return
        const allowed: readonly string[] = CONSEQUENCES[decision.kind]
        const follows = [
          ...decision.consequences,
          ...decision.findings.flatMap(({ consequences }) => consequences),
        ]
        expect(follows.filter((one) => !allowed.includes(one))).toEqual([])
        for (const { start, end } of decision.findings) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(said.length)
        }
      },
    ),
    { numRuns: 300 },
  )
})

/** The shortest of some readings, in milliseconds: what the machine can do when it is not busy. */
const best = (text: string): number => {
  let shortest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 15; round++) {
    const begin = performance.now()
    read(text)
    shortest = Math.min(shortest, performance.now() - begin)
  }
  return shortest
}

test('twice the text costs about twice the time, also when every word begins a term', () => {
  const terms = policy.rules.flatMap((rule) => rule.terms.map((term) => term.replaceAll(/[*.]/g, '')))
  const hostile = `${terms.join(' ')} ${'ik wil '.repeat(2_000)}`.slice(0, 20_000)
  best(hostile)
  const ratio = best(hostile.repeat(8)) / best(hostile)
  // Linear is 8, quadratic 64; the machine may be busy.
  expect(ratio).toBeLessThan(24)
})
