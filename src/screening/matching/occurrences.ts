import type { Derivation } from '../language/atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { AtomId } from './automaton.ts'
import type { Standings } from './standing.ts'
import { UNKNOWN } from './vocabulary.ts'

/** One place where an atom stands: the words from `first` to `last`, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/**
 * Where each atom stands in the message at hand, in the order of the text. That an atom is there is noted for every
 * word; where it is only when somebody asks, because most messages need no more than to know that it is there.
 */
export interface Occurrences {
  /** Forgets the message before, and notes what each word of this one is by itself. */
  begin(reading: Reading): void
  /** Adds a place of an atom that is more than one word of the message says, and of every list that holds it. */
  readonly add: (atom: AtomId, first: number, last: number) => void
  /** Adds that an atom may stand where its pattern does; all parts of the pattern are there. */
  may(derivation: Derivation): void
  /** Whether an atom is there; of what is derived only that it may be. */
  readonly has: (atom: AtomId) => boolean
  of(atom: AtomId): readonly Span[]
  /** The anchors that stand in the message, each once, in the order in which they were first seen. */
  readonly seen: ArrayLike<AtomId>
  readonly seenCount: number
}

const END = -1
const twice = (column: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * column.length)
  wider.set(column)
  return wider
}
const inOrder = (a: Span, b: Span): number => a.first - b.first || a.last - b.last

export function createOccurrences(
  atoms: number,
  standings: Standings,
  isAnchor: (atom: AtomId) => boolean,
  placesOf: (pattern: Derivation['pattern'], occurrences: Occurrences, reading: Reading) => readonly Span[],
): Occurrences {
  /**
   * A bit for each atom that stands in the message. A message notes hundreds of atoms and asks after dozens: as bits they
   * stay in what a processor keeps at hand, and are wiped at once.
   */
  const stands = new Int32Array((atoms >>> 5) + 1)
  const has = (atom: AtomId): boolean => ((stands[atom >>> 5] ?? 0) & (1 << (atom & 31))) !== 0
  const stand = (atom: AtomId): void => {
    stands[atom >>> 5] = (stands[atom >>> 5] ?? 0) | (1 << (atom & 31))
  }
  const seen = new Int32Array(atoms)

  // The places, as a list for each atom, in flat columns that are used again.
  const head = new Int32Array(atoms).fill(END)
  const tail = new Int32Array(atoms)
  let firsts = new Int32Array(1_024)
  let lasts = new Int32Array(1_024)
  let nexts = new Int32Array(1_024)
  let count = 0
  const placed = new Int32Array(atoms)
  let placedCount = 0
  /**
   * What was worked out for who asked. Rows that are used again, as everything here: a Map or a row that is emptied is
   * made anew, and the garbage collector carries those of all messages along.
   */
  const spans: (readonly Span[] | undefined)[] = Array.from({ length: atoms }, () => undefined)
  const asked = new Int32Array(atoms)
  let askedCount = 0
  /** What may stand here, not yet worked out. */
  const maybe: Derivation[] = []
  const derived: (readonly Span[] | undefined)[] = []
  let maybeCount = 0
  /** For each atom what of it waits: itself or what it holds, as a list in flat columns too. */
  const waitsFrom = new Int32Array(atoms).fill(END)
  const waitsNext: number[] = []
  const waitsWhat: number[] = []
  let waitsCount = 0
  let words: Reading | undefined
  let isPlaced = false

  const place = (atom: AtomId, first: number, last: number): void => {
    if (count === firsts.length) {
      firsts = twice(firsts)
      lasts = twice(lasts)
      nexts = twice(nexts)
    }
    firsts[count] = first
    lasts[count] = last
    nexts[count] = END
    if (head[atom] === END) {
      head[atom] = count
      placed[placedCount++] = atom
    } else nexts[tail[atom] ?? 0] = count
    tail[atom] = count
    count += 1
  }

  /** Places what the words are by themselves, and sorts out what else is to be worked out for which atom. */
  const prepare = ({ count: length, wordClass }: Reading): void => {
    for (let index = 0; index < maybeCount; index++) {
      derived[index] = undefined
      for (const holder of standings.holders(maybe[index]?.atom ?? 0)) {
        waitsNext[waitsCount] = waitsFrom[holder] ?? END
        waitsWhat[waitsCount] = index
        waitsFrom[holder] = waitsCount
        waitsCount += 1
      }
    }
    for (let index = 0; index < length; index++) {
      const known = wordClass[index] ?? UNKNOWN
      if (known === UNKNOWN) continue
      const { atoms: its } = standings.of(known)
      for (let at = 0; at < its.length; at++) place(its[at] ?? 0, index, index)
    }
  }

  const note = (atom: AtomId): void => {
    if (has(atom)) return
    stand(atom)
    if (isAnchor(atom)) seen[self.seenCount++] = atom
  }

  const derive = (index: number, reading: Reading): readonly Span[] => {
    const known = derived[index]
    if (known !== undefined) return known
    const derivation = maybe[index]
    const found = derivation === undefined ? NOWHERE : placesOf(derivation.pattern, self, reading)
    derived[index] = found
    return found
  }

  /** Longer rows are found before the words in them are placed, and what is derived may be found twice. */
  const spansOf = (atom: AtomId, reading: Reading): readonly Span[] => {
    const found: Span[] = []
    for (let at = head[atom] ?? END; at !== END; at = nexts[at] ?? END) {
      found.push({ first: firsts[at] ?? 0, last: lasts[at] ?? 0 })
    }
    for (let at = waitsFrom[atom] ?? END; at !== END; at = waitsNext[at] ?? END)
      for (const span of derive(waitsWhat[at] ?? 0, reading)) found.push(span)
    if (found.every((span, at) => at === 0 || inOrder(found[at - 1] ?? span, span) < 0)) return found
    found.sort(inOrder)
    return found.filter((span, at) => at === 0 || inOrder(found[at - 1] ?? span, span) !== 0)
  }

  /** Forgets what was worked out; most messages need nothing of it. */
  const forget = (): void => {
    for (let at = 0; at < placedCount; at++) head[placed[at] ?? 0] = END
    for (let at = 0; at < askedCount; at++) spans[asked[at] ?? 0] = undefined
    for (let index = 0; index < maybeCount; index++)
      for (const holder of standings.holders(maybe[index]?.atom ?? 0)) waitsFrom[holder] = END
    placedCount = 0
    askedCount = 0
    waitsCount = 0
    isPlaced = false
  }

  const wipe = (): void => {
    if (count > 0 || isPlaced) forget()
    maybeCount = 0
    self.seenCount = 0
    count = 0
    stands.fill(0)
  }

  const self: Occurrences & { seenCount: number } = {
    begin(reading) {
      wipe()
      words = reading
      const { count: length, wordClass } = reading
      for (let index = 0; index < length; index++) {
        const known = wordClass[index] ?? UNKNOWN
        if (known === UNKNOWN) continue
        const { atoms: its, anchors } = standings.of(known)
        for (let at = 0; at < anchors; at++) {
          const atom = its[at] ?? 0
          if (has(atom)) continue
          stand(atom)
          seen[self.seenCount++] = atom
        }
        for (let at = anchors; at < its.length; at++) stand(its[at] ?? 0)
      }
    },
    add(atom, first, last) {
      for (const holder of standings.holders(atom)) {
        note(holder)
        place(holder, first, last)
      }
    },
    may(derivation) {
      maybe[maybeCount++] = derivation
      for (const holder of standings.holders(derivation.atom)) note(holder)
    },
    has,
    of(atom) {
      if (!has(atom) || words === undefined) return NOWHERE
      const known = spans[atom]
      if (known !== undefined) return known
      if (!isPlaced) {
        isPlaced = true
        prepare(words)
      }
      const found = spansOf(atom, words)
      spans[atom] = found
      asked[askedCount++] = atom
      return found
    },
    seen,
    seenCount: 0,
  }
  return self
}
const NOWHERE: readonly Span[] = []
