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
  for (const atom of atoms) if (!occurrences.has(atom)) return false
  return true
}

/** The part of a pattern that is seldom said: without it nobody needs to look for the rest. */
export const rarestOf = (
  { atoms }: Pattern,
  { commonness }: { readonly commonness: (atom: AtomId) => number },
): AtomId | undefined => [...atoms].sort((a, b) => commonness(a) - commonness(b))[0]

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

function after(reading: Reading, { at }: Placed, spans: readonly Span[], by: Connector): readonly Span[] {
  const found: Span[] = []
  for (let index = fromWord(spans, at.last + 1); index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.first - at.last - 1 > BETWEEN[by]) break
    if (by === 'later' && found.length === LATER_LOOKS) break
    const follows =
      by === 'later' ||
      (by === 'next' ? goesOn(reading, at.last, span.first) : sameClause(reading, at.last, span.first))
    if (follows) found.push(span)
  }
  return found
}

/** The longest atom, in words: so far back a span that ends just before may begin. */
const LONGEST_ATOM = 12

function before(reading: Reading, placed: Placed, spans: readonly Span[]): readonly Span[] {
  const found: Span[] = []
  const from = fromWord(spans, placed.first - BETWEEN.near - LONGEST_ATOM)
  for (let index = from; index < spans.length; index++) {
    const span = spans[index]
    if (span === undefined || span.first >= placed.first) break
    const between = placed.first - span.last - 1
    if (between < 0 || between > BETWEEN.near) continue
    if (sameClause(reading, span.last, placed.first)) found.push(span)
  }
  return found
}

function follow(
  reading: Reading,
  placed: readonly Placed[],
  spans: readonly Span[],
  by: Connector,
): Placed[] {
  // Of several ways to come to the same place, the one that covers least.
  const reached = new Map<Span, Placed>()
  for (const one of placed) {
    const next = after(reading, one, spans, by)
    for (const at of by === 'near' ? [...next, ...before(reading, one, spans)] : next) {
      const fresh = { at, first: Math.min(one.first, at.first), last: Math.max(one.last, at.last) }
      const known = reached.get(at)
      if (known === undefined || fresh.last - fresh.first < known.last - known.first) reached.set(at, fresh)
    }
  }
  return [...reached.values()]
}

/** Every place where the pattern stands, as the words that it covers. Its atoms must all be in the message. */
export function placesOf(pattern: Pattern, occurrences: Occurrences, reading: Reading): readonly Span[] {
  const [first, ...rest] = pattern.atoms
  if (first === undefined) return []
  let placed: readonly Placed[] = occurrences.of(first).map((at) => ({ at, first: at.first, last: at.last }))
  for (const [index, atom] of rest.entries()) {
    placed = follow(reading, placed, occurrences.of(atom), pattern.by[index + 1] ?? 'next')
    if (placed.length === 0) return []
  }
  return pattern.atEnd ? placed.filter(({ at }) => reading.last[at.last] === 1) : placed
}
