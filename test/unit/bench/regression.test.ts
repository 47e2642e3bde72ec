import { describe, expect, test } from 'vitest'
import type { Recorded } from '../../bench/record.ts'
import { worse } from '../../bench/regression.ts'

const was = (id: Recorded['id'], ratio: number | null, each: number[] = []): Recorded => ({
  id,
  ours: 1,
  bare: ratio === null ? null : 1,
  ratio,
  each,
  on: '2026-11-24',
  node: '20.20.2',
  cores: 2,
  rounds: 5,
})
const ids = (now: Parameters<typeof worse>[0], recorded: readonly Recorded[]): readonly string[] =>
  worse(now, recorded).map(({ id }) => id)

describe('slower than it was recorded', () => {
  test('a quarter passes, more does not', () => {
    expect(ids([{ id: 'praat', ratio: 1.25 }], [was('praat', 1)])).toEqual([])
    expect(ids([{ id: 'praat', ratio: 1.26 }], [was('praat', 1)])).toEqual(['praat'])
  })

  test('of a rate less is worse', () => {
    expect(ids([{ id: 'receive', ratio: 0.64 }], [was('receive', 0.8)])).toEqual([])
    expect(ids([{ id: 'receive', ratio: 0.63 }], [was('receive', 0.8)])).toEqual(['receive'])
    expect(ids([{ id: 'receive', ratio: 2 }], [was('receive', 0.8)])).toEqual([])
  })

  test('what the rounds did not agree on is not held against it', () => {
    expect(ids([{ id: 'card-p99', ratio: 1.9 }], [was('card-p99', 1.2, [0.9, 1.2, 2])])).toEqual([])
  })

  test('times alone, and what was never recorded, are not judged', () => {
    expect(ids([{ id: 'policy-10k', ratio: null }], [was('policy-10k', null)])).toEqual([])
    expect(ids([{ id: 'praat', ratio: 9 }], [])).toEqual([])
  })
})
