import { NOWHERE, ROOT } from '../matching/trie.ts'
import { ROLES, UNKNOWN, type Vocabulary, type WordClass } from '../matching/vocabulary.ts'
import { createChunkReader } from './chunk.ts'
import { unmask } from './disguise.ts'
import { bit, createCutter } from './glued.ts'
import type { Glyph } from './glyphs.ts'
import { createDraft, type Reading } from './reading.ts'
import { joinSpelledOut } from './spelled-out.ts'

/** Reads a text as its words. The reading holds until the next one: it is one set of columns, filled anew. */
export type Reader = (text: string) => Reading

const NO_CUTS: readonly number[] = []

/** What an ASCII character is to the fast path; everything else is for the chunk reader. */
const OTHER = 0
const LETTER = 1
const SPACE = 2
const STOP = 3
const COMMA = 4

const WHAT = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
  WHAT[letter.charCodeAt(0)] = LETTER
WHAT[32] = SPACE
WHAT[9] = SPACE
for (const stop of '.!?\n\r') WHAT[stop.charCodeAt(0)] = STOP
for (const comma of ',;:') WHAT[comma.charCodeAt(0)] = COMMA

const whatIs = (unit: number): number => (unit < 128 ? (WHAT[unit] ?? OTHER) : OTHER)
/** Whether a mark after a word goes on without a space: "ok.haat", "https://…". That is for the chunk reader. */
const mayHide = (text: string, at: number, what: number): boolean => {
  if (what === SPACE || at + 1 >= text.length) return false
  const unit = text.charCodeAt(at)
  if (unit === 10 || unit === 13) return false
  const next = whatIs(text.charCodeAt(at + 1))
  return next === LETTER || next === OTHER
}
/** Where the run of characters ends that no space breaks. */
const endOfChunk = (text: string, from: number): number => {
  let end = from
  for (;;) {
    const what = end < text.length ? whatIs(text.charCodeAt(end)) : SPACE
    if (what === SPACE) return end
    end += 1
  }
}

/**
 * Makes the reader for one vocabulary. Plain words go straight through the letter tree, in one walk over the text;
 * whatever is not simply letters between spaces (accents, figures, marks, markup) is read piece by piece.
 */
export function createReader(vocabulary: Vocabulary): Reader {
  const draft = createDraft()
  /** The letters of the word at hand, in small letters, for its ending. */
  const letters = new Uint16Array(4_096)

  const cutsOf = createCutter(vocabulary)
  /**
   * Puts a word in the draft, in parts when it is glued together.
   *
   * @param glyphs - where each letter stands, when they do not simply follow one another from `start` on
   */
  const pushCut = (
    word: string,
    glue: number,
    start: number,
    end: number,
    glyphs?: readonly Glyph[],
  ): void => {
    const cuts = glue === 0 ? NO_CUTS : cutsOf(glue, word)
    if (cuts.length === 0) return draft.push(start, end, UNKNOWN, word)
    const placeOf = (letter: number): number =>
      glyphs === undefined ? start + letter : (glyphs[letter]?.start ?? start)
    for (const [index, from] of [0, ...cuts].entries()) {
      const until = cuts[index]
      const part = word.slice(from, until)
      draft.push(placeOf(from), until === undefined ? end : placeOf(until), vocabulary.classOf(part), part)
    }
  }

  /** The class of a word as it stands, and where in it a glued word ends. */
  const look = (word: string): { wordClass: WordClass; glue: number; roles: number } => {
    let node: number = ROOT
    let glue = 0
    for (let at = 0; at < word.length && node !== NOWHERE; at++) {
      node = vocabulary.step(node, word.charCodeAt(at))
      if (node === NOWHERE) break
      if ((vocabulary.rolesAt(node) & ROLES.glue) !== 0) glue |= bit(at + 1)
    }
    return {
      wordClass: vocabulary.classOf(word),
      glue,
      roles: node === NOWHERE ? 0 : vocabulary.rolesAt(node),
    }
  }

  const pushGlyphs = (glyphs: readonly Glyph[]): void => {
    const [first, final] = [glyphs[0], glyphs.at(-1)]
    if (first === undefined || final === undefined) return
    const word = glyphs.map(({ text }) => text).join('')
    const { wordClass, glue, roles } = look(word)
    if ((roles & ROLES.joins) !== 0) draft.nextClause()
    if (wordClass !== UNKNOWN) return draft.push(first.start, final.end, wordClass, word)
    const bare = unmask(word, vocabulary)
    if (bare !== undefined) return draft.push(first.start, final.end, bare.wordClass, bare.written)
    pushCut(word, glue, first.start, final.end, glyphs)
  }

  const readChunk = createChunkReader(vocabulary, pushGlyphs)

  const pushPlain = (
    text: string,
    start: number,
    end: number,
    found: WordClass,
    glue: number,
    drawnOut: boolean,
  ): void => {
    const known = vocabulary.hasEnds ? vocabulary.withEnd(found, letters, 0, end - start) : found
    if (known !== UNKNOWN || (glue === 0 && !drawnOut)) return draft.push(start, end, known)
    const word = text.slice(start, end).toLowerCase()
    const bare = drawnOut ? unmask(word, vocabulary) : undefined
    if (bare !== undefined) return draft.push(start, end, bare.wordClass, bare.written)
    pushCut(word, glue, start, end)
  }

  /** Reads plain words from `from`, and gives where something else begins. */
  const readPlain = (text: string, from: number): number => {
    let at = from
    while (at < text.length) {
      const start = at
      let node: number = ROOT
      let starred = UNKNOWN
      let roles = 0
      let glue = 0
      let before = 0
      let same = 0
      let drawnOut = false
      let what = LETTER
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        what = whatIs(unit)
        if (what !== LETTER) break
        const small = unit | 32
        letters[at - start] = small
        if (small === before) {
          same += 1
          if (same > 1) drawnOut = true
        } else {
          same = 0
          before = small
        }
        if (node === NOWHERE) continue
        const next = vocabulary.step(node, small)
        if (next === NOWHERE) {
          // What every word that goes on from here is.
          starred = vocabulary.starAt(node)
          node = NOWHERE
          continue
        }
        node = next
        roles = vocabulary.rolesAt(node)
        if ((roles & ROLES.glue) !== 0) glue |= bit(at - start + 1)
      }
      if (at < text.length && what === OTHER) return start
      if (at < text.length && at > start && mayHide(text, at, what)) return start
      if (at > start) {
        if (node !== NOWHERE && (roles & ROLES.joins) !== 0) draft.nextClause()
        pushPlain(text, start, at, vocabulary.classAt(node, starred), glue, drawnOut)
      }
      if (what === STOP && at < text.length) {
        draft.markLast()
        draft.nextSentence()
      } else if (what === COMMA && at < text.length) {
        draft.markLast()
        draft.nextClause()
      }
      at += 1
    }
    return at
  }

  return (text) => {
    draft.clear(text)
    for (let at = 0; at < text.length; ) {
      const start = readPlain(text, at)
      if (start >= text.length) break
      const end = endOfChunk(text, start)
      readChunk(text, start, end, draft)
      at = end
    }
    draft.markLast()
    joinSpelledOut(draft, vocabulary)
    return draft
  }
}
