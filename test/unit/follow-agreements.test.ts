import { expect, test } from 'vitest'
import { followAgreements } from '../../src/follow-agreements.ts'
import { createLog } from '../../src/log.ts'

test('the agreements are read again at the start, at each change and when asked; a fault is logged, and the next comes through', async () => {
  const lines: string[] = []
  let times = 0
  let tell: (() => void) | undefined
  let stopped = false
  const followed = followAgreements({
    bot: {
      readAgain() {
        times++
        return times === 2 ? Promise.reject(new Error('no disk')) : Promise.resolve('same')
      },
    },
    policyFolder: 'policies',
    log: createLog('info', { write: (line) => void lines.push(line) }),
    watch(_folder, { changed }) {
      tell = changed
      return { look: async () => undefined, stop: () => void (stopped = true) }
    },
  })
  expect(times).toBe(1)
  tell?.()
  followed.readAgain()
  await Promise.resolve()
  await Promise.resolve()
  expect(times).toBe(3)
  expect(lines.filter((line) => line.includes('could not be read again'))).toHaveLength(1)
  followed.stop()
  expect(stopped).toBe(true)
})
