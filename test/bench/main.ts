import { writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { leave, withBench } from './bench.ts'
import { MEASURES } from './list.ts'
import type { Curve, Figure, Measure, Plot } from './measure.ts'
import { record, RESULTS } from './record.ts'
import { printed } from './table.ts'
import { TARGETS, targetOf } from './targets.ts'

/**
 * Measures the bot beside the least that a bot can be, in one run.
 * `npm run bench [-- --quick] [--only a,b] [--rounds N] [--json OUT] [--record] [--policies FOLDER]`
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    json: { type: 'string' },
    record: { type: 'boolean', default: false },
    policies: { type: 'string', default: 'policies' },
  },
})
const write = (line: string): void => void process.stdout.write(`${line}\n`)
const tell = (line: string): void => void process.stderr.write(`${line}\n`)

const rounds = Number(values.rounds)
const wanted = values.only?.split(',').map((id) => id.trim())
const PLOTS: readonly string[] = ['terms', 'rows', 'houses'] satisfies readonly Plot[]
const unknown = wanted?.filter((id) => targetOf(id) === undefined && !PLOTS.includes(id)) ?? []
if (!Number.isSafeInteger(rounds) || rounds < 1 || unknown.length > 0) {
  if (unknown.length > 0) tell(`There is nothing called ${unknown.join(', ')}.`)
  tell('Usage: npm run bench -- [--quick] [--only a,b] [--rounds 5] [--json FILE] [--record]')
  tell(`What there is: ${[...TARGETS.map(({ id }) => id), ...PLOTS].join(', ')}`)
  process.exit(2)
}

const isWanted = ({ ids, plot, seconds }: Measure): boolean => {
  if (values.quick && seconds.quick === undefined) return false
  if (wanted === undefined) return true
  return ids.some((id) => wanted.includes(id)) || (plot !== undefined && wanted.includes(plot))
}
const secondsOf = ({ seconds }: Measure): number => (values.quick ? (seconds.quick ?? 0) : seconds.full)
const inWords = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} minutes`

const measures = MEASURES.filter(isWanted)
const figures: Figure[] = []
const curves: Partial<Record<Plot, readonly Curve[]>> = {}
const failed: string[] = []
let ended = false
let stopped = false

/** What there is so far is told and kept, whatever becomes of the rest. */
async function finish(): Promise<void> {
  if (ended) return
  ended = true
  write(
    `${rounds} rounds, Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}${values.quick ? ', quick' : ''}`,
  )
  write(printed(figures))
  for (const why of failed) write(`NOT MEASURED: ${why}`)
  if (values.json !== undefined) {
    const told = figures.map(({ id, ours, bare, ratio }) => ({
      id,
      better: targetOf(id)?.better,
      ours,
      bare,
      ratio,
    }))
    await writeFile(values.json, `${JSON.stringify(told, undefined, 2)}\n`)
  }
  if (values.record) {
    await record(RESULTS, { quick: values.quick, rounds, figures, curves })
    tell(`Recorded in ${RESULTS}; npm run plots draws it and fills in the page.`)
  }
}
process.once('SIGINT', () => {
  stopped = true
  tell('Stopped; this is what was measured so far.')
  void leave()
    .then(finish)
    .then(() => process.exit(130))
})

tell(`It takes about ${inWords(measures.reduce((sum, one) => sum + secondsOf(one), 0))} on a quiet machine.`)
for (const [n, measure] of measures.entries()) {
  const name = [...measure.ids, ...(measure.plot === undefined ? [] : [measure.plot])].join(', ')
  const left = measures.slice(n).reduce((sum, one) => sum + secondsOf(one), 0)
  tell(`${n + 1}/${measures.length} ${name} (about ${inWords(secondsOf(measure))}; ${inWords(left)} to go)`)
  const options = {
    quick: values.quick,
    rounds,
    policies: values.policies,
    progress: (what: string) => tell(`    ${what}`),
  }
  try {
    const measured = await withBench(options, (bench) => measure.run(bench))
    figures.push(...measured.figures)
    Object.assign(curves, measured.curves)
  } catch (error) {
    // Broken off: what was under way ended, and that is no fault of it.
    if (stopped) break
    failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}
if (stopped) await new Promise<never>(() => undefined)
await finish()
process.exit(failed.length === 0 ? 0 : 1)
