import type { AtomId } from '../matching/automaton.ts'
import type { Pattern } from '../matching/relate.ts'
import { type Entry, type ResolvedLists, wordOf } from './lists.ts'
import { type Connector, parseTerm, type Piece, type Step, type TermWord } from './parse.ts'
import { TermError } from './problem.ts'

/** Collects the atoms of all sayings of a policy; the same words or list are one atom, however often they are said. */
export interface Atoms {
  /**
   * The patterns of one saying.
   *
   * @throws {@link TermError}
   */
  patternsOf(said: string): readonly Pattern[]
  readonly phrases: readonly { readonly words: readonly TermWord[]; readonly atom: AtomId }[]
  /** The atoms that a detector finds, by its name. */
  readonly detectors: ReadonlyMap<string, AtomId>
  /** How common an atom is in ordinary talk, as a guess: the higher, the more often it stands somewhere. */
  commonness(atom: AtomId): number
  readonly count: number
}

/** Short words are everywhere; a row of words hardly anywhere. */
function commonnessOf(entry: Entry): number {
  const [only] = entry
  if (entry.length > 1 || only === undefined) return 1
  return only.word.length <= 4 ? 100 : 5
}

const nameOf = (piece: Exclude<Piece, { type: 'word' | 'detector' }>): string =>
  piece.type === 'list' ? `${piece.before}{${piece.name}}${piece.after}` : `(${piece.said})`
const keyOf = (words: readonly TermWord[]): string =>
  words.map(({ word, match }) => `${match}:${word}`).join(' ')

export function createAtoms(lists: ResolvedLists, knowsDetector: (name: string) => boolean): Atoms {
  const phrases: { words: readonly TermWord[]; atom: AtomId }[] = []
  const detectors = new Map<string, AtomId>()
  const byKey = new Map<string, AtomId>()
  const common: number[] = []

  const atomOf = (key: string, entries: () => readonly Entry[]): AtomId => {
    const known = byKey.get(key)
    if (known !== undefined) return known
    const found = entries()
    const atom = common.push(found.reduce((sum, entry) => sum + commonnessOf(entry), 0)) - 1
    byKey.set(key, atom)
    for (const words of found) phrases.push({ words, atom })
    return atom
  }
  const detectorOf = (name: string): AtomId => {
    if (!knowsDetector(name)) throw new TermError('detector-unknown', name)
    const atom = atomOf(`@${name}`, () => [])
    detectors.set(name, atom)
    return atom
  }

  const patternOf = (steps: readonly Step[], atEnd: boolean): Pattern => {
    const atoms: AtomId[] = []
    const by: Connector[] = []
    let row: TermWord[] = []
    let rowBy: Connector = 'next'
    const close = (): void => {
      if (row.length === 0) return
      const words = row
      atoms.push(atomOf(keyOf(words), () => [words]))
      by.push(rowBy)
      row = []
    }
    for (const { piece, by: how } of steps) {
      if (piece.type === 'word') {
        if (row.length > 0 && how !== 'next') close()
        if (row.length === 0) rowBy = how
        row.push(wordOf(piece))
        continue
      }
      close()
      if (piece.type === 'detector') atoms.push(detectorOf(piece.name))
      else atoms.push(atomOf(nameOf(piece), () => lists.rowsOf(piece)))
      by.push(how)
    }
    close()
    return { atoms, by, atEnd }
  }

  return {
    patternsOf(said) {
      const { ways, atEnd } = parseTerm(said)
      return ways.map((steps) => patternOf(steps, atEnd))
    },
    phrases,
    detectors,
    commonness: (atom) => common[atom] ?? 0,
    get count() {
      return common.length
    },
  }
}
