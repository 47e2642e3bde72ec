import type { Phrase } from './phrase.ts'
import { createVocabulary, UNKNOWN, type WordClass } from './vocabulary.ts'
import type { Word } from './words.ts'

/** A phrase found: the words of the message from `first` to `last`, both included. */
export interface Hit<T> {
  readonly first: number
  readonly last: number
  readonly phrase: Phrase
  readonly means: T
}

/** Finds all phrases in one walk over the words of a message. */
export interface Automaton<T> {
  find(words: readonly Word[]): readonly Hit<T>[]
}

interface End<T> {
  readonly phrase: Phrase
  readonly means: T
}
interface PhraseNode<T> {
  readonly id: number
  readonly depth: number
  readonly next: Map<number, PhraseNode<T>>
  readonly ends: End<T>[]
}

/** Every phrase that may be under way after the words so far. */
interface State<T> {
  readonly under: readonly PhraseNode<T>[]
  readonly next: Map<WordClass, State<T>>
  readonly ends: readonly (End<T> & { readonly depth: number })[]
}

/** Text of strangers decides which states are made; beyond this many the made ones are dropped and made again. */
const MAX_STATES = 20_000

/**
 * An Aho-Corasick automaton over words. Words with a star make more than one phrase go on at once, so the states
 * are sets of phrases under way, made when a text first needs them and kept: after that a word costs one step,
 * whether there are ten terms or ten thousand.
 */
export function createAutomaton<T>(entries: Iterable<End<T>>): Automaton<T> {
  const vocabulary = createVocabulary()
  let ids = 0
  const phraseNode = (depth: number): PhraseNode<T> => ({ id: ids++, depth, next: new Map(), ends: [] })
  const root = phraseNode(0)

  for (const { phrase, means } of entries) {
    let at = root
    for (const { word, ending } of phrase.words) {
      const item = vocabulary.add(word, ending)
      let next = at.next.get(item)
      if (next === undefined) {
        next = phraseNode(at.depth + 1)
        at.next.set(item, next)
      }
      at = next
    }
    at.ends.push({ phrase, means })
  }
  vocabulary.seal()

  const states = new Map<string, State<T>>()
  const stateOf = (under: readonly PhraseNode<T>[]): State<T> => {
    const key = under.map(({ id }) => id).join(' ')
    const known = states.get(key)
    if (known !== undefined) return known
    const ends = under.flatMap(({ depth, ends: here }) => here.map((end) => ({ ...end, depth })))
    const state: State<T> = { under, next: new Map(), ends }
    states.set(key, state)
    return state
  }
  const start: State<T> = { under: [], next: new Map(), ends: [] }

  const make = (from: State<T>, wordClass: WordClass): State<T> => {
    if (states.size >= MAX_STATES) {
      states.clear()
      start.next.clear()
    }
    const under: PhraseNode<T>[] = []
    const members = vocabulary.members(wordClass)
    for (const phrase of [...from.under, root]) {
      for (const item of members) {
        const next = phrase.next.get(item)
        if (next !== undefined) under.push(next)
      }
    }
    return under.length === 0 ? start : stateOf(under)
  }
  const step = (from: State<T>, wordClass: WordClass): State<T> => {
    if (wordClass === UNKNOWN) return start
    const known = from.next.get(wordClass)
    if (known !== undefined) return known
    const made = make(from, wordClass)
    from.next.set(wordClass, made)
    return made
  }

  return {
    find(words) {
      const hits: Hit<T>[] = []
      let state = start
      for (const [index, { word, last }] of words.entries()) {
        state = step(state, vocabulary.classOf(word))
        for (const { depth, phrase, means } of state.ends) {
          if (phrase.atEnd && !last) continue
          hits.push({ first: index - depth + 1, last: index, phrase, means })
        }
      }
      return hits
    },
  }
}
