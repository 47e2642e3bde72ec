/** What is made of many numbers. */

export const median = (numbers: readonly number[]): number => at(numbers, 0.5)

/** The value under which a share of the numbers lies. */
export function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Ours beside the bare one, round by round: what the machine did in a round falls on both. */
export const ratios = (ours: readonly number[], bare: readonly number[]): readonly number[] =>
  ours.map((value, round) => value / (bare[round] ?? Number.NaN))

/** Three figures that count, and never an exponent. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US')
  return String(Number(value.toPrecision(3)))
}
