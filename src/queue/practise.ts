import type { Measure } from './measures.ts'
import { isEvidence, type Outcome, outcomesFor } from './outcomes.ts'
import { type FlagAct, type FlagFacts, refused, type Step } from './step.ts'

/** What of an act would reach a message or its writer; undefined for everything else that is done with a flag. */
const reachOf = (act: FlagAct): { readonly outcome: Outcome; readonly measure?: Measure } | undefined => {
  if (act.type === 'measure') return { outcome: 'made-safe', measure: act.measure }
  if (act.type !== 'decide') return undefined
  return act.outcome === 'removed' || act.outcome === 'made-safe' ? { outcome: act.outcome } : undefined
}

/**
 * What is different in a drill: it is never acute, and what would be done to a message or its writer is written down as
 * practised and nothing more. Claiming, passing, the level, the questions, deciding and undoing are as in earnest.
 *
 * @returns undefined where the life cycle of every flag decides
 */
export const practise = (flag: FlagFacts, act: FlagAct): Step | undefined => {
  if (flag.drill !== true) return undefined
  if (act.type === 'level' && act.level === 'acuut') return refused('drill')
  const reach = reachOf(act)
  const possible: readonly Outcome[] = outcomesFor(flag.kind)
  if (reach === undefined || !possible.includes(reach.outcome)) return undefined
  const kept = act.type === 'decide' && act.evidenceKept === true
  if (reach.outcome === 'removed' && isEvidence(flag.category) && !kept) return refused('evidence-first')
  return { type: 'noted', audit: 'practised', codes: { ...reach } }
}
