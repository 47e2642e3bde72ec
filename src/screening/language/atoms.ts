import type { AtomId } from '../matching/automaton.ts'
import type { Pattern } from '../matching/relate.ts'
import { commonnessOfWord } from './common-words.ts'
import type { ResolvedLists } from './lists.ts'
import { type Connector, parseTerm, type Piece, type Step, type TermWord } from './parse.ts'
import { TermError } from './problem.ts'

/** An atom that stands wherever a pattern of other atoms stands: a list that holds lists, or rows with lists in them. */
export interface Derivation {
  readonly atom: AtomId
  readonly pattern: Pattern
}

/** Collects the atoms of all sayings of a policy; the same words or list are one atom, however often they are said. */
export interface Atoms {
  /**
   * The patterns of one saying.
   *
   * @throws {@link TermError}
   */
  patternsOf(said: string): readonly Pattern[]
  /** Rows of words that are an atom as they stand. */
  readonly phrases: readonly { readonly words: readonly TermWord[]; readonly atom: AtomId }[]
  readonly derivations: readonly Derivation[]
  /** The atoms that a detector finds, by its name. */
  readonly detectors: ReadonlyMap<string, AtomId>
  /** How common an atom is in ordinary talk, as a guess: the higher, the more often it stands somewhere. */
  readonly commonness: (atom: AtomId) => number
  /** 0 for what stands by itself; higher than the ranks of all that it is derived from. */
  rank(atom: AtomId): number
  readonly count: number
}

/** A glued list is written out as words; beyond this it is no list that somebody means. */
export const MOST_GLUED = 20_000
/** Of the times that the rarest of some words is said, about so many are in one row with the others. */
const IN_A_ROW = 0.2
const commonnessOfRow = (parts: readonly number[]): number =>
  Math.min(...parts) * (parts.length > 1 ? IN_A_ROW : 1)

/** Tells a word with a star from the same word without; no word holds it. */
const STAR = '\u0001'
const keyOfWord = ({ word, match }: TermWord): string =>
  match === 'exact' ? word : match === 'start' ? `${word}${STAR}` : `${STAR}${word}`
/** A key of its own for each row of words; it begins with no bracket and no @. */
function keyOf(words: readonly TermWord[]): string {
  let key = ''
  for (const word of words) key = key === '' ? keyOfWord(word) : `${key} ${keyOfWord(word)}`
  return key
}
type Word = Extract<Piece, { type: 'word' }>
const isWord = (piece: Piece): piece is Word => piece.type === 'word'
function allWords(steps: readonly Step[]): readonly TermWord[] | undefined {
  const words: TermWord[] = []
  for (const { piece } of steps) {
    if (!isWord(piece)) return undefined
    words.push(piece)
  }
  return words
}

export function createAtoms(lists: ResolvedLists, knowsDetector: (name: string) => boolean): Atoms {
  const phrases: { words: readonly TermWord[]; atom: AtomId }[] = []
  const derivations: Derivation[] = []
  const detectors = new Map<string, AtomId>()
  const byKey = new Map<string, AtomId>()
  const common: number[] = []
  const ranks: number[] = []

  const atomOf = (key: string, fill: (atom: AtomId) => void): AtomId => {
    const known = byKey.get(key)
    if (known !== undefined) return known
    const atom = common.push(0) - 1
    ranks.push(0)
    byKey.set(key, atom)
    try {
      fill(atom)
    } catch (error) {
      // What cannot be used is told each time that it is named.
      byKey.delete(key)
      throw error
    }
    return atom
  }
  const addPhrase = (atom: AtomId, words: readonly TermWord[]): void => {
    phrases.push({ words, atom })
    const [only] = words
    // Nearly all are one word.
    const often =
      words.length === 1 && only !== undefined
        ? commonnessOfWord(only)
        : commonnessOfRow(words.map(commonnessOfWord))
    common[atom] = (common[atom] ?? 0) + often
  }
  const addWay = (atom: AtomId, steps: readonly Step[]): void => {
    const words = allWords(steps)
    if (words !== undefined) return addPhrase(atom, words)
    const pattern = patternOf(steps, false)
    derivations.push({ atom, pattern })
    common[atom] = (common[atom] ?? 0) + commonnessOfRow(pattern.atoms.map((part) => common[part] ?? 0))
    const deepest = Math.max(...pattern.atoms.map((part) => ranks[part] ?? 0))
    ranks[atom] = Math.max(ranks[atom] ?? 0, deepest + 1)
  }

  const atomOfPiece = (piece: Exclude<Piece, Word>): AtomId => {
    switch (piece.type) {
      case 'choice':
        return atomOf(`(${piece.said})`, (atom) => {
          for (const option of piece.options) addWay(atom, option)
        })
      case 'list':
        return atomOf(`${piece.before}{${piece.name}}${piece.after}`, (atom) => {
          if (piece.before === '' && piece.after === '') {
            for (const way of lists.waysOf(piece.name)) addWay(atom, way)
            return
          }
          const rows = lists.rowsOf(piece, MOST_GLUED)
          if (rows === undefined) throw new TermError('too-many-ways')
          for (const row of rows) addPhrase(atom, row)
        })
      case 'detector': {
        if (!knowsDetector(piece.name)) throw new TermError('detector-unknown', piece.name)
        const atom = atomOf(`@${piece.name}`, () => {})
        detectors.set(piece.name, atom)
        return atom
      }
    }
  }

  const patternOf = (steps: readonly Step[], atEnd: boolean): Pattern => {
    const atoms: AtomId[] = []
    const by: Connector[] = []
    let row: TermWord[] = []
    let rowBy: Connector = 'next'
    const close = (): void => {
      if (row.length === 0) return
      const words = row
      atoms.push(atomOf(keyOf(words), (atom) => addPhrase(atom, words)))
      by.push(rowBy)
      row = []
    }
    for (const { piece, by: how } of steps) {
      if (piece.type === 'word') {
        if (row.length > 0 && how !== 'next') close()
        if (row.length === 0) rowBy = how
        row.push(piece)
        continue
      }
      close()
      atoms.push(atomOfPiece(piece))
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
    derivations,
    detectors,
    commonness: (atom) => common[atom] ?? 0,
    rank: (atom) => ranks[atom] ?? 0,
    get count() {
      return common.length
    },
  }
}
