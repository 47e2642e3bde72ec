import { isPhrase, parsePhrase, type Phrase, type PhraseWord } from '../screening/phrase.ts'

/** Discord takes 60 characters. Source: Discord, Auto Moderation, Trigger Metadata Field Limits. */
export const KEYWORD_MAX = 60

/** Why a term of the policy cannot be a word of a filter. */
export type NotAKeyword = 'unreadable' | 'sentence-end' | 'star-inside' | 'too-long'

/** A term as Discord's filters can look for it. */
export interface Keyword {
  readonly keyword: string
  readonly phrase: Phrase
}

/**
 * What a term is for a filter: whole words, with a star at the very end for every ending. A filter knows no end of a
 * sentence and no star in the middle.
 */
export function keywordOf(term: string): Keyword | NotAKeyword {
  const phrase = parsePhrase(term)
  if (!isPhrase(phrase)) return 'unreadable'
  if (phrase.atEnd) return 'sentence-end'
  if (phrase.words.slice(0, -1).some(({ ending }) => ending)) return 'star-inside'
  const keyword = term.trim().replaceAll(/\s+/gu, ' ').toLowerCase()
  return keyword.length > KEYWORD_MAX ? 'too-long' : { keyword, phrase }
}

const fits = (a: PhraseWord, b: PhraseWord): boolean => {
  if (a.ending && b.ending) return a.word.startsWith(b.word) || b.word.startsWith(a.word)
  if (a.ending) return b.word.startsWith(a.word)
  return b.ending ? a.word.startsWith(b.word) : a.word === b.word
}

/**
 * Whether some message exists in which both phrases stand and share a word: one shifted along the other, with every
 * word that lies on another fitting it.
 */
export function canShareAWord(a: Phrase, b: Phrase): boolean {
  for (let shift = 1 - b.words.length; shift < a.words.length; shift++) {
    const from = Math.max(0, shift)
    const until = Math.min(a.words.length, shift + b.words.length)
    let all = true
    for (let at = from; at < until && all; at++) {
      const [one, other] = [a.words[at], b.words[at - shift]]
      all = one !== undefined && other !== undefined && fits(one, other)
    }
    if (all) return true
  }
  return false
}

/** Whether every message with `outer` in it also has `inner`. Stars count as the words that they may stand for. */
export function standsIn(inner: Phrase, outer: Phrase): boolean {
  for (let shift = 0; shift + inner.words.length <= outer.words.length; shift++) {
    const all = inner.words.every((word, at) => {
      const other = outer.words[shift + at]
      return other !== undefined && fits(word, other)
    })
    if (all) return true
  }
  return false
}
