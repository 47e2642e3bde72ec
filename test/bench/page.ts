import { short } from './figures.ts'
import type { Curve, Plot } from './measure.ts'
import { draw, type Drawing } from './plot.ts'
import type { Recorded, Results } from './record.ts'
import { goalOf, isReached, TARGETS, targetOf } from './targets.ts'

/** The page that shows what was recorded, and where its plots stand. */
export const PAGE = 'docs/performance.md'
export const FOLDER = 'docs/performance'

const NAMES: Readonly<Record<string, string>> = {
  ours: 'Huisbot',
  bare: 'bare client',
  'history-card': 'message → card',
  'history-claim': 'a press',
  'history-list': '/wachtrij',
}
const HOW: Readonly<Record<Plot, Omit<Drawing, 'curves'>>> = {
  terms: {
    title: 'Messages a second, by terms in the agreements',
    x: 'terms',
    y: 'received and screened a second',
  },
  rows: { title: 'Latency of the queue, by flags in the database', x: 'closed flags', y: 'ms (median)' },
  houses: {
    title: 'Memory, by houses of 200 members',
    x: 'houses',
    y: 'MB (whole process, after collecting)',
  },
}
export const PLOTS = ['terms', 'rows', 'houses'] as const satisfies readonly Plot[]

/** A plot as SVG; undefined while nothing is recorded for it. */
export function drawn(results: Results, plot: Plot): string | undefined {
  const curves = results.plots[plot]?.curves.map(
    ({ name, points }): Curve => ({ name: NAMES[name] ?? name, points }),
  )
  return curves === undefined ? undefined : draw({ ...HOW[plot], curves })
}

const spread = ({ each }: Recorded): string =>
  each.length < 2 ? '' : `${short(Math.min(...each))} – ${short(Math.max(...each))}`
const howOf = (records: readonly Pick<Recorded, 'on' | 'node' | 'cores' | 'rounds'>[]): string => {
  const all = (of: (one: (typeof records)[number]) => string): string =>
    [...new Set(records.map(of))].join(', ')
  return `${all(({ on }) => on)}; Node ${all(({ node }) => node)}; ${all(({ cores }) => String(cores))} cores; ${all(({ rounds }) => String(rounds))} rounds.`
}

function tableOf(records: readonly Recorded[]): string {
  if (records.length === 0) return 'Nothing is recorded yet.'
  const rows = TARGETS.flatMap((target) => {
    const one = records.find(({ id }) => id === target.id)
    if (one === undefined) return []
    const reached = isReached(target, one.ours, one.ratio) ? 'yes' : '**no**'
    const bare = one.bare === null ? '' : `${short(one.bare)} ${target.unit}`
    const ratio = one.ratio === null ? '' : one.ratio.toFixed(2)
    return [
      `| \`${target.id}\` | ${target.what} | ${short(one.ours)} ${target.unit} | ${bare} | ${ratio} | ${spread(one)} | ${goalOf(target)} | ${reached} |`,
    ]
  })
  const notes = records.flatMap(({ id, note }) =>
    note === undefined || targetOf(id) === undefined ? [] : [`- \`${id}\`: ${note}.`],
  )
  return [
    howOf(records),
    '',
    '| id | what | ours | bare | ratio | of each round | to reach | reached |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...notes,
  ].join('\n')
}

function plotOf(results: Results, plot: Plot): string {
  const found = results.plots[plot]
  if (found === undefined) return 'Nothing is recorded yet.'
  return `![${HOW[plot].title}](performance/${plot}.svg)\n\n${howOf([found])}`
}

/** Puts what is recorded between the marks of the page; all other words stay as somebody wrote them. */
export function filled(page: string, results: Results): string {
  const parts: Readonly<Record<string, string>> = {
    full: tableOf(results.full),
    quick: tableOf(results.quick),
    ...Object.fromEntries(PLOTS.map((plot) => [plot, plotOf(results, plot)])),
  }
  return Object.entries(parts).reduce((text, [name, content]) => {
    const [begin, end] = [`<!-- recorded: ${name} -->`, '<!-- end -->']
    const from = text.indexOf(begin)
    const to = text.indexOf(end, from)
    if (from < 0 || to < 0) throw new Error(`The page has no place for "${name}".`)
    return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(to)}`
  }, page)
}
