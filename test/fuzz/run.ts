import type { Policy } from '../../src/policy/schema.ts'
import { interactionsTarget } from './house.ts'
import { INPUTS } from './inputs.ts'
import { readingTargets } from './reading.ts'
import type { Target } from './target.ts'

/** Everything that is handed in from outside. */
export const targetsOf = (policy: Policy, policyFolder: string): readonly Target[] => [
  ...INPUTS,
  ...readingTargets(policy),
  interactionsTarget(policyFolder),
]

/** How many of all cases each target gets; together at least as many as were asked for. */
export function dealt(targets: readonly Target[], cases: number): ReadonlyMap<Target, number> {
  const all = targets.reduce((sum, { share }) => sum + share, 0)
  return new Map(targets.map((target) => [target, Math.ceil((cases * target.share) / all)]))
}
