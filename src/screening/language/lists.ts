import { parseTerm, type Piece, type Step, type TermWord } from './parse.ts'
import { TermError } from './problem.ts'
import { misspelt } from './misspelt.ts'

/** A list of words of the policy. */
export interface WordList {
  readonly words: readonly string[]
  /** Also found with two letters swapped, an inner letter missing, or an asterisk for a letter. */
  readonly misspelt: boolean
}
export type WordLists = Readonly<Record<string, WordList>>

/** A saying that a list holds: its words, one after the other. */
export type Entry = readonly TermWord[]

/** A list may hold lists beside lists; beyond this it is no list that somebody means. */
const MOST_ROWS = 20_000

/** Words that exist: never read as another word misspelt. */
export const EXISTING = 'bestaande-woorden'

/** All lists, each with everything that it holds, also through other lists. */
export interface ResolvedLists {
  has(name: string): boolean
  /** @throws {@link TermError} when the list, or one that it holds, cannot be used. */
  entriesOf(name: string): readonly Entry[]
  /**
   * Every row of words that one piece of a term stands for: a word itself, a list with everything in it
   * (`kanker{groep}` with letters before its first and after its last word), all options of a choice.
   *
   * @throws {@link TermError} for what is no words
   */
  rowsOf(piece: Piece): readonly Entry[]
  /** The single words of the lists that are also found misspelt: severe enough to look for glued to another as well. */
  severe(): readonly string[]
}

const keyOf = (entry: Entry): string => entry.map(({ word, match }) => `${match}:${word}`).join(' ')
const unique = (entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
]

export function resolveLists(lists: WordLists): ResolvedLists {
  const resolved = new Map<string, readonly Entry[]>()
  const existing = new Set(Object.hasOwn(lists, EXISTING) ? lists[EXISTING]?.words : [])

  const resolve = (name: string, above: readonly string[]): readonly Entry[] => {
    const known = resolved.get(name)
    if (known !== undefined) return known
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (list === undefined) throw new TermError('list-unknown', name)
    if (above.includes(name)) throw new TermError('list-circle', name)
    const entries = list.words.flatMap((said) => entriesOfWord(said, [...above, name]))
    const all = unique(list.misspelt ? [...entries, ...misspelt(entries, existing)] : entries)
    resolved.set(name, all)
    return all
  }

  const rowsOfSteps = (steps: readonly Step[], above: readonly string[]): readonly Entry[] => {
    let rows: readonly Entry[] = [[]]
    for (const { piece, by } of steps) {
      if (by !== 'next') throw new TermError('list-plain')
      const next = rowsOfPiece(piece, above)
      if (rows.length * next.length > MOST_ROWS) throw new TermError('too-many-ways')
      rows = rows.flatMap((row) => next.map((other) => [...row, ...other]))
    }
    return rows
  }
  const rowsOfPiece = (piece: Piece, above: readonly string[]): readonly Entry[] => {
    switch (piece.type) {
      case 'word':
        return [[wordOf(piece)]]
      case 'list':
        return glue(piece.before, resolve(piece.name, above), piece.after)
      case 'choice':
        return piece.options.flatMap((steps) => rowsOfSteps(steps, above))
      case 'detector':
        throw new TermError('list-plain')
    }
  }
  const entriesOfWord = (said: string, above: readonly string[]): readonly Entry[] => {
    const { ways, atEnd } = parseTerm(said)
    if (atEnd) throw new TermError('list-plain')
    return ways.flatMap((steps) => rowsOfSteps(steps, above))
  }

  return {
    has: (name) => Object.hasOwn(lists, name),
    entriesOf: (name) => resolve(name, []),
    severe: () =>
      Object.entries(lists)
        .filter(([, { misspelt: severe }]) => severe)
        .flatMap(([, { words }]) => words)
        .filter((word) => /^\p{L}{3,}$/u.test(word)),
    rowsOf: (piece) => unique(rowsOfPiece(piece, [])),
  }
}

/** The word of a piece, without what makes it a piece. */
export const wordOf = ({ word, match, written }: TermWord): TermWord => ({
  word,
  match,
  ...(written === undefined ? {} : { written }),
})

function glue(before: string, entries: readonly Entry[], after: string): readonly Entry[] {
  if (before === '' && after === '') return entries
  return entries.flatMap((entry): readonly Entry[] => {
    const [first, ...rest] = entry
    const last = entry.at(-1)
    // Nothing can be glued to the side of a star.
    if (first === undefined || last === undefined) return []
    if ((before !== '' && first.match === 'end') || (after !== '' && last.match === 'start')) return []
    const begun = [{ word: `${before}${first.word}`, match: first.match }, ...rest]
    return [
      begun.map((one, at) =>
        at === begun.length - 1 ? { word: `${one.word}${after}`, match: one.match } : one,
      ),
    ]
  })
}
