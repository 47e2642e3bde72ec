import { UNKNOWN, type Vocabulary, type WordClass } from '../matching/vocabulary.ts'

/** What a word turned out to be once its disguise is taken off. */
export interface Unmasked {
  readonly wordClass: WordClass
  readonly written: string
}

/** Figures and marks that people write for letters; `1` and `!` can be two. */
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '€': 'e',
}
const isLeet = /[0134578@$!€]/u
const OTHER_ONE = /[1!]/gu
const hasLetter = /[^\d@$!€]/u
const threeOrMore = /(.)\1{2,}/gu

const replaceLeet = (word: string): string =>
  Array.from(word, (character) => LEET[character] ?? character).join('')

/** The ways to read figures as letters: none when there are none. */
function withoutLeet(word: string): readonly string[] {
  if (!isLeet.test(word) || !hasLetter.test(word)) return []
  const first = replaceLeet(word)
  const second = replaceLeet(word.replace(OTHER_ONE, 'l'))
  return first === second ? [first] : [first, second]
}

/**
 * The ways to read letters that are repeated three times or more: as two or as one. Two stay two: "maan" and "man" are
 * different words.
 */
function withoutRepeats(word: string): readonly string[] {
  const runs = [...word.matchAll(threeOrMore)]
  if (runs.length === 0) return []
  const [first] = runs
  const one = word.replace(threeOrMore, '$1')
  const two = word.replace(threeOrMore, '$1$1')
  // One run doubled and the rest single, for "mooooord": beyond the first run nobody writes more than that.
  const mixed = runs.length === 1 || first === undefined ? [] : mixedRuns(word)
  return [two, one, ...mixed]
}

function mixedRuns(word: string): readonly string[] {
  let seen = 0
  const firstDoubled = word.replace(threeOrMore, (_, letter: string) =>
    seen++ === 0 ? letter + letter : letter,
  )
  seen = 0
  const firstSingle = word.replace(threeOrMore, (_, letter: string) =>
    seen++ === 0 ? letter : letter + letter,
  )
  return [firstDoubled, firstSingle]
}

/** Longer than any word of a term: a wall of characters is not worth turning round. */
const LONGEST = 48

/**
 * Takes the disguise off a word that no term knows: figures for letters, letters drawn out. The first way to read it
 * that some term knows; undefined when there is none.
 */
export function unmask(word: string, vocabulary: Pick<Vocabulary, 'classOf'>): Unmasked | undefined {
  if (word.length > LONGEST) return undefined
  const letters = withoutLeet(word)
  const ways = [...letters, ...withoutRepeats(word), ...letters.flatMap(withoutRepeats)]
  for (const written of ways) {
    const wordClass = vocabulary.classOf(written)
    if (wordClass !== UNKNOWN) return { wordClass, written }
  }
  return undefined
}
