import type { Category, Kind, Level } from '../screening/kinds.ts'

/** Why somebody reports a message, in the order of the form: worry comes first, nobody needs to accuse. */
export const REPORT_REASONS = [
  'worried',
  'threat',
  'hate',
  'bullying',
  'sexual',
  'grooming',
  'personal-data',
  'drugs',
  'spam',
  'other',
] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

export interface Proposal {
  readonly kind: Kind
  readonly category: Category
  readonly level: Level
}

/**
 * What a report proposes (domain §4.1); a person sets the level. "Something else" counts as harm to somebody, since
 * somebody was troubled enough to report it and the writer must not simply be reminded.
 */
export const PROPOSAL_OF = {
  worried: { kind: 'worry', category: 'distress', level: 'geel' },
  threat: { kind: 'harm', category: 'threat', level: 'rood' },
  hate: { kind: 'harm', category: 'hate', level: 'geel' },
  bullying: { kind: 'harm', category: 'harassment', level: 'geel' },
  sexual: { kind: 'harm', category: 'sexual', level: 'rood' },
  grooming: { kind: 'harm', category: 'grooming', level: 'rood' },
  'personal-data': { kind: 'harm', category: 'personal-data', level: 'geel' },
  drugs: { kind: 'conduct', category: 'drugs', level: 'geel' },
  spam: { kind: 'conduct', category: 'spam', level: 'groen' },
  other: { kind: 'harm', category: 'harassment', level: 'geel' },
} as const satisfies Record<ReportReason, Proposal>
