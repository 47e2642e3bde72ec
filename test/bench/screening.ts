import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { InputError } from '../../src/evaluate/problem.ts'
import { writeWhole } from '../../src/evaluate/write-whole.ts'
import { loadPolicy } from '../../src/policy/load.ts'
import { PolicyError, tell } from '../../src/policy/problem.ts'
import { createRandom } from '../chaos/random.ts'
import { type Comparison, compare } from './screening/compare.ts'
import { ENGINES, type EngineName } from './screening/engines.ts'
import { madeSentences, sentencesOf } from './screening/sentences.ts'
import { termSets } from './screening/terms.ts'
import { hostileLatency, worstInput } from './screening/worst.ts'

/**
 * How fast the screening reads, beside other ways to look for the same terms in the same sentences, and how slow the
 * slowest message is. `npm run bench:screening [-- FILE…] [--json OUT] [--quick] [--seed N]`.
 */
const SIZES = [100, 1_000, 10_000] as const

const write = (line: string): void => void process.stdout.write(`${line}\n`)
const round = (value: number): string =>
  value >= 100 ? String(Math.round(value)) : value.toPrecision(3).replace(/\.?0+$/, '')

interface Target {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly least?: number
  readonly most?: number
}

function targetLine({ what, value, unit, least, most }: Target): string {
  const reached = value >= (least ?? -Infinity) && value <= (most ?? Infinity)
  const goal = least === undefined ? `at most ${most}` : `at least ${least}`
  return `  ${reached ? '✓' : '✗'} ${what.padEnd(58)}${`${round(value)}${unit}`.padStart(12)}   ${goal}`
}

function tellRates({ rows, growth }: Comparison): void {
  for (const size of SIZES) {
    write(`\n${size} terms`)
    write(
      `  ${'engine'.padEnd(18)}${'messages/s'.padStart(12)}${'n a round'.padStart(12)}${'found in'.padStart(11)}  huisbot is`,
    )
    for (const { engine, messagesPerSecond, messages, hitShare, behind } of rows.filter(
      ({ terms }) => terms === size,
    )) {
      write(
        `  ${engine.padEnd(18)}${round(messagesPerSecond).padStart(12)}${String(messages).padStart(12)}${`${(hitShare * 100).toFixed(1)} %`.padStart(11)}  ${engine === 'huisbot' ? '' : `${round(behind)} times as fast`}`,
      )
    }
  }
  write('\ncost of a message at 10,000 terms, beside 100 terms')
  for (const engine of ENGINES) write(`  ${engine.padEnd(18)}${round(growth(engine)).padStart(12)} times`)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    policies: { type: 'string', default: 'policies' },
  },
})

async function measure(): Promise<void> {
  const seed = Number(values.seed)
  const policy = await loadPolicy(values.policies)
  const sentences =
    positionals.length > 0
      ? await sentencesOf(positionals)
      : madeSentences(policy, createRandom(seed), 20_000)
  const rounds = { rounds: values.quick ? 3 : 7, budget: values.quick ? 60 : 150 }
  write(
    `${sentences.length} sentences ${positionals.length > 0 ? `of ${positionals.length} files` : 'made from those that the rules leave alone'}, ${Math.round(sentences.reduce((sum, { length }) => sum + length, 0) / sentences.length)} characters on average; ${rounds.rounds} rounds, medians; seed ${seed}, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`,
  )
  // First, in a process that holds nothing but the screening.
  const hostile = hostileLatency(policy, seed, values.quick ? 500 : 3_000)
  const worst = worstInput(policy, seed, values.quick ? 3 : 25)
  write(`\nthe shipped policy (${policy.rules.reduce((sum, { terms }) => sum + terms.length, 0)} terms)`)
  write(
    `  2,000 characters of hostile text (${hostile.messages} messages): p50 ${hostile.p50.toFixed(2)} ms, p99 ${hostile.p99.toFixed(2)} ms, most ${hostile.most.toFixed(2)} ms; p99 of the best of three reads ${hostile.quietP99.toFixed(2)} ms`,
  )
  write(
    `  slowest of ${worst.inputs} inputs of 4,000 characters made to be slow   ${worst.milliseconds.toFixed(2)} ms (${worst.name})`,
  )

  const compared = compare(policy, termSets(sentences, SIZES, createRandom(seed)), sentences, rounds)
  tellRates(compared)

  const times = (size: (typeof SIZES)[number], engine: EngineName): number =>
    compared.rows.find((row) => row.terms === size && row.engine === engine)?.behind ?? Number.NaN
  write('\ntargets')
  const targets: readonly Target[] = [
    { what: 'times obscenity at 1,000 terms', value: times(1_000, 'obscenity'), unit: '', least: 50 },
    {
      what: 'times one RegExp per term at 1,000',
      value: times(1_000, 'regexp-per-term'),
      unit: '',
      least: 15,
    },
    { what: 'times obscenity at 10,000 terms', value: times(10_000, 'obscenity'), unit: '', least: 500 },
    {
      what: 'times one RegExp per term at 10,000',
      value: times(10_000, 'regexp-per-term'),
      unit: '',
      least: 400,
    },
    { what: 'cost at 10,000 terms, beside 100', value: compared.growth('huisbot'), unit: '', most: 1.5 },
    { what: '2,000 characters of hostile text, p99', value: hostile.p99, unit: ' ms', most: 2 },
    { what: 'slowest input of 4,000 characters', value: worst.milliseconds, unit: ' ms', most: 20 },
  ]
  for (const target of targets) write(targetLine(target))

  if (values.json === undefined) return
  const figures = compared.rows.map(({ engine, terms, messagesPerSecond }) => ({
    engine,
    terms,
    messagesPerSecond,
  }))
  await writeWhole([{ path: values.json, text: `${JSON.stringify(figures, null, 2)}\n` }])
}

try {
  await measure()
} catch (error) {
  if (!(error instanceof InputError || error instanceof PolicyError)) throw error
  process.stderr.write(`${error.problems.slice(0, 10).map(tell).join('\n')}\n`)
  process.exitCode = 1
}
