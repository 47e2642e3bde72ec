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
  /** Notes a word that passive atoms are made of. */
  addWord(item: number, index: number): void
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

/** @param passive - for each atom that is only told on demand, the words that it is */
export function createOccurrences(
  atoms: number,
  passive: readonly (readonly number[] | undefined)[] = [],
): Occurrences {
  /** Where each word of passive atoms stands. Words that are not in the message are not here. */
  const words = new Map<number, number[]>()
  const head = new Int32Array(atoms).fill(END)
  const tail = new Int32Array(atoms).fill(END)
  let firsts = new Int32Array(1_024)
  let lasts = new Int32Array(1_024)
  let nexts = new Int32Array(1_024)
  let count = 0
  const seen: AtomId[] = []
  const spans = new Map<AtomId, readonly Span[]>()

  const isPassiveThere = (items: readonly number[]): boolean => {
    for (let at = 0; at < items.length; at++) if (words.has(items[at] ?? 0)) return true
    return false
  }
  const passiveSpans = (items: readonly number[]): readonly Span[] => {
    const found = new Set<number>()
    for (const item of items) for (const index of words.get(item) ?? []) found.add(index)
    return [...found].sort((a, b) => a - b).map((index) => ({ first: index, last: index }))
  }

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
      if (words.size > 0) words.clear()
      if (asked) spans.clear()
      asked = false
    },
    add,
    addWord(item, index) {
      const known = words.get(item)
      if (known === undefined) words.set(item, [index])
      else known.push(index)
    },
    copy(from, to) {
      for (let at = head[from] ?? END; at !== END; at = nexts[at] ?? END) {
        add(to, firsts[at] ?? 0, lasts[at] ?? 0)
      }
    },
    has(atom) {
      const items = passive[atom]
      return items === undefined ? head[atom] !== END : isPassiveThere(items)
    },
    of(atom) {
      const known = spans.get(atom)
      if (known !== undefined) return known
      asked = true
      const items = passive[atom]
      const found = items === undefined ? spansOf(atom) : passiveSpans(items)
      spans.set(atom, found)
      return found
    },
    seen,
  }
}
