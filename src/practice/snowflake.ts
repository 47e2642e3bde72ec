/** The first second of 2015, from which Discord's ids count. Source: Discord, Reference, Snowflakes. */
const discordEpoch = 1_420_070_400_000n

/**
 * Makes ids as Discord makes them: a moment in milliseconds and a number within it, always rising, also when
 * the clock stands still or is set back.
 */
export function createIds(now: () => Date): () => string {
  let last = 0n
  let within = 0n
  return () => {
    const ms = BigInt(now().getTime()) - discordEpoch
    if (ms > last) {
      last = ms
      within = 0n
    } else if (within === 4095n) {
      last += 1n
      within = 0n
    } else within += 1n
    return ((last << 22n) | within).toString()
  }
}

/** The moment that an id was made, in milliseconds since 1970. */
export const msOf = (id: string): number => Number((BigInt(id) >> 22n) + discordEpoch)

/** Orders ids by age: negative when `a` is older. Ids are numbers without leading zeros, so text will do. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}

/** True for what Discord takes for an id. */
export const isSnowflake = (value: string): boolean => /^\d{1,20}$/.test(value)

/** A moment as Discord writes it: microseconds and `+00:00`. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000+00:00')
