import { short } from './figures.ts'
import type { Curve } from './measure.ts'

/** How a plot is called, and its axes. */
export interface Drawing {
  readonly title: string
  readonly x: string
  readonly y: string
  readonly curves: readonly Curve[]
}

const WIDTH = 720
const HEIGHT = 360
const BOX = { left: 74, right: 560, top: 56, bottom: 300 }
/** Told apart without colour as well: by their names at their ends, and by their dashes. */
const STYLES = [
  { colour: '#1f5fa8', dashes: '' },
  { colour: '#b3470f', dashes: '7 4' },
  { colour: '#4b7d2f', dashes: '2 4' },
] as const

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const place = (value: number): string => String(Math.round(value * 10) / 10)

/** The next round number upwards: 1, 2 or 5 with zeros. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1e-9)))
  const step = [1, 2, 5, 10].find((one) => one * power >= value) ?? 10
  return step * power
}

const position = (x: number): number => (x <= 0 ? 0 : Math.log10(x))

/** Powers of ten lie equally far apart; with nothing at all at the very left where there is a nought. */
function scaleOf(xs: readonly number[]): (x: number) => number {
  const hasNought = xs.some((x) => x <= 0)
  const positive = xs.filter((x) => x > 0)
  const from = position(Math.min(...positive)) - (hasNought ? 1 : 0)
  const span = position(Math.max(...positive)) - from || 1
  return (x) => BOX.left + ((x <= 0 ? 0 : position(x) - from) / span) * (BOX.right - BOX.left)
}

const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${place(x)}" y="${place(y)}" ${more}>${escaped(words)}</text>`

/** Names beside the ends of their lines, moved apart where they would touch. */
function labelPlaces(ends: readonly number[]): readonly number[] {
  const order = ends.map((y, n) => ({ y, n })).toSorted((a, b) => a.y - b.y)
  let last = -Infinity
  const places: number[] = []
  for (const { y, n } of order) {
    last = Math.max(y, last + 18)
    places[n] = last
  }
  return places
}

/** Draws lines as an SVG: the same text for the same points. The vertical axis begins at nought. */
export function draw({ title, x, y, curves }: Drawing): string {
  const xs = [...new Set(curves.flatMap(({ points }) => points.map((point) => point.x)))].toSorted(
    (a, b) => a - b,
  )
  const most = roundedUp(Math.max(...curves.flatMap(({ points }) => points.map((point) => point.y))))
  const toX = scaleOf(xs)
  const toY = (value: number): number => BOX.bottom - (value / most) * (BOX.bottom - BOX.top)
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = place(toY(most * share))
    return `<line x1="${BOX.left}" x2="${BOX.right}" y1="${at}" y2="${at}" stroke="#d0d4d9"/>${text(BOX.left - 8, toY(most * share) + 4, short(most * share), 'text-anchor="end"')}`
  })
  const ticks = xs.map((value) =>
    text(toX(value), BOX.bottom + 20, value.toLocaleString('en-US'), 'text-anchor="middle"'),
  )
  const ends = labelPlaces(curves.map(({ points }) => toY(points.at(-1)?.y ?? 0) + 4))
  const lines = curves.map(({ name, points }, n) => {
    const { colour, dashes } = STYLES[n % STYLES.length] ?? STYLES[0]
    const path = points.map((point) => `${place(toX(point.x))},${place(toY(point.y))}`).join(' ')
    const dots = points.map((point) => {
      const [cx, cy] = [place(toX(point.x)), place(toY(point.y))]
      return `<circle cx="${cx}" cy="${cy}" r="3.5" fill="${colour}"><title>${escaped(`${name}: ${point.x.toLocaleString('en-US')} → ${short(point.y)}`)}</title></circle>`
    })
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/>${dots.join('')}${text(BOX.right + 10, ends[n] ?? 0, name, `fill="${colour}"`)}`
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="sans-serif" font-size="12" fill="#24292f">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(BOX.left, 24, title, 'font-size="15" font-weight="bold"'),
    text(BOX.left, 44, y),
    ...grid,
    ...ticks,
    text((BOX.left + BOX.right) / 2, BOX.bottom + 44, x, 'text-anchor="middle"'),
    ...lines,
    '</svg>',
  ].join('\n')}\n`
}
