import type { Policy } from '../../../src/policy/schema.ts'
import { build, ENGINES, type EngineName } from './engines.ts'
import { type Measured, measureRounds, median, type Rounds, timesFaster } from './rounds.ts'
import type { TermSet } from './terms.ts'

export interface Row {
  readonly engine: EngineName
  readonly terms: number
  readonly messagesPerSecond: number
  readonly messages: number
  readonly hitShare: number
  /** How many times faster huisbot was, round by round. */
  readonly behind: number
}

export interface Comparison {
  readonly rows: readonly Row[]
  /** How many times more a message costs with the biggest set of terms than with the smallest. */
  readonly growth: (engine: EngineName) => number
}

/**
 * Measures all engines with each set of terms. One set after the other: Node stops optimising regular expressions once
 * there are thousands, and the engines that use few would pay for the others. Huisbot takes part in each turn with every
 * set, so that how its cost grows is measured within the same rounds.
 */
export function compare(
  policy: Policy,
  sets: ReadonlyMap<number, TermSet>,
  sentences: readonly string[],
  rounds: Rounds,
): Comparison {
  const sizes = [...sets.keys()]
  const ours = [...sets].map(([terms, set]) => ({
    engine: 'huisbot' as const,
    terms,
    read: build('huisbot', set, policy),
  }))
  const turns = [...sets].map(([terms, set]) => {
    const others = ENGINES.filter((engine) => engine !== 'huisbot')
    const theirs = others.map((engine) => ({ engine, terms, read: build(engine, set, policy) }))
    return { terms, measured: measureRounds([...ours, ...theirs], sentences, rounds) }
  })
  const all = turns.flatMap(({ measured }) => measured)
  const ratesOf = (engine: EngineName, terms: number): readonly number[] =>
    all.filter((one) => one.engine === engine && one.terms === terms).flatMap(({ rates }) => rates)
  const rowOf = (one: Measured, beside: readonly Measured[]): Row => ({
    engine: one.engine,
    terms: one.terms,
    messagesPerSecond: median(ratesOf(one.engine, one.terms)),
    messages: one.messages,
    hitShare: one.hitShare,
    behind: timesFaster(
      beside.find(({ engine, terms }) => engine === 'huisbot' && terms === one.terms)?.rates ?? [],
      one.rates,
    ),
  })
  return {
    rows: turns.flatMap(({ terms, measured }) =>
      measured.filter((one) => one.terms === terms).map((one) => rowOf(one, measured)),
    ),
    growth: (engine) => timesFaster(ratesOf(engine, sizes.at(0) ?? 0), ratesOf(engine, sizes.at(-1) ?? 0)),
  }
}
