import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { loadPolicy } from '../../src/policy/load.ts'
import { dealt, targetsOf } from './run.ts'

/**
 * Hands the bot what nobody should hand it: `npm run test:fuzz [-- --cases N] [--seed N] [--json OUT] [--only PART]`. Stops at
 * the first case that does not hold, with how to try it again.
 */
const write = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'string' },
  },
})

const seed = Number(values.seed)
const targets = targetsOf(await loadPolicy('policies'), 'policies').filter(({ name }) =>
  name.includes(values.only ?? ''),
)
const tried: { readonly target: string; readonly cases: number; readonly seconds: number }[] = []
for (const [target, cases] of dealt(targets, Number(values.cases))) {
  const began = performance.now()
  try {
    await target.run(cases, seed)
  } catch (error) {
    write(`✗ ${target.name}, seed ${seed}`)
    throw error
  }
  const seconds = (performance.now() - began) / 1_000
  tried.push({ target: target.name, cases, seconds: Math.round(seconds * 10) / 10 })
  write(`✓ ${target.name.padEnd(36)}${String(cases).padStart(9)} cases${seconds.toFixed(1).padStart(8)} s`)
}
const cases = tried.reduce((sum, one) => sum + one.cases, 0)
write(`${cases} cases held, seed ${seed}`)
if (values.json !== undefined)
  await writeFile(values.json, `${JSON.stringify({ cases, seed, faults: 0, targets: tried }, null, 2)}\n`)
