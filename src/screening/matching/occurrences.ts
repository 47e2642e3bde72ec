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
  readonly seen: readonly AtomId[]
}

const END = -1
const twice = (column: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * column.length)
  wider.set(column)
  return wider
}
const inOrder = (a: Span, b: Span): number => a.first - b.first || a.last - b.last
/** Then the marks of the messages before are wiped, so that a number never comes back. */
const MOST_MESSAGES = 0x7f_ff_ff_ff

export function createOccurrences(
  atoms: number,
  standings: Standings,
  isAnchor: (atom: AtomId) => boolean,
  placesOf: (pattern: Derivation['pattern'], occurrences: Occurrences, reading: Reading) => readonly Span[],
): Occurrences {
  /** For each atom the number of the last message in which it stood: nothing needs to be wiped between two messages. */
  const stoodIn = new Int32Array(atoms)
  let message = 0
  const seen: AtomId[] = []

  // The places, as a list for each atom, in flat columns that are used again.
  const head = new Int32Array(atoms).fill(END)
  const tail = new Int32Array(atoms)
  let firsts = new Int32Array(1_024)
  let lasts = new Int32Array(1_024)
  let nexts = new Int32Array(1_024)
  let count = 0
  const placed: AtomId[] = []
  const spans = new Map<AtomId, readonly Span[]>()
  /** What may stand here, not yet worked out: for each atom, itself or what it holds. */
  const maybe: Derivation[] = []
  const waiting = new Map<AtomId, Derivation[]>()
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
      placed.push(atom)
    } else nexts[tail[atom] ?? 0] = count
    tail[atom] = count
    count += 1
  }

  /** Places what the words are by themselves, and sorts out what else is to be worked out for which atom. */
  const prepare = ({ count: length, wordClass }: Reading): void => {
    for (const derivation of maybe) {
      for (const holder of standings.holders(derivation.atom)) {
        const known = waiting.get(holder)
        if (known === undefined) waiting.set(holder, [derivation])
        else known.push(derivation)
      }
    }
    for (let index = 0; index < length; index++) {
      const known = wordClass[index] ?? UNKNOWN
      if (known === UNKNOWN) continue
      const { anchors, others } = standings.of(known)
      for (let at = 0; at < anchors.length; at++) place(anchors[at] ?? 0, index, index)
      for (let at = 0; at < others.length; at++) place(others[at] ?? 0, index, index)
    }
  }

  const note = (atom: AtomId): void => {
    if (stoodIn[atom] === message) return
    stoodIn[atom] = message
    if (isAnchor(atom)) seen.push(atom)
  }

  const derived = new Map<Derivation, readonly Span[]>()
  const derive = (derivation: Derivation, reading: Reading): readonly Span[] => {
    const known = derived.get(derivation)
    if (known !== undefined) return known
    const found = placesOf(derivation.pattern, self, reading)
    derived.set(derivation, found)
    return found
  }

  /** Longer rows are found before the words in them are placed, and what is derived may be found twice. */
  const spansOf = (atom: AtomId, reading: Reading): readonly Span[] => {
    const found: Span[] = []
    for (let at = head[atom] ?? END; at !== END; at = nexts[at] ?? END) {
      found.push({ first: firsts[at] ?? 0, last: lasts[at] ?? 0 })
    }
    for (const derivation of waiting.get(atom) ?? []) found.push(...derive(derivation, reading))
    if (found.every((span, at) => at === 0 || inOrder(found[at - 1] ?? span, span) < 0)) return found
    found.sort(inOrder)
    return found.filter((span, at) => at === 0 || inOrder(found[at - 1] ?? span, span) !== 0)
  }

  const wipe = (): void => {
    for (const atom of placed) head[atom] = END
    placed.length = 0
    seen.length = 0
    maybe.length = 0
    isPlaced = false
    count = 0
    if (spans.size > 0) spans.clear()
    if (waiting.size > 0) waiting.clear()
    if (derived.size > 0) derived.clear()
    if (message === MOST_MESSAGES) {
      stoodIn.fill(0)
      message = 0
    }
  }

  const self: Occurrences = {
    begin(reading) {
      wipe()
      message += 1
      words = reading
      const { count: length, wordClass } = reading
      for (let index = 0; index < length; index++) {
        const known = wordClass[index] ?? UNKNOWN
        if (known === UNKNOWN) continue
        const { anchors, others } = standings.of(known)
        for (let at = 0; at < anchors.length; at++) {
          const atom = anchors[at] ?? 0
          if (stoodIn[atom] === message) continue
          stoodIn[atom] = message
          seen.push(atom)
        }
        for (let at = 0; at < others.length; at++) stoodIn[others[at] ?? 0] = message
      }
    },
    add(atom, first, last) {
      for (const holder of standings.holders(atom)) {
        note(holder)
        place(holder, first, last)
      }
    },
    may(derivation) {
      maybe.push(derivation)
      for (const holder of standings.holders(derivation.atom)) note(holder)
    },
    has: (atom) => stoodIn[atom] === message,
    of(atom) {
      if (stoodIn[atom] !== message || words === undefined) return NOWHERE
      const known = spans.get(atom)
      if (known !== undefined) return known
      if (!isPlaced) {
        isPlaced = true
        prepare(words)
      }
      const found = spansOf(atom, words)
      spans.set(atom, found)
      return found
    },
    seen,
  }
  return self
}
const NOWHERE: readonly Span[] = []
