import { channelOf } from '../policy/channel.ts'
import { loadPolicy } from '../policy/load.ts'
import { PolicyError, type Problem, tell } from '../policy/problem.ts'
import type { Output } from '../policy/run.ts'
import type { Policy } from '../policy/schema.ts'
import { compileScreening } from '../screening/compile.ts'
import { reasonOf } from '../screening/reason.ts'
import { createTexts } from '../texts/texts.ts'
import { describeExamples } from './examples.ts'
import { type JudgedFile, understand } from './judged.ts'
import { type Options, optionsOf, USAGE, UsageError } from './options.ts'
import { predictionOf } from './predictions.ts'
import { InputError } from './problem.ts'
import { readRows } from './read-rows.ts'
import type { Report } from './report.ts'
import { type ScoredFile, scoreBenign, scoreFile, scoreShared } from './score.ts'
import { describeReport } from './table.ts'
import { writeWhole } from './write-whole.ts'

/** Reads all files, and tells everything that is wrong in any of them. */
async function readAll(options: Options): Promise<readonly JudgedFile[]> {
  const { category, by, label, positive } = options
  const reading = {
    category,
    by,
    ...(label === undefined ? {} : { key: label }),
    ...(positive === undefined ? {} : { positive }),
  }
  const files: JudgedFile[] = []
  const problems: Problem[] = []
  for (const file of options.files) {
    try {
      files.push(understand(await readRows(file), reading))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0) throw new InputError(problems)
  return files
}

/** Screens with the code of the bot, and keeps what it said about each sentence. */
function screen(files: readonly JudgedFile[], policy: Policy, channel: string): readonly ScoredFile[] {
  const screening = compileScreening(policy)
  return files.map((file) => ({
    ...file,
    rows: file.rows.map((judged) => {
      const decision = screening.read({ text: judged.row.text, channel })
      return { ...judged, findings: decision.kind === 'nothing' ? [] : decision.findings }
    }),
  }))
}

function reasonsOf(policy: Policy): (ruleId: string) => string {
  const language = policy.house.languages[0] ?? 'nl'
  const texts = createTexts(language, policy.texts[language])
  const known = new Map<string, string>()
  return (ruleId) => {
    const reason = known.get(ruleId) ?? reasonOf(policy, ruleId, texts)
    known.set(ruleId, reason)
    return reason
  }
}

async function evaluate(options: Options, output: Output): Promise<void> {
  const { category, channel, by, resamples, seed, json, predictions } = options
  const read = await readAll(options)
  const policy = await loadPolicy(options.policies)
  const norms = channelOf(policy.channels, channel)
  if (norms.staff) {
    throw new UsageError(`Het kanaal "${channel}" is van het team: daar leest de bot niets. Kies een ander.`)
  }
  const files = screen(read, policy, channel)
  const drawing = { resamples, seed }
  const report: Report = {
    policy: policy.version,
    channel,
    category,
    by,
    resamples,
    seed,
    files: files.map((file) => scoreFile(file, category, drawing)),
    benign: scoreBenign(files, drawing),
    shared: scoreShared(files, category, drawing),
  }
  const reasonFor = reasonsOf(policy)
  const lines = (): string[] =>
    files.flatMap(({ rows }) => rows.map(({ row, findings }) => predictionOf(row, findings, reasonFor)))
  await writeWhole([
    ...(json === undefined ? [] : [{ path: json, text: `${JSON.stringify(report, null, 2)}\n` }]),
    ...(predictions === undefined ? [] : [{ path: predictions, text: `${lines().join('\n')}\n` }]),
  ])
  output.out(describeReport(report))
  if (!norms.known) {
    output.out(`\nHet kanaal "${channel}" staat niet in channels.yaml: daar gelden de defaults.`)
  }
  if (options.examples > 0) {
    for (const file of files) output.out(describeExamples(file, category, options.examples))
  }
}

const MOST_PROBLEMS = 20

function tellProblems(problems: readonly Problem[]): string {
  const head =
    problems.length === 1 ? 'Er klopt één ding niet:' : `Er kloppen ${problems.length} dingen niet:`
  const more = problems.length - MOST_PROBLEMS
  return [
    head,
    ...problems.slice(0, MOST_PROBLEMS).map(tell),
    ...(more > 0 ? [`… en nog ${more}.`] : []),
  ].join('\n')
}

/**
 * Measures how well the policy reads the sentences of files.
 *
 * @returns the exit code: 0 measured, 1 something in a file or in the policy must be mended, 2 the command was used
 * wrongly. Nothing is written but with 0.
 */
export async function runEvaluate(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  try {
    const options = optionsOf(args)
    if (options === 'help') output.out(USAGE)
    else await evaluate(options, output)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`${error.message}\n\n${USAGE}`)
      return 2
    }
    if (error instanceof PolicyError || error instanceof InputError) {
      output.err(tellProblems(error.problems))
      return 1
    }
    throw error
  }
}
