/** A word that many young people do not know or read slowly, and what to write instead. */
export interface HardWord {
  /** In small letters; a `*` at its end stands for every ending ("betrokken*"). */
  readonly word: string
  readonly say: string
  /** Why it is hard: one of the reasons at the head of the file that lists it. */
  readonly why: string
}

/** A way of building a sentence that is hard to read. */
export interface HardForm {
  readonly form: RegExp
  readonly say: string
  readonly why: string
}

/** A published measure of how easy a text reads: higher is easier. */
export interface Score {
  /** As it is known, with its source. */
  readonly name: string
  readonly of: (wordsPerSentence: number, syllablesPerWord: number) => number
  /** The lowest that is fine, for a whole text and for its very simple form. */
  readonly least: number
  readonly leastEasy: number
}

/** What makes a text hard to read in one language. Each folder of `src/texts/` brings its own. */
export interface Reading {
  readonly hard: readonly HardWord[]
  readonly forms: readonly HardForm[]
  /** What opens a clause within a sentence; a very simple text has none. */
  readonly clauses: RegExp
  /** How many syllables a word has. */
  readonly syllables: (word: string) => number
  readonly score: Score
}
