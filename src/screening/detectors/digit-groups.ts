/** Digits that stand together, and what stands between them and the group before. */
export interface Group {
  readonly digits: string
  readonly start: number
  readonly end: number
  /** Signs between this group and the one before; undefined for the first of a row. */
  readonly between: string | undefined
}

const DIGITS = /\d+/g
/** What people put between the groups of one number: spaces, dots, slashes, dashes, brackets. */
const BETWEEN = /^[ ./()_-]{1,3}$/

/** Rows of groups of digits with no more than a few signs between them. Linear. */
export function rowsOf(text: string): readonly (readonly Group[])[] {
  const rows: Group[][] = []
  let end = -1
  for (const { 0: digits, index } of text.matchAll(DIGITS)) {
    const gap = end === -1 || index - end > 3 ? undefined : text.slice(end, index)
    const between = gap !== undefined && BETWEEN.test(gap) ? gap : undefined
    end = index + digits.length
    const group: Group = { digits, start: index, end, between }
    if (between === undefined) rows.push([group])
    else rows.at(-1)?.push(group)
  }
  return rows
}
