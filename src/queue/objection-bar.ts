import { isProtective } from './outcomes.ts'
import type { FlagFacts, Press } from './step.ts'

/** What decides nothing about it: looking, putting down, and writing down what was passed on. */
const HARMLESS: ReadonlySet<Press['act']['type']> = new Set(['show', 'release', 'record', 'print'])

/**
 * Whether somebody decided this before its writer objected, and so leaves it to another. What protects somebody never
 * waits for another (design decision 6), and looking at it changes nothing.
 */
export const isBarred = (flag: Pick<FlagFacts, 'barredId'>, { actorId, act }: Press): boolean => {
  if (flag.barredId !== actorId) return false
  if (act.type === 'decide') return !isProtective(act.outcome)
  if (act.type === 'measure') return act.measure === 'ban' && !act.danger
  return !HARMLESS.has(act.type)
}
