import type { FilterKind } from './names.ts'

/** Filters that look for words of the policy. */
export type WordKind = Exclude<FilterKind, 'preset'>

interface PolicyWord {
  readonly ruleId: string
  readonly term: string
  readonly keyword: string
  /** In how many ways its term is said: where not all fit, those that are said plainly go first. */
  readonly ways: number
}
/** Words that are looked for in the same channels, with the same consequence. */
export interface Bucket {
  readonly kind: WordKind
  readonly exempt: readonly string[]
  readonly words: PolicyWord[]
}
export interface Filled {
  readonly kind: WordKind
  readonly exempt: readonly string[]
  readonly keywords: readonly string[]
}

/** Discord takes a thousand words a filter. Source: Discord, Auto Moderation, Trigger Metadata Field Limits. */
export const WORDS_MAX = 1_000

/** When not all fit: first what brings somebody help, then what protects others most. */
const ORDER = ['worry', 'block', 'other'] as const satisfies readonly WordKind[]

/** The words of a bucket, each once, those of the plainest terms first. */
function keywordsOf({ words }: Bucket): string[] {
  const ways = new Map<string, number>()
  for (const { keyword, ways: many } of words) ways.set(keyword, Math.min(many, ways.get(keyword) ?? many))
  return [...ways].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1)).map(([keyword]) => keyword)
}
const sizeOf = (bucket: Bucket): number => Math.ceil(keywordsOf(bucket).length / WORDS_MAX)

/**
 * Filters for each bucket: as many as it fills, while one is left for every bucket that comes after. Nobody's words push
 * out all of another kind.
 */
function shares(inOrder: readonly Bucket[], room: number): readonly number[] {
  let left = room
  return inOrder.map((bucket, at) => {
    const after = inOrder.length - at - 1
    const share = Math.max(Math.min(sizeOf(bucket), left - after), Math.min(left, 1))
    left -= share
    return share
  })
}

/** Together they look only where both did: a channel that one of them left alone is left alone. */
const joined = (a: Bucket, b: Bucket): Bucket => ({
  kind: a.kind,
  exempt: [...new Set([...a.exempt, ...b.exempt])].sort(),
  words: [...a.words, ...b.words],
})

/** Joins the two buckets of one kind that lose the fewest channels by it; undefined when no kind has two. */
function joinOnce(buckets: readonly Bucket[]): readonly Bucket[] | undefined {
  let best: { cost: number; a: Bucket; b: Bucket } | undefined
  for (const [index, a] of buckets.entries()) {
    for (const b of buckets.slice(index + 1)) {
      if (a.kind !== b.kind) continue
      const { exempt } = joined(a, b)
      const cost =
        (exempt.length - a.exempt.length) * a.words.length +
        (exempt.length - b.exempt.length) * b.words.length
      if (best === undefined || cost < best.cost) best = { cost, a, b }
    }
  }
  if (best === undefined) return undefined
  const { a, b } = best
  return [...buckets.filter((bucket) => bucket !== a && bucket !== b), joined(a, b)]
}

/** Spreads the words over at most `room` filters; tells which words found no place. */
export function fitInto(
  all: readonly Bucket[],
  room: number,
): { readonly filters: readonly Filled[]; readonly leftOut: readonly PolicyWord[] } {
  let buckets = all
  while (buckets.length > room) {
    const fewer = joinOnce(buckets)
    if (fewer === undefined) break
    buckets = fewer
  }
  const filters: Filled[] = []
  const leftOut: PolicyWord[] = []
  const inOrder = [...buckets].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const filtersFor = shares(inOrder, room)
  for (const [index, bucket] of inOrder.entries()) {
    const keywords = keywordsOf(bucket).slice(0, WORDS_MAX * (filtersFor[index] ?? 0))
    const placed = new Set(keywords)
    for (let from = 0; from < keywords.length; from += WORDS_MAX) {
      const some = keywords.slice(from, from + WORDS_MAX).sort()
      filters.push({ kind: bucket.kind, exempt: bucket.exempt, keywords: some })
    }
    leftOut.push(...bucket.words.filter(({ keyword }) => !placed.has(keyword)))
  }
  return { filters, leftOut }
}
