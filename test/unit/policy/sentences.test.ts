import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { keysAt } from '../../../src/policy/keys.ts'
import { distance, nearest } from '../../../src/policy/nearest.ts'
import {
  channelsSchema,
  helplinesSchema,
  houseSchema,
  noticeSchema,
  ruleFileSchema,
  subjectsSchema,
} from '../../../src/policy/schema.ts'
import { questionsSchema } from '../../../src/policy/schema-questions.ts'
import { SENTENCES } from '../../../src/policy/sentences.ts'
import { validate } from '../../../src/policy/validate.ts'
import { SHIPPED } from './world.ts'

const FILES = [
  ['house.yaml', houseSchema],
  ['channels.yaml', channelsSchema],
  ['helplines.yaml', helplinesSchema],
  ['subjects.yaml', subjectsSchema],
  ['notice.yaml', noticeSchema],
  ['rules/drugs.yaml', ruleFileSchema],
  ['questions.yaml', questionsSchema],
] as const

const WRONG: readonly unknown[] = [
  '',
  'zomaar',
  'x'.repeat(1_000),
  'remind',
  'hate',
  'off',
  '24/7',
  'x*',
  null,
  -1,
  1.5,
  10 ** 9,
  true,
  [],
  ['x'],
  {},
  { x: 'y' },
  // More than any list may hold.
  Array.from({ length: 2_001 }, () => 'x'),
]

type Spoil = (block: Record<PropertyKey, unknown>, key: PropertyKey) => void
const set =
  (value: unknown): Spoil =>
  (block, key) => {
    block[key] = value
  }
const remove: Spoil = (block, key) => {
  delete block[key]
}
const add: Spoil = (block, key) => {
  const inside = block[key]
  if (typeof inside !== 'object' || inside === null || Array.isArray(inside)) return
  block[key] = { ...inside, extra: 1, naam: 'x' }
}

/** Every kind of place in a file: the items of a list are one kind. */
function placesIn(data: unknown, path: readonly PropertyKey[] = []): PropertyKey[][] {
  if (typeof data !== 'object' || data === null) return [[...path]]
  const entries = Array.isArray(data) ? [...data.slice(0, 1).entries()] : Object.entries(data)
  return [[...path], ...entries.flatMap(([key, inside]) => placesIn(inside, [...path, key]))]
}

/** A copy with one thing in it changed: `spoil` gets the block it stands in and its key. */
function spoiled(data: unknown, path: readonly PropertyKey[], spoil: Spoil): unknown {
  const copy: { root: unknown } = { root: structuredClone(data) }
  let block: Record<PropertyKey, unknown> = copy
  const steps: PropertyKey[] = ['root', ...path]
  const last = steps.pop() ?? 'root'
  for (const step of steps) block = block[step] as Record<PropertyKey, unknown>
  spoil(block, last)
  return copy.root
}

/** Everything that can be wrong in one place. */
const variantsOf = (data: unknown, path: readonly PropertyKey[]): readonly unknown[] =>
  [...WRONG.map(set), remove, add].map((spoil) => spoiled(data, path, spoil))

test('whatever is wrong anywhere in a file, it is told in Dutch sentences that do not speak of zod', async () => {
  const codes = new Set<string>()
  for (const [file, schema] of FILES) {
    const data: unknown = parse(await readFile(join(SHIPPED, file), 'utf8'))
    const variants = placesIn(data).flatMap((path) => variantsOf(data, path))
    expect(variants.length).toBeGreaterThan(100)
    for (const variant of variants) {
      for (const { code } of schema.safeParse(variant).error?.issues ?? []) codes.add(code)
      const checked = validate({ file, data: variant, lineOf: () => 1 }, schema)
      const messages = 'problems' in checked ? checked.problems.map(({ message }) => message) : []
      for (const message of messages) {
        expect(message).toMatch(/^["\p{Lu}]/u)
        expect(message).not.toMatch(/undefined|NaN|\[object|expected|received|invalid|must /i)
      }
    }
  }
  // The table is complete by its type; these are the codes that can really occur.
  expect([...codes].sort()).toEqual([
    'custom',
    'invalid_format',
    'invalid_type',
    'invalid_union',
    'invalid_value',
    'too_big',
    'too_small',
    'unrecognized_keys',
  ])
  expect(Object.keys(SENTENCES)).toEqual(expect.arrayContaining([...codes]))
})

test('the keys that a schema knows are found through lists, blocks and choices', () => {
  expect(keysAt(houseSchema, ['hours', 'week'])).toContain('donderdag')
  expect(keysAt(houseSchema, ['reading'])).toEqual(['way', 'decided'])
  expect(keysAt(channelsSchema, ['channels', 'gaming', 'usual', 3])).toEqual(['says', 'about'])
  expect(keysAt(ruleFileSchema, ['rules', 0, 'why'])).toEqual(['nl', 'en', 'fr'])
  expect(keysAt(helplinesSchema, ['helplines', 0, 'phone', 'hours'])).toContain('holidays')
  expect(keysAt(houseSchema, ['nergens', 'iets'])).toEqual([])
})

test('the nearest word is one that was probably meant, else none', () => {
  expect(nearest('purpos', ['purpose', 'norms'])).toBe('purpose')
  expect(nearest('PURPOSE', ['purpose'])).toBe('purpose')
  expect(nearest('nroms', ['purpose', 'norms'])).toBe('norms')
  expect(nearest('openingsuren', ['hours', 'holidays'])).toBe('hours')
  expect(nearest('xyz', ['purpose', 'norms'])).toBeUndefined()
  expect(nearest('constructor', ['hours'])).toBeUndefined()
})

test('the distance between words is one for one slip, and the same both ways', () => {
  expect(distance('', 'abc')).toBe(3)
  expect(distance('norms', 'nroms')).toBe(1)
  expect(distance('hours', 'hour')).toBe(1)
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, a)).toBe(0)
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})
