import type { AtomId } from './automaton.ts'

/** One place where an atom stands: the words from `first` to `last`, both included. */
export interface Span {
  readonly first: number
  readonly last: number
}

/**
 * Where each atom stands in the message at hand, in the order of the text. Kept in flat columns that are used again,
 * because common words stand in every message and most messages need no more than to know that they are there.
 */
export interface Occurrences {
  clear(): void
  readonly add: (atom: AtomId, first: number, last: number) => void
  /** Lets one atom stand wherever another does. */
  copy(from: AtomId, to: AtomId): void
  readonly has: (atom: AtomId) => boolean
  of(atom: AtomId): readonly Span[]
  /** The atoms that stand in the message, each once, in the order in which they were first seen. */
  readonly seen: readonly AtomId[]
}

const END = -1
const twice = (column: Int32Array): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(2 * column.length)
  wider.set(column)
  return wider
}
const inOrder = (a: Span, b: Span): number => a.first - b.first || a.last - b.last

export function createOccurrences(atoms: number): Occurrences {
  const head = new Int32Array(atoms).fill(END)
  const tail = new Int32Array(atoms).fill(END)
  let firsts = new Int32Array(1_024)
  let lasts = new Int32Array(1_024)
  let nexts = new Int32Array(1_024)
  let count = 0
  const seen: AtomId[] = []
  const spans = new Map<AtomId, readonly Span[]>()

  /** Longer rows are found later than the words in them, and derived atoms more than once. */
  const spansOf = (atom: AtomId): readonly Span[] => {
    const found: Span[] = []
    let sorted = true
    let before: Span | undefined
    for (let at = head[atom] ?? END; at !== END; at = nexts[at] ?? END) {
      const span = { first: firsts[at] ?? 0, last: lasts[at] ?? 0 }
      if (before !== undefined && inOrder(before, span) >= 0) sorted = false
      found.push(span)
      before = span
    }
    if (sorted) return found
    found.sort(inOrder)
    return found.filter((span, at) => at === 0 || inOrder(found[at - 1] ?? span, span) !== 0)
  }

  /** Whether spans were asked for since the last message began. */
  let asked = false

  const add = (atom: AtomId, first: number, last: number): void => {
    if (count === firsts.length) {
      firsts = twice(firsts)
      lasts = twice(lasts)
      nexts = twice(nexts)
    }
    // What was asked for before is no longer all.
    if (asked) spans.delete(atom)
    firsts[count] = first
    lasts[count] = last
    nexts[count] = END
    if (head[atom] === END) {
      head[atom] = count
      seen.push(atom)
    } else nexts[tail[atom] ?? 0] = count
    tail[atom] = count
    count += 1
  }

  return {
    clear() {
      for (const atom of seen) head[atom] = END
      seen.length = 0
      count = 0
      if (asked) spans.clear()
      asked = false
    },
    add,
    copy(from, to) {
      for (let at = head[from] ?? END; at !== END; at = nexts[at] ?? END) {
        add(to, firsts[at] ?? 0, lasts[at] ?? 0)
      }
    },
    has: (atom) => head[atom] !== END,
    of(atom) {
      const known = spans.get(atom)
      if (known !== undefined) return known
      asked = true
      const found = spansOf(atom)
      spans.set(atom, found)
      return found
    },
    seen,
  }
}
