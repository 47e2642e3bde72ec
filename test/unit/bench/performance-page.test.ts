import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { drawn, FOLDER, filled, PAGE, PLOTS } from '../../bench/page.ts'
import { NOTHING, readResults, RESULTS, recorded } from '../../bench/record.ts'

describe('docs/performance.md', () => {
  test('shows what is recorded, and nothing else: npm run plots fills it in', async () => {
    const page = await readFile(PAGE, 'utf8')
    expect(filled(page, await readResults(RESULTS))).toBe(page)
  })

  test.each(PLOTS)('the plot of %s is drawn from what is recorded', async (plot) => {
    const svg = drawn(await readResults(RESULTS), plot)
    const file = await readFile(`${FOLDER}/${plot}.svg`, 'utf8').catch(() => undefined)
    expect(file).toBe(svg)
  })

  test('a table without a place on the page is a mistake', () => {
    expect(() => filled('# Empty', NOTHING)).toThrow('no place')
  })
})

describe('recording', () => {
  const figure = { id: 'praat', ours: 3, bare: 2, ratio: 1.5, rounds: [1.4, 1.5] } as const
  const run = { quick: false, rounds: 2, figures: [figure], curves: {} }

  test('replaces what was measured again and keeps the rest', () => {
    const before = recorded(NOTHING, { ...run, figures: [figure, { ...figure, id: 'start' }] }, '2026-11-01')
    const after = recorded(before, run, '2026-11-24')
    expect(after.full.map(({ id, on }) => [id, on])).toEqual([
      ['praat', '2026-11-24'],
      ['start', '2026-11-01'],
    ])
  })

  test('keeps what a quick run measured apart from what a full one did', () => {
    const both = recorded(recorded(NOTHING, run, '2026-11-01'), { ...run, quick: true }, '2026-11-24')
    expect([both.full.length, both.quick.length]).toEqual([1, 1])
  })
})
