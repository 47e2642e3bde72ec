import type { Entry, ResolvedLists } from '../screening/language/lists.ts'
import { parseTerm, type Step } from '../screening/language/parse.ts'
import { TermError } from '../screening/language/problem.ts'
import { canShareAWord, rowsOf } from './keyword.ts'

/** More ways than this to say one part of a saying are not looked through. */
const MOST_ROWS = 4_000

/** The parts of a saying that stand together; each may stand where the other parts do not. */
function parts(steps: readonly Step[]): readonly (readonly Step[])[] {
  const found: Step[][] = []
  for (const step of steps) {
    const open = found.at(-1)
    if (step.by !== 'next' || open === undefined) found.push([step])
    else open.push(step)
  }
  return found
}

/**
 * Tells of a row of words whether one of these sayings can share a word with it, in some message. Of sayings that are
 * too many to write out, any word that they share is enough: a filter that is silent too often only costs a report.
 */
export function canBeCancelled(sayings: readonly string[], lists: ResolvedLists): (words: Entry) => boolean {
  const single = new Set<string>()
  const rows: Entry[] = []
  for (const said of sayings) {
    try {
      for (const part of parseTerm(said).ways.flatMap(parts)) {
        const found = rowsOf(part, lists, MOST_ROWS)
        const all = found ?? part.flatMap(({ piece }) => lists.wordsOf(piece)).map((word) => [word])
        for (const row of all) {
          const [only] = row
          if (row.length === 1 && only?.match === 'exact') single.add(only.word)
          else rows.push(row)
        }
      }
    } catch (error) {
      if (!(error instanceof TermError)) throw error
    }
  }
  return (words) =>
    words.some(({ word, match }) => match === 'exact' && single.has(word)) ||
    (words.some(({ match }) => match !== 'exact') &&
      [...single].some((word) => canShareAWord(words, [{ word, match: 'exact' }]))) ||
    rows.some((row) => canShareAWord(words, row))
}
