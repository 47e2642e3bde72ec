import { describe, expect, test } from 'vitest'
import { at, median, short } from '../../bench/figures.ts'
import { draw } from '../../bench/plot.ts'

const plot = {
  title: 'Memory <by houses>',
  x: 'houses',
  y: 'MB',
  curves: [
    {
      name: 'ours',
      points: [
        { x: 0, y: 100 },
        { x: 10, y: 150 },
        { x: 1_000, y: 400 },
      ],
    },
    {
      name: 'bare',
      points: [
        { x: 0, y: 90 },
        { x: 10, y: 120 },
        { x: 1_000, y: 398 },
      ],
    },
  ],
}

describe('a plot', () => {
  test('is the same for the same points, and has each of them', () => {
    expect(draw(plot)).toBe(draw(plot))
    expect(draw(plot).match(/<circle/g)).toHaveLength(6)
    expect(draw(plot)).toContain('<title>ours: 1,000 → 400</title>')
  })

  test('names no line on top of another, and lets no word become markup', () => {
    const names = [...draw(plot).matchAll(/x="570" y="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(Math.abs((names[0] ?? 0) - (names[1] ?? 0))).toBeGreaterThanOrEqual(18)
    expect(draw(plot)).toContain('Memory &lt;by houses&gt;')
  })

  test('stays within its picture, a nought and noughts alone included', () => {
    for (const [, x] of draw(plot).matchAll(/cx="([\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(560)
    expect(draw({ ...plot, curves: [{ name: 'ours', points: [{ x: 1, y: 0 }] }] })).not.toContain('NaN')
  })
})

describe('figures', () => {
  test('the median of an odd number is the one in the middle, and a share is a value that was there', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(at([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.99)).toBe(10)
  })

  test('are told with three figures', () => {
    expect([short(39_676.4), short(17.83), short(0.5349), short(Number.NaN)]).toEqual([
      '39,676',
      '17.8',
      '0.535',
      '–',
    ])
  })
})
