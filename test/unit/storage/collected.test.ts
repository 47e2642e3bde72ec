import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('nothing that a database leaves to the garbage collector ends the process', () => {
  // A small new generation makes the collector run often.
  const said = execFileSync(process.execPath, ['--max-semi-space-size=1', 'test/fixtures/collected.mjs'])
  expect(String(said)).toBe('alive\n')
})
