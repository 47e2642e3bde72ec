/** How often each value occurred, in any order: what a database answers when it groups. */
export type Histogram = readonly { readonly value: number; readonly times: number }[]

export const sizeOf = (histogram: Histogram): number =>
  histogram.reduce((total, { times }) => total + times, 0)

/**
 * The value that so many in a hundred are at or below (nearest rank: always a value that occurred).
 *
 * @param percent - 50 for the median
 * @returns undefined of nothing
 */
export const percentile = (histogram: Histogram, percent: number): number | undefined => {
  const rank = Math.max(1, Math.ceil((sizeOf(histogram) * percent) / 100))
  let passed = 0
  for (const { value, times } of histogram.toSorted((a, b) => a.value - b.value)) {
    passed += times
    if (passed >= rank) return value
  }
  return undefined
}

/** Below this, a median would be about one or two messages that people remember. */
export const MEDIAN_FROM = 5
/** Below this, the 95th percentile is the slowest one of all: that, too, is about one message. */
export const P95_FROM = 20

export interface Pace {
  /** Seconds; undefined where there are too few to tell. */
  readonly median: number | undefined
  readonly p95: number | undefined
}

export const paceOf = (histogram: Histogram): Pace => {
  const size = sizeOf(histogram)
  return {
    median: size < MEDIAN_FROM ? undefined : percentile(histogram, 50),
    p95: size < P95_FROM ? undefined : percentile(histogram, 95),
  }
}
