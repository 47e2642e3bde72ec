import { isDetector } from '../detectors/index.ts'
import { createAtoms } from './atoms.ts'
import type { ResolvedLists } from './lists.ts'
import { TermError } from './problem.ts'

/** Tells of a saying what is wrong with it; undefined when it can be used. */
export function createTermCheck(lists: ResolvedLists): (said: string) => TermError | undefined {
  const atoms = createAtoms(lists, isDetector)
  return (said) => {
    try {
      atoms.patternsOf(said)
      return undefined
    } catch (error) {
      if (error instanceof TermError) return error
      throw error
    }
  }
}
