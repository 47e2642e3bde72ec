import { hourAt } from '../duty/brussels.ts'
import type { Helpline, Language, Subject } from '../policy/schema.ts'
import { bestWay, isStale, type Way, waysOf } from './ways.ts'

/** One line to turn to, and the best way to reach it now. */
export interface Step {
  readonly helpline: Helpline
  /** `unknown`: the hours are not known, so people are told to look on the site, never that it is open. */
  readonly now: 'open' | 'closed' | 'unknown'
  readonly by: 'phone' | 'chat' | 'site'
  /** When that way opens again, if it is closed now. */
  readonly opensAt?: Date
  /** Its facts were not checked for too long: staff must look. */
  readonly stale: boolean
  /** Does it speak the language of the person? If not, that must be said with it. */
  readonly speaks: boolean
  /** All ways to reach it. */
  readonly ways: readonly Way[]
}

/** The bands of age that somebody can choose; the choice is kept nowhere but in the answer itself. */
export const AGES = ['12-15', '16-17', '18-25', '26'] as const
export type Age = (typeof AGES)[number]

/** Where somebody can go: one clear first step; `others` and `beside` together are at most two. */
export interface Referral {
  readonly first: Step
  readonly others: readonly Step[]
  /** A line that is open now, beside a first step whose hours are not known. */
  readonly beside?: Step
  /** At night, or to whoever likes typing better: we know no chat in this language that is open, and say so. */
  readonly noChat: boolean
}

export interface ReferInput {
  readonly subject: Subject
  readonly language: Language
  readonly helplines: readonly Helpline[]
  readonly at: Date
  /** What the person likes better; nothing is lost by it, it only orders. */
  readonly prefer?: 'phone' | 'chat'
  /** The age that the person chose, if they did. */
  readonly age?: Age
}

/** The chat that this house points to first, also while its hours are not known (seed:952, domain §0.9). */
export const JAC = 'jac'
/** By day somebody may well be at the JAC; outside these hours it is never a first step on a guess. */
const DAY_FROM = 9
const DAY_UNTIL = 21
/** Always named in the answer by itself; never one of the steps. */
const EMERGENCY: ReadonlySet<string> = new Set(['112', '101'])
const MOST_OTHERS = 2

/** A line at a moment, with the best way to reach it; undefined for one that can be reached in no way. */
export const stepOf = (
  helpline: Helpline,
  input: Pick<ReferInput, 'language' | 'at' | 'prefer'>,
): Step | undefined => {
  const ways = waysOf(helpline, input.at)
  const best = bestWay(ways, input.prefer)
  return (
    best && {
      helpline,
      now: best.now,
      by: best.by,
      ...(best.opensAt && { opensAt: best.opensAt }),
      stale: isStale(helpline, input.at),
      speaks: helpline.languages.includes(input.language),
      ways,
    }
  )
}

/**
 * The ages of a band, both ends included; whoever says nothing is taken for a young person. A line that begins at 25 is
 * for few of the band up to 25, so it is left to whoever is older.
 */
const YEARS: Readonly<Record<Age | 'any', readonly [number, number]>> = {
  '12-15': [12, 15],
  '16-17': [16, 17],
  '18-25': [18, 24],
  '26': [26, 120],
  any: [12, 24],
}

/** Is a line for somebody of this age? In a band it is enough that it is for some of it: the line says its ages. */
const isForAge = ({ ageMin = 0, ageMax = 120 }: Helpline, age: ReferInput['age']): boolean => {
  const [from, until] = YEARS[age ?? 'any']
  return ageMin <= until && from <= ageMax
}

const stepsOf = (ids: readonly string[], input: ReferInput): readonly Step[] =>
  ids.flatMap((id) => {
    const helpline = input.helplines.find((each) => each.id === id)
    return (helpline && stepOf(helpline, input)) ?? []
  })

/** A line for any worry that answers day and night, in the person's language if there is one. */
const fallback = (input: ReferInput): Step | undefined =>
  input.helplines
    .filter((each) => each.phone?.hours === '24/7' && !EMERGENCY.has(each.id))
    .flatMap((each) => stepOf(each, input) ?? [])
    .toSorted((a, b) => Number(b.speaks) - Number(a.speaks))[0]

/** Lower comes first. Somebody who speaks your language and is there now beats everything else. */
const rank = (step: Step, prefer: ReferInput['prefer']): number => {
  if (step.now === 'open') return (step.speaks ? 0 : 2) + (prefer === undefined || step.by === prefer ? 0 : 1)
  if (step.speaks) return step.now === 'unknown' ? 4 : 5
  return 6
}

const isDay = (at: Date): boolean => {
  const hour = hourAt(at.getTime())
  return DAY_FROM <= hour && hour < DAY_UNTIL
}

/** The lines of the subject, best first, with a line that answers now when none of them does. */
const candidates = (input: ReferInput): readonly Step[] => {
  const listed = stepsOf(input.subject.lines[input.language] ?? input.subject.lines.nl, input)
  if (listed.some((step) => step.now === 'open' && step.speaks)) return listed
  const rescue = fallback(input)
  if (!rescue || listed.some((step) => step.helpline.id === rescue.helpline.id)) return listed
  return [...listed, rescue]
}

const knownChatOpen = ({ helplines, language, at }: ReferInput): boolean =>
  helplines.some(
    (each) =>
      each.languages.includes(language) &&
      waysOf(each, at).some((way) => way.by === 'chat' && way.now === 'open'),
  )

/**
 * Where somebody with a subject can go now: one first step and at most two others (knack.be 2020 in domain §1.1: a
 * long list confuses), what is open now first. Pure: nothing about who asks goes in, so nothing can be kept.
 *
 * The JAC comes first where the subject puts it first and it is open; while its hours are not known, only between
 * 9 and 21 h in Brussels, and then with a line beside it that is open. At night the first step is always somebody
 * who is there.
 *
 * @throws Error when the subject names no line that exists and no line answers day and night: a broken policy.
 */
export const refer = (given: ReferInput): Referral => {
  const forAge = { ...given, helplines: given.helplines.filter((line) => isForAge(line, given.age)) }
  // A line for another age is better than no line.
  const input = candidates(forAge).length > 0 ? forAge : given
  const steps = candidates(input)
  const ordered = steps.toSorted((a, b) => rank(a, input.prefer) - rank(b, input.prefer))
  const [best] = ordered
  if (!best) throw new Error(`subject ${input.subject.id} has no line for ${input.language}`)

  const day = isDay(input.at)
  const noChat = (!day || input.prefer === 'chat') && !knownChatOpen(input)
  const jac = steps[0]
  if (day && jac?.helpline.id === JAC && jac.speaks && jac.now === 'unknown' && input.prefer !== 'phone') {
    const rest = ordered.filter((step) => step !== jac)
    const beside = rest.find((step) => step.now === 'open' && step.speaks)
    const others = rest.filter((step) => step !== beside).slice(0, MOST_OTHERS - (beside ? 1 : 0))
    return { first: jac, others, ...(beside && { beside }), noChat }
  }
  return { first: best, others: ordered.slice(1, 1 + MOST_OTHERS), noChat }
}

/** Every line of a subject in the order of {@link refer}: from these somebody of the team chooses one for another. */
export const linesFor = (input: ReferInput): readonly Step[] => {
  const { first, beside, others } = refer(input)
  const best = [first, ...(beside ? [beside] : []), ...others]
  const rest = stepsOf(input.subject.lines[input.language] ?? input.subject.lines.nl, input).filter(
    ({ helpline }) => isForAge(helpline, input.age) && !best.some((step) => step.helpline.id === helpline.id),
  )
  return [...best, ...rest.toSorted((a, b) => rank(a, input.prefer) - rank(b, input.prefer))]
}
