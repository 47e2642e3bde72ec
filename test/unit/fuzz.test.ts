import { describe, expect, test } from 'vitest'
import { loadPolicy } from '../../src/policy/load.ts'
import { dealt, targetsOf } from '../fuzz/run.ts'

/** `npm run test:fuzz` tries a million; here as many as a test run has time for, always the same ones. */
const CASES = 20_000
const SEED = 20_261_124

describe('whatever is handed in from outside', async () => {
  const targets = targetsOf(await loadPolicy('policies'), 'policies')
  const shares = dealt(targets, CASES)

  test('is tried 20,000 times', () => {
    expect([...shares.values()].reduce((sum, cases) => sum + cases, 0)).toBeGreaterThanOrEqual(CASES)
  })

  test.each(targets.map((target) => [target.name, target] as const))(
    '%s: what must hold, holds',
    { timeout: 60_000 },
    async (_, target) => {
      await expect(target.run(shares.get(target) ?? 0, SEED)).resolves.toBeUndefined()
    },
  )
})
