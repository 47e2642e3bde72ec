import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createRandom } from '../chaos/random.ts'
import { type Round, round } from './run.ts'

/**
 * Looks for what people wrote, and for tokens, in everything that the bot leaves behind: `npm run test:words [-- --rounds N]
 * [--seed N] [--json OUT]`. The first round is killed at the end of its evening, the others anywhere in it.
 */
const write = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
if (!Number.isSafeInteger(rounds) || rounds < 1 || !Number.isSafeInteger(seed)) {
  process.stderr.write('Usage: npm run test:words -- [--rounds 10] [--seed 1] [--json FILE]\n')
  process.exit(2)
}

/** An evening lasts about so long on an ordinary machine. */
const EVENING_MS = 3_000
const folder = await mkdtemp(join(tmpdir(), 'huisbot-words-'))
const main = fileURLToPath(new URL('../../src/main.js', import.meta.url))
const random = createRandom(seed)
const faults = ['thrown', 'rejected'] as const
const done: Round[] = []
for (let n = 0; n < rounds; n++) {
  const own = join(folder, `round-${n + 1}`)
  await mkdir(own)
  const killed = n === 0 ? {} : { killAfterMs: random.below(EVENING_MS) }
  const result = await round({
    folder: own,
    policyFolder: 'policies',
    main,
    seed: seed + n,
    faults,
    ...killed,
  })
  done.push(result)
  const sealed = Object.values(result.sealed).reduce((sum, count) => sum + count, 0)
  write(
    `round ${n + 1}: ${result.planted} planted, ${sealed} sealed in the backup, ${result.files} files, ${result.found.length} found`,
  )
  for (const what of result.found) write(`  FOUND ${what}`)
}
const sum = (of: (one: Round) => number): number => done.reduce((all, one) => all + of(one), 0)
const figures = {
  rounds,
  seed,
  planted: sum(({ planted }) => planted),
  tokens: sum(({ tokens }) => tokens + 1),
  sealed: sum((one) => Object.values(one.sealed).reduce((all, count) => all + count, 0)),
  kills: rounds,
  faults: sum(({ exits }) => exits.filter((code) => code === 4).length),
  backups: rounds,
  files: sum(({ files }) => files),
  megabytes: Math.round(sum(({ bytes }) => bytes) / 1e6),
  notSealed: sum(({ open }) => open.length),
  found: sum(({ found }) => found.length),
}
write('')
for (const [name, value] of Object.entries(figures)) write(`${name.padEnd(10)} ${value}`)
if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(figures, undefined, 2)}\n`)
const well = figures.faults === 2 * rounds && done.every(({ looksWell }) => looksWell)
if (figures.found === 0 && figures.notSealed === 0 && well) await rm(folder, { recursive: true, force: true })
else {
  process.exitCode = 1
  write(`\nNot clean. Everything stays in ${folder}`)
}
