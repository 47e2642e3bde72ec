import type { Policy } from '../policy/schema.ts'
import { decide } from '../screening/decide.ts'
import type { Decision, Finding } from '../screening/finding.ts'
import { keywordOf } from './keyword.ts'
import type { FilterKind } from './names.ts'

type Agreed = Pick<Policy, 'rules'> & { readonly house: Pick<Policy['house'], 'automod'> }
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

/**
 * What a filter saw, as the screening would say it: by the word of the policy that Discord names, else by what the
 * filter is for. Where the message stands in the text is not known, and what it says neither.
 *
 * @param keyword - the word of the filter that Discord names; null when it names none
 */
export function judgeFilter(policy: Agreed, kind: FilterKind, keyword: string | null): FilterDecision {
  const wanted = keyword?.toLowerCase()
  const findings = policy.rules.flatMap((rule): Finding[] => {
    const has =
      kind !== 'preset' &&
      wanted !== undefined &&
      rule.terms.some((term) => {
        const found = keywordOf(term)
        return typeof found !== 'string' && found.keyword === wanted
      })
    if (!has) return []
    const { id: ruleId, category, kind: about, level, may: consequences } = rule
    return [{ ruleId, category, kind: about, level, start: 0, end: 0, consequences }]
  })
  const decision = decide(findings.length === 0 ? [byFilter(kind, policy)] : findings)
  if (decision.kind === 'nothing') throw new Error('a finding is something')
  return decision
}
