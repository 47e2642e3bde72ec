import { parseTerm, type Piece, type Step, type TermWord } from './parse.ts'
import { TermError } from './problem.ts'

/** A list of words of the policy. */
export interface WordList {
  readonly words: readonly string[]
  /** Its words are also found misspelt: two letters swapped, an inner letter missing, an asterisk for a letter. */
  readonly misspelt: boolean
}
export type WordLists = Readonly<Record<string, WordList>>

/** A row of words, one after the other. */
export type Entry = readonly TermWord[]

/** Words that exist: never read as another word misspelt. */
const EXISTING = 'bestaande-woorden'
/** Of a saying only the long words are looked for misspelt: a short one misspelt is another word. */
const SHORTEST_SEVERE = 3
const SHORTEST_IN_SAYING = 4

/** The lists of a policy, taken apart. */
export interface ResolvedLists {
  /**
   * Every way to say something of a list: rows of words, other lists and choices that follow each other.
   *
   * @throws {@link TermError} when the list, or one that it holds, cannot be used
   */
  waysOf(name: string): readonly (readonly Step[])[]
  /**
   * All rows of words that one piece of a term stands for; undefined when there are more than `most`. Lists that hold
   * lists beside lists stand for very many: the search itself never writes them out.
   *
   * @throws {@link TermError}
   */
  rowsOf(piece: Piece, most: number): readonly Entry[] | undefined
  /**
   * Every word that stands somewhere in what a piece stands for, each once.
   *
   * @throws {@link TermError}
   */
  wordsOf(piece: Piece): readonly TermWord[]
  /**
   * The words that are also found misspelt.
   *
   * @throws {@link TermError}
   */
  severe(): readonly TermWord[]
  /** Words that are never taken for another word misspelt. */
  existing(): ReadonlySet<string>
}

const keyOf = (entry: Entry): string => entry.map(({ word, match }) => `${match}:${word}`).join(' ')
const unique = (entries: readonly Entry[]): readonly Entry[] => [
  ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
]

/** Lists that were taken apart, for as long as there is room: a start asks for the same ones several times. */
const kept = new WeakMap<WordLists, WeakRef<ResolvedLists>>()

/** The lists of a policy, taken apart once. They must not change afterwards. */
export function resolveLists(lists: WordLists): ResolvedLists {
  const known = kept.get(lists)?.deref()
  if (known !== undefined) return known
  const resolved = resolveAnew(lists)
  kept.set(lists, new WeakRef(resolved))
  return resolved
}

function resolveAnew(lists: WordLists): ResolvedLists {
  const ways = new Map<string, readonly (readonly Step[])[]>()

  const waysOf = (name: string, above: readonly string[] = []): readonly (readonly Step[])[] => {
    const known = ways.get(name)
    if (known !== undefined) return known
    const list = Object.hasOwn(lists, name) ? lists[name] : undefined
    if (list === undefined) throw new TermError('list-unknown', name)
    if (above.includes(name)) throw new TermError('list-circle', name)
    const all = list.words.flatMap((said) => {
      const term = parseTerm(said)
      if (term.atEnd) throw new TermError('list-plain')
      for (const steps of term.ways) checkPlain(steps, [...above, name])
      return term.ways
    })
    ways.set(name, all)
    return all
  }
  /** A list holds what stands together, and no list that holds it. */
  const checkPlain = (steps: readonly Step[], above: readonly string[]): void => {
    for (const { piece, by } of steps) {
      if (by !== 'next' || piece.type === 'detector') throw new TermError('list-plain')
      if (piece.type === 'list') waysOf(piece.name, above)
      if (piece.type === 'choice') for (const option of piece.options) checkPlain(option, above)
    }
  }

  const sizes = new Map<string, number>()
  /** How many rows a piece stands for, some perhaps twice; counted without writing them out. */
  const sizeOf = (piece: Piece): number => {
    if (piece.type === 'word') return 1
    if (piece.type === 'detector') throw new TermError('list-plain')
    const key = piece.type === 'list' ? `{${piece.name}}` : `(${piece.said})`
    const known = sizes.get(key)
    if (known !== undefined) return known
    const size = sizeOfWays(piece.type === 'list' ? waysOf(piece.name) : piece.options)
    sizes.set(key, size)
    return size
  }
  const sizeOfSteps = (steps: readonly Step[]): number =>
    steps.reduce((product, { piece }) => product * sizeOf(piece), 1)
  const sizeOfWays = (all: readonly (readonly Step[])[]): number =>
    all.reduce((sum, steps) => sum + sizeOfSteps(steps), 0)

  const rowsOfSteps = (steps: readonly Step[]): readonly Entry[] => {
    const [first] = steps
    // Nearly all are one word.
    if (steps.length === 1 && first?.piece.type === 'word') return [[wordOf(first.piece)]]
    let rows: readonly Entry[] = [[]]
    for (const { piece, by } of steps) {
      if (by !== 'next') throw new TermError('list-plain')
      if (piece.type === 'word') {
        const word = wordOf(piece)
        rows = rows.map((row) => [...row, word])
        continue
      }
      const next = writeOut(piece)
      rows = rows.flatMap((row) => next.map((other) => [...row, ...other]))
    }
    return rows
  }
  const written = new Map<string, readonly Entry[]>()
  const writeOut = (piece: Piece): readonly Entry[] => {
    if (piece.type === 'word') return [[wordOf(piece)]]
    if (piece.type === 'detector') throw new TermError('list-plain')
    const key = piece.type === 'list' ? `${piece.before}{${piece.name}}${piece.after}` : `(${piece.said})`
    const known = written.get(key)
    if (known !== undefined) return known
    const isGlued = piece.type === 'list' && (piece.before !== '' || piece.after !== '')
    // What is glued to the rows of a list leaves them different; the rows themselves are made once for all of it.
    const all = isGlued
      ? glue(piece.before, writeOut({ ...piece, before: '', after: '' }), piece.after)
      : unique((piece.type === 'list' ? waysOf(piece.name) : piece.options).flatMap(rowsOfSteps))
    written.set(key, all)
    return all
  }

  const wordsIn = (piece: Piece, found: Map<string, TermWord>): void => {
    if (piece.type === 'word') found.set(keyOf([piece]), wordOf(piece))
    const inside = piece.type === 'list' ? waysOf(piece.name) : piece.type === 'choice' ? piece.options : []
    for (const step of inside.flat()) wordsIn(step.piece, found)
  }

  const severe = new Map<string, TermWord>()
  const addSevere = (steps: readonly Step[]): void => {
    for (const { piece } of steps) {
      if (piece.type === 'list') for (const way of waysOf(piece.name)) addSevere(way)
      if (piece.type === 'choice') for (const option of piece.options) addSevere(option)
      if (piece.type !== 'word' || piece.match === 'end') continue
      const fewest = steps.length === 1 ? SHORTEST_SEVERE : SHORTEST_IN_SAYING
      if (piece.word.length >= fewest) severe.set(keyOf([piece]), wordOf(piece))
    }
  }

  return {
    waysOf: (name) => waysOf(name),
    rowsOf: (piece, most) => (sizeOf(piece) > most ? undefined : writeOut(piece)),
    wordsOf(piece) {
      const found = new Map<string, TermWord>()
      wordsIn(piece, found)
      return [...found.values()]
    },
    severe() {
      for (const [name, { misspelt }] of Object.entries(lists)) {
        if (misspelt) for (const way of waysOf(name)) addSevere(way)
      }
      return [...severe.values()]
    },
    existing: () => new Set(Object.hasOwn(lists, EXISTING) ? lists[EXISTING]?.words : []),
  }
}

/** The word of a piece, without what makes it a piece. */
export const wordOf = ({ word, match, written }: TermWord): TermWord =>
  written === undefined ? { word, match } : { word, match, written }

function glue(before: string, entries: readonly Entry[], after: string): readonly Entry[] {
  const glued: Entry[] = []
  for (const entry of entries) {
    const [first] = entry
    const last = entry.at(-1)
    // Nothing can be glued to the side of a star.
    if (first === undefined || last === undefined) continue
    if ((before !== '' && first.match === 'end') || (after !== '' && last.match === 'start')) continue
    glued.push(
      entry.length === 1
        ? [{ word: `${before}${first.word}${after}`, match: first.match }]
        : [
            { word: `${before}${first.word}`, match: first.match },
            ...entry.slice(1, -1),
            { word: `${last.word}${after}`, match: last.match },
          ],
    )
  }
  return glued
}
