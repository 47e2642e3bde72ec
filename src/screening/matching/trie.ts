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
  /** Every edge, parents before children. */
  edges(): Iterable<{ readonly parent: number; readonly child: number }>
}

/** 2^32 divided by the golden ratio: spreads neighbouring keys over the table (Knuth). */
const SPREAD = 0x9e3779b1
const FEWEST = 1_024

/**
 * Letters live in one open-addressed table of numbers, because a Map for each node costs several times more per letter
 * and every letter of every message is looked up here.
 */
export function createTrie(): Trie {
  let mask = FEWEST - 1
  let parents = new Int32Array(FEWEST).fill(-1)
  let units = new Uint16Array(FEWEST)
  let children = new Int32Array(FEWEST)
  let size = 1
  const order: { parent: number; child: number }[] = []

  const slotOf = (node: number, unit: number): number => {
    let slot = Math.imul(node * 131 + unit, SPREAD) >>> 8
    for (;;) {
      slot &= mask
      const parent = parents[slot]
      if (parent === -1 || (parent === node && units[slot] === unit)) return slot
      slot += 1
    }
  }

  const grow = (): void => {
    const [oldParents, oldUnits, oldChildren] = [parents, units, children]
    mask = 2 * mask + 1
    parents = new Int32Array(mask + 1).fill(-1)
    units = new Uint16Array(mask + 1)
    children = new Int32Array(mask + 1)
    for (const [slot, parent] of oldParents.entries()) {
      if (parent === -1) continue
      const unit = oldUnits[slot] ?? 0
      const fresh = slotOf(parent, unit)
      parents[fresh] = parent
      units[fresh] = unit
      children[fresh] = oldChildren[slot] ?? 0
    }
  }

  return {
    get size() {
      return size
    },
    add(word) {
      let node = ROOT
      for (let index = 0; index < word.length; index++) {
        const unit = word.charCodeAt(index)
        const slot = slotOf(node, unit)
        if (parents[slot] === -1) {
          parents[slot] = node
          units[slot] = unit
          children[slot] = size
          order.push({ parent: node, child: size })
          node = size++
          // Below half full, a probe seldom needs a second look.
          if (2 * size > mask) grow()
        } else node = children[slot] ?? ROOT
      }
      return node
    },
    step(node, unit) {
      const slot = slotOf(node, unit)
      return parents[slot] === -1 ? NOWHERE : (children[slot] ?? NOWHERE)
    },
    edges: () => order,
  }
}
