import type { Connector } from '../language/parse.ts'
import type { Reading } from '../reading/reading.ts'
import type { AtomId } from './automaton.ts'
import type { Occurrences, Span } from './occurrences.ts'

/** One way to say a term: atoms, each with how it follows the one before. */
export interface Pattern {
  readonly atoms: readonly AtomId[]
  readonly by: readonly Connector[]
  readonly atEnd: boolean
}

/** Whether all parts of a pattern stand somewhere in the message. */
export function isThere({ atoms }: Pattern, occurrences: Occurrences): boolean {
  for (let at = 0; at < atoms.length; at++) if (!occurrences.has(atoms[at] ?? 0)) return false
  return true
}

/** The part of a pattern that is seldom said: without it nobody needs to look for the rest. */
export function rarestOf(
  { atoms }: Pattern,
  { commonness }: { readonly commonness: (atom: AtomId) => number },
): AtomId | undefined {
  let [rarest] = atoms
  for (const atom of atoms) {
    if (rarest !== undefined && commonness(atom) < commonness(rarest)) rarest = atom
  }
  return rarest
}

/** Other words that may stand between, for each way to follow. */
export const BETWEEN = { next: 0, gap: 5, near: 8, later: 25 } as const satisfies Record<Connector, number>
/** Of many that may follow later, the nearest say enough. */
const LATER_LOOKS = 4

/** An atom in its place, and all the words that the pattern covers so far. */
interface Placed {
  readonly at: Span
  readonly first: number
  readonly last: number
}

/** The index of the first span that begins at `word` or after. */
function fromWord(spans: readonly Span[], word: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.first ?? 0) < word) low = middle + 1
    else high = middle
  }
  return low
}

/** "Ik. Kan. Niet. Meer." is one sentence to whoever writes it. */
const isAlone = ({ sentence }: Reading, word: number): boolean =>
  sentence[word] !== sentence[word + 1] && (word === 0 || sentence[word] !== sentence[word - 1])

/** Whether two words that stand beside each other are said in one breath. */
const goesOn = (reading: Reading, a: number, b: number): boolean =>
  reading.sentence[a] === reading.sentence[b] || isAlone(reading, a) || isAlone(reading, b)

const sameClause = ({ clause }: Reading, a: number, b: number): boolean => clause[a] === clause[b]

/** Told of each place to which a pattern comes next. */
type Reach = (from: Placed, at: Span) => void

function after(reading: Reading, from: Placed, spans: readonly Span[], by: Connector, reach: Reach): void {
  const { last } = from.at
  let found = 0
  for (let index = fromWord(spans, last + 1); index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.first - last - 1 > BETWEEN[by]) return
    if (by === 'later' && found === LATER_LOOKS) return
    const follows =
      by === 'later' ||
      (by === 'next' ? goesOn(reading, last, span.first) : sameClause(reading, last, span.first))
    if (!follows) continue
    found += 1
    reach(from, span)
  }
}

/** The longest atom, in words: so far back a span that ends just before may begin. */
const LONGEST_ATOM = 12

function before(reading: Reading, from: Placed, spans: readonly Span[], reach: Reach): void {
  for (let index = fromWord(spans, from.first - BETWEEN.near - LONGEST_ATOM); index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.first >= from.first) return
    const between = from.first - span.last - 1
    if (between < 0 || between > BETWEEN.near) continue
    if (sameClause(reading, span.last, from.first)) reach(from, span)
  }
}

function follow(
  reading: Reading,
  placed: readonly Placed[],
  spans: readonly Span[],
  by: Connector,
): readonly Placed[] {
  // Of several ways to come to the same place, the one that covers least.
  let reached: Map<Span, Placed> | undefined
  const reach: Reach = (from, at) => {
    reached ??= new Map()
    const first = Math.min(from.first, at.first)
    const last = Math.max(from.last, at.last)
    const known = reached.get(at)
    if (known === undefined || last - first < known.last - known.first) reached.set(at, { at, first, last })
  }
  for (const one of placed) {
    after(reading, one, spans, by, reach)
    if (by === 'near') before(reading, one, spans, reach)
  }
  return reached === undefined ? NOWHERE : [...reached.values()]
}
const NOWHERE: readonly Placed[] = []

/** Every place where the pattern stands, as the words that it covers. Its atoms must all be in the message. */
export function placesOf(
  { atoms, by, atEnd }: Pattern,
  occurrences: Occurrences,
  reading: Reading,
): readonly Span[] {
  const [first] = atoms
  if (first === undefined) return NOWHERE
  const begun = occurrences.of(first)
  if (atoms.length === 1) return atEnd ? begun.filter((at) => reading.last[at.last] === 1) : begun
  let placed: readonly Placed[] = begun.map((at) => ({ at, first: at.first, last: at.last }))
  for (let index = 1; index < atoms.length; index++) {
    placed = follow(reading, placed, occurrences.of(atoms[index] ?? 0), by[index] ?? 'next')
    if (placed.length === 0) return NOWHERE
  }
  return atEnd ? placed.filter(({ at }) => reading.last[at.last] === 1) : placed
}
