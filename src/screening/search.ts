import type { Rule } from '../policy/schema.ts'
import { type Detector, type DetectorName, isDetector } from './detectors/index.ts'
import { findTerms, type Hit } from './judge.ts'
import { CLAUSE_STARTS } from './language/clause-starts.ts'
import type { ResolvedLists } from './language/lists.ts'
import { misspellings } from './language/misspelt.ts'
import { type AtomId, createAutomaton } from './matching/automaton.ts'
import { createDerive } from './matching/derive.ts'
import { createOccurrences, type Occurrences } from './matching/occurrences.ts'
import { placesOf } from './matching/relate.ts'
import { createStandings } from './matching/standing.ts'
import { createVocabulary, type Vocabulary } from './matching/vocabulary.ts'
import { GLUE } from './reading/glued.ts'
import { createReader } from './reading/read.ts'
import type { Reading } from './reading/reading.ts'
import { createRulebook, type Guards, type Usual } from './rulebook.ts'

/** The rules over one message at a time: what was found last stands here until the next message. */
export interface Search {
  /** What the terms of each rule find in a text, before it is asked whether it counts. */
  find(text: string): ReadonlyMap<number, readonly Hit[]> | undefined
  readonly reading: Reading
  readonly occurrences: Occurrences
  readonly guards: readonly Guards[]
  /** The words of the last text, as they were read. */
  words(): readonly string[]
}

/** Finds the first word that ends after a place; words and places are both in the order of the text. */
function wordsUnder(
  { count, start, end }: Reading,
  from: number,
  until: number,
): [number, number] | undefined {
  let first = 0
  while (first < count && (end[first] ?? 0) <= from) first += 1
  let last = first
  while (last + 1 < count && (start[last + 1] ?? 0) < until) last += 1
  return first < count && (start[first] ?? 0) < until ? [first, last] : undefined
}

/** Severe words are also found misspelt, and glued to the word after them. */
function addSpellings(vocabulary: Vocabulary, lists: ResolvedLists): void {
  const existing = lists.existing()
  for (const { word, match } of lists.severe()) {
    if (match === 'end') continue
    vocabulary.addRole(word, 'glue')
    for (const wrong of misspellings(word)) {
      if (!existing.has(wrong)) vocabulary.addSpelling(wrong, word, match)
    }
  }
}

export function createSearch(
  rules: readonly Rule[],
  usual: readonly Usual[],
  lists: ResolvedLists,
  detectors: Readonly<Record<DetectorName, Detector>>,
): Search {
  const rulebook = createRulebook(rules, usual, lists, isDetector)
  const vocabulary = createVocabulary()
  const { atoms } = rulebook
  const derive = createDerive(atoms)
  const anchors = Uint8Array.from({ length: atoms.count }, (_, atom) =>
    rulebook.byAnchor[atom] !== undefined || derive.isAnchor(atom) ? 1 : 0,
  )
  const isAnchor = (atom: AtomId): boolean => anchors[atom] === 1
  const standings = createStandings(atoms, vocabulary, isAnchor)
  const automaton = createAutomaton(
    atoms.phrases.filter(({ words }) => words.length > 1),
    vocabulary,
  )
  addSpellings(vocabulary, lists)
  for (const word of GLUE) vocabulary.addRole(word, 'glue')
  for (const word of CLAUSE_STARTS) vocabulary.addRole(word, 'joins')
  vocabulary.seal()
  const read = createReader(vocabulary)
  const occurrences = createOccurrences(atoms.count, standings, isAnchor, placesOf)
  let reading = read('')

  const detect = (text: string): void => {
    for (const [name, atom] of atoms.detectors) {
      if (!isDetector(name)) continue
      for (const { start, end } of detectors[name](text)) {
        const under = wordsUnder(reading, start, end)
        if (under !== undefined) occurrences.add(atom, ...under)
      }
    }
  }

  return {
    find(text) {
      reading = read(text)
      occurrences.begin(reading)
      automaton.find(reading, occurrences.add)
      if (reading.hasDigit || reading.hasAddress || reading.hasMark) detect(text)
      derive.run(occurrences)
      return findTerms(rulebook, occurrences, reading)
    },
    get reading() {
      return reading
    },
    occurrences,
    guards: rulebook.guards,
    words: () => Array.from({ length: reading.count }, (_, at) => reading.wordAt(at)),
  }
}
