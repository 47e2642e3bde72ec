/** The root of every trie. */
export const ROOT = 0
/** What `step` gives where no word goes on. */
export const NOWHERE = -1

/** A tree of letters. Letters are UTF-16 units; nodes are numbers from 0 (`ROOT`) up. */
export interface Trie {
  readonly size: number
  /** Adds a word and gives the node where it ends. Only before `seal`. */
  add(word: string): number
  /** The node after one more letter, or `NOWHERE`. One probe of a flat table, whatever the number of words. */
  readonly step: (node: number, unit: number) => number
  /** The node before a node, which always has the lower number. */
  readonly parentOf: (node: number) => number
}

/** 2^32 divided by the golden ratio: spreads neighbouring keys over the table (Knuth). */
const SPREAD = 0x9e3779b1
const FEWEST = 1_024

/** What stands in a place of the table: the node before the letter, the letter, the node after it. */
const PLACE = 3

/**
 * Letters live in one open-addressed table of numbers, because a Map for each node costs several times more per letter
 * and every letter of every message is looked up here. What belongs together stands together: the table is larger than
 * what a processor keeps at hand, and a letter costs one look into it.
 */
export function createTrie(): Trie {
  let mask = FEWEST - 1
  let table = new Int32Array(PLACE * FEWEST).fill(NOWHERE)
  let size = 1
  /** For each node the one before it; a node is made after the one before it. As many as the table can take. */
  let parents = new Int32Array(FEWEST / 2)

  /** Where a letter after a node stands in the table, or would stand. */
  const placeOf = (node: number, unit: number): number => {
    let slot = Math.imul(node * 131 + unit, SPREAD) >>> 8
    for (;;) {
      slot &= mask
      const at = PLACE * slot
      const parent = table[at]
      if (parent === NOWHERE || (parent === node && table[at + 1] === unit)) return at
      slot += 1
    }
  }

  const put = (at: number, parent: number, unit: number, child: number): void => {
    table[at] = parent
    table[at + 1] = unit
    table[at + 2] = child
  }
  const grow = (): void => {
    const old = table
    mask = 2 * mask + 1
    table = new Int32Array(PLACE * (mask + 1)).fill(NOWHERE)
    for (let at = 0; at < old.length; at += PLACE) {
      const parent = old[at] ?? NOWHERE
      if (parent === NOWHERE) continue
      const unit = old[at + 1] ?? 0
      put(placeOf(parent, unit), parent, unit, old[at + 2] ?? ROOT)
    }
    const before = parents
    parents = new Int32Array((mask + 1) / 2)
    parents.set(before)
  }

  return {
    get size() {
      return size
    },
    add(word) {
      let node = ROOT
      for (let index = 0; index < word.length; index++) {
        const unit = word.charCodeAt(index)
        const at = placeOf(node, unit)
        if (table[at] === NOWHERE) {
          put(at, node, unit, size)
          parents[size] = node
          node = size++
          // Below half full, a probe seldom needs a second look.
          if (2 * size > mask) grow()
        } else node = table[at + 2] ?? ROOT
      }
      return node
    },
    step(node, unit) {
      const at = placeOf(node, unit)
      return table[at] === NOWHERE ? NOWHERE : (table[at + 2] ?? NOWHERE)
    },
    parentOf: (node) => parents[node] ?? ROOT,
  }
}
