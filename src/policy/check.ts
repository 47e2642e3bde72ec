import { compileScreening } from '../screening/compile.ts'
import { CATEGORIES, type Category } from '../screening/kinds.ts'
import { type LocatedPolicy, loadLocated } from './load.ts'
import type { Problem } from './problem.ts'
import type { ChannelsPolicy, Policy, Rule } from './schema.ts'

/** A sentence of a rule file that does not do what it promises. */
export interface Failure extends Problem {
  readonly ruleId: string
  readonly expected: 'hit' | 'no-hit'
  readonly sentence: string
}

export interface CheckedCategory {
  readonly category: Category
  readonly rules: number
  readonly terms: number
  readonly sentences: number
}

export interface Checked {
  readonly policy: Policy
  readonly categories: readonly CheckedCategory[]
  readonly failures: readonly Failure[]
}

/** The sentences are tried in a channel without sayings of its own; a rule for strict channels in a strict one. */
const TRIED: ChannelsPolicy = {
  defaults: {
    purpose: 'try',
    norms: [],
    strictness: {},
    usual: [],
    attachments: {},
    links: { rule: 'allow', allowed: [], blocked: [] },
    newcomers: { hours: 24, links: 'allow', attachments: 'allow' },
  },
  channels: {
    normal: { staff: false },
    strict: {
      staff: false,
      strictness: Object.fromEntries(CATEGORIES.map((category) => [category, 'strict'] as const)),
    },
  },
}

function failuresOf(
  rule: Rule,
  finds: (text: string) => boolean,
  placeOf: LocatedPolicy['placeOf'],
): readonly Failure[] {
  const failures: Failure[] = []
  for (const [key, expected] of [
    ['mustHit', 'hit'],
    ['mustNotHit', 'no-hit'],
  ] as const) {
    for (const [index, sentence] of rule[key].entries()) {
      if (finds(sentence) === (expected === 'hit')) continue
      const message =
        expected === 'hit'
          ? `De regel "${rule.id}" vindt deze zin niet: "${sentence}". Zet er een woord (terms) voor bij.`
          : `De regel "${rule.id}" vindt deze zin wel: "${sentence}". Maak een woord preciezer, of zet er een notWhen bij.`
      failures.push({ ...placeOf(rule.id, [key, index]), message, ruleId: rule.id, expected, sentence })
    }
  }
  return failures
}

/**
 * Loads a policy and tries every must-hit and must-not-hit sentence through the same code as the bot.
 *
 * @throws PolicyError when the files themselves cannot stand.
 */
export async function checkPolicy(folder: string): Promise<Checked> {
  const { policy, placeOf } = await loadLocated(folder)
  const screening = compileScreening({ ...policy, channels: TRIED })
  const failures = policy.rules.flatMap((rule) => {
    const channel = rule.from === 'strict' ? 'strict' : 'normal'
    const finds = (text: string): boolean => {
      // A rule on trial must be as right as any other before it may flag.
      if (rule.proef === true)
        return screening.tryOut({ text, channel }).some(({ ruleId }) => ruleId === rule.id)
      const decision = screening.read({ text, channel })
      return decision.kind !== 'nothing' && decision.findings.some(({ ruleId }) => ruleId === rule.id)
    }
    return failuresOf(rule, finds, placeOf)
  })
  const categories = CATEGORIES.map((category) => {
    const rules = policy.rules.filter((rule) => rule.category === category)
    const sum = (count: (rule: Rule) => number): number =>
      rules.reduce((total, rule) => total + count(rule), 0)
    return {
      category,
      rules: rules.length,
      terms: sum(({ terms }) => terms.length),
      sentences: sum(({ mustHit, mustNotHit }) => mustHit.length + mustNotHit.length),
    }
  })
  return { policy, categories, failures }
}
