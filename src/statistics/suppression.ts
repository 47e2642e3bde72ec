import { type Hiding, isSum, isUnknown, type Place, placesOf, possibleValues, valueAt } from './margins.ts'

/**
 * Small numbers are hidden, and so many others that nobody can work them out (statistical disclosure control: primary
 * and secondary suppression). A house is small: "one acute message about grooming in November" is about somebody whom
 * people know.
 */

/** Counts by two things, such as category and level; every row as long as the others. */
export type Grid = readonly (readonly number[])[]

/** A number that can be shown, or not. */
export type Shown = number | 'hidden'

export interface ShownGrid {
  readonly cells: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
  readonly total: Shown
}

export interface SuppressOptions {
  /** Whether the sums stand beside the table. Those that do not cannot be used to work anything out. */
  readonly rowTotals?: boolean
  readonly columnTotals?: boolean
}

/** Numbers from 1 up to and including this are small. Zero is not: it tells of nobody. */
export const SMALL = 4

export const isSmall = (count: number): boolean => count >= 1 && count <= SMALL

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const begin = (grid: Grid, { rowTotals = true, columnTotals = true }: SuppressOptions): Hiding => {
  const columns = grid[0]?.length ?? 0
  const below = Array.from({ length: columns }, (_, column) => sum(grid.map((row) => row[column] ?? 0)))
  const values = [...grid.map((row) => [...row, sum(row)]), [...below, sum(below)]]
  const shown = ([row, column]: Place): boolean =>
    (column < columns || rowTotals) && (row < grid.length || columnTotals)
  return {
    values,
    state: values.map((cells, row) =>
      cells.map((count, column) =>
        !shown([row, column]) ? 'not-given' : isSmall(count) ? 'hidden' : 'shown',
      ),
    ),
  }
}

/** Sums are hidden last: they say the most. */
const SUM_COSTS = 1_000_000

interface Choice {
  readonly places: readonly Place[]
  readonly cost: number
  readonly enough: boolean
  readonly possible: number
}

/** The same with some places in another state; sums that are not given stay so. */
const put = (hiding: Hiding, places: readonly Place[], to: 'hidden' | 'shown'): Hiding => {
  const chosen = new Set(places.map(([row, column]) => `${row},${column}`))
  return {
    values: hiding.values,
    state: hiding.state.map((line, row) =>
      line.map((state, column) => (state !== 'not-given' && chosen.has(`${row},${column}`) ? to : state)),
    ),
  }
}

const hiddenOf = (hiding: Hiding): readonly Place[] =>
  placesOf(hiding).filter(([row, column]) => hiding.state[row]?.[column] === 'hidden')

/** A hidden number for which too few values are possible. */
const unsafeIn = (hiding: Hiding): Place | undefined =>
  hiddenOf(hiding).find((place) => possibleValues(hiding, place, SMALL) < SMALL)

/** The other corners of every rectangle that a place is a corner of: hidden together, none follows from the others. */
const rectangles = (hiding: Hiding, [row, column]: Place): readonly (readonly Place[])[] =>
  placesOf(hiding)
    .filter(([otherRow, otherColumn]) => otherRow !== row && otherColumn !== column)
    .map(([otherRow, otherColumn]): readonly Place[] => [
      [row, otherColumn],
      [otherRow, column],
      [otherRow, otherColumn],
    ])

const choiceOf = (hiding: Hiding, unsafe: Place, corners: readonly Place[]): Choice | undefined => {
  // A zero is shown: whoever sees "hidden" may know that it is none.
  if (corners.some((place) => !isUnknown(hiding, place) && valueAt(hiding, place) === 0)) return undefined
  const places = corners.filter((place) => !isUnknown(hiding, place))
  if (places.length === 0) return undefined
  const cost = sum(places.map((place) => valueAt(hiding, place) + (isSum(hiding, place) ? SUM_COSTS : 0)))
  const possible = possibleValues(put(hiding, places, 'hidden'), unsafe, SMALL)
  return { places, cost, possible, enough: possible >= SMALL }
}

const better = (a: Choice, b: Choice): Choice => {
  if (a.enough !== b.enough) return a.enough ? a : b
  if (!a.enough && a.possible !== b.possible) return a.possible > b.possible ? a : b
  return b.cost < a.cost ? b : a
}

/** What more must be hidden so that a hidden number stays open; all that is left, if nothing less does it. */
const nextToHide = (hiding: Hiding, unsafe: Place): readonly Place[] => {
  const choices = rectangles(hiding, unsafe).flatMap((corners) => choiceOf(hiding, unsafe, corners) ?? [])
  const [first, ...others] = choices
  if (first !== undefined) return others.reduce(better, first).places
  return placesOf(hiding).filter((place) => !isUnknown(hiding, place) && valueAt(hiding, place) > 0)
}

/** What turned out to be hidden for nothing is shown again, the largest first. */
const showAgain = (hiding: Hiding): Hiding =>
  hiddenOf(hiding)
    .filter((place) => !isSmall(valueAt(hiding, place)))
    .toSorted((a, b) => valueAt(hiding, b) - valueAt(hiding, a))
    .reduce((now, place) => {
      const without = put(now, [place], 'shown')
      return unsafeIn(without) === undefined ? without : now
    }, hiding)

const hideEnough = (begun: Hiding): Hiding => {
  let hiding = begun
  for (;;) {
    const unsafe = unsafeIn(hiding)
    const more = unsafe === undefined ? [] : nextToHide(hiding, unsafe)
    if (more.length === 0) return hiding
    hiding = put(hiding, more, 'hidden')
  }
}

/**
 * Hides every number from 1 to 4, sums as well, and then the cheapest others, until everybody who knows all that is
 * shown still finds at least four values possible for each hidden number. Pure.
 */
export const suppress = (grid: Grid, options: SuppressOptions = {}): ShownGrid => {
  const hiding = showAgain(hideEnough(begin(grid, options)))
  const columns = grid[0]?.length ?? 0
  const at = (row: number, column: number): Shown =>
    isUnknown(hiding, [row, column]) ? 'hidden' : valueAt(hiding, [row, column])
  return {
    cells: grid.map((cells, row) => cells.map((_, column) => at(row, column))),
    rowTotals: grid.map((_, row) => at(row, columns)),
    columnTotals: Array.from({ length: columns }, (_, column) => at(grid.length, column)),
    total: at(grid.length, columns),
  }
}

/** A list of counts with their sum, as one row of a table. */
export const suppressList = (
  counts: readonly number[],
): { readonly counts: readonly Shown[]; readonly total: Shown } => {
  const { cells, rowTotals } = suppress([counts], { columnTotals: false })
  return { counts: cells[0] ?? [], total: rowTotals[0] ?? 0 }
}

/** A number that stands alone. */
export const shownAlone = (count: number): Shown => (isSmall(count) ? 'hidden' : count)

/** A part of a whole, where each can be small, and so can what is left. */
export const partOf = (part: number, whole: number): { readonly part: Shown; readonly whole: Shown } => {
  if (part > whole) return { part: shownAlone(part), whole: shownAlone(whole) }
  const { counts, total } = suppressList([part, whole - part])
  return { part: counts[0] ?? 0, whole: total }
}
