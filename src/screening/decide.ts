import type { Decision, DecisionOf, Finding } from './finding.ts'
import {
  CATEGORIES,
  CONSEQUENCES,
  type Consequence,
  type ConsequenceOf,
  heavier,
  type Kind,
  LEVELS,
} from './kinds.ts'

const ALLOWED: { readonly [K in Kind]: readonly ConsequenceOf<K>[] } = CONSEQUENCES

/** The one order of findings: heaviest first, then as they stand in the text. */
export const byWeight = (a: Finding, b: Finding): number =>
  LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
  a.start - b.start ||
  b.end - a.end ||
  CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
  (a.ruleId < b.ruleId ? -1 : Number(a.ruleId > b.ruleId))

type Some<T> = readonly [T, ...T[]]
const isSome = <T>(list: readonly T[]): list is Some<T> => list.length > 0

/** What a message of this kind may lead to, of what its findings ask; the rest falls away here. */
const allowedOf = <K extends Kind>(kind: K, asked: Iterable<Consequence>): ConsequenceOf<K>[] => {
  const all = new Set(asked)
  return ALLOWED[kind].filter((consequence) => all.has(consequence))
}

function as<K extends Kind>(kind: K, heaviest: Finding, findings: Some<Finding>): DecisionOf<K> {
  const narrow = (finding: Finding): Finding<ConsequenceOf<K>> => ({
    ...finding,
    consequences: allowedOf(kind, finding.consequences),
  })
  const [first, ...others] = findings
  return {
    kind,
    category: heaviest.category,
    level: findings.reduce((level, finding) => heavier(level, finding.level), heaviest.level),
    findings: [narrow(first), ...others.map(narrow)],
    consequences: allowedOf(
      kind,
      findings.flatMap(({ consequences }) => consequences),
    ),
  }
}

/**
 * Decides about a message as a whole: worry about the writer goes before everything, harm to another before
 * conduct. The kind that decides limits what may follow from all findings (design decision 1).
 */
export function decide(unordered: readonly Finding[]): Decision {
  const findings = [...unordered].sort(byWeight)
  if (!isSome(findings)) return { kind: 'nothing' }
  const heaviestOf = (kind: Kind): Finding | undefined => findings.find((finding) => finding.kind === kind)
  const worry = heaviestOf('worry')
  if (worry !== undefined) return as('worry', worry, findings)
  const harm = heaviestOf('harm')
  if (harm !== undefined) return as('harm', harm, findings)
  return as('conduct', findings[0], findings)
}
