import { setTimeout as wait } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { parseTerm } from '../../../src/screening/language/parse.ts'
import { resolveLists } from '../../../src/screening/language/lists.ts'

/** Garbage is collected by force, once nothing that is under way holds it. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  await wait(1)
  gc()
}

test('a screening holds nothing of its terms and lists as they were taken apart', async () => {
  const policy = await loadPolicy('policies')
  const screening = compileScreening(policy)
  const said = policy.rules[0]?.terms[0] ?? ''
  const lists = new WeakRef(resolveLists(policy.words))
  const term = new WeakRef(parseTerm(said))
  await collect()
  expect(lists.deref()).toBeUndefined()
  expect(term.deref()).toBeUndefined()
  // It still reads.
  expect(screening.read({ text: 'ik wil dood', channel: 'algemeen' }).kind).not.toBe('nothing')
})
