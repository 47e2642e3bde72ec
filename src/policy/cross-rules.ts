import { isPhrase, parsePhrase } from '../screening/phrase.ts'
import type { Parts } from './parts.ts'
import { phraseSentence } from './phrase-sentences.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './validate.ts'

/** What is wrong in the rule files beyond their shape: an id used twice, terms that cannot be read. */
export function crossRules({ rules }: Parts): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  for (const { source, value } of rules) {
    for (const [index, rule] of value.rules.entries()) {
      const path = ['rules', index]
      const where = seen.get(rule.id)
      if (where === undefined) seen.set(rule.id, source.file)
      else {
        const message = `De naam "${rule.id}" bestaat al in ${where}. Geef deze regel een andere id.`
        problems.push(problemAt(source, [...path, 'id'], message))
      }
      for (const list of ['terms', 'notWhen'] as const) {
        for (const [number, said] of rule[list].entries()) {
          const phrase = parsePhrase(said)
          if (isPhrase(phrase)) continue
          problems.push(problemAt(source, [...path, list, number], phraseSentence(said, phrase)))
        }
      }
    }
  }
  return problems
}
