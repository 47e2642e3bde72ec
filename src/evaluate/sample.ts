import type { Finding } from '../screening/finding.ts'
import type { Category } from '../screening/kinds.ts'
import { type Drawing, type Estimate, estimate, type Measure } from './bootstrap.ts'
import type { Gold } from './gold.ts'
import type { Judged } from './judged.ts'
import { type Kinds, share, sum } from './measures.ts'
import type { Figure, ShareFigure } from './report.ts'

/** A sentence with what is known about it and what the bot said. */
export interface Scored extends Judged {
  readonly findings: readonly Finding[]
}

/** All that counts of a sentence; sentences with the same outcome are of one kind. */
export interface Outcome {
  readonly gold?: Gold
  readonly benign: boolean
  readonly group?: string
  readonly found: ReadonlySet<Category>
}

/** Asks for figures about a set; they are worked out together, from the same draws. */
export interface Sample {
  readonly kinds: (is: (outcome: Outcome) => boolean) => Kinds
  readonly count: (kinds: Kinds) => number
  readonly figure: (measure: Measure) => () => Figure
  readonly share: (part: Kinds, whole: Kinds) => () => ShareFigure
}

const NO_FIGURE: Figure = { value: null, low: null, high: null }

const asFigure = (estimated: Estimate | undefined): Figure =>
  estimated === undefined
    ? NO_FIGURE
    : {
        value: estimated.value,
        low: estimated.interval?.low ?? null,
        high: estimated.interval?.high ?? null,
      }

/**
 * Makes a set ready to be measured: ask for its figures first, then read them.
 *
 * @param scored - the sentences
 */
export function createSample(scored: readonly Scored[], drawing: Drawing): Sample {
  const outcomes: Outcome[] = []
  const known = new Map<string, number>()
  const kindOf = Uint32Array.from(scored, ({ gold, benign, group, findings }) => {
    const found = [...new Set(findings.map(({ category }) => category))].sort()
    const key = JSON.stringify([gold, benign, group, found])
    const kind = known.get(key) ?? outcomes.length
    if (kind === outcomes.length) {
      known.set(key, kind)
      outcomes.push({
        ...(gold === undefined ? {} : { gold }),
        benign,
        ...(group === undefined ? {} : { group }),
        found: new Set(found),
      })
    }
    return kind
  })
  const counts = new Uint32Array(outcomes.length)
  for (const kind of kindOf) counts[kind] = (counts[kind] ?? 0) + 1

  const asked = new Map<string, Measure>()
  let estimated: ReadonlyMap<string, Estimate> | undefined
  const read = (name: string): Figure => {
    estimated ??= estimate(kindOf, outcomes.length, asked, drawing)
    return asFigure(estimated.get(name))
  }
  const figure = (measure: Measure): (() => Figure) => {
    if (estimated !== undefined) throw new Error('asked for a figure after the first was read')
    const name = String(asked.size)
    asked.set(name, measure)
    return () => read(name)
  }
  const count = (kinds: Kinds): number => sum(counts, kinds)
  return {
    kinds: (is) => outcomes.flatMap((outcome, kind) => (is(outcome) ? [kind] : [])),
    count,
    figure,
    share(part, whole) {
      const asShare = figure(share(part, whole))
      return () => ({ count: count(part), of: count(whole), ...asShare() })
    },
  }
}
