import { UNKNOWN, type Vocabulary } from '../matching/vocabulary.ts'

/** Words that people glue to the next one when they type fast. Never a Dutch prefix: "gehaat" is a word of its own. */
export const GLUE: readonly string[] = (
  'ik jij gij wij zij zo alle die zijn is zijt ben bent jullie moet moeten mijn echt heel niet wil kwil kga ga ' +
  'kill fuck fck you the'
).split(' ')
/** Shorter rests are too often the end of an ordinary word. */
const SHORTEST_REST = 4
/** Of two words glued after a small one. */
const SHORTEST_PART = 3
/** Longer than two words that anybody glues together. */
const LONGEST_REST = 30

/** A bit for each length at which a word that people glue to the next one ends. */
export const bit = (length: number): number => (length < 31 ? 1 << length : 0)

/** Where a word is cut; `glue` has a bit for each length at which a small word ends. Empty when it stays whole. */
export type Cutter = (glue: number, word: string) => readonly number[]

/** "ikhaat", "ikhaatvrouwen": cuts a word in which a small one is glued before what some term knows. */
export function createCutter(vocabulary: Pick<Vocabulary, 'classOf'>): Cutter {
  /** Where a word can be cut so that some term knows both parts. */
  const cutOf = (word: string): number | undefined => {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      if (vocabulary.classOf(word.slice(at)) === UNKNOWN) continue
      if (vocabulary.classOf(word.slice(0, at)) !== UNKNOWN) return at
    }
    return undefined
  }
  return (glue, word) => {
    for (let length = 2; length <= word.length - SHORTEST_REST; length++) {
      if ((glue & bit(length)) === 0) continue
      const rest = word.slice(length)
      if (vocabulary.classOf(rest) !== UNKNOWN) return [length]
      const cut = rest.length > LONGEST_REST ? undefined : cutOf(rest)
      if (cut !== undefined) return [length, length + cut]
    }
    return []
  }
}
