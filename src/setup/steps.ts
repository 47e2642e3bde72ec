/** The steps of the set-up, in the order in which they are asked: who the team is before the channels made for it. */
export const STEPS = [
  'language',
  'organisation',
  'roles',
  'channels',
  'alarm',
  'contact',
  'reading',
  'hours',
  'retention',
  'region',
  'summary',
] as const
export type Step = (typeof STEPS)[number]

const at = (index: number): Step => STEPS[Math.min(Math.max(index, 0), STEPS.length - 1)] ?? 'summary'

/** The one after it; the last one stays. */
export const nextOf = (step: Step): Step => at(STEPS.indexOf(step) + 1)
/** The one before it; the first one stays. */
export const backOf = (step: Step): Step => at(STEPS.indexOf(step) - 1)
/** "Stap 3 van 11". */
export const placeOf = (step: Step): { readonly number: number; readonly of: number } => ({
  number: STEPS.indexOf(step) + 1,
  of: STEPS.length,
})
