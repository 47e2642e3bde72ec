import type { Policy, Rule } from '../policy/schema.ts'
import { decide } from '../screening/decide.ts'
import type { Decision, Finding } from '../screening/finding.ts'
import { resolveLists, type WordLists } from '../screening/language/lists.ts'
import { keywordsOf } from './keyword.ts'
import type { FilterKind } from './names.ts'

type Agreed = Pick<Policy, 'rules'> & {
  readonly house: Pick<Policy['house'], 'automod'>
  readonly words?: WordLists
}
export type FilterDecision = Exclude<Decision, { kind: 'nothing' }>

const UNKNOWN = {
  start: 0,
  end: 0,
  level: 'geel',
  consequences: ['flag'],
} as const satisfies Partial<Finding>

/** What can be said when Discord does not name the word: what the filter is for, at the lightest level of a concern. */
function byFilter(kind: FilterKind, { house }: Agreed): Finding {
  switch (kind) {
    case 'worry':
      return {
        ...UNKNOWN,
        ruleId: 'discord:filter',
        kind: 'worry',
        category: 'distress',
        consequences: ['flag', 'offer'],
      }
    case 'preset': {
      const sexual = house.automod.presets.every((preset) => preset === 'sexual')
      return { ...UNKNOWN, ruleId: 'discord:preset', kind: 'harm', category: sexual ? 'sexual' : 'hate' }
    }
    case 'block':
    case 'other':
      return { ...UNKNOWN, ruleId: 'discord:filter', kind: 'harm', category: 'harassment' }
  }
}

/** The rules of a policy by the words of their filters; taken apart once, because a raid trips filters by the hundred. */
const byPolicy = new WeakMap<readonly Rule[], ReadonlyMap<string, ReadonlySet<Rule>>>()

function rulesByKeyword({ rules, words }: Agreed): ReadonlyMap<string, ReadonlySet<Rule>> {
  const known = byPolicy.get(rules)
  if (known !== undefined) return known
  const lists = resolveLists(words ?? {})
  const found = new Map<string, Set<Rule>>()
  for (const rule of rules) {
    for (const term of rule.terms) {
      const keywords = keywordsOf(term, lists, rule.kind === 'worry')
      if (typeof keywords === 'string') continue
      for (const { keyword } of keywords) found.set(keyword, (found.get(keyword) ?? new Set()).add(rule))
    }
  }
  byPolicy.set(rules, found)
  return found
}

/**
 * What a filter saw, as the screening would say it: by the word of the policy that Discord names, else by what the
 * filter is for. Where the message stands in the text is not known, and what it says neither.
 *
 * @param keyword - the word of the filter that Discord names; null when it names none
 */
export function judgeFilter(policy: Agreed, kind: FilterKind, keyword: string | null): FilterDecision {
  const wanted = kind === 'preset' ? undefined : keyword?.toLowerCase()
  const rules = wanted === undefined ? undefined : rulesByKeyword(policy).get(wanted)
  const findings = [...(rules ?? [])].map(
    ({ id: ruleId, category, kind: about, level, may: consequences }): Finding => ({
      ruleId,
      category,
      kind: about,
      level,
      start: 0,
      end: 0,
      consequences,
    }),
  )
  const decision = decide(findings.length === 0 ? [byFilter(kind, policy)] : findings)
  if (decision.kind === 'nothing') throw new Error('a finding is something')
  return decision
}
