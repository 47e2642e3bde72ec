import type { Claim } from '../outbox/target.ts'
import type { FlagFile } from './row.ts'

/**
 * The file of a flag whose first card is handed over with it: it was written a moment ago, and reading it back would
 * take longer than drawing it. What changes meanwhile is wanted as a newer version, and the card is drawn again from
 * its row. Goes with the claim, so nothing is kept.
 */
const fresh = new WeakMap<Claim, FlagFile>()

export const keepFresh = (claim: Claim, file: FlagFile): void => void fresh.set(claim, file)

/** The file that a claim came with, once; what is drawn after that is read. */
export const takeFresh = (claim: Claim): FlagFile | undefined => {
  const file = fresh.get(claim)
  fresh.delete(claim)
  return file
}
