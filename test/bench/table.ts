import { short } from './figures.ts'
import type { Figure } from './measure.ts'
import { goalOf, isReached, type Target, TARGETS } from './targets.ts'

/** One line of the table. */
export interface Line {
  readonly target: Target
  readonly figure: Figure
  readonly reached: boolean
}

/** What was measured, in the order of the table. */
export const linesOf = (figures: readonly Figure[]): readonly Line[] =>
  TARGETS.flatMap((target) => {
    const figure = figures.find(({ id }) => id === target.id)
    return figure === undefined
      ? []
      : [{ target, figure, reached: isReached(target, figure.ours, figure.ratio) }]
  })

const spreadOf = ({ rounds }: Figure): string =>
  rounds.length < 2 ? '' : `${short(Math.min(...rounds))} – ${short(Math.max(...rounds))}`

/** The table as it is printed. */
export function printed(figures: readonly Figure[]): string {
  const rows = linesOf(figures).map(({ target, figure, reached }) => [
    reached ? '✓' : '✗',
    target.id,
    `${short(figure.ours)} ${target.unit}`,
    figure.bare === null ? '' : `${short(figure.bare)} ${target.unit}`,
    figure.ratio === null ? '' : figure.ratio.toFixed(2),
    spreadOf(figure),
    goalOf(target),
  ])
  const all = [['', 'id', 'ours', 'bare', 'ratio', 'rounds', 'to reach'], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  const table = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const notes = linesOf(figures).flatMap(({ target, figure }) =>
    figure.note === undefined ? [] : [`  ${target.id}: ${figure.note}`],
  )
  return [...table, '', ...notes].join('\n')
}
