/** Discord's ids grow with time, and are too large for a number: longer is later, then by their digits. */
export function compareIds(one: string, other: string): number {
  if (one.length !== other.length) return one.length - other.length
  return one < other ? -1 : one > other ? 1 : 0
}

export const later = (one: string, other: string): boolean => compareIds(one, other) > 0

const EPOCH_MS = 1_420_070_400_000

/** The moment that an id holds, in milliseconds since 1970. */
export const timeOf = (id: string): number => Number(BigInt(id === '' ? '0' : id) >> 22n) + EPOCH_MS
