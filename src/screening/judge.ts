import type { Hit } from './automaton.ts'
import type { Phrase } from './phrase.ts'

/** What a phrase of the policy stands for. Rules are numbered as they stand in the policy. */
export type Meaning =
  | { readonly type: 'term'; readonly rule: number }
  | { readonly type: 'notWhen'; readonly rule: number }
  | { readonly type: 'usual'; readonly rules: readonly number[]; readonly channels: ReadonlySet<string> }

/** A term that was found, and the saying that makes it not count, if there is one. */
export interface Judged {
  readonly rule: number
  readonly first: number
  readonly last: number
  readonly phrase: Phrase
  readonly cancelledBy?: { readonly phrase: Phrase; readonly because: 'notWhen' | 'usual' }
}

type Cancel = NonNullable<Judged['cancelledBy']>
/** For each rule, the words that a saying covers. */
type Covered = Map<number, Map<number, Cancel>>

function cover(hits: readonly Hit<Meaning>[], channel: string): Covered {
  const covered: Covered = new Map()
  const add = (rule: number, hit: Hit<Meaning>, because: Cancel['because']): void => {
    const words = covered.get(rule) ?? new Map<number, Cancel>()
    covered.set(rule, words)
    for (let word = hit.first; word <= hit.last; word++) words.set(word, { phrase: hit.phrase, because })
  }
  for (const hit of hits) {
    const { means } = hit
    if (means.type === 'notWhen') add(means.rule, hit, 'notWhen')
    if (means.type === 'usual' && means.channels.has(channel)) {
      for (const rule of means.rules) add(rule, hit, 'usual')
    }
  }
  return covered
}

function cancelOf(hit: Hit<Meaning>, words: Map<number, Cancel> | undefined): Cancel | undefined {
  if (words === undefined) return undefined
  for (let word = hit.first; word <= hit.last; word++) {
    const cancel = words.get(word)
    if (cancel !== undefined) return cancel
  }
  return undefined
}

/**
 * Takes the terms that were found in one message and tells of each whether a saying makes it not count: a
 * `notWhen` of its rule or something usual in the channel that shares a word with it. Linear in the hits.
 */
export function judge(hits: readonly Hit<Meaning>[], channel: string): readonly Judged[] {
  const covered = cover(hits, channel)
  const judged: Judged[] = []
  for (const hit of hits) {
    if (hit.means.type !== 'term') continue
    const { rule } = hit.means
    const cancelledBy = cancelOf(hit, covered.get(rule))
    const { first, last, phrase } = hit
    judged.push({ rule, first, last, phrase, ...(cancelledBy === undefined ? {} : { cancelledBy }) })
  }
  return judged
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
    for (let word = hit.first; word <= hit.last; word++) free &&= !taken.has(word)
    if (!free) continue
    for (let word = hit.first; word <= hit.last; word++) taken.add(word)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first).slice(0, MAX_PER_RULE)
}
