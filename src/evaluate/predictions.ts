import type { Finding } from '../screening/finding.ts'
import type { Row } from './read-rows.ts'

/** What a prediction says about one place in the text; positions in UTF-16 units of `text`. */
interface Predicted {
  readonly category: string
  readonly level: string
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly reason: string
}

/**
 * One line of JSON: the fields of the row as they were written, then `flag` and `findings`. Where a row has fields of
 * those names itself, these stand in their place.
 *
 * @param reasonFor - the sentence of a rule, in the language of the house
 */
export function predictionOf(
  { fields, written }: Row,
  findings: readonly Finding[],
  reasonFor: (ruleId: string) => string,
): string {
  const ours = {
    flag: findings.length > 0,
    findings: findings.map(
      ({ category, level, ruleId, start, end }): Predicted => ({
        category,
        level,
        rule: ruleId,
        start,
        end,
        reason: reasonFor(ruleId),
      }),
    ),
  }
  // Reading and writing JSON changes numbers that are too long for it, such as the ids of Discord.
  const untouched = written !== undefined && !Object.keys(ours).some((key) => Object.hasOwn(fields, key))
  return untouched
    ? `${written.slice(0, -1).trimEnd()},${JSON.stringify(ours).slice(1)}`
    : JSON.stringify({ ...fields, ...ours })
}
