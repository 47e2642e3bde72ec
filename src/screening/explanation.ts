import type { Rule, Strictness } from '../policy/schema.ts'
import type { Decision } from './finding.ts'
import type { Cancel, Judged } from './judge.ts'
import type { Category, Kind, Level } from './kinds.ts'
import type { Reading } from './reading/reading.ts'

/** One term that was found while explaining. Positions are in the original text (UTF-16 units). */
export interface ExplainedHit {
  readonly start: number
  readonly end: number
  /** The words of the message as they were read. */
  readonly read: string
  /** The term of the policy. */
  readonly term: string
  /** The saying of the policy that makes it not count. */
  readonly cancelledBy?: { readonly saying: string; readonly because: Cancel['because'] }
}

export interface ExplainedRule {
  readonly ruleId: string
  readonly category: Category
  readonly kind: Kind
  readonly level: Level
  /** How strictly the channel takes this rule, and from where the rule applies. */
  readonly strictness: Strictness
  readonly from: Strictness
  readonly looked: boolean
  /** On trial: counted, and nothing follows. */
  readonly trial: boolean
  /** What its terms found, also when the rule did not look in this channel. */
  readonly hits: readonly ExplainedHit[]
}

/** Why a message was decided about as it was. Holds words of the message: for the screen of staff, never for a log. */
export interface Explanation {
  readonly version: string
  readonly channel: { readonly name: string; readonly known: boolean; readonly staff: boolean }
  /** The message as it was read: small letters, no accents, no invisible characters, no disguise. */
  readonly read: string
  readonly rules: readonly ExplainedRule[]
  readonly decision: Decision
}

function explainHit(reading: Reading, { first, last, said, cancelledBy }: Judged): ExplainedHit {
  const read = Array.from({ length: last - first + 1 }, (_, at) => reading.wordAt(first + at))
  return {
    start: reading.start[first] ?? 0,
    end: reading.end[last] ?? 0,
    read: read.join(' '),
    term: said,
    ...(cancelledBy === undefined
      ? {}
      : { cancelledBy: { saying: cancelledBy.said, because: cancelledBy.because } }),
  }
}

/** What one rule made of a message. The hits are those of the reading at hand. */
export function explainRule(
  { id: ruleId, category, kind, level, from, proef }: Rule,
  reading: Reading,
  judged: readonly Judged[],
  here: Pick<ExplainedRule, 'strictness' | 'looked'>,
): ExplainedRule {
  // Terms are tried in no order that a person would expect: told in the order of the text, the longest first.
  const hits = judged
    .map((hit) => explainHit(reading, hit))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.term < b.term ? -1 : Number(a.term > b.term)))
  return { ruleId, category, kind, level, from, trial: proef === true, hits, ...here }
}
