import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { CATALOGUES } from '../../../src/texts/texts.ts'

const offered = new Set(commands.map(({ payload }) => payload.name))

/** Commands that a text tells people to type: "/praat", not the "/" of an address or of "hem/haar". */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}/.<>:_-])\/([a-z]+(?:-[a-z]+)*)(?![\p{L}\p{N}/-]|\.\p{L})/gu)].map(
    ([, name]) => name ?? '',
  )

test('every command that a text names is one that the bot offers, in every language', () => {
  const named = LANGUAGES.flatMap((language) =>
    Object.entries(CATALOGUES[language]).flatMap(([key, text]) =>
      namedIn(text).map((name) => ({ where: `${language} ${key}`, name })),
    ),
  )
  expect(new Set(named.map(({ name }) => name)).size).toBeGreaterThan(5)
  expect(named.filter(({ name }) => !offered.has(name))).toEqual([])
})

test('every command that the shipped agreements name is one that the bot offers', () => {
  const named = readdirSync('policies')
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => namedIn(readFileSync(join('policies', file), 'utf8')).map((name) => ({ file, name })))
  expect(named.length).toBeGreaterThan(1)
  expect(named.filter(({ name }) => !offered.has(name))).toEqual([])
})
