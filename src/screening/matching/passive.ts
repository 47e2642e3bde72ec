import type { Atoms } from '../language/atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { AtomId } from './automaton.ts'
import type { Occurrences } from './occurrences.ts'
import { UNKNOWN, type Vocabulary, type WordClass } from './vocabulary.ts'

/**
 * Atoms of single words that nobody looks for by themselves: "(je|ge|u)" and the like, which only follow something
 * rarer. A word like "je" is part of a hundred of them; noting each of them at each "je" was most of the work for a
 * message. Instead only the word is noted, and where such an atom stands is told when somebody asks.
 */
export interface Passive {
  readonly atoms: ReadonlySet<AtomId>
  /** The words of each of them, as numbers of the vocabulary; undefined for all other atoms. */
  readonly items: readonly (readonly number[] | undefined)[]
  /** Notes the words of a message. */
  note(reading: Reading, occurrences: Occurrences): void
}

/** @param isAnchor - whether somebody looks for an atom by itself */
export function createPassive(
  atoms: Atoms,
  vocabulary: Vocabulary,
  isAnchor: (atom: AtomId) => boolean,
): Passive {
  const derived = new Set(atoms.derivations.map(({ atom }) => atom))
  const detected = new Set(atoms.detectors.values())
  const rows = new Set(atoms.phrases.filter(({ words }) => words.length !== 1).map(({ atom }) => atom))
  const isPassive = (atom: AtomId): boolean =>
    !isAnchor(atom) && !derived.has(atom) && !detected.has(atom) && !rows.has(atom)
  const items: (number[] | undefined)[] = Array.from({ length: atoms.count }, () => undefined)
  const noted = new Set<number>()
  for (const { words, atom } of atoms.phrases) {
    const [only] = words
    if (only === undefined || !isPassive(atom)) continue
    const item = vocabulary.add(only.word, only.match)
    const known = (items[atom] ??= [])
    known.push(item)
    noted.add(item)
  }

  const byClass = new Map<WordClass, readonly number[]>()
  const itemsOf = (wordClass: WordClass): readonly number[] => {
    const known = byClass.get(wordClass)
    if (known !== undefined) return known
    const found = vocabulary.members(wordClass).filter((item) => noted.has(item))
    byClass.set(wordClass, found)
    return found
  }

  return {
    atoms: new Set([...items.keys()].filter((atom) => items[atom] !== undefined)),
    items,
    note({ count, wordClass }, occurrences) {
      for (let index = 0; index < count; index++) {
        const known = wordClass[index] ?? UNKNOWN
        if (known === UNKNOWN) continue
        const found = itemsOf(known)
        for (let at = 0; at < found.length; at++) occurrences.addWord(found[at] ?? 0, index)
      }
    },
  }
}
