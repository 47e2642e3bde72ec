import { expect, test } from 'vitest'
import { type Gold, goldOf } from '../../../src/evaluate/gold.ts'
import { understand } from '../../../src/evaluate/judged.ts'
import { InputError } from '../../../src/evaluate/problem.ts'
import { ALL } from './world.ts'

const YES: Gold = { about: 'one', yes: true }
const NO: Gold = { about: 'one', yes: false }
const all = (...categories: readonly (typeof ALL)[number][]): Gold => ({ about: 'all', categories })

test.each<[unknown, Gold]>([
  ...(['hateful', 'Hateful ', 1, true, '1', 'true', 'yes', 'ja', 'toxic', 'hate_speech'] as const).map(
    (said): [unknown, Gold] => [said, YES],
  ),
  ...(
    [
      'non-hateful',
      'not hateful',
      'non_hateful',
      'Non-Hate',
      'not_hate',
      'nothate',
      0,
      false,
      '0',
      'no',
    ] as const
  ).map((said): [unknown, Gold] => [said, NO]),
  ...ALL.map((category): [unknown, Gold] => [category, all(category)]),
  ['personal data', all('personal-data')],
  [['hate', 'threat'], all('hate', 'threat')],
  [[], all()],
  ['none', all()],
  ['benign', all()],
])('the verdict %j is understood', (said, gold) => {
  expect(goldOf(said)).toEqual(gold)
})

test.each([
  ['offensief'],
  [2],
  [0.5],
  [{}],
  [['hate', 'iets']],
  [['hateful']],
  ['nonsense'],
  ['hatelijk niet'],
])('the verdict %j is not guessed at', (said) => {
  expect(goldOf(said)).toBeUndefined()
})

test('with a word for yes, everything else is no', () => {
  expect(goldOf('Offensief', 'offensief')).toEqual(YES)
  expect(goldOf('hateful', 'offensief')).toEqual(NO)
  expect(goldOf(2, '2')).toEqual(YES)
  expect(goldOf({}, '2')).toBeUndefined()
})

const file = (...rows: readonly Record<string, unknown>[]) => ({
  file: 'map/set.jsonl',
  form: 'json' as const,
  rows: rows.map((fields, index) => ({ line: index + 1, text: 'zin', fields })),
})
const READING = { category: 'hate', by: 'functionality' } as const

test('gold goes before label, and a field can be named', () => {
  const both = file({ gold: 'hateful', label: 0, own: true })
  expect(understand(both, READING).key).toBe('gold')
  expect(understand(both, { ...READING, key: 'own' })).toMatchObject({ key: 'own', rows: [{ gold: YES }] })
  expect(understand(file({ hateful: 1, type: 'derogation' }), READING)).toMatchObject({
    key: 'hateful',
    kind: 'one',
  })
})

test('"hate" beside "non-hate" is a yes and a no about one category', () => {
  expect(
    understand(file({ label: 'hate' }, { label: 'non-hate' }, { label: 'none' }), READING),
  ).toMatchObject({
    kind: 'one',
    rows: [{ gold: YES }, { gold: NO }, { gold: NO }],
  })
})

test('"hate" beside "threat" names categories', () => {
  expect(understand(file({ label: 'hate' }, { label: 'threat' }), READING).kind).toBe('all')
})

test('a verdict that is not understood is told with file, line and what would be', () => {
  const problems = (() => {
    try {
      return understand(file({ gold: 'hateful' }, { gold: 'misschien' }), READING)
    } catch (error) {
      return error instanceof InputError ? error.problems : error
    }
  })()
  expect(problems).toMatchObject([
    {
      file: 'map/set.jsonl',
      line: 2,
      message: expect.stringMatching(/"gold" staat \("misschien"\).*--positive/),
    },
  ])
})
