/**
 * Compares two Discord ids by the moment they stand for. They are decimal numbers too large for a double, and not all
 * of one length, so: first by length, then as text.
 *
 * @returns below 0 when `a` is older, 0 when they are the same, above 0 when `a` is newer
 */
export const compareSnowflakes = (a: string, b: string): number => {
  if (a.length !== b.length) return a.length - b.length
  if (a === b) return 0
  return a < b ? -1 : 1
}

export const isNewer = (a: string, b: string): boolean => compareSnowflakes(a, b) > 0

/** The first second of 2015, from which Discord counts (Discord: Reference, Snowflakes). */
const DISCORD_EPOCH_MS = 1_420_070_400_000

/** The smallest id that something made at that moment can have: what to say to Discord for "since then". */
export const snowflakeAt = (at: Date): string =>
  (BigInt(Math.max(0, at.getTime() - DISCORD_EPOCH_MS)) << 22n).toString()

/** The moment that an id stands for. */
export const momentOf = (id: string): Date => new Date(Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS)
