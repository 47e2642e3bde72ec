import type { FilterKind } from './names.ts'

/** Filters that look for words of the policy. */
export type WordKind = Exclude<FilterKind, 'preset'>

interface PolicyWord {
  readonly ruleId: string
  readonly term: string
  readonly keyword: string
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

const keywordsOf = ({ words }: Bucket): string[] => [...new Set(words.map(({ keyword }) => keyword))].sort()
const sizeOf = (bucket: Bucket): number => Math.ceil(keywordsOf(bucket).length / WORDS_MAX)

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
  while (buckets.reduce((sum, bucket) => sum + sizeOf(bucket), 0) > room) {
    const fewer = joinOnce(buckets)
    if (fewer === undefined) break
    buckets = fewer
  }
  const filters: Filled[] = []
  const leftOut: PolicyWord[] = []
  const inOrder = [...buckets].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  for (const bucket of inOrder) {
    const keywords = keywordsOf(bucket)
    const placed = new Set<string>()
    for (let from = 0; from < keywords.length && filters.length < room; from += WORDS_MAX) {
      const some = keywords.slice(from, from + WORDS_MAX)
      for (const keyword of some) placed.add(keyword)
      filters.push({ kind: bucket.kind, exempt: bucket.exempt, keywords: some })
    }
    leftOut.push(...bucket.words.filter(({ keyword }) => !placed.has(keyword)))
  }
  return { filters, leftOut }
}
