import { expect, test } from 'vitest'
import { parsePhrase } from '../../../src/screening/phrase.ts'

test('a term is its words; a star stands for every ending, a full stop for the end of a sentence', () => {
  expect(parsePhrase('Ik kan níet meer.')).toMatchObject({
    words: [{ word: 'ik' }, { word: 'kan' }, { word: 'niet' }, { word: 'meer' }],
    atEnd: true,
  })
  expect(parsePhrase('vuile moslim* hier')).toMatchObject({
    words: [
      { word: 'vuile', ending: false },
      { word: 'moslim', ending: true },
      { word: 'hier', ending: false },
    ],
    atEnd: false,
  })
})

test.each([
  ['!!!', 'no-words'],
  ['a b c d e f g h i j k l m', 'too-many-words'],
  ['*moord', 'star-place'],
  ['mo*rd', 'star-place'],
  ['*', 'star-place'],
  ['do*', 'star-short'],
  ['!!!*', 'star-short'],
])('a term that cannot be used is refused with its reason: %s', (said, problem) => {
  expect(parsePhrase(said)).toBe(problem)
})
