import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { array, assert, boolean, constantFrom, jsonValue, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument, stringify } from 'yaml'
import { parseSource } from '../../../src/policy/source.ts'

/** As the library reads it that tells the lines; undefined when it refuses it. */
function slowly(text: string): unknown {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    logLevel: 'error',
  })
  const { errors, warnings } = document
  if (errors.length + warnings.length > 0) return undefined
  try {
    return document.toJS({ maxAliasCount: 20 })
  } catch {
    return undefined
  }
}
/** The key `~` is an empty one to the one and "null" to the other; neither is the name of anything. */
const named = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(named)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key === '' ? 'null' : key, named(inside)]),
  )
}
const quickly = (text: string): unknown => {
  const read = parseSource(text, 'test.yaml')
  return 'source' in read ? read.source.data : undefined
}

test('both readers read every shipped file the same', async () => {
  const files = (await readdir('policies', { recursive: true })).filter((name) => name.endsWith('.yaml'))
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const text = await readFile(join('policies', file), 'utf8')
    expect(quickly(text), file).toEqual(slowly(text))
  }
})

test.each([
  'a: 1_000',
  'a: 0x1F',
  'a: 0o17',
  'a: 017',
  'a: .5',
  'a: 1e3',
  'a: 0b11',
  'a: yes',
  'a: ~',
  'a: Null',
  'a: TRUE',
  'a: 2026-11-24',
  'a: 22:00',
  'a: 14:00-18:00',
  'a: "x\\u00e9"',
  'a: b\na: c',
  'a: &x [1]\nb: *x',
  'a: !foo b',
  'a: !!str 1',
  '<<: {a: 1}',
  'a: b: c',
  '- a\n-b',
  'a: |\n  x\n  y\n',
  'a: >-\n  x\n\n  y\n',
  'a: "x\n  y"',
  "a: 'it''s'",
  'a: b #c',
  'a: b#c',
  '%YAML 1.1\n---\na: yes',
  '---\na: 1\n---\nb: 2',
  'a: @x',
  'a: `x',
  'a: *x',
  '1: a',
  'true: a',
  'a: +1',
  'a: -0',
  'a: .inf',
  'a: "\\x"',
  'a: [1, 2',
  '',
  '# c',
  '- ? a',
  'a: 1.',
  'a: 00',
  '\ufeffa: 1',
  'a: {groep} x',
  'a: kanker{groep}',
  'a: (ben|zijt) dom',
  'a: ik ... {dier}',
  'a: % x',
  'a:\n- b\n- c',
  '"a": "12345678901234567890"',
  'a: [x, "y, z", \'q\']',
  'a: {b: 1, c: [d]}',
  'a: - b',
  'a:\n\tb: 1',
])('%j is read alike, or refused', (text) => {
  expect(quickly(text)).toEqual(slowly(text))
})

test.each(['a: 123456789012345678', '? [a]\n: b', '{a: b}: c'])('%j is refused', (text) => {
  expect(quickly(text)).toBeUndefined()
})

test('a name of JavaScript is a name like any other', () => {
  const data = quickly('__proto__: 1\nconstructor: 2')
  expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor'])
})

const piece = oneof(
  constantFrom(
    'a',
    'b',
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    ' ',
    '#',
    ' #',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '*',
    '&',
    '!',
    '%',
    '@',
    '?',
    '? ',
    '1',
    '0x1',
    '~',
    'null',
    'true',
    '.5',
    '---',
    '...',
    '\t',
    '\\',
    'é',
    '<<',
  ),
  string({ unit: 'grapheme', maxLength: 3 }),
)

/** Whether it is read as the other reader does, or refused. */
function isTrue(text: string): boolean {
  const read = quickly(text)
  return read === undefined || isDeepStrictEqual(named(read), named(slowly(text)))
}

test('whatever is typed, nothing is read otherwise than it stands', () => {
  assert(
    property(array(piece, { maxLength: 14 }), (pieces) => isTrue(pieces.join(''))),
    { numRuns: 3_000 },
  )
  expect.assertions(0)
})

test('what is written out as YAML is read as it was', () => {
  assert(
    property(jsonValue({ maxDepth: 4 }), boolean(), (value, flow) =>
      isTrue(stringify(value, flow ? { collectionStyle: 'flow' } : {})),
    ),
    { numRuns: 500 },
  )
  expect.assertions(0)
})
