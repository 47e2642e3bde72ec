/**
 * Counts the rows that were written so far. Only of a database into which nobody else writes: then the same count
 * means the same rows. A row that a transaction under way wrote counts already, and who reads stands in line behind it.
 */
export type Written = () => number

/** However still it is, it is looked again after this time: a clock that was put back, say, makes rows due by itself. */
const LONGEST_MS = 30_000

/** Looks for what is due, every second, and reads no row as long as none can have become due. */
export interface Still {
  /** @returns what `look` found, or nothing where nothing was written since it last found nothing and none falls due */
  unless<T>(now: Date, look: () => Promise<readonly T[]>): Promise<readonly T[]>
}

/**
 * @param written - undefined where others write too: it is always looked then
 * @param nextDue - when the next row falls due that waits for nothing but its time
 */
export const createStill = (
  written: Written | undefined,
  nextDue: () => Promise<Date | null | undefined>,
): Still => {
  /** How many rows were written when it was last looked and nothing was due, and between which times that holds. */
  let seen: { readonly written: number; readonly from: number; readonly until: number } | undefined
  return {
    async unless(now, look) {
      if (written === undefined) return look()
      const at = now.getTime()
      const before = written()
      const same = seen?.written === before
      if (same && seen !== undefined && seen.from <= at && at < seen.until) return []
      const found = await look()
      if (found.length > 0) {
        seen = undefined
        return found
      }
      // Asked for only when nothing was written in between: where much is written, that would be one query more each time.
      const due = same ? ((await nextDue())?.getTime() ?? Number.POSITIVE_INFINITY) : at
      seen = { written: before, from: at, until: Math.min(due, at + LONGEST_MS) }
      return found
    },
  }
}
