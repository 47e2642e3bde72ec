import { expect, test } from 'vitest'
import { type AuditRow, isAudited, replay } from '../../chaos/replay.ts'

type Told = readonly [
  act: string,
  from: string | null,
  to: string | null,
  by?: string | undefined,
  codes?: object,
]
const lines = (...told: readonly Told[]): AuditRow[] =>
  told.map(([act, fromState, toState, actorId, codes], id) => ({
    id,
    flagId: 'flag',
    act,
    fromState,
    toState,
    actorId: actorId ?? null,
    codes: JSON.stringify(codes ?? {}),
  }))
const raised: Told = ['raised', null, 'open', undefined, { level: 'rood' }]

test('an evening of a flag played again gives its row', () => {
  const audit = lines(
    raised,
    ['claimed', 'open', 'claimed', 'fatima'],
    ['shown', 'claimed', 'claimed', 'fatima'],
    ['passed', 'claimed', 'claimed', 'fatima'],
    ['received', 'claimed', 'claimed', 'jonas'],
    ['level', 'claimed', 'claimed', 'jonas', { from: 'rood', to: 'geel' }],
    ['counted', 'claimed', 'claimed', undefined, { change: 'more', level: 'rood' }],
    ['proposed', 'claimed', 'awaiting', 'jonas', { outcome: 'no-problem', level: 'rood' }],
    ['closed', 'awaiting', 'closed', 'fatima', { outcome: 'no-problem', level: 'rood' }],
  )
  const row = { state: 'closed', version: 7, ownerId: 'jonas', level: 'rood', outcome: 'no-problem' }
  expect(isAudited(row, audit)).toBe(true)
  for (const wrong of [
    { state: 'open' },
    { version: 8 },
    { ownerId: 'fatima' },
    { level: 'geel' },
    { outcome: null },
  ])
    expect(isAudited({ ...row, ...wrong }, audit), JSON.stringify(wrong)).toBe(false)
})

test('a line that is missing, twice, or does not follow from the one before it is seen', () => {
  const claimed: Told = ['claimed', 'open', 'claimed', 'fatima']
  const row = { state: 'claimed', version: 2, ownerId: 'fatima', level: 'rood', outcome: null }
  expect(isAudited(row, lines(raised, claimed))).toBe(true)
  expect(isAudited(row, lines(raised))).toBe(false)
  expect(isAudited(row, lines(claimed))).toBe(false)
  expect(isAudited(row, lines(raised, claimed, claimed))).toBe(false)
  expect(replay(lines(raised, ['released', 'claimed', 'open', 'fatima']))).toBeUndefined()
})

test('who takes a closing back, reopens it or turns it round has it as the row says', () => {
  const closed: Told = ['closed', 'open', 'closed', 'fatima', { outcome: 'talked', level: 'rood' }]
  const after = (...more: readonly Told[]) => replay(lines(raised, closed, ...more))
  expect(after()?.owners).toEqual(['fatima'])
  expect(after(['undone', 'closed', 'claimed', 'jonas', { by: 'first' }])?.owners).toEqual(['fatima'])
  expect(after(['undone', 'closed', 'claimed', 'jonas', { by: 'second' }])?.owners).toEqual([
    'jonas',
    'fatima',
  ])
  expect(after(['reopened', 'closed', 'open', 'noor', { level: 'rood' }])).toMatchObject({
    state: 'open',
    version: 3,
    owners: [null],
    outcome: null,
  })
})
