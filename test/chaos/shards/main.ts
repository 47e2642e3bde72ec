import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isClean, WRONGS } from '../verdict.ts'
import { runShards, type ShardsResult } from './run.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const USAGE =
  'Usage: npm run test:shards -- [--houses 40] [--seconds 15] [--seed 1] [--json FILE] [--policies FOLDER]'

const { values } = parseArgs({
  options: {
    houses: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '15' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    json: { type: 'string' },
    policies: { type: 'string', default: 'policies' },
  },
})
const [houses, seconds, seed] = [values.houses, values.seconds, values.seed].map(Number)
if (
  houses === undefined ||
  seconds === undefined ||
  seed === undefined ||
  ![houses, seconds, seed].every(Number.isSafeInteger) ||
  houses < 4 ||
  seconds < 1
) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}

const folder = await mkdtemp(join(tmpdir(), 'huisbot-shards-'))
const begun = performance.now()
const result = await runShards({ houses, seconds, seed, folder, policyFolder: values.policies, write })
const figures = figuresOf(result)
write('')
for (const [name, value] of Object.entries(figures)) write(`${name.padEnd(16)} ${JSON.stringify(value)}`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)

const { verdict, notices, pending, exits } = result
if (isClean(verdict) && notices === houses && pending === 0 && exits === 0)
  await rm(folder, { recursive: true, force: true })
else {
  process.exitCode = 1
  write(
    `\nNot clean. Again with: npm run test:shards -- --houses ${houses} --seconds ${seconds} --seed ${seed}`,
  )
  write(`The logs stay in ${folder}`)
  await tellStories(result)
}

function figuresOf({
  verdict: found,
  ledger: _ledger,
  ...rest
}: ShardsResult): Readonly<Record<string, unknown>> {
  const { shouldFlag, flags, counted, cards, inDigest, faults } = found
  return {
    houses,
    seed,
    seconds: Math.round((performance.now() - begun) / 1_000),
    messages: rest.said,
    shouldFlag,
    flags,
    counted,
    cards,
    inDigest,
    ...Object.fromEntries(WRONGS.map((wrong) => [wrong, faults[wrong].length])),
    notices: rest.notices,
    pending: rest.pending,
    exits: rest.exits,
    requests: rest.requests,
    invalidRequests: rest.invalid,
    ...(rest.orphansIn.length > 0 ? { orphansIn: rest.orphansIn } : {}),
    backAfterMs: rest.backAfterMs,
    timersFired: rest.fired,
  }
}

/** What happened to each thing that is wrong, in order; ids only. */
async function tellStories({ verdict: found, ledger }: ShardsResult): Promise<void> {
  for (const wrong of WRONGS) {
    for (const id of found.faults[wrong].slice(0, 10)) {
      write(`\n${wrong}: ${id}`)
      for (const { ms, life, what, by } of ledger.storyOf(id))
        write(`  ${String(ms).padStart(8)} ms, life ${life}: ${what}${by === undefined ? '' : ` (${by})`}`)
    }
  }
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.log'))) {
    const log = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n')
    const errors = log.filter((line) => /"level":(50|60)/.test(line))
    write(`\n${name}: ${errors.length} errors`)
    for (const line of errors.slice(-5)) write(`  ${line.slice(0, 400)}`)
  }
}
