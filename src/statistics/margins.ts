/**
 * What somebody who sees a table with holes can work out about a hole: the smallest and the largest number that still
 * fits. A change of one hidden number must be made good in its row and in its column by other hidden numbers, so what
 * is possible is a flow between rows and columns, and its bound the largest flow (the table is a transportation
 * problem, whose bounds are whole numbers).
 */

/** A row and a column; the last of each are the sums. */
export type Place = readonly [row: number, column: number]

/** A table with its sums as last row and last column. `not-given`: a sum that does not stand beside the table. */
export interface Hiding {
  readonly values: readonly (readonly number[])[]
  readonly state: readonly (readonly ('shown' | 'hidden' | 'not-given')[])[]
}

export const placesOf = ({ values }: Hiding): readonly Place[] =>
  values.flatMap((cells, row) => cells.map((_, column): Place => [row, column]))

export const valueAt = ({ values }: Hiding, [row, column]: Place): number => values[row]?.[column] ?? 0

export const isUnknown = ({ state }: Hiding, [row, column]: Place): boolean =>
  state[row]?.[column] !== 'shown'

const widthOf = ({ values }: Hiding): number => values[0]?.length ?? 0

export const isSum = (hiding: Hiding, [row, column]: Place): boolean =>
  row === hiding.values.length - 1 || column === widthOf(hiding) - 1

/**
 * How far a number can go up and down by itself, as a part of its row and column. A sum counts against its parts, so up
 * and down change places for it. A hidden number is at least 1, since a zero is shown.
 */
const room = (hiding: Hiding, place: Place): { readonly up: number; readonly down: number } => {
  if (!isUnknown(hiding, place)) return { up: 0, down: 0 }
  const [row, column] = place
  const least = hiding.state[row]?.[column] === 'hidden' ? 1 : 0
  const down = Math.max(0, valueAt(hiding, place) - least)
  const up = Number.POSITIVE_INFINITY
  const against = (row === hiding.values.length - 1) !== (column === widthOf(hiding) - 1)
  return against ? { up: down, down: up } : { up, down }
}

type Network = number[][]

/** Rows are the first nodes, columns the others. Along an arc from a row a number goes up, from a column down. */
const networkOf = (hiding: Hiding, without: Place): Network => {
  const rows = hiding.values.length
  const nodes = rows + widthOf(hiding)
  const network = Array.from({ length: nodes }, () => Array.from({ length: nodes }, () => 0))
  for (const place of placesOf(hiding)) {
    const [row, column] = place
    if (row === without[0] && column === without[1]) continue
    const { up, down } = room(hiding, place)
    const fromRow = network[row]
    const fromColumn = network[rows + column]
    if (fromRow !== undefined) fromRow[rows + column] = up
    if (fromColumn !== undefined) fromColumn[row] = down
  }
  return network
}

/** The shortest way along which something still fits, as the nodes on it. */
const wayIn = (network: Network, from: number, to: number): readonly number[] | undefined => {
  const before = new Map<number, number>([[from, from]])
  const waiting = [from]
  for (const node of waiting) {
    if (node === to) {
      const way = [to]
      for (let at = to; at !== from; ) way.unshift((at = before.get(at) ?? from))
      return way
    }
    for (const [next, fits] of (network[node] ?? []).entries()) {
      if (fits <= 0 || before.has(next)) continue
      before.set(next, node)
      waiting.push(next)
    }
  }
  return undefined
}

/** The largest flow, or `most` when it is at least that. Changes the network. */
const flow = (network: Network, from: number, to: number, most: number): number => {
  let total = 0
  while (total < most) {
    const way = wayIn(network, from, to)
    if (way === undefined) break
    const steps = way.slice(1).map((node, index) => [way[index] ?? from, node] as const)
    const fits = Math.min(most - total, ...steps.map(([a, b]) => network[a]?.[b] ?? 0))
    for (const [a, b] of steps) {
      const there = network[a]
      const back = network[b]
      if (there !== undefined) there[b] = (there[b] ?? 0) - fits
      if (back !== undefined) back[a] = (back[a] ?? 0) + fits
    }
    total += fits
  }
  return total
}

/** How many values are possible for an unknown number, for whoever knows everything that is shown; counted up to `most`. */
export const possibleValues = (hiding: Hiding, place: Place, most: number): number => {
  const { up, down } = room(hiding, place)
  const row = place[0]
  const column = hiding.values.length + place[1]
  const higher = Math.min(up, flow(networkOf(hiding, place), column, row, most))
  const lower = Math.min(down, flow(networkOf(hiding, place), row, column, most))
  return Math.min(most, 1 + higher + lower)
}
