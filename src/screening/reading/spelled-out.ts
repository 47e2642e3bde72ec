import { NOWHERE, ROOT } from '../matching/trie.ts'
import { UNKNOWN, type Vocabulary, type WordClass } from '../matching/vocabulary.ts'
import type { Draft, ReadWord } from './reading.ts'

/** Fewer letters in a row are words of one letter ("u", "k"), or a grade. */
const FEWEST = 3
/** Longer than any word that somebody spells. */
const MOST = 40

const isOne = ({ word }: ReadWord): boolean => word.length === 1

/** Whether there is a row of letters at all: most messages have none, and need no more than this look. */
function hasRow({ count, start, end }: Draft): boolean {
  let row = 0
  for (let at = 0; at < count; at++) {
    // A letter of another plane is two units long.
    row = (end[at] ?? 0) - (start[at] ?? 0) <= 2 ? row + 1 : 0
    if (row === FEWEST) return true
  }
  return false
}

/** The longest word of some term that the letters from `from` spell, in one walk down the tree of letters. */
function spelled(
  words: readonly ReadWord[],
  from: number,
  vocabulary: Vocabulary,
): { readonly word: string; readonly wordClass: WordClass; readonly length: number } | undefined {
  let node: number = ROOT
  let word = ''
  let found: { word: string; wordClass: WordClass; length: number } | undefined
  for (let length = 1; length <= MOST; length++) {
    const next = words[from + length - 1]
    if (next === undefined || !isOne(next)) break
    node = vocabulary.step(node, next.word.charCodeAt(0))
    if (node === NOWHERE) break
    word += next.word
    const wordClass = vocabulary.classAt(node, UNKNOWN)
    if (length >= FEWEST && wordClass !== UNKNOWN) found = { word, wordClass, length }
  }
  return found
}

/**
 * Finds words that were written letter by letter ("h a a t", "k.a.n.k.e.r") and puts them in the place of their letters
 * when some term knows them.
 */
export function joinSpelledOut(draft: Draft, vocabulary: Vocabulary): void {
  if (!hasRow(draft)) return
  const words = draft.words()
  const joined: ReadWord[] = []
  let changed = false
  for (let at = 0; at < words.length; ) {
    const first = words[at]
    if (first === undefined) break
    const found = isOne(first) ? spelled(words, at, vocabulary) : undefined
    const final = words[at + (found?.length ?? 1) - 1] ?? first
    if (found === undefined) joined.push(first)
    else {
      changed = true
      const { word, wordClass } = found
      joined.push({ ...first, word, wordClass, end: final.end, last: final.last })
    }
    at += found?.length ?? 1
  }
  if (changed) draft.refill(joined)
}
