import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ChaosResult, runChaos } from './run.ts'
import { isClean, WRONGS } from './verdict.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const USAGE =
  'Usage: npm run test:chaos -- [--kills 100] [--seed 1] [--faults] [--json FILE] [--policies FOLDER]'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    faults: { type: 'boolean', default: false },
    json: { type: 'string' },
    policies: { type: 'string', default: 'policies' },
  },
})
const kills = Number(values.kills)
const seed = Number(values.seed)
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(2)
}

/** Discord blocks a bot that makes more invalid requests than this in ten minutes. */
const MOST_INVALID = 10_000

const folder = await mkdtemp(join(tmpdir(), 'huisbot-chaos-'))
const begun = performance.now()
const result = await runChaos({
  kills,
  seed,
  faults: values.faults,
  folder,
  policyFolder: values.policies,
  write,
})
const seconds = Math.round((performance.now() - begun) / 1_000)
const figures = figuresOf(result, seconds)
write('')
for (const [name, value] of Object.entries(figures)) write(`${name.padEnd(16)} ${JSON.stringify(value)}`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)

const ok =
  isClean(result.verdict) &&
  result.notices === 1 &&
  result.pending === 0 &&
  result.invalid < MOST_INVALID / 10 &&
  (values.faults || result.exits === 0)
if (ok) await rm(folder, { recursive: true, force: true })
else {
  process.exitCode = 1
  write(
    `\nNot clean. Again with: npm run test:chaos -- --kills ${kills} --seed ${seed}${values.faults ? ' --faults' : ''}`,
  )
  write(`The database and the log stay in ${folder}`)
  await tellStories(result)
}

function figuresOf(
  { verdict, people, team, fired, trouble, ...rest }: ChaosResult,
  lasted: number,
): Readonly<Record<string, unknown>> {
  const { shouldFlag, flags, counted, cards, inDigest, faults } = verdict
  return {
    kills,
    seed,
    faults: values.faults,
    seconds: lasted,
    messages: people['said'] ?? 0,
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
    people,
    team,
    timersFired: fired,
    ...(values.faults ? { trouble } : {}),
  }
}

/** What happened to each thing that is wrong, in order; ids only. */
async function tellStories({ verdict, ledger }: ChaosResult): Promise<void> {
  for (const wrong of WRONGS) {
    for (const id of verdict.faults[wrong].slice(0, 10)) {
      write(`\n${wrong}: ${id}`)
      for (const { ms, life, what, by } of ledger.storyOf(id))
        write(`  ${String(ms).padStart(8)} ms, life ${life}: ${what}${by === undefined ? '' : ` (${by})`}`)
    }
  }
  const log = (await readFile(join(folder, 'bot.log'), 'utf8')).trimEnd().split('\n')
  const errors = log.filter((line) => /"level":(50|60)/.test(line))
  write(`\nerrors in the log: ${errors.length}`)
  for (const line of errors.slice(-10)) write(`  ${line.slice(0, 400)}`)
}
