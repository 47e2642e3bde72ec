import type { Problem } from '../policy/problem.ts'
import type { Category } from '../screening/kinds.ts'
import { type Gold, goldOf } from './gold.ts'
import { InputError } from './problem.ts'
import type { Row, Rows } from './read-rows.ts'

/** What is known about one sentence. */
export interface Judged {
  readonly row: Row
  /** Absent when nobody judged it, in a file in which others were. */
  readonly gold?: Gold
  /** Belongs to no category at all: flagging it is always a mistake. */
  readonly benign: boolean
  readonly group?: string
}

/** A file with what its verdicts mean. */
export interface JudgedFile {
  readonly file: string
  readonly form: Rows['form']
  /** `one`: about one category. `all`: about each. `benign`: no verdicts, or only that nothing is wrong. */
  readonly kind: 'one' | 'all' | 'benign'
  /** The field that holds the verdict. */
  readonly key?: string
  readonly rows: readonly Judged[]
}

export interface Reading {
  readonly category: Category
  /** The field with the verdict, where it has a name of its own. */
  readonly key?: string
  readonly positive?: string
  /** The field by which sentences are grouped. */
  readonly by: string
}

const KEYS = ['gold', 'label', 'labels', 'hateful'] as const
/** An empty place is no verdict. */
const has = ({ fields }: Row, key: string): boolean => {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined
  return value !== undefined && value !== null && value !== ''
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? ''
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function golds({ file, rows }: Rows, key: string, positive: string | undefined): (Gold | undefined)[] {
  const problems: Problem[] = []
  const all = rows.map((row) => {
    if (!has(row, key)) return undefined
    const gold = goldOf(row.fields[key], positive)
    if (gold === undefined) {
      const message = `Wat bij "${key}" staat (${shown(row.fields[key])}) begrijp ik niet. Ik ken hateful en non-hateful, 1 en 0, true en false, de soorten (zoals hate of threat) en none. Zeg anders met --positive welk woord "ja" is.`
      problems.push({ file, line: row.line, message })
    }
    return gold
  })
  if (problems.length > 0) throw new InputError(problems)
  return all
}

/** In a file that says yes or no about one category, the name of that category is a yes and "none" a no. */
function toOne(gold: Gold, category: Category): Gold {
  return gold.about === 'one' ? gold : { about: 'one', yes: gold.categories.includes(category) }
}

const isYes = (gold: Gold | undefined): boolean =>
  gold !== undefined && (gold.about === 'one' ? gold.yes : gold.categories.length > 0)

function groupOf(row: Row, by: string): { group?: string } {
  const value = row.fields[by]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? { group: String(value) }
    : {}
}

/**
 * Finds what the verdicts of a file mean.
 *
 * @throws {@link InputError} for a verdict that is not understood, or a field that no row has.
 */
export function understand(file: Rows, reading: Reading): JudgedFile {
  const { category, by } = reading
  const keys = reading.key === undefined ? KEYS : [reading.key]
  const key = keys.find((one) => file.rows.some((row) => has(row, one)))
  const base = { file: file.file, form: file.form }
  if (key === undefined) {
    const benign = file.rows.map((row) => ({ row, benign: true, ...groupOf(row, by) }))
    return { ...base, kind: 'benign', rows: benign }
  }
  const all = golds(file, key, reading.positive)
  const known = all.filter((gold) => gold !== undefined)
  const saysOne = known.some(({ about }) => about === 'one')
  const onlyThis = known.every(
    (gold) => gold.about === 'one' || gold.categories.every((other) => other === category),
  )
  const kind = saysOne && onlyThis ? 'one' : 'all'
  const meant = all.map((gold) => (gold !== undefined && kind === 'one' ? toOne(gold, category) : gold))
  // A file in which nothing is wrong is a file of ordinary talk, in whatever words it says so.
  const noneYes = !meant.some(isYes)
  return {
    ...base,
    key,
    kind: noneYes ? 'benign' : kind,
    rows: file.rows.map((row, index) => {
      const gold = meant[index]
      return {
        row,
        ...(gold === undefined ? {} : { gold }),
        benign: gold !== undefined && !isYes(gold) && (noneYes || gold.about === 'all'),
        ...groupOf(row, by),
      }
    }),
  }
}
