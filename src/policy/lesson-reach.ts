import type { Fact, LessonFile, LessonStep, PlainStep } from './schema-lessons.ts'
import type { Path } from './source.ts'

/** Facts that only a message in the queue can have. */
const OF_A_FLAG: ReadonlySet<Fact['see']> = new Set([
  'flagged',
  'taken',
  'shown',
  'level',
  'answered',
  'decided',
  'second',
  'told',
  'measured',
  'on-call-told',
])
/** Facts that only a report about the team can have. */
const OF_A_MATTER: ReadonlySet<Fact['see']> = new Set(['matter-raised', 'matter-shown', 'matter-closed'])

type AnyStep = LessonStep | PlainStep

/** Every step of a lesson with where it stands, those inside an `if` and of the reactions too. */
export function everyStep(
  lesson: Pick<LessonFile, 'steps' | 'reactions'>,
): readonly (readonly [AnyStep, Path])[] {
  const inside = (steps: readonly AnyStep[], path: Path): (readonly [AnyStep, Path])[] =>
    steps.flatMap((step, index) => {
      const here = [...path, index]
      if (step.do !== 'if') return [[step, here] as const]
      return [
        [step, here] as const,
        ...inside(step.steps, [...here, 'steps']),
        ...inside(step.otherwise ?? [], [...here, 'otherwise']),
      ]
    })
  return [
    ...inside(lesson.steps, ['steps']),
    ...lesson.reactions.flatMap(({ steps }, index) => inside(steps, ['reactions', index, 'steps'])),
  ]
}

/** Whether the records of a house can ever show it in this lesson, whatever the team does. */
export function canBeSeen(fact: Fact, lesson: LessonFile): boolean {
  if (!('of' in fact) || fact.of === undefined) return true
  const steps = everyStep(lesson).map(([step]) => step)
  const said = steps.find((step) => step.do === 'says' && step.as === fact.of)
  if (said?.do !== 'says') return false
  const reported = steps.some((step) => step.do === 'reports' && step.of === fact.of)
  const ofTeam = lesson.cast[said.who] !== 'young'
  if (OF_A_MATTER.has(fact.see)) return ofTeam && reported
  if (!OF_A_FLAG.has(fact.see)) return true
  const edited = steps.some((step) => step.do === 'edits' && step.message === fact.of)
  // What nobody says that the rules leave alone may be found by them.
  const byRules = said.flags !== 'nothing' || edited
  return byRules || (reported && !ofTeam)
}

/**
 * The steps that no play of a lesson comes to: what follows an end, and an arm of an `if` of which nothing can ever be
 * seen. Only the first of each row is given; the rest of it follows.
 */
export function unreachable(lesson: LessonFile): readonly Path[] {
  const found: Path[] = []
  /** Whether every play that comes in here ends in it. */
  const walk = (steps: readonly AnyStep[], path: Path): boolean => {
    for (const [index, step] of steps.entries()) {
      const here = [...path, index]
      if (!endsAt(step, here)) continue
      if (index + 1 < steps.length) found.push([...path, index + 1])
      return true
    }
    return false
  }
  const endsAt = (step: AnyStep, here: Path): boolean => {
    if (step.do === 'ends') return true
    if (step.do !== 'if') return false
    const possible = step.sees.some((fact) => canBeSeen(fact, lesson))
    if (!possible) found.push([...here, 'steps', 0])
    const then = walk(step.steps, [...here, 'steps'])
    const otherwise = walk(step.otherwise ?? [], [...here, 'otherwise'])
    return possible ? then && otherwise : otherwise
  }
  walk(lesson.steps, ['steps'])
  for (const [index, { when, steps }] of lesson.reactions.entries()) {
    if (!when.some((fact) => canBeSeen(fact, lesson))) found.push(['reactions', index, 'steps', 0])
    walk(steps, ['reactions', index, 'steps'])
  }
  return found
}
