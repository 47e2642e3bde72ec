import type { TermWord } from '../language/parse.ts'
import type { Reading } from '../reading/reading.ts'
import { UNKNOWN, type Vocabulary, type WordClass } from './vocabulary.ts'

/** The number of an atom: a row of words of a term, or a list. */
export type AtomId = number

/** Told of every atom that was found: the words of the message from `first` to `last`, both included. */
export type Found = (atom: AtomId, first: number, last: number) => void

/** Finds all atoms in one walk over the words of a message. */
export interface Automaton {
  find(reading: Reading, found: Found): void
}

interface PhraseNode {
  readonly id: number
  readonly depth: number
  /** Where it goes on; most phrases end where nothing does, and have no table for it. */
  next: Map<number, PhraseNode> | undefined
  atoms: readonly AtomId[]
}

const NO_ATOMS: readonly AtomId[] = []

/** Every phrase that may be under way after the words so far. */
interface State {
  readonly under: readonly PhraseNode[]
  /** Where each next word leads, as far as it was asked. */
  readonly next: Map<WordClass, State>
  /** The atoms that end here, each followed by its number of words: flat, because this is read for every word. */
  readonly ends: readonly number[]
}

/** Text of strangers decides which steps are made; beyond this many the made ones are dropped and made again. */
const MAX_STEPS = 100_000
/**
 * Most words do not go on with what was under way. That they begin anew is kept for the first words only: kept for all,
 * hostile text would fill the memory with steps that lead nowhere.
 */
const FRESH_KEPT = 64

/**
 * An Aho-Corasick automaton over words. Words with a star make more than one phrase go on at once, so the states are
 * sets of phrases under way, made when a text first needs them and kept: after that a word costs one step, whether
 * there are ten terms or ten thousand. The vocabulary must be sealed before the first message.
 */
export function createAutomaton(
  phrases: Iterable<{ readonly words: readonly TermWord[]; readonly atom: AtomId }>,
  vocabulary: Vocabulary,
): Automaton {
  let ids = 0
  const phraseNode = (depth: number): PhraseNode => ({ id: ids++, depth, next: undefined, atoms: NO_ATOMS })
  const root = phraseNode(0)

  for (const { words, atom } of phrases) {
    // A word by itself needs no walk: `standing.ts` knows what it is.
    if (words.length === 1) continue
    let at = root
    for (const { word, match } of words) {
      const item = vocabulary.add(word, match)
      let next = at.next?.get(item)
      if (next === undefined) {
        next = phraseNode(at.depth + 1)
        at.next ??= new Map()
        at.next.set(item, next)
      }
      at = next
    }
    if (!at.atoms.includes(atom)) at.atoms = [...at.atoms, atom]
  }

  const states = new Map<string, State>()
  let steps = 0
  const start: State = { under: [], next: new Map(), ends: [] }
  const stateOf = (under: readonly PhraseNode[]): State => {
    const key = under.map(({ id }) => id).join(' ')
    const known = states.get(key)
    if (known !== undefined) return known
    const ends = under.flatMap(({ depth, atoms }) => atoms.flatMap((atom) => [atom, depth]))
    const state: State = { under, next: new Map(), ends }
    states.set(key, state)
    return state
  }

  /** The phrases of a state that go on with a word. */
  const goingOn = (from: State, members: readonly number[]): PhraseNode[] | undefined => {
    let under: PhraseNode[] | undefined
    for (const phrase of from.under) {
      if (phrase.next === undefined) continue
      for (const item of members) {
        const next = phrase.next.get(item)
        if (next !== undefined) (under ??= []).push(next)
      }
    }
    return under
  }
  /**
   * The state after a word with nothing under way before it: so begins nearly every word, so they are a row. Classes are
   * numbers without holes, and there are no more than the vocabulary made.
   */
  let firsts: (State | undefined)[] = []
  const begin = (wordClass: WordClass): State => {
    const known = firsts[wordClass]
    if (known !== undefined) return known
    const under: PhraseNode[] = []
    for (const item of vocabulary.members(wordClass)) {
      const next = root.next?.get(item)
      if (next !== undefined) under.push(next)
    }
    const state = under.length === 0 ? start : stateOf(under)
    if (firsts.length === 0) firsts = vocabulary.rowOfClasses()
    firsts[wordClass] = state
    return state
  }
  const step = (from: State, wordClass: WordClass): State => {
    if (from === start) return begin(wordClass)
    const known = from.next.get(wordClass)
    if (known !== undefined) return known
    const fresh = begin(wordClass)
    const under = goingOn(from, vocabulary.members(wordClass))
    if (under === undefined && from.next.size >= FRESH_KEPT) return fresh
    const made = under === undefined ? fresh : stateOf([...under, ...fresh.under])
    if (steps === MAX_STEPS) {
      states.clear()
      firsts = []
      steps = 0
    }
    from.next.set(wordClass, made)
    steps += 1
    return made
  }

  return {
    find({ count, wordClass }, found) {
      let state = start
      for (let index = 0; index < count; index++) {
        const known = wordClass[index] ?? UNKNOWN
        if (known === UNKNOWN) {
          state = start
          continue
        }
        state = step(state, known)
        const { ends } = state
        for (let at = 0; at < ends.length; at += 2) {
          found(ends[at] ?? 0, index + 1 - (ends[at + 1] ?? 0), index)
        }
      }
    },
  }
}
