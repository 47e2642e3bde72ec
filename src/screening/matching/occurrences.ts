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
  has(atom: AtomId): boolean
  of(atom: AtomId): readonly Span[]
  /** The atoms that stand in the message, each once, in the order in which they were first seen. */
  readonly seen: readonly AtomId[]
}

const END = -1

export function createOccurrences(atoms: number): Occurrences {
  const head = new Int32Array(atoms).fill(END)
  const tail = new Int32Array(atoms).fill(END)
  let firsts: number[] = []
  let lasts: number[] = []
  let nexts: number[] = []
  let seen: AtomId[] = []
  const spans = new Map<AtomId, readonly Span[]>()

  const spansOf = (atom: AtomId): readonly Span[] => {
    const found: Span[] = []
    for (let at = head[atom] ?? END; at !== END; at = nexts[at] ?? END) {
      found.push({ first: firsts[at] ?? 0, last: lasts[at] ?? 0 })
    }
    // An atom that is found later in the walk may begin earlier, when its words are more.
    found.sort((a, b) => a.first - b.first || a.last - b.last)
    return found.filter(
      ({ first, last }, at) => first !== found[at - 1]?.first || last !== found[at - 1]?.last,
    )
  }

  return {
    clear() {
      if (seen.length === 0) return
      for (const atom of seen) head[atom] = END
      firsts = []
      lasts = []
      nexts = []
      seen = []
      spans.clear()
    },
    add(atom, first, last) {
      // What was asked for before is no longer all.
      if (spans.size > 0) spans.delete(atom)
      const at = firsts.push(first) - 1
      lasts.push(last)
      nexts.push(END)
      if (head[atom] === END) {
        head[atom] = at
        seen.push(atom)
      } else nexts[tail[atom] ?? 0] = at
      tail[atom] = at
    },
    has: (atom) => head[atom] !== END,
    of(atom) {
      const known = spans.get(atom)
      if (known !== undefined) return known
      const found = spansOf(atom)
      spans.set(atom, found)
      return found
    },
    get seen() {
      return seen
    },
  }
}
