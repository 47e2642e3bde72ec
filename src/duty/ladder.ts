import type { Level } from '../screening/kinds.ts'
import { openAfter, type Stretch } from './open-time.ts'

/** Who is told when nobody takes a flag, in this order; each once. */
export const STEPS = ['duty', 'back-up', 'responsible'] as const
export type Step = (typeof STEPS)[number]

/** What a house agreed about its ladder. */
export interface LadderAgreements {
  /** Minutes, while the house is open, within which somebody takes a flag of that level. */
  readonly targetMinutes: Readonly<Record<Level, number>>
  /** After how many times the target time. */
  readonly after: { readonly backUp: number; readonly responsible: number }
  /** Whom the house named; a step without anybody is left out. */
  readonly named: { readonly backUp: boolean; readonly responsible: boolean }
}

/** A flag that nobody has, as its clock sees it. */
export interface Waiting {
  readonly level: Level
  /** Since when it lies open. */
  readonly runsFrom: Date
  /** Milliseconds that it lay open before, in the same round, while the house was open. */
  readonly spentMs: number
  /** How many of {@link STEPS} were told, or left out. */
  readonly told: number
}

export interface DueStep {
  readonly step: Step
  /** Its place in {@link STEPS}, from 1: what `told` becomes. */
  readonly number: number
  readonly at: Date
}

const timesOf = (step: Step, { after, named }: LadderAgreements): number | undefined => {
  switch (step) {
    case 'duty':
      return 1
    case 'back-up':
      return named.backUp ? after.backUp : undefined
    case 'responsible':
      return named.responsible ? after.responsible : undefined
  }
}

/**
 * The next step of the ladder and when it is due (design decision 9): after its share of open time, at a moment when
 * the house is open, and never for green, which waits for whoever looks.
 *
 * @param stretches - when the house is open, as far as is known now; what somebody on duty does not know is not counted on
 */
export const nextStep = (
  waiting: Waiting,
  stretches: readonly Stretch[],
  agreed: LadderAgreements,
): DueStep | undefined => {
  if (waiting.level === 'groen') return undefined
  for (const [index, step] of STEPS.entries()) {
    const times = index < waiting.told ? undefined : timesOf(step, agreed)
    if (times === undefined) continue
    const target = agreed.targetMinutes[waiting.level] * 60_000 * times
    const at = openAfter(stretches, waiting.runsFrom, target - waiting.spentMs)
    return at && { step, number: index + 1, at }
  }
  return undefined
}
