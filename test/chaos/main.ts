import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadPolicy } from '../../src/policy/load.ts'
import { runChaos } from './run.ts'
import { isClean } from './verdict.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    policies: { type: 'string', default: 'policies' },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Usage: npm run test:chaos -- [--kills 20] [--seed 1]\n')
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'huisbot-chaos-'))
try {
  const begun = performance.now()
  const result = await runChaos({
    kills,
    seed,
    folder,
    policyFolder: values.policies,
    policy: await loadPolicy(values.policies),
    write,
  })
  const { verdict } = result
  write('')
  write(`kills ${kills}, seed ${seed}, ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
  write(
    `messages said ${result.said}, presses ${result.presses} (${result.unanswered} while the bot was down)`,
  )
  write(`to be flagged ${verdict.expected}: flags ${verdict.flags}, cards ${verdict.cards}`)
  write(
    `lost ${verdict.lost}, doubled flags ${verdict.doubledFlags}, doubled cards ${verdict.doubledCards}, without card ${verdict.withoutCard} (${verdict.inDigest} more in the digest of a flood), unexpected ${verdict.unexpected}, transitions without audit ${verdict.unaudited}`,
  )
  write(`notices pinned ${result.notices} (1 expected)`)
  if (!isClean(verdict) || result.notices !== 1) process.exitCode = 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
