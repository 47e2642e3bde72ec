import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readPlainYaml } from '../../../src/policy/plain-yaml.ts'
import { createRandom } from '../../chaos/random.ts'

const shipped = readdirSync('policies', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join('policies', name), 'utf8'))

/** What the library says of a text; undefined when anything is wrong with it. */
function byLibrary(text: string): unknown {
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', prettyErrors: false })
    return document.errors.length + document.warnings.length > 0
      ? undefined
      : document.toJS({ maxAliasCount: 20 })
  } catch {
    return undefined
  }
}

// biome-ignore format: short pieces
const BITS = [
  '\n', '  ', ' ', '- ', ':', ': ', ' #', '#', '"', "'", '[', ']', '{', '}', ',', ', ', '&a ', '*a',
  '!!str ', 'null', 'true', '~', '0x1f', '1e3', '0o7', '1.5', '-1', '12345678901234567890', '|', '>-',
  '>-\n', '? ', '<<: ', '\\', '\\"', '%', '@', '`', '...', '---', '\n---\n', '\n- ', '\n  - ', '\nx: 1\n',
  'a: b', 'key:', '>-\n  a\n', '>-\n   a\n   b\n\n', '  \n', '\n\n', '-', '0', 'é', '😀', '.', '+', '=',
  '\t', '\r\n', '\u00A0', 'constructor: x', '__proto__: x', "''", '""', ' : ',
]

it('reads the shipped agreements, and they say what the library reads in them', () => {
  for (const text of shipped) expect(readPlainYaml(text)).toEqual(byLibrary(text))
})

it('reads a damaged file as the library does, or leaves it to the library', () => {
  const random = createRandom(20)
  const below = (most: number): number => random.below(most)
  let read = 0
  for (let round = 0; round < 15_000; round++) {
    const lines = (shipped[below(shipped.length)] ?? '').split('\n')
    const from = below(lines.length)
    const until = from + 1 + below(14)
    // As it stands, or moved to the margin, so that more of it still is a file.
    const margin = /^ */.exec(lines[from] ?? '')?.[0].length ?? 0
    let text = `${lines
      .slice(from, until)
      .map((line) => line.slice(Math.min(margin, line.search(/\S|$/))))
      .join('\n')}\n`
    for (let change = below(3); change >= 0; change--) {
      const at = below(text.length + 1)
      text = text.slice(0, at) + (BITS[below(BITS.length)] ?? '') + text.slice(at + below(3))
    }
    const plain = readPlainYaml(text)
    if (plain === undefined) continue
    read += 1
    expect(plain, text).toStrictEqual(byLibrary(text))
  }
  expect(read).toBeGreaterThan(1_000)
})

it.each([
  ['a name that stands twice', 'a: 1\na: 2\n'],
  ['the same in brackets', 'a: { b: 1, b: 2 }\n'],
  ['a pointer', 'a: &x b\nc: *x\n'],
  ['a tag', 'a: !!str b\n'],
  ['a table for a name', '{groep}: a\n'],
  ['a number that is too long', 'a: 12345678901234567890\n'],
  ['a number that is not whole', 'a: 1.5\n'],
  ['nothing', 'a:\nb: c\n'],
  ['the word for nothing', 'a: null\n'],
  ['a text that goes on below', 'a: b\n  c\n'],
  ['a text with two names', 'a: b: c\n'],
  ['brackets that stay open', 'a: [b\nc: d\n'],
  ['a tab', 'a:\n\t- b\n'],
  ['a second document', 'a: b\n---\nc: d\n'],
  ['remarks only', '# niets\n'],
  ['endless nesting', `a: ${'['.repeat(5_000)}\n`],
  ['a line that stands in otherwise', 'a:\n  - b\n - c\n'],
  ['a folded text with an empty line in it', 'a: >-\n  b\n\n  c\n'],
  ['a folded text with spaces behind it', 'a: >-\n  b\n      '],
  ['a folded text with a remark that is none', 'a:\n  b: >-\n    c\n \n    # d\n'],
])('leaves to the library: %s', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined()
})
