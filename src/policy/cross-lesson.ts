import { nearest } from './nearest.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Fact, Lesson, LessonStep, PlainStep } from './schema-lessons.ts'
import { lessonMoment } from './lesson-moment.ts'
import { canBeSeen, everyStep, unreachable } from './lesson-reach.ts'
import type { Path, Source } from './source.ts'
import { problemAt } from './validate.ts'

/** Where a step says a thing in the private talk of who says it. */
export const IN_TALK = 'talk'

type Tell = (path: Path, message: string) => void
type AnyStep = LessonStep | PlainStep

const oneOf = (names: readonly string[], written: string): string => {
  const meant = nearest(written, names)
  return meant === undefined ? `Hier kan staan: ${names.join(', ')}.` : `Bedoelde je "${meant}"?`
}

const row = (facts: readonly Fact[] | undefined, path: Path): (readonly [Fact, Path])[] =>
  (facts ?? []).map((fact, index) => [fact, [...path, index]] as const)

/** Every fact of a lesson with where it stands. */
const everyFact = (lesson: Lesson): readonly (readonly [Fact, Path])[] => {
  return [
    ...everyStep(lesson).flatMap(([step, path]) =>
      step.do === 'if'
        ? row(step.sees, [...path, 'sees'])
        : step.do === 'waits'
          ? row(step.for, [...path, 'for'])
          : [],
    ),
    ...lesson.reactions.flatMap(({ when }, index) => row(when, ['reactions', index, 'when'])),
    ...lesson.agreements.flatMap((agreement, index) =>
      (['done', 'unless', 'if'] as const).flatMap((key) => row(agreement[key], ['agreements', index, key])),
    ),
  ]
}

/** The refs to people in a step or a fact, with the key in which they stand. */
const PEOPLE_KEYS = ['who', 'with', 'to'] as const
function people(lesson: Lesson, tell: Tell): void {
  const known = Object.keys(lesson.cast)
  const check = (name: unknown, path: Path): void => {
    if (typeof name !== 'string' || known.includes(name)) return
    tell(path, `"${name}" speelt niet mee. ${oneOf(known, name)} Wie meespeelt, staat bij cast.`)
  }
  for (const [step, path] of everyStep(lesson)) {
    if ('who' in step) check(step.who, [...path, 'who'])
    if (step.do === 'says' && step.reportedBy !== undefined) {
      check(step.reportedBy.who, [...path, 'reportedBy', 'who'])
      if (step.reportedBy.who === step.who)
        tell([...path, 'reportedBy', 'who'], 'Niemand meldt een bericht van zichzelf. Kies iemand anders.')
    }
  }
  for (const [fact, path] of everyFact(lesson)) {
    for (const key of PEOPLE_KEYS) if (key in fact) check(Reflect.get(fact, key), [...path, key])
  }
}

const inReaction = (path: Path): boolean => path[0] === 'reactions'

/** Messages are named once, and before something is done with them. */
function messages(lesson: Lesson, tell: Tell): void {
  const steps = everyStep(lesson)
  const writers = new Map<string, string>()
  for (const [step, path] of steps) {
    if (step.do !== 'says' || step.as === undefined) continue
    if (writers.has(step.as))
      tell([...path, 'as'], `Er is al een bericht met de naam "${step.as}". Geef dit een andere naam.`)
    writers.set(step.as, step.who)
  }
  const known = [...writers.keys()]
  const said = new Set<string>()
  const check = (name: string | undefined, path: Path): void => {
    if (name === undefined) return
    if (!writers.has(name)) tell(path, `Er is geen bericht met de naam "${name}". ${oneOf(known, name)}`)
    else if (!said.has(name) && !inReaction(path))
      tell(path, `Het bericht "${name}" wordt pas later gezegd. Zet deze stap erna.`)
  }
  for (const [step, path] of steps) {
    for (const [key, name] of messagesOf(step)) check(name, [...path, key])
    if (step.do === 'if') step.sees.forEach((fact, index) => check(messageOf(fact), [...path, 'sees', index]))
    if (step.do === 'waits')
      step.for.forEach((fact, index) => check(messageOf(fact), [...path, 'for', index]))
    if (step.do === 'reports' && writers.get(step.of) === step.who)
      tell([...path, 'who'], 'Niemand meldt een bericht van zichzelf. Kies iemand anders.')
    if (step.do === 'says' && step.as !== undefined) said.add(step.as)
  }
  for (const [fact, path] of everyFact(lesson)) {
    const name = messageOf(fact)
    if (name !== undefined && !writers.has(name))
      tell(path, `Er is geen bericht met de naam "${name}". ${oneOf(known, name)}`)
  }
}

const messagesOf = (step: AnyStep): readonly (readonly [string, string | undefined])[] => {
  switch (step.do) {
    case 'says':
      return [['replyTo', step.replyTo]]
    case 'edits':
    case 'deletes':
      return [['message', step.message]]
    case 'reacts':
      return [['to', step.to]]
    case 'reports':
      return [['of', step.of]]
    default:
      return []
  }
}

const messageOf = (fact: Fact): string | undefined =>
  'of' in fact ? fact.of : 'after' in fact ? fact.after : undefined

/** Channels are those of the house, and such as young people see. */
function channels(lesson: Lesson, { channels: file }: Parts, tell: Tell): void {
  if (file === undefined) return
  const all = file.value.channels
  const known = Object.keys(all).filter((name) => all[name]?.staff !== true)
  const check = (name: string | undefined, path: Path): void => {
    if (name === undefined || known.includes(name)) return
    const why = Object.hasOwn(all, name)
      ? `"${name}" is een kanaal van het team: jongeren zien het niet.`
      : `Het kanaal "${name}" staat niet in channels.yaml.`
    tell(path, `${why} ${oneOf(known, name)}`)
  }
  for (const [step, path] of everyStep(lesson)) {
    if (step.do === 'says' && step.in !== IN_TALK) check(step.in, [...path, 'in'])
    if (step.do === 'runs') check(step.in, [...path, 'in'])
  }
  for (const [fact, path] of everyFact(lesson)) if ('in' in fact) check(fact.in, [...path, 'in'])
}

/** What must go together in a step or a fact. */
function shapes(lesson: Lesson, tell: Tell): void {
  const ran = new Set<string>()
  for (const [step, path] of everyStep(lesson)) {
    if (step.do === 'passes' && (step.minutes === undefined) === (step.until === undefined))
      tell(path, 'Schrijf minutes (zoveel minuten) of until (opening of closing): één van de twee.')
    if (step.do === 'runs') ran.add(step.who)
    if ((step.do === 'presses' || step.do === 'chooses') && !ran.has(step.who))
      tell(path, `${step.who} typte nog niets om op te drukken. Zet er eerst een stap runs voor.`)
  }
  for (const [fact, path] of everyFact(lesson)) {
    if (fact.see === 'spoke' && (fact.in === undefined) === (fact.with === undefined))
      tell(path, 'Schrijf in (een kanaal) of with (in het gesprek met iemand): één van de twee.')
    if ('from' in fact && fact.from !== undefined && fact.within === undefined)
      tell([...path, 'from'], 'Schrijf er within bij: binnen hoeveel minuten.')
    if ('within' in fact && fact.within === 'target' && fact.see !== 'taken')
      tell(
        [...path, 'within'],
        'De afgesproken tijd (target) geldt voor opnemen (see: taken). Schrijf hier minuten.',
      )
  }
}

/** What can never come about, so that nobody waits for it and no agreement asks for it. */
function reach(lesson: Lesson, tell: Tell): void {
  for (const path of unreachable(lesson))
    tell(path, 'Bij deze stap komt de les nooit. Haal ze weg, of verander wat ervoor staat.')
  const impossible = (facts: readonly Fact[] | undefined, path: Path, message: string): void => {
    if (facts !== undefined && !facts.some((fact) => canBeSeen(fact, lesson))) tell(path, message)
  }
  for (const [step, path] of everyStep(lesson)) {
    if (step.do !== 'waits') continue
    impossible(
      step.for,
      [...path, 'for'],
      'Hier wacht de les op iets dat nooit kan gebeuren. Kies iets anders.',
    )
  }
  lesson.agreements.forEach(({ done }, index) =>
    impossible(done, ['agreements', index, 'done'], 'Dit kan in deze les nooit gebeuren. Kies iets anders.'),
  )
}

/** What is wrong in a lesson beyond its shape: people, messages, channels, times, and steps that no play comes to. */
export function crossLesson(lesson: Lesson, source: Source, parts: Parts): readonly Problem[] {
  const problems: Problem[] = []
  const tell: Tell = (path, message) => void problems.push(problemAt(source, path, message))
  people(lesson, tell)
  messages(lesson, tell)
  channels(lesson, parts, tell)
  shapes(lesson, tell)
  reach(lesson, tell)
  const { house } = parts
  if (house !== undefined) {
    const from = new Date(Date.UTC(2026, 0, 5, 12))
    if (lessonMoment(lesson.at, { ...house.value.hours, closed: [] }, from) === undefined)
      tell(
        ['at'],
        `Zo'n moment is er in jullie huis niet: kijk naar de uren in house.yaml. De les wil een huis dat ${
          lesson.at.house === 'open' ? 'open' : 'dicht'
        } is.`,
      )
  }
  return problems
}
