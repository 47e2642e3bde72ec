import { resolveLists } from '../screening/language/lists.ts'
import { TermError } from '../screening/language/problem.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { WordsFile } from './schema.ts'
import { termSentence } from './term-sentences.ts'
import { problemAt } from './validate.ts'

const together = new WeakMap<Parts['words'], WordsFile['lists']>()

/** The lists of all files together, by name; of the same files the same object, so that it is taken apart once. */
export function listsOf({ words }: Pick<Parts, 'words'>): WordsFile['lists'] {
  const known = together.get(words)
  if (known !== undefined) return known
  const lists = Object.assign({}, ...words.map(({ value }) => value.lists)) as WordsFile['lists']
  together.set(words, lists)
  return lists
}

/** What is wrong in the lists of words beyond their shape: a name used twice, words that cannot be read. */
export function crossWords({ words }: Parts): readonly Problem[] {
  const problems: Problem[] = []
  const seen = new Map<string, string>()
  const lists = listsOf({ words })
  const resolved = resolveLists(lists)
  const isFine = (name: string): boolean => {
    try {
      resolved.waysOf(name)
      return true
    } catch (error) {
      if (error instanceof TermError) return false
      throw error
    }
  }
  for (const { source, value } of words) {
    for (const [name, list] of Object.entries(value.lists)) {
      const where = seen.get(name)
      if (where === undefined) seen.set(name, source.file)
      else {
        const message = `De lijst "${name}" bestaat al in ${where}. Geef deze lijst een andere naam.`
        problems.push(problemAt(source, ['lists', name], message))
      }
      if (isFine(name)) continue
      for (const [number, said] of list.words.entries()) {
        try {
          // One word at a time, in the company of all lists, so that the problem has its line: slow, so only where one is.
          resolveLists({ ...lists, '': { words: [said], misspelt: false } }).waysOf('')
        } catch (error) {
          if (!(error instanceof TermError)) throw error
          problems.push(
            problemAt(
              source,
              ['lists', name, 'words', number],
              termSentence(said, error, Object.keys(lists)),
            ),
          )
        }
      }
    }
  }
  return problems
}
