import { parseArgs } from 'node:util'
import { describePlan } from '../automod/describe.ts'
import { planFilters, type Room } from '../automod/plan.ts'
import { folderOf, HOUSES, housesIn } from '../house/folders.ts'
import { compileScreening } from '../screening/compile.ts'
import { createTexts } from '../texts/texts.ts'
import { checkLessons } from './check-lessons.ts'
import { checkPolicy } from './check.ts'
import { describeCheck, describeLessons, describeReading } from './describe.ts'
import { describeExplanation } from './describe-explanation.ts'
import { loadPolicy } from './load.ts'
import { nearest } from './nearest.ts'
import { PolicyError, type Problem, tell } from './problem.ts'
import { readingNotes } from './reading-notes.ts'
import type { Policy } from './schema.ts'

/** Where the command writes; handed in, so that it can be read in a test. */
export interface Output {
  out(text: string): void
  err(text: string): void
}

const USAGE = `Zo gebruik je dit:
  npm run policy                                         kijkt alle afspraken na
  npm run policy -- explain "een zin" --channel gaming   legt uit wat de bot met een zin doet
  npm run policy -- filters                              toont wat de filters van Discord zouden zoeken
  npm run policy -- --policies MAP                       gebruikt een andere map`

class UsageError extends Error {}

interface Wanted {
  readonly folder: string
  readonly explain?: { readonly text: string; readonly channel: string }
  readonly filters?: true
}

const OPTIONS = {
  policies: { type: 'string', default: 'policies' },
  channel: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

function parse(args: readonly string[]): Wanted | 'help' {
  const parsed = (() => {
    try {
      return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
    } catch {
      const known = Object.keys(OPTIONS).map((name) => `--${name}`)
      const wrong = args.find((arg) => arg.startsWith('--') && !known.includes(arg.split('=')[0] ?? ''))
      if (wrong === undefined) throw new UsageError('Na --channel en --policies moet nog een naam komen.')
      const meant = nearest(wrong.split('=')[0] ?? '', known)
      throw new UsageError(
        meant === undefined ? `"${wrong}" ken ik niet.` : `"${wrong}" ken ik niet. Bedoelde je "${meant}"?`,
      )
    }
  })()
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const folder = values.policies
  const [command, ...words] = positionals
  if (command === undefined) {
    if (values.channel !== undefined) throw new UsageError('--channel hoort bij explain "een zin".')
    return { folder }
  }
  if (command === 'filters') {
    if (values.channel !== undefined || words.length > 0) throw new UsageError('Na filters komt niets meer.')
    return { folder, filters: true }
  }
  if (command !== 'explain') {
    const meant = nearest(command, ['explain', 'filters']) ?? 'explain'
    throw new UsageError(`"${command}" ken ik niet. Bedoelde je "${meant}"?`)
  }
  if (words.length === 0) throw new UsageError('Na explain moet een zin komen, tussen aanhalingstekens.')
  return { folder, explain: { text: words.join(' '), channel: values.channel ?? 'algemeen' } }
}

/** As if the house had no filters of its own: only its server knows how many it has. */
const roomIn = ({ house }: Policy): Room => ({
  filters: 6,
  preset: true,
  alerts: house.channels.automodAlerts !== undefined,
})

const describeProblems = (problems: readonly Problem[]): string =>
  [
    problems.length === 1 ? 'Er klopt één ding niet:' : `Er kloppen ${problems.length} dingen niet:`,
    ...problems.map(tell),
  ].join('\n')

/** @returns whether all is well */
async function checkOne(folder: string, output: Output): Promise<boolean> {
  try {
    const checked = await checkPolicy(folder)
    const lessons = await checkLessons(folder, checked.policy)
    const says = [
      describeCheck(checked),
      ...describeLessons(lessons),
      ...describeReading(readingNotes(checked.policy)),
    ].join('\n')
    const fine = checked.failures.length === 0 && lessons.problems.length === 0
    if (fine) output.out(says)
    else output.err(says)
    return fine
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    output.err(describeProblems(error.problems))
    return false
  }
}

/** The agreements for all houses, then those of each house with a folder of its own: each is told, whatever the others are. */
async function checkAll(folder: string, output: Output): Promise<0 | 1> {
  const { houses, problems } = await housesIn(folder)
  let fine = await checkOne(folder, output)
  for (const house of houses) {
    output.out(`\nHet huis van server ${house} (${HOUSES}/${house})`)
    fine = (await checkOne(folderOf(folder, house), output)) && fine
  }
  if (problems.length > 0) output.err(describeProblems(problems))
  return fine && problems.length === 0 ? 0 : 1
}

/**
 * Checks the policy, or explains what happens with one sentence.
 *
 * @returns the exit code: 0 all is well, 1 something in the policy must be mended, 2 the command was used wrongly.
 */
export async function runPolicy(args: readonly string[], output: Output): Promise<0 | 1 | 2> {
  try {
    const wanted = parse(args)
    if (wanted === 'help') {
      output.out(USAGE)
      return 0
    }
    if (wanted.explain !== undefined) {
      const policy = await loadPolicy(wanted.folder)
      const explanation = compileScreening(policy).explain(wanted.explain)
      output.out(describeExplanation(explanation, policy, createTexts('nl', policy.texts.nl)))
      return 0
    }
    if (wanted.filters === true) {
      const policy = await loadPolicy(wanted.folder)
      output.out(describePlan(planFilters(policy, roomIn(policy))))
      return 0
    }
    return await checkAll(wanted.folder, output)
  } catch (error) {
    if (error instanceof UsageError) {
      output.err(`${error.message}\n\n${USAGE}`)
      return 2
    }
    if (!(error instanceof PolicyError)) throw error
    output.err(describeProblems(error.problems))
    return 1
  }
}
