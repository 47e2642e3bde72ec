import { createTrie, NOWHERE, ROOT, type Trie } from './trie.ts'

/** How a word of the policy stands for words of a message: this one, all that begin so, all that end so. */
export type WordMatch = 'exact' | 'start' | 'end'

/** What a word of a message is to the policy: the same class means that the same words of terms match it. */
export type WordClass = number
/** A word that no term knows. */
export const UNKNOWN: WordClass = 0

/** Words that matter to the reading itself, whatever the terms say. */
export const ROLES = { glue: 1, joins: 2 } as const
export type Role = keyof typeof ROLES

/** All words of all terms. Looking one up costs its own length, however many there are. */
export interface Vocabulary {
  /** Adds a word of a term and gives its number. Only before `seal`. */
  add(word: string, match: WordMatch): number
  /**
   * Makes another spelling stand for a word of some term, unless that spelling is a word of its own. Only for words
   * that were added; before `seal`.
   */
  addSpelling(spelling: string, word: string, match: Exclude<WordMatch, 'end'>): void
  /** Best before any other word is added: nodes of words with a role are then the first, and a letter costs less. */
  addRole(word: string, role: Role): void
  seal(): void
  /** Whether any word is known by its ending. */
  readonly hasEnds: boolean
  step(node: number, unit: number): number
  /** The class of a word of which the letters ended at `node` (`NOWHERE` when they left the tree) after `starred`. */
  classAt(node: number, starred: WordClass): WordClass
  /** The class of words that begin with the letters so far; 0 when no term says so. */
  starAt(node: number): WordClass
  rolesAt(node: number): number
  /** Adds to a class what the word is by its ending, read from behind. */
  withEnd(known: WordClass, letters: ArrayLike<number>, from: number, until: number): WordClass
  /** The class of a word that is written out. */
  classOf(word: string): WordClass
  /** The numbers of the words of terms that a class matches. */
  members(wordClass: WordClass): readonly number[]
  /**
   * A row with a place for each class that there is by now. A row that is filled here and there without it becomes a
   * table, in which each look costs several.
   */
  rowOfClasses<T>(): (T | undefined)[]
}

const NONE: readonly number[] = []

/** The members of each class; equal lists are one class. */
function createClasses() {
  const lists: (readonly number[])[] = [NONE]
  const byKey = new Map<string, WordClass>([['', UNKNOWN]])
  const of = (members: readonly number[]): WordClass => {
    const key = members.join(' ')
    const known = byKey.get(key)
    if (known !== undefined) return known
    byKey.set(key, lists.length)
    return lists.push(members) - 1
  }
  const unions = new Map<number, WordClass>()
  const union = (a: WordClass, b: WordClass): WordClass => {
    if (a === UNKNOWN || a === b) return b
    if (b === UNKNOWN) return a
    const key = a * 1_048_576 + b
    const known = unions.get(key)
    if (known !== undefined) return known
    const made = of([...new Set([...(lists[a] ?? NONE), ...(lists[b] ?? NONE)])].sort((x, y) => x - y))
    unions.set(key, made)
    return made
  }
  const single: (WordClass | undefined)[] = []
  /** No union has one member only, so these need no key. */
  const ofOne = (item: number): WordClass => (single[item] ??= lists.push([item]) - 1)
  return {
    of: ofOne,
    union,
    members: (wordClass: WordClass) => lists[wordClass] ?? NONE,
    count: () => lists.length,
  }
}

/** A number for each node, or none: a row instead of a Map, because it is asked of every node. */
function createColumn() {
  let cells = new Int32Array(1_024)
  return {
    // Kept one higher, so that an empty cell is 0.
    get(node: number): number | undefined {
      const kept = cells[node]
      return kept === undefined || kept === 0 ? undefined : kept - 1
    },
    set(node: number, item: number): void {
      if (node >= cells.length) {
        const wider = new Int32Array(2 * Math.max(node, cells.length))
        wider.set(cells)
        cells = wider
      }
      cells[node] = item + 1
    },
  }
}
type Column = ReturnType<typeof createColumn>

/** For each node: what a word that ends here is, and what every word that goes on is. */
function classesOfNodes(
  { size, parentOf }: Trie,
  exact: Column,
  starred: Column,
  classes: ReturnType<typeof createClasses>,
) {
  const ends = new Int32Array(size)
  const stars = new Int32Array(size)
  const own = (items: Column, node: number): WordClass => {
    const item = items.get(node)
    return item === undefined ? UNKNOWN : classes.of(item)
  }
  const close = (node: number, inherited: WordClass): void => {
    stars[node] = classes.union(inherited, own(starred, node))
    ends[node] = classes.union(stars[node] ?? UNKNOWN, own(exact, node))
  }
  close(ROOT, UNKNOWN)
  for (let node = ROOT + 1; node < size; node++) close(node, stars[parentOf(node)] ?? UNKNOWN)
  return { ends, stars }
}

const reversed = (word: string): string => word.split('').toReversed().join('')

export function createVocabulary(): Vocabulary {
  const forward = createTrie()
  const backward = createTrie()
  const classes = createClasses()
  const items = {
    exact: createColumn(),
    start: createColumn(),
    end: createColumn(),
  }
  const roleOf = new Map<number, number>()
  let count = 0
  /** The word of which spellings were added last, and where it ends: a word has some twenty. */
  let spelled = { word: '', node: ROOT as number }
  let ends = new Int32Array(0)
  let stars = new Int32Array(0)
  let roles = new Uint8Array(0)
  /** No node from here on has a role, so that nearly all letters need no look into a table. */
  let withRoles = 0
  let backEnds = new Int32Array(0)
  let hasEnds = false

  const classAt = (node: number, starred: WordClass): WordClass =>
    node === NOWHERE ? starred : (ends[node] ?? UNKNOWN)
  const withEnd: Vocabulary['withEnd'] = (known, letters, from, until) => {
    let node: number = ROOT
    for (let at = until - 1; at >= from; at--) {
      const next = backward.step(node, letters[at] ?? 0)
      if (next === NOWHERE) break
      node = next
    }
    // A node has what those before it have.
    return classes.union(known, backEnds[node] ?? UNKNOWN)
  }

  return {
    add(word, match) {
      const node = match === 'end' ? backward.add(reversed(word)) : forward.add(word)
      const known = items[match].get(node)
      if (known !== undefined) return known
      items[match].set(node, count)
      if (match === 'end') hasEnds = true
      return count++
    },
    addSpelling(spelling, word, match) {
      if (spelled.word !== word) spelled = { word, node: forward.add(word) }
      const item = items[match].get(spelled.node)
      const node = forward.add(spelling)
      const isWord = items.exact.get(node) !== undefined || items.start.get(node) !== undefined
      if (item === undefined || isWord) return
      items[match].set(node, item)
    },
    addRole(word, role) {
      const node = forward.add(word)
      roleOf.set(node, (roleOf.get(node) ?? 0) | ROLES[role])
    },
    seal() {
      ;({ ends, stars } = classesOfNodes(forward, items.exact, items.start, classes))
      backEnds = classesOfNodes(backward, createColumn(), items.end, classes).stars
      for (const node of roleOf.keys()) withRoles = Math.max(withRoles, node + 1)
      roles = new Uint8Array(withRoles)
      for (const [node, role] of roleOf) roles[node] = role
    },
    get hasEnds() {
      return hasEnds
    },
    step: forward.step,
    classAt,
    starAt: (node) => stars[node] ?? UNKNOWN,
    rolesAt: (node) => (node < withRoles ? (roles[node] ?? 0) : 0),
    withEnd,
    classOf(word) {
      let node: number = ROOT
      let at = 0
      for (; at < word.length; at++) {
        const next = forward.step(node, word.charCodeAt(at))
        if (next === NOWHERE) break
        node = next
      }
      const known = (at < word.length ? stars[node] : ends[node]) ?? UNKNOWN
      if (!hasEnds) return known
      const letters = Array.from({ length: word.length }, (_, index) => word.charCodeAt(index))
      return withEnd(known, letters, 0, letters.length)
    },
    members: classes.members,
    rowOfClasses: () => Array.from({ length: classes.count() }, () => undefined),
  }
}
