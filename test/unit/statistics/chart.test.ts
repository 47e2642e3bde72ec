import { describe, expect, test } from 'vitest'
import { CATEGORIES, LEVELS } from '../../../src/screening/kinds.ts'
import { barsOf } from '../../../src/statistics/chart.ts'
import { drawChart } from '../../../src/statistics/draw-chart.ts'
import { type Counted, figuresOf } from '../../../src/statistics/figures.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const none = { open: [], all: [] }
const counted = (grid: Readonly<Record<string, readonly number[]>>): Counted => ({
  period: { from: '2026-11-01', until: '2026-11-30' },
  flags: Object.entries(grid).flatMap(([category, row]) =>
    row.map((count, at) => ({ category, level: LEVELS[at] ?? '', count })),
  ),
  seconds: { first: none, closing: none },
  waiting: 0,
  inTime: [],
  outcomes: [],
  rules: [],
  automatic: { againstPersons: 0, heldOrBlocked: 0, putBack: 0 },
  sums: new Map(),
})
const texts = createTexts('nl')
const MONTH = counted({ spam: [60, 7, 0, 0], hate: [12, 20, 6, 1], grooming: [0, 0, 2, 0] })

const draw = (end: string): Promise<Buffer> =>
  drawChart({ title: '', labels: ['a'], series: [{ name: 'n', kind: 'geel', values: [9] }], ends: [end] })

describe('the chart', () => {
  test('shows no number that is hidden, and no bar of its length', () => {
    const { labels, series, ends } = barsOf(figuresOf(MONTH), 'titel', texts)
    expect(labels).toEqual(['haat', 'iemand vraagt rare dingen', 'spam'])
    // Two messages of one kind: neither a bar nor a number.
    expect(ends[1]).toBe('verborgen')
    expect(series.map(({ values }) => values[1])).toEqual(series.map(() => 0))
    // One acute one: what is not said of which level stands together.
    const hate = Object.fromEntries(series.map(({ kind, values }) => [kind, values[0]]))
    expect(hate['acuut']).toBe(0)
    const values = series.flatMap((one) => one.values)
    expect(values.filter((count) => count >= 1 && count <= 4)).toEqual([])
  })

  test('is a PNG with letters in it, also on a machine without fonts', { timeout: 30_000 }, async () => {
    const png = await draw('123')
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    // Width and height stand at the front of a PNG.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_800, 384])
    // Without a font every text would be drawn as nothing, or as the same empty boxes.
    expect((await draw('321')).equals(png)).toBe(false)
    expect((await draw('123')).equals(png)).toBe(true)
  })

  test('every category has a name, and nothing is drawn where nothing came', () => {
    const all = counted(Object.fromEntries(CATEGORIES.map((category) => [category, [9, 9, 9, 9]])))
    expect(barsOf(figuresOf(all), '', texts).labels.length).toBe(CATEGORIES.length)
    expect(barsOf(figuresOf(counted({})), '', texts).labels).toEqual([])
  })
})
