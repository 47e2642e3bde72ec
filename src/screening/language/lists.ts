import type { TermWord } from './parse.ts'
import { parseTerm } from './parse.ts'
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

/** Words that exist: never read as another word misspelt. */
export const EXISTING = 'bestaande-woorden'

/** All lists, each with everything that it holds, also through other lists. */
export interface ResolvedLists {
  has(name: string): boolean
  /** @throws {@link TermError} when the list, or one that it holds, cannot be used. */
  entriesOf(name: string): readonly Entry[]
  /** `kanker{groep}`: every saying of the list with letters before its first and after its last word. */
  glued(before: string, name: string, after: string): readonly Entry[]
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

  const entriesOfWord = (said: string, above: readonly string[]): readonly Entry[] => {
    const { ways, atEnd } = parseTerm(said)
    if (atEnd) throw new TermError('list-plain')
    return ways.flatMap((steps): readonly Entry[] => {
      let entries: readonly Entry[] = [[]]
      for (const { piece, by } of steps) {
        if (by !== 'next' || piece.type === 'detector') throw new TermError('list-plain')
        const next: readonly Entry[] =
          piece.type === 'word'
            ? [[wordOf(piece)]]
            : glue(piece.before, resolve(piece.name, above), piece.after)
        entries = entries.flatMap((one) => next.map((other) => [...one, ...other]))
      }
      return entries
    })
  }

  return {
    has: (name) => Object.hasOwn(lists, name),
    entriesOf: (name) => resolve(name, []),
    glued: (before, name, after) => unique(glue(before, resolve(name, []), after)),
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
