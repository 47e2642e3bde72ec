import { UNKNOWN, type WordClass } from '../matching/vocabulary.ts'

/**
 * A message as its words, in columns rather than objects because every message of every channel becomes one. It is
 * used again for the next message: nobody keeps it.
 */
export interface Reading {
  readonly count: number
  /** Where each word stands in the original text (UTF-16 units). */
  readonly start: Int32Array
  readonly end: Int32Array
  readonly wordClass: Int32Array
  /** The number of the clause and of the sentence that each word is in. */
  readonly clause: Int32Array
  readonly sentence: Int32Array
  /** 1: nothing but the end of the text, a mark or an emoji comes after it. */
  readonly last: Uint8Array
  /** Whether there is a digit, and whether there may be a web address: what detectors look for. */
  readonly hasDigit: boolean
  readonly hasAddress: boolean
  /** Whether there is anything but letters, digits and the marks of ordinary sentences: quotation marks among them. */
  readonly hasMark: boolean
  /** The word as it was read. */
  wordAt(index: number): string
}

/** One word with all that is known about it. */
export interface ReadWord {
  readonly start: number
  readonly end: number
  readonly wordClass: WordClass
  readonly clause: number
  readonly sentence: number
  readonly last: number
  readonly word: string
}

/** The columns while they are being filled. */
export interface Draft extends Reading {
  count: number
  hasDigit: boolean
  hasAddress: boolean
  hasMark: boolean
  clear(text: string): void
  push(start: number, end: number, wordClass: WordClass, written?: string): void
  words(): ReadWord[]
  /** Puts these words in the place of all. */
  refill(words: readonly ReadWord[]): void
  markLast(): void
  nextClause(): void
  nextSentence(): void
}

/** More words than Discord's 4,000 characters can hold. */
const MOST_WORDS = 4_096

export function createDraft(): Draft {
  const [start, end, wordClass, clause, sentence] = [0, 0, 0, 0, 0].map(() => new Int32Array(MOST_WORDS)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const last = new Uint8Array(MOST_WORDS)
  /** Only where the word is not simply the text in small letters. */
  const written = new Map<number, string>()
  let text = ''
  let clauses = 0
  let sentences = 0

  return {
    count: 0,
    start,
    end,
    wordClass,
    clause,
    sentence,
    last,
    hasDigit: false,
    hasAddress: false,
    hasMark: false,
    clear(fresh) {
      text = fresh
      this.count = 0
      this.hasDigit = false
      this.hasAddress = false
      this.hasMark = false
      clauses = 0
      sentences = 0
      if (written.size > 0) written.clear()
    },
    push(from, until, known, as) {
      const at = this.count
      if (at === MOST_WORDS) return
      start[at] = from
      end[at] = until
      wordClass[at] = known
      clause[at] = clauses
      sentence[at] = sentences
      last[at] = 0
      if (as !== undefined) written.set(at, as)
      this.count = at + 1
    },
    words() {
      return Array.from({ length: this.count }, (_, at) => ({
        start: start[at] ?? 0,
        end: end[at] ?? 0,
        wordClass: wordClass[at] ?? UNKNOWN,
        clause: clause[at] ?? 0,
        sentence: sentence[at] ?? 0,
        last: last[at] ?? 0,
        word: this.wordAt(at),
      }))
    },
    refill(words) {
      this.count = 0
      written.clear()
      for (const [at, one] of words.entries()) {
        this.push(one.start, one.end, one.wordClass, one.word)
        clause[at] = one.clause
        sentence[at] = one.sentence
        last[at] = one.last
      }
    },
    markLast() {
      if (this.count > 0) last[this.count - 1] = 1
    },
    nextClause() {
      clauses += 1
    },
    nextSentence() {
      clauses += 1
      sentences += 1
    },
    wordAt: (at) => written.get(at) ?? text.slice(start[at], end[at]).toLowerCase(),
  }
}
