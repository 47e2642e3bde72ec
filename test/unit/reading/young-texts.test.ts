import { describe, expect, test } from 'vitest'
import { FOLDERS } from '../../../src/generated/language-folders.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { readingNotes } from '../../../src/policy/reading-notes.ts'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { youngTexts } from '../../../src/policy/young-texts.ts'
import {
  EASY,
  type Hard,
  hardIn,
  isLong,
  type Limits,
  ORDINARY,
  wordsOf,
} from '../../../src/reading/measure.ts'
import { standsFixed, youngRead } from '../../../src/texts/audience.ts'
import { CATALOGUES, createTexts, simpleFormOf, type TextKey, valuesOf } from '../../../src/texts/texts.ts'
import { isEasy, languageOf, type Wording, wordingOf } from '../../../src/texts/wording.ts'
import { copyOfPolicy, SHIPPED } from '../policy/world.ts'

/** The longest that the very simple form of a text may be. */
const SIMPLE_WORDS = 35
const YOUNG = (Object.keys(CATALOGUES.nl) as TextKey[]).filter(youngRead)

/** As it is read, with a short word or number for each value. */
const read = (wording: Wording, key: TextKey): string =>
  createTexts(wording).t(key, Object.fromEntries([...valuesOf(key)].map((name) => [name, 2])))

/** What must not be lost on the way to a simpler text: numbers to call, commands, values. */
const kept = (text: string): readonly string[] =>
  text.match(/\b(?:112|101|106|107|1813|02 616 26 26)\b|\/[a-z-]+|\{\w+/g) ?? []

/** Why a text is hard, in the words of whoever must write it otherwise. */
function tell({ trouble, at = '', is, limit, say, why }: Hard): string {
  if (trouble === 'sentence') return `a sentence of ${is} words, at most ${limit}. Make two of it: “${at}”`
  if (trouble === 'mean') return `${is} words in a sentence on average, at most ${limit}. Cut.`
  if (trouble === 'score') return `it reads at ${is}, at least ${limit}. Use shorter words.`
  if (trouble === 'clause') return `“${at.trim()}” opens a clause. Begin a new sentence.`
  return `“${at}” is hard (${why}). Write: ${say}`
}

const troublesOf = (text: string, wording: Wording, limits: Limits): readonly string[] =>
  hardIn(text, FOLDERS[languageOf(wording)].reading, limits).map(tell)

describe.each(LANGUAGES)('what young people read in %s', (language) => {
  test('each text is easy to read', () => {
    const hard = YOUNG.flatMap((key) =>
      troublesOf(read(language, key), language, standsFixed(key) ? EASY : ORDINARY).map(
        (said) => `${key}: ${said}`,
      ),
    )
    expect(hard).toEqual([])
  })

  test('whoever asks for the very simple form gets one, whatever is said', () => {
    const wording = wordingOf(language, true)
    // The notice in the channel is read by everybody: its button opens the very simple form of all of it.
    const shown = YOUNG.filter((key) => !/^notice\.pinned\.(?!news|read-again)/.test(key))
    const hard = shown.flatMap((key) =>
      troublesOf(read(wording, key), wording, EASY).map((said) => `${key}: ${said}`),
    )
    expect(hard).toEqual([])
  })

  test('each long text has a very simple form, which is shorter', () => {
    const posted = /^notice\.pinned\./
    const long = YOUNG.filter((key) => isLong(read(language, key)) && !posted.test(key))
    expect(long.length).toBeGreaterThan(5)
    expect(long.filter((key) => simpleFormOf(language, key) === undefined)).toEqual([])
    for (const key of Object.keys(FOLDERS[language].simple) as TextKey[]) {
      const [simple = 0, whole = 0] = [read(wordingOf(language, true), key), read(language, key)].map(
        (said) => wordsOf(said).length,
      )
      expect(simple, key).toBeLessThanOrEqual(
        long.includes(key) ? Math.min(SIMPLE_WORDS, whole - 1) : SIMPLE_WORDS,
      )
    }
  })

  test('a very simple form keeps every number to call, every command and every value', () => {
    for (const [key, simple] of Object.entries(FOLDERS[language].simple)) {
      const lost = kept(CATALOGUES[language][key as TextKey]).filter((one) => !kept(simple).includes(one))
      expect(lost, key).toEqual([])
    }
  })
})

test('the very simple forms are the same in every language', () => {
  for (const language of LANGUAGES)
    expect(Object.keys(FOLDERS[language].simple), language).toEqual(Object.keys(FOLDERS.nl.simple))
})

test('what only the team reads is not asked to be that easy; everything else is, also what is written tomorrow', () => {
  expect(youngRead('queue.card.reporters')).toBe(false)
  expect(youngRead('praat.start')).toBe(true)
  expect(youngRead('something.of.tomorrow' as TextKey)).toBe(true)
})

describe('the shipped agreements', () => {
  // A word of the law that the same sentence explains; a care organisation cannot do without.
  const MAY_STAY = [/^notice\.yaml, zorg nl/]

  test.each(['vzw', 'ambtenaar', 'zorg'] as const)('are easy to read, as a %s says them', async (kind) => {
    const policy = await loadPolicy(SHIPPED)
    const { house } = policy
    const said = youngTexts({ ...policy, house: { ...house, organisation: { ...house.organisation, kind } } })
    expect(said.length).toBeGreaterThan(100)
    const hard = said.flatMap(({ where, wording, text, simple }) => [
      ...troublesOf(text, wording, isEasy(wording) ? EASY : ORDINARY).map(
        (why) => `${where} ${wording}: ${why}`,
      ),
      ...(isLong(text) && !simple
        ? [`${where} ${wording}: long, and no very simple form (${wording}-easy)`]
        : []),
    ])
    expect(hard.filter((line) => !MAY_STAY.some((pattern) => pattern.test(line)))).toEqual([])
  })
})

test('a house that writes something hard gets a tip with what to write instead, and it is no error', async () => {
  const copy = await copyOfPolicy()
  await copy.change(
    'house.yaml',
    'nl: Niet zonder dat je het weet,',
    'nl: Gelieve te weten dat dit niet zomaar gebeurt,',
  )
  expect(readingNotes(await loadPolicy(SHIPPED))).toEqual([])
  const notes = readingNotes(await loadPolicy(copy.folder))
  expect(notes.join('\n')).toMatch(/^house\.yaml, parents \(nl\): “Gelieve”.+Schrijf liever: /m)
})
