import type { Entry, ResolvedLists } from '../screening/language/lists.ts'
import { parseTerm, type Step, type TermWord } from '../screening/language/parse.ts'
import { TermError } from '../screening/language/problem.ts'

/** Discord takes 60 characters. Source: Discord, Auto Moderation, Trigger Metadata Field Limits. */
export const KEYWORD_MAX = 60
/** A term that stands for more than this would push out all others. */
export const KEYWORDS_PER_TERM = 40

/** Why a term of the policy cannot be words of a filter. */
export type NotAKeyword =
  | 'unreadable'
  | 'sentence-end'
  | 'star-inside'
  | 'too-long'
  /** Its parts may stand apart. */
  | 'apart'
  /** It looks for something that is no word (`@telefoon`). */
  | 'detector'
  | 'too-many'

/** One way to say a term, as Discord's filters can look for it. */
export interface Keyword {
  readonly keyword: string
  readonly words: Entry
}

const written = ({ word, match, written: raw = word }: TermWord): string =>
  match === 'start' ? `${raw}*` : match === 'end' ? `*${raw}` : raw

function keywordOf(words: Entry): Keyword | NotAKeyword {
  const inside = words.some(
    ({ match }, at) => (match === 'start' && at < words.length - 1) || (match === 'end' && at > 0),
  )
  if (inside) return 'star-inside'
  const keyword = words.map(written).join(' ')
  return keyword.length > KEYWORD_MAX ? 'too-long' : { keyword, words }
}

/**
 * A row of steps that follow each other, as all the rows of words that it stands for. Undefined for what is no word,
 * and beyond `most`.
 */
export function rowsOf(
  steps: readonly Step[],
  lists: ResolvedLists,
  most: number,
): readonly Entry[] | undefined {
  let rows: readonly Entry[] = [[]]
  for (const { piece } of steps) {
    if (piece.type === 'detector') return undefined
    const next = lists.rowsOf(piece, most)
    if (next === undefined || rows.length * next.length > most) return undefined
    rows = rows.flatMap((row) => next.map((entry) => [...row, ...entry]))
  }
  return rows
}

/**
 * What a term is for a filter: whole words, with a star at the very end or beginning. A filter knows no end of a
 * sentence, nothing that stands apart and no disguise.
 *
 * @param loose - whether parts that may stand apart are looked for side by side: better than not at all for a cry for
 *   help, for nothing else
 */
export function keywordsOf(
  term: string,
  lists: ResolvedLists,
  loose: boolean,
): readonly Keyword[] | NotAKeyword {
  try {
    const { ways, atEnd } = parseTerm(term)
    if (atEnd) return 'sentence-end'
    const steps = ways.flat()
    if (steps.some(({ piece }) => piece.type === 'detector')) return 'detector'
    if (steps.some(({ by }) => by !== 'next' && !(loose && by === 'gap'))) return 'apart'
    const found: Keyword[] = []
    for (const way of ways) {
      const rows = rowsOf(way, lists, KEYWORDS_PER_TERM)
      if (rows === undefined || found.length + rows.length > KEYWORDS_PER_TERM) return 'too-many'
      for (const row of rows) {
        const keyword = keywordOf(row)
        if (typeof keyword === 'string') return keyword
        found.push(keyword)
      }
    }
    return found
  } catch (error) {
    if (error instanceof TermError) return 'unreadable'
    throw error
  }
}

const fits = (a: TermWord, b: TermWord): boolean => {
  if (a.match === 'exact' && b.match === 'exact') return a.word === b.word
  if (a.match === 'exact') return b.match === 'start' ? a.word.startsWith(b.word) : a.word.endsWith(b.word)
  if (b.match === 'exact') return fits(b, a)
  if (a.match !== b.match) return true
  const [longer, shorter] = a.word.length > b.word.length ? [a.word, b.word] : [b.word, a.word]
  return a.match === 'start' ? longer.startsWith(shorter) : longer.endsWith(shorter)
}

/**
 * Whether some message exists in which both rows stand and share a word: one shifted along the other, with every word
 * that lies on another fitting it.
 */
export function canShareAWord(a: Entry, b: Entry): boolean {
  for (let shift = 1 - b.length; shift < a.length; shift++) {
    const from = Math.max(0, shift)
    const until = Math.min(a.length, shift + b.length)
    let all = true
    for (let at = from; at < until && all; at++) {
      const [one, other] = [a[at], b[at - shift]]
      all = one !== undefined && other !== undefined && fits(one, other)
    }
    if (all) return true
  }
  return false
}

/** Whether every message with `outer` in it also has `inner`. Stars count as the words that they may stand for. */
export function standsIn(inner: Entry, outer: Entry): boolean {
  for (let shift = 0; shift + inner.length <= outer.length; shift++) {
    const all = inner.every((word, at) => {
      const other = outer[shift + at]
      return other !== undefined && fits(word, other)
    })
    if (all) return true
  }
  return false
}
