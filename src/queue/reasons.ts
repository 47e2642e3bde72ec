import type { Outcome } from './outcomes.ts'

/**
 * Why somebody decided so, from a short list: what the message did, never what a person is (domain §4.4: guiding
 * questions, no score, no labels).
 */
export const REASONS = [
  'mistake',
  'joke',
  'fits',
  'rule',
  'hurts',
  'danger',
  'unlawful',
  'help',
  'other',
] as const
export type Reason = (typeof REASONS)[number]

const HARMLESS = ['mistake', 'joke', 'fits', 'other'] as const
const CROSSED = ['rule', 'hurts', 'danger', 'unlawful', 'help', 'other'] as const

/** The reasons that fit an outcome, the likeliest first. */
export const REASONS_FOR = {
  'no-problem': HARMLESS,
  talked: [...CROSSED, 'mistake', 'joke'],
  reminded: ['rule', 'hurts', 'other'],
  removed: CROSSED,
  'put-back': HARMLESS,
  referred: ['help', 'danger', 'hurts', 'other'],
  'made-safe': ['danger', 'hurts', 'unlawful', 'rule', 'other'],
  'passed-on': ['danger', 'unlawful', 'help', 'other'],
} as const satisfies Record<Outcome, readonly Reason[]>
