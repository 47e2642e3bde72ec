import { wordsOf } from './words.ts'

/** One word of a term: exactly this word, or (`ending`) every word that begins with it. */
export interface PhraseWord {
  readonly word: string
  readonly ending: boolean
}

/** A term or saying of the policy, as the automaton reads it. `atEnd`: only where the sentence stops. */
export interface Phrase {
  readonly said: string
  readonly words: readonly PhraseWord[]
  readonly atEnd: boolean
}

/** Why a term of the policy cannot be used. */
export const PHRASE_PROBLEMS = ['no-words', 'too-many-words', 'star-place', 'star-short'] as const
export type PhraseProblem = (typeof PHRASE_PROBLEMS)[number]

export const MAX_PHRASE_WORDS = 12
/** Fewer letters before a star would match half the dictionary. */
export const MIN_LETTERS_BEFORE_STAR = 3

/**
 * Reads a term as people write it in a policy file: words, a word that ends in `*` for every ending, and a full
 * stop at the very end for "only where the sentence stops" ("ik kan niet meer." is not "ik kan niet meer slapen").
 */
export function parsePhrase(said: string): Phrase | PhraseProblem {
  const trimmed = said.trim()
  const atEnd = trimmed.endsWith('.') && !trimmed.endsWith('..')
  const words: PhraseWord[] = []
  for (const piece of trimmed.split(/\s+/u)) {
    const star = piece.indexOf('*')
    const ending = star !== -1
    if (ending && !/^[^*]+\*[.!?,]*$/u.test(piece)) return 'star-place'
    const inside = wordsOf(ending ? piece.slice(0, star) : piece)
    for (const [index, { word }] of inside.entries()) {
      words.push({ word, ending: ending && index === inside.length - 1 })
    }
    const stem = words.at(-1)
    if (ending && (stem === undefined || stem.word.length < MIN_LETTERS_BEFORE_STAR)) return 'star-short'
  }
  if (words.length === 0) return 'no-words'
  if (words.length > MAX_PHRASE_WORDS) return 'too-many-words'
  return { said, words, atEnd }
}

/** Whether a parsed term is usable. */
export const isPhrase = (parsed: Phrase | PhraseProblem): parsed is Phrase => typeof parsed !== 'string'
