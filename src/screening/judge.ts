import type { Occurrences, Span } from './matching/occurrences.ts'
import { isThere, placesOf } from './matching/relate.ts'
import type { Reading } from './reading/reading.ts'
import type { Guards, Rulebook, Saying } from './rulebook.ts'

/** A term that was found: its words from `first` to `last`, both included. */
export interface Hit extends Span {
  readonly said: string
}

/** Why a term does not count: the saying of the policy, and in which way it holds. */
export interface Cancel {
  readonly said: string
  readonly because: 'notWhen' | 'notInSentence' | 'usual'
}

/** A term that was found, and the saying that makes it not count, if there is one. */
export interface Judged extends Hit {
  readonly cancelledBy?: Cancel
}

/** Everything that the terms of each rule find, before it is asked whether it counts. */
export function findTerms(
  { byAnchor }: Pick<Rulebook, 'byAnchor'>,
  occurrences: Occurrences,
  reading: Reading,
): ReadonlyMap<number, Hit[]> | undefined {
  let found: Map<number, Hit[]> | undefined
  const { seen, seenCount } = occurrences
  for (let index = 0; index < seenCount; index++) {
    const anchored = byAnchor[seen[index] ?? 0]
    if (anchored === undefined) continue
    const { terms, needs } = anchored
    let at = 0
    for (let tried = 0; tried < terms.length; tried++) {
      const until = at + 1 + (needs[at] ?? 0)
      let whole = true
      for (at += 1; at < until; at++) whole &&= occurrences.has(needs[at] ?? 0)
      const term = whole ? terms[tried] : undefined
      if (term === undefined) continue
      const places = placesOf(term.pattern, occurrences, reading)
      if (places.length === 0) continue
      found ??= new Map()
      const hits = found.get(term.rule) ?? []
      found.set(term.rule, hits)
      for (const { first, last } of places) hits.push({ first, last, said: term.said })
    }
  }
  return found
}

/** A rule has hundreds of sayings, and of nearly all of them nothing stands in the message. */
function spansOf({ patterns }: Saying, occurrences: Occurrences, reading: Reading): readonly Span[] {
  let found: readonly Span[] = NO_SPANS
  for (const pattern of patterns) {
    if (!isThere(pattern, occurrences)) continue
    const places = placesOf(pattern, occurrences, reading)
    found = found.length === 0 ? places : [...found, ...places]
  }
  return found
}
const NO_SPANS: readonly Span[] = []

const overlap = (a: Span, b: Span): boolean => a.first <= b.last && b.first <= a.last

/**
 * Takes the terms of one rule that were found and tells of each whether a saying makes it not count: a `notWhen` or
 * something usual in the channel that shares a word with it, or a `notInSentence` in one of its sentences.
 */
export function judge(
  hits: readonly Hit[],
  { notWhen, notInSentence, usual }: Guards,
  channel: string,
  occurrences: Occurrences,
  reading: Reading,
): readonly Judged[] {
  const { sentence } = reading
  const inSentence = (a: Span, b: Span): boolean =>
    (sentence[a.first] ?? 0) <= (sentence[b.last] ?? 0) && (sentence[b.first] ?? 0) <= (sentence[a.last] ?? 0)
  const cancels: (Cancel & {
    readonly spans: readonly Span[]
    readonly holdsFor: (hit: Span, saying: Span) => boolean
  })[] = []
  const look = (
    saying: Saying,
    because: Cancel['because'],
    holdsFor: (hit: Span, saying: Span) => boolean,
  ): void => {
    const spans = spansOf(saying, occurrences, reading)
    if (spans.length > 0) cancels.push({ said: saying.said, because, spans, holdsFor })
  }
  for (const saying of notWhen) look(saying, 'notWhen', overlap)
  for (const saying of usual) if (saying.channels.has(channel)) look(saying, 'usual', overlap)
  for (const saying of notInSentence) look(saying, 'notInSentence', inSentence)
  return hits.map((hit) => {
    const cancel = cancels.find(({ spans, holdsFor }) => spans.some((span) => holdsFor(hit, span)))
    return cancel === undefined
      ? hit
      : { ...hit, cancelledBy: { said: cancel.said, because: cancel.because } }
  })
}

/** A rule that matches again and again says no more than the first few times; the card stays readable. */
const MAX_PER_RULE = 5

/** Of the terms of one rule that count: the longest, those that overlap with it left out, in order of the text. */
export function longest(judged: readonly Judged[]): readonly Judged[] {
  const taken = new Set<number>()
  const kept: Judged[] = []
  const length = ({ first, last }: Judged): number => last - first
  for (const hit of [...judged].sort((a, b) => length(b) - length(a) || a.first - b.first)) {
    let free = true
    for (let word = hit.first; word <= hit.last && free; word++) free = !taken.has(word)
    if (!free) continue
    for (let word = hit.first; word <= hit.last; word++) taken.add(word)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first).slice(0, MAX_PER_RULE)
}
