import { expect, test } from 'vitest'
import { createPulse } from '../../../src/discord/pulse.ts'
import { createLog } from '../../../src/log.ts'

test('a chore that goes on failing is logged ever less often, holds up no other, and once it works that is said', async () => {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  let works = false
  let others = 0
  const pulse = createPulse(
    [
      {
        name: 'cursors',
        everyMs: 1,
        run: () => (works ? Promise.resolve() : Promise.reject(new Error('woorden van iemand'))),
      },
      { name: 'timers', everyMs: 1, run: async () => void others++ },
    ],
    log,
    () => () => undefined,
  )
  for (let second = 0; second < 1_000; second++) await pulse.now()
  expect(others).toBe(1_000)
  expect(pulse.failing()).toEqual(['cursors'])
  expect(lines, 'the 1st, 2nd, 4th … 512th time').toHaveLength(10)
  expect(lines.join('')).not.toContain('woorden')
  works = true
  await pulse.now()
  expect(lines.at(-1)).toContain('"times":1000,"msg":"a chore works again"')
  expect(pulse.failing()).toEqual([])
  expect(pulse.sinceBeat()).toBeLessThan(5_000)
})
