import { resolveLists } from '../screening/language/lists.ts'
import { createTermCheck } from '../screening/language/check.ts'
import { listsOf } from './cross-words.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import { termSentence } from './term-sentences.ts'
import { problemAt } from './validate.ts'

/** What is wrong in the rule files beyond their shape: an id used twice, terms that cannot be read. */
export function crossRules(parts: Parts): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  const lists = listsOf(parts)
  const problemOf = createTermCheck(resolveLists(lists))
  for (const { source, value } of parts.rules) {
    for (const [index, rule] of value.rules.entries()) {
      const path = ['rules', index]
      const where = seen.get(rule.id)
      if (where === undefined) seen.set(rule.id, source.file)
      else {
        const message = `De naam "${rule.id}" bestaat al in ${where}. Geef deze regel een andere id.`
        problems.push(problemAt(source, [...path, 'id'], message))
      }
      for (const list of ['terms', 'notWhen', 'notInSentence'] as const) {
        for (const [number, said] of rule[list].entries()) {
          const problem = problemOf(said)
          if (problem === undefined) continue
          problems.push(
            problemAt(source, [...path, list, number], termSentence(said, problem, Object.keys(lists))),
          )
        }
      }
    }
  }
  return problems
}
