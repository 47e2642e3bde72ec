/**
 * All words of all terms in one letter tree. Looking a word up costs its own length, however many terms there are,
 * and tells at once which exact word and which beginnings ("moord*") it is.
 */

interface Node {
  readonly next: Map<number, Node>
  readonly id: number
  exact: number | undefined
  /** The word parts that end in a star here, and those on the way here. */
  starred: readonly number[]
  ownStar: number | undefined
}

/** What a word of a message is to the terms: the same class means that the same term words match it. */
export type WordClass = number
/** A word that no term knows. */
export const UNKNOWN: WordClass = 0

export interface Vocabulary {
  /** Adds a word of a term and gives its number. */
  add(word: string, ending: boolean): number
  /** Closes the vocabulary: from here on words are only looked up. */
  seal(): void
  classOf(word: string): WordClass
  /** The numbers of the term words that a class matches. */
  members(wordClass: WordClass): readonly number[]
}

export function createVocabulary(): Vocabulary {
  let nodes = 0
  let items = 0
  const node = (): Node => ({
    next: new Map(),
    id: nodes++,
    exact: undefined,
    starred: [],
    ownStar: undefined,
  })
  const root = node()
  const members: (readonly number[])[] = []

  const walk = (word: string): Node => {
    let at = root
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index)
      let next = at.next.get(unit)
      if (next === undefined) {
        next = node()
        at.next.set(unit, next)
      }
      at = next
    }
    return at
  }

  /** Two classes for each node: 2·id + 1 when the word ends there, 2·id + 2 when it goes on. */
  const close = (at: Node, inherited: readonly number[]): void => {
    at.starred = at.ownStar === undefined ? inherited : [...inherited, at.ownStar]
    members[2 * at.id + 1] = at.exact === undefined ? at.starred : [...at.starred, at.exact]
    members[2 * at.id + 2] = at.starred
    for (const child of at.next.values()) close(child, at.starred)
  }

  return {
    add(word, ending) {
      const at = walk(word)
      if (ending) {
        at.ownStar ??= items++
        return at.ownStar
      }
      at.exact ??= items++
      return at.exact
    },
    seal() {
      close(root, [])
    },
    classOf(word) {
      let at = root
      let starred = UNKNOWN
      for (let index = 0; index < word.length; index++) {
        const next = at.next.get(word.charCodeAt(index))
        if (next === undefined) return starred
        at = next
        if (at.ownStar !== undefined) starred = 2 * at.id + 2
      }
      if (at.exact !== undefined) return 2 * at.id + 1
      return starred
    },
    members: (wordClass) => members[wordClass] ?? [],
  }
}
