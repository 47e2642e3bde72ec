/** Where a figure would lie, in 95 of 100 sets of sentences like this one. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** How often each kind of outcome was seen. */
export type Counts = Uint32Array

/** A figure made from counts. Undefined where it has no meaning: no precision without anything found. */
export interface Measure {
  of(counts: Counts): number | undefined
  /**
   * The interval where drawing again says nothing, because every draw gives the same: a share of all or of none.
   * Undefined elsewhere.
   */
  exact?(counts: Counts): Interval | undefined
}

export interface Estimate {
  readonly value: number
  readonly interval?: Interval
}

export interface Drawing {
  /** How many sets are drawn. */
  readonly resamples: number
  readonly seed: number
}

/** Whole numbers below 2^32 that only the seed decides (sfc32, of Chris Doty-Humphrey's PractRand; public domain). */
function randomFrom(seed: number): () => number {
  let a = 0
  let b = 0
  let c = seed >>> 0
  let counter = 1
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let n = 0; n < 15; n++) next()
  return next
}

/** The value below which a share of the sorted numbers lies, in a straight line between two of them. */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] ?? Number.NaN
  const above = sorted[Math.ceil(at)] ?? Number.NaN
  return below + (above - below) * (at - Math.floor(at))
}

function middle95(values: Float64Array, resamples: number): Interval | undefined {
  // A figure that most draws cannot give is not known well enough for an interval.
  if (values.length === 0 || values.length < resamples / 2) return undefined
  const sorted = values.sort()
  return { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) }
}

/**
 * Figures with their 95 % bootstrap interval (percentiles). Rows are drawn with replacement, all figures from the
 * same draws; a row is only its kind of outcome, so that 30,000 rows drawn a thousand times cost a moment.
 *
 * @param kinds - for each row, the number of its kind of outcome
 * @param size - how many kinds there are
 */
export function estimate<K extends string>(
  kinds: Uint32Array,
  size: number,
  measures: ReadonlyMap<K, Measure>,
  { resamples, seed }: Drawing,
): ReadonlyMap<K, Estimate> {
  const counts = new Uint32Array(size)
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1

  // An exact interval, or a figure that has no meaning here, asks for no draws.
  const found = [...measures].flatMap(([name, measure]) => {
    const value = measure.of(counts)
    return value === undefined ? [] : [{ name, measure, value, exact: measure.exact?.(counts) }]
  })
  const drawn = found
    .filter(({ exact }) => exact === undefined)
    .map((one) => ({ ...one, values: new Float64Array(resamples), used: 0 }))

  const random = randomFrom(seed)
  const rows = kinds.length
  const scale = rows / 4_294_967_296
  const draw = new Uint32Array(size)
  for (let n = 0; n < resamples && drawn.length > 0; n++) {
    draw.fill(0)
    for (let row = 0; row < rows; row++) {
      const kind = kinds[Math.floor(random() * scale)] ?? 0
      draw[kind] = (draw[kind] ?? 0) + 1
    }
    for (const one of drawn) {
      const value = one.measure.of(draw)
      if (value !== undefined) one.values[one.used++] = value
    }
  }
  const intervals = new Map(
    drawn.map(({ name, values, used }) => [name, middle95(values.subarray(0, used), resamples)] as const),
  )
  return new Map(
    found.map(({ name, value, exact }) => {
      const interval = exact ?? intervals.get(name)
      return [name, interval === undefined ? { value } : { value, interval }] as const
    }),
  )
}
