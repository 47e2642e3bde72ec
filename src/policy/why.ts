import type { Language, Policy } from './schema.ts'

/**
 * Why a rule brings a message to a person, in the words of the policy; the name of the rule when the policy no longer
 * has it.
 */
export function whyOf(policy: Pick<Policy, 'rules'>, ruleId: string, language: Language): string | undefined {
  const rule = policy.rules.find((candidate) => candidate.id === ruleId)
  return rule === undefined ? undefined : (rule.why[language] ?? rule.why.nl)
}
