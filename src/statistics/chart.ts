import { type Figures } from './figures.ts'
import type { Shown } from './suppression.ts'
import type { Texts } from '../texts/texts.ts'

/** A bar of parts, one for each series; a part of which nothing may be shown is 0 here and said in the label. */
export interface Bars {
  readonly title: string
  readonly labels: readonly string[]
  readonly series: readonly {
    readonly name: string
    readonly kind: SeriesKind
    readonly values: readonly number[]
  }[]
  /** What stands behind each bar. */
  readonly ends: readonly string[]
}
export type SeriesKind = 'groen' | 'geel' | 'rood' | 'acuut' | 'unsplit'

const number = (shown: Shown | undefined): number => (typeof shown === 'number' ? shown : 0)

/** The bars of the categories that had something, split by level as far as that is shown. Pure. */
export const barsOf = ({ flags }: Figures, title: string, texts: Texts): Bars => {
  const { categories, levels, cells, rowTotals } = flags
  const rows = categories.flatMap((category, row) => {
    const shown = cells[row] ?? []
    if (rowTotals[row] === 0) return []
    const known = shown.reduce<number>((sum, one) => sum + number(one), 0)
    const whole = rowTotals[row]
    // The sum says how much stands there, and its parts do not say of which level.
    const rest = typeof whole === 'number' ? whole - known : 0
    return [{ label: texts.t(`category.${category}`), shown, rest, whole }]
  })
  const unsplit = rows.some(({ rest }) => rest > 0)
  return {
    title,
    labels: rows.map(({ label }) => label),
    series: [
      ...levels.map((level, column) => ({
        name: texts.t(`queue.level.${level}`),
        kind: level,
        values: rows.map(({ shown }) => number(shown[column])),
      })),
      ...(unsplit
        ? [
            {
              name: texts.t('figures.chart.unsplit'),
              kind: 'unsplit' as const,
              values: rows.map(({ rest }) => rest),
            },
          ]
        : []),
    ],
    ends: rows.map(({ whole }) =>
      typeof whole === 'number' ? String(whole) : texts.t('figures.hidden-mark'),
    ),
  }
}
