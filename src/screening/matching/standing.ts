import type { Atoms } from '../language/atoms.ts'
import type { AtomId } from './automaton.ts'
import type { Vocabulary, WordClass } from './vocabulary.ts'

/**
 * What a word of a message is by itself: atoms, and first those that somebody looks for by themselves. The others matter
 * only to who asks for them. One row for each class, because this is read for every word.
 */
export interface Standing {
  readonly atoms: Int32Array
  /** How many of them are looked for by themselves. */
  readonly anchors: number
}

/**
 * Knows for each class of words which atoms such a word is: its own, lists that it is in, and lists that hold those
 * lists. A word like "je" is part of hundreds; worked out once for each class, a message pays for little more than
 * noting them.
 */
export interface Standings {
  of(wordClass: WordClass): Standing
  /** An atom itself, and every list that holds it as it is: where it stands, they stand. */
  holders(atom: AtomId): readonly AtomId[]
}

/** @param isAnchor - whether somebody looks for an atom by itself */
export function createStandings(
  atoms: Atoms,
  vocabulary: Vocabulary,
  isAnchor: (atom: AtomId) => boolean,
): Standings {
  const heldBy = new Map<AtomId, AtomId[]>()
  for (const { atom, pattern } of atoms.derivations) {
    const [only] = pattern.atoms
    if (only === undefined || pattern.atoms.length > 1) continue
    const known = heldBy.get(only)
    if (known === undefined) heldBy.set(only, [atom])
    else known.push(atom)
  }
  const closed = new Map<AtomId, readonly AtomId[]>()
  const holders = (atom: AtomId): readonly AtomId[] => {
    const known = closed.get(atom)
    if (known !== undefined) return known
    const all = [...new Set([atom, ...(heldBy.get(atom) ?? []).flatMap(holders)])]
    closed.set(atom, all)
    return all
  }

  // Words and classes are numbers without holes: tens of thousands of them are rows, not tables of tables.
  const ofItem: (AtomId[] | undefined)[] = []
  for (const { words, atom } of atoms.phrases) {
    const [only] = words
    if (only === undefined || words.length > 1) continue
    const item = vocabulary.add(only.word, only.match)
    const known = ofItem[item]
    if (known === undefined) ofItem[item] = [atom]
    else if (!known.includes(atom)) known.push(atom)
  }

  let byClass: (Standing | undefined)[] = []
  const work = (wordClass: WordClass): Standing => {
    const all = new Set<AtomId>()
    for (const item of vocabulary.members(wordClass)) {
      for (const atom of ofItem[item] ?? []) for (const holder of holders(atom)) all.add(holder)
    }
    const anchors = [...all].filter((atom) => isAnchor(atom))
    const others = [...all].filter((atom) => !isAnchor(atom))
    const standing = { atoms: Int32Array.from([...anchors, ...others]), anchors: anchors.length }
    if (byClass.length === 0) byClass = vocabulary.rowOfClasses()
    byClass[wordClass] = standing
    return standing
  }
  return { holders, of: (wordClass) => byClass[wordClass] ?? work(wordClass) }
}
