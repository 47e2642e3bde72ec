import type { Category } from '../screening/kinds.ts'
import type { Scored } from './sample.ts'
import type { ScoredFile } from './score.ts'

/** A sentence on one line of at most 200 characters: nothing in it can move a cursor or pretend to be a line of ours. */
function onOneLine(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain
}

const foundOf = ({ findings }: Scored, only?: Category): readonly string[] => [
  ...new Set(
    findings.filter(({ category }) => only === undefined || category === only).map(({ ruleId }) => ruleId),
  ),
]

/** What went wrong with a sentence, by name. */
function mistake(one: Scored, target: Category): { missed: boolean; wrong: readonly string[] } {
  const { gold, benign } = one
  if (benign) return { missed: false, wrong: foundOf(one) }
  if (gold === undefined) return { missed: false, wrong: [] }
  if (gold.about === 'one') {
    const found = foundOf(one, target)
    return { missed: gold.yes && found.length === 0, wrong: gold.yes ? [] : found }
  }
  const has = (category: Category): boolean => one.findings.some((finding) => finding.category === category)
  const others = one.findings.filter(({ category }) => !gold.categories.includes(category))
  return {
    missed: gold.categories.some((category) => !has(category)),
    wrong: [...new Set(others.map(({ ruleId }) => ruleId))],
  }
}

const lineOf = ({ row, group }: Scored, rules: readonly string[]): string =>
  `  regel ${row.line}${[group, ...rules].map((name) => (name === undefined ? '' : ` [${name}]`)).join('')} ${onOneLine(row.text)}`

/**
 * The first sentences of a file that were missed, and the first that were flagged wrongly; only when asked for,
 * because test sets are full of hate.
 */
export function describeExamples({ file, rows }: ScoredFile, target: Category, most: number): string {
  const judged = rows.map((one) => ({ one, ...mistake(one, target) }))
  const missed = judged.filter((each) => each.missed).slice(0, most)
  const wrong = judged.filter((each) => each.wrong.length > 0).slice(0, most)
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${file}: ${title}`, ...lines]
  return [
    ...part(
      'gemist',
      missed.map(({ one }) => lineOf(one, [])),
    ),
    ...part(
      'vals alarm',
      wrong.map((each) => lineOf(each.one, each.wrong)),
    ),
  ].join('\n')
}
