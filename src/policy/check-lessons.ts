import { OUTCOMES_OF, type Outcome } from '../queue/outcomes.ts'
import { compileScreening, type Screening } from '../screening/compile.ts'
import { IN_TALK } from './cross-lesson.ts'
import { everyStep } from './lesson-reach.ts'
import { loadLessons, type LocatedLesson } from './load-lessons.ts'
import type { Problem } from './problem.ts'
import type { Policy } from './schema.ts'
import type { Fact } from './schema-lessons.ts'
import type { Path } from './source.ts'
import { problemAt } from './validate.ts'

/** How the lessons of a house stand: how many can be played, and what is wrong in the files. */
export interface CheckedLessons {
  readonly count: number
  readonly sentences: number
  readonly problems: readonly Problem[]
}

const LEFT_ALONE = 'laat de bot dit met rust'

/** What the rules make of each sentence of a lesson, beside what the lesson says that they do. */
function tried(
  { lesson, source }: LocatedLesson,
  screening: Screening,
): { count: number; problems: Problem[] } {
  const problems: Problem[] = []
  let count = 0
  for (const [step, path] of everyStep(lesson)) {
    if (step.do !== 'says' || step.flags === undefined || step.in === IN_TALK) continue
    count++
    const decision = screening.read({ text: step.text, channel: step.in })
    const level = decision.kind === 'nothing' ? 'nothing' : decision.level
    if (level === step.flags) continue
    const now = level === 'nothing' ? LEFT_ALONE : `stelt de bot nu ${level} voor`
    const said = step.flags === 'nothing' ? LEFT_ALONE : `stelt de bot ${step.flags} voor`
    problems.push(
      problemAt(
        source,
        [...path, 'flags'],
        `Volgens de les ${said}, maar met jullie regels ${now}. Pas de zin of flags aan.`,
      ),
    )
  }
  return { count, problems }
}

/** Outcomes that a message of that kind cannot have: a step that waits for one would wait for ever. */
function outcomes({ lesson, source }: LocatedLesson, screening: Screening): Problem[] {
  const kinds = new Map<string, keyof typeof OUTCOMES_OF>()
  const changed = new Set<string>()
  for (const [step] of everyStep(lesson)) {
    if (step.do === 'edits') changed.add(step.message)
    if (step.do === 'reports') changed.add(step.of)
    if (step.do !== 'says' || step.as === undefined || step.in === IN_TALK) continue
    const decision = screening.read({ text: step.text, channel: step.in })
    if (decision.kind !== 'nothing') kinds.set(step.as, decision.kind)
  }
  const problems: Problem[] = []
  const check = (fact: Fact, path: Path): void => {
    if (fact.see !== 'decided' || fact.outcome === undefined || changed.has(fact.of)) return
    const kind = kinds.get(fact.of)
    if (kind === undefined) return
    const possible: readonly Outcome[] = OUTCOMES_OF[kind]
    if (fact.outcome.some((outcome) => possible.includes(outcome))) return
    const message = `Zo kan dit bericht nooit eindigen. Wel zo: ${possible.join(', ')}.`
    problems.push(problemAt(source, [...path, 'outcome'], message))
  }
  for (const [step, path] of everyStep(lesson)) {
    if (step.do === 'if') step.sees.forEach((fact, index) => check(fact, [...path, 'sees', index]))
    if (step.do === 'waits') step.for.forEach((fact, index) => check(fact, [...path, 'for', index]))
  }
  lesson.agreements.forEach(({ done = [] }, index) =>
    done.forEach((fact, place) => check(fact, ['agreements', index, 'done', place])),
  )
  return problems
}

/** Reads the lessons of a folder and tries what is said in them through the same code as the bot. */
export async function checkLessons(folder: string, policy: Policy): Promise<CheckedLessons> {
  const { lessons, problems } = await loadLessons(folder)
  if (lessons.length === 0) return { count: 0, sentences: 0, problems }
  const screening = compileScreening(policy)
  const results = lessons.map((one) => tried(one, screening))
  return {
    count: lessons.length,
    sentences: results.reduce((sum, { count }) => sum + count, 0),
    problems: [
      ...problems,
      ...results.flatMap((one) => one.problems),
      ...lessons.flatMap((one) => outcomes(one, screening)),
    ],
  }
}
