import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Grid,
  SMALL,
  type ShownGrid,
  suppress,
  suppressList,
} from '../../../src/statistics/suppression.ts'

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
const columnsOf = (grid: Grid): readonly (readonly number[])[] =>
  (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? 0))

const same = (shown: number | 'hidden', count: number): boolean => shown === 'hidden' || shown === count

/** Whether somebody who sees only what is shown could have another table in front of them. */
const fits = (candidate: Grid, { cells, rowTotals, columnTotals, total: whole }: ShownGrid): boolean => {
  return (
    candidate.every((row, r) => same(rowTotals[r] ?? 0, total(row))) &&
    columnsOf(candidate).every((column, c) => same(columnTotals[c] ?? 0, total(column))) &&
    same(whole, total(candidate.flat())) &&
    candidate.every((row, r) => row.every((count, c) => same(cells[r]?.[c] ?? 0, count)))
  )
}

/** Whether a line with open places (-1) can still come to its sum. */
const agrees = (line: readonly number[], sum: number | 'hidden' | undefined): boolean => {
  const open = line.filter((cell) => cell < 0).length
  const known = total(line.filter((cell) => cell >= 0))
  return typeof sum !== 'number' || (open === 0 ? known === sum : known + open <= sum)
}

/**
 * Whether any table at all could stand behind what is shown: tries numbers one by one and goes back where a sum is passed
 * or missed. Slow, and with nothing of the code under test.
 */
const canBe = (shown: ShownGrid, largest: number): boolean => {
  const filled: number[][] = shown.cells.map((row) => row.map((cell) => (cell === 'hidden' ? -1 : cell)))
  const holes = filled.flatMap((row, r) => row.flatMap((cell, c) => (cell < 0 ? [{ r, c }] : [])))
  const fill = (at: number): boolean => {
    const hole = holes[at]
    if (hole === undefined) return fits(filled, shown)
    const row = filled[hole.r] ?? []
    for (let count = 1; count <= largest; count += 1) {
      row[hole.c] = count
      const column = filled.map((line) => line[hole.c] ?? 0)
      const agreed =
        agrees(row, shown.rowTotals[hole.r]) &&
        agrees(column, shown.columnTotals[hole.c]) &&
        agrees(filled.flat(), shown.total)
      if (agreed && fill(at + 1)) return true
    }
    row[hole.c] = -1
    return false
  }
  return fill(0)
}

/** How many numbers could stand in a hidden place; looked for around the true one. */
const openFor = (truth: number, put: (count: number) => ShownGrid, largest: number): number => {
  let found = 0
  for (let away = 0; away <= SMALL && found < SMALL; away += 1)
    for (const count of away === 0 ? [truth] : [truth + away, truth - away])
      if (count >= 1 && canBe(put(count), largest)) found += 1
  return found
}

const swap = <T>(all: readonly T[], at: number, to: T): T[] => all.map((one, i) => (i === at ? to : one))

const small = fc.integer({ min: 0, max: 7 })
const grids = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
const options = fc.record({ rowTotals: fc.boolean(), columnTotals: fc.boolean() })

describe('small numbers', () => {
  test('no number from 1 to 4 is shown, and no sum of that size; a zero is shown', () => {
    fc.assert(
      fc.property(grids, options, (grid, given) => {
        const { cells, rowTotals, columnTotals, total: whole } = suppress(grid, given)
        const all = [...cells.flat(), ...rowTotals, ...columnTotals, whole]
        expect(all.filter((count) => typeof count === 'number' && count >= 1 && count <= SMALL)).toEqual([])
        const zeros = grid.flatMap((row, r) =>
          row.flatMap((count, c) => (count === 0 ? [cells[r]?.[c]] : [])),
        )
        expect(zeros.filter((count) => count !== 0)).toEqual([])
      }),
    )
  })

  test('what is shown is true', () => {
    fc.assert(
      fc.property(grids, options, (grid, given) => {
        expect(fits(grid, suppress(grid, given))).toBe(true)
      }),
    )
  })

  test('no hidden number follows from the others and the sums: at least four values stay possible', () => {
    fc.assert(
      fc.property(grids, options, (grid, given) => {
        const shown = suppress(grid, given)
        const largest = Math.max(...grid.flat()) + 2 * SMALL
        const open = (truth: number, put: (count: number) => ShownGrid) => openFor(truth, put, largest)
        const cells = shown.cells.flatMap((row, r) =>
          row.flatMap((cell, c) => {
            const put = (count: number) => ({ ...shown, cells: swap(shown.cells, r, swap(row, c, count)) })
            return cell === 'hidden' ? [open(grid[r]?.[c] ?? 0, put)] : []
          }),
        )
        const rows = shown.rowTotals.flatMap((one, r) => {
          const put = (count: number) => ({ ...shown, rowTotals: swap(shown.rowTotals, r, count) })
          return one === 'hidden' && given.rowTotals ? [open(total(grid[r] ?? []), put)] : []
        })
        const columns = shown.columnTotals.flatMap((one, c) => {
          const put = (count: number) => ({ ...shown, columnTotals: swap(shown.columnTotals, c, count) })
          return one === 'hidden' && given.columnTotals ? [open(total(columnsOf(grid)[c] ?? []), put)] : []
        })
        const whole =
          shown.total === 'hidden' && given.rowTotals && given.columnTotals
            ? [open(total(grid.flat()), (count) => ({ ...shown, total: count }))]
            : []
        const all = [...cells, ...rows, ...columns, ...whole]
        expect(all.filter((possible) => possible < SMALL)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('one small number takes another with it, so that the sum does not give it away', () => {
    const { counts, total: sum } = suppressList([2, 10, 30])
    expect(counts).toEqual(['hidden', 'hidden', 30])
    expect(sum).toBe(42)
  })

  test('two small numbers whose sum leaves too few ways are not left alone', () => {
    // 1 and 2 make 3: it is 1 and 2, or 2 and 1.
    const { counts, total: sum } = suppressList([1, 2, 20])
    expect(counts).toEqual(['hidden', 'hidden', 'hidden'])
    expect(sum).toBe(23)
    // 4 and 4 make 8, and so do 1 and 7: nobody sees which of the hidden ones is small.
    expect(suppressList([4, 4, 20]).counts).toEqual(['hidden', 'hidden', 20])
  })

  test('nothing is hidden where nothing is small', () => {
    expect(
      suppress([
        [5, 0],
        [12, 9],
      ]),
    ).toEqual({
      cells: [
        [5, 0],
        [12, 9],
      ],
      rowTotals: [5, 21],
      columnTotals: [17, 9],
      total: 26,
    })
  })

  test('an ordinary year stays readable: most of what is large is shown', () => {
    const year = [
      [12, 20, 6, 1],
      [3, 30, 22, 6],
      [40, 25, 2, 0],
      [0, 18, 30, 9],
      [0, 6, 8, 2],
      [0, 3, 7, 5],
      [14, 9, 0, 0],
      [0, 1, 3, 0],
      [11, 6, 0, 0],
      [66, 4, 0, 0],
    ]
    const { cells, rowTotals, total: whole } = suppress(year)
    const hidden = cells.flat().filter((count) => count === 'hidden').length
    const mustHide = year.flat().filter((count) => count >= 1 && count <= SMALL).length
    expect(hidden).toBeLessThanOrEqual(mustHide + 8)
    expect(rowTotals.filter((count) => count === 'hidden').length).toBeLessThanOrEqual(2)
    expect(whole).toBe(369)
  })
})
