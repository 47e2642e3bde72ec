import type { Rule } from '../policy/schema.ts'
import { type Detector, type DetectorName, isDetector } from './detectors/index.ts'
import { findTerms, type Hit } from './judge.ts'
import { CLAUSE_STARTS } from './language/clause-starts.ts'
import type { ResolvedLists } from './language/lists.ts'
import { misspellings } from './language/misspelt.ts'
import { type AtomId, createAutomaton } from './matching/automaton.ts'
import { createDerive, type Derive } from './matching/derive.ts'
import { createOccurrences, type Occurrences } from './matching/occurrences.ts'
import { placesOf } from './matching/relate.ts'
import { createStandings } from './matching/standing.ts'
import { createVocabulary, type Vocabulary } from './matching/vocabulary.ts'
import { GLUE } from './reading/glued.ts'
import { createReader } from './reading/read.ts'
import type { Reading } from './reading/reading.ts'
import { createRulebook, type Guards, type Rulebook, type Usual } from './rulebook.ts'

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

function addRoles(vocabulary: Vocabulary, lists: ResolvedLists): void {
  for (const word of CLAUSE_STARTS) vocabulary.addRole(word, 'joins')
  for (const word of GLUE) vocabulary.addRole(word, 'glue')
  // Severe words are also found glued to the word after them.
  for (const { word, match } of lists.severe()) if (match !== 'end') vocabulary.addRole(word, 'glue')
}

/** Severe words are also found misspelt. */
function addSpellings(vocabulary: Vocabulary, lists: ResolvedLists): void {
  const existing = lists.existing()
  for (const { word, match } of lists.severe()) {
    if (match === 'end') continue
    for (const wrong of misspellings(word)) {
      if (!existing.has(wrong)) vocabulary.addSpelling(wrong, word, match)
    }
  }
}

/** For each atom, whether somebody looks for it by itself. */
function anchorsOf({ atoms, byAnchor }: Rulebook, derive: Derive): (atom: AtomId) => boolean {
  const anchors = new Uint8Array(atoms.count)
  for (let atom = 0; atom < anchors.length; atom++)
    if (byAnchor[atom] !== undefined || derive.isAnchor(atom)) anchors[atom] = 1
  return (atom) => anchors[atom] === 1
}

/**
 * What a message is searched with. The lists, phrases and keys that it is made of are larger than all of it: nothing that
 * is handed back, and no function in it, may hold on to them.
 */
function prepare(rules: readonly Rule[], usual: readonly Usual[], lists: ResolvedLists) {
  const rulebook = createRulebook(rules, usual, lists, isDetector)
  const vocabulary = createVocabulary()
  addRoles(vocabulary, lists)
  const { atoms, byAnchor, guards } = rulebook
  const derive = createDerive(atoms)
  const isAnchor = anchorsOf(rulebook, derive)
  const standings = createStandings(atoms, vocabulary, isAnchor)
  const automaton = createAutomaton(atoms.phrases, vocabulary)
  addSpellings(vocabulary, lists)
  vocabulary.seal()
  const occurrences = createOccurrences(atoms.count, standings, isAnchor, placesOf)
  return { byAnchor, guards, detectorAtoms: atoms.detectors, derive, automaton, vocabulary, occurrences }
}

export function createSearch(
  rules: readonly Rule[],
  usual: readonly Usual[],
  lists: ResolvedLists,
  detectors: Readonly<Record<DetectorName, Detector>>,
): Search {
  const search = prepare(rules, usual, lists)
  const { guards, detectorAtoms, derive, automaton, occurrences } = search
  const read = createReader(search.vocabulary)
  let reading = read('')

  const detect = (text: string): void => {
    for (const [name, atom] of detectorAtoms) {
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
      return findTerms(search, occurrences, reading)
    },
    get reading() {
      return reading
    },
    occurrences,
    guards,
    words: () => Array.from({ length: reading.count }, (_, at) => reading.wordAt(at)),
  }
}
