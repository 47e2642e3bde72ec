import type { Engine, EngineName } from './engines.ts'
import { stopwatch } from './stopwatch.ts'

/** An engine that looks for so many terms. */
export interface Contender {
  readonly engine: EngineName
  readonly terms: number
  readonly read: Engine
}

export interface Measured {
  readonly engine: EngineName
  readonly terms: number
  /** Messages a second in each round. */
  readonly rates: readonly number[]
  /** Messages in each round. */
  readonly messages: number
  /** Messages in which it found something, of those that it read. */
  readonly hitShare: number
}

export interface Rounds {
  readonly rounds: number
  /** How long one engine may take in one round, in milliseconds; it reads at least a few messages whatever they take. */
  readonly budget: number
}

const LEAST = 4

export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** The value under which a share of the numbers lies. */
export const at = (numbers: readonly number[], share: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ??
  Number.NaN

/** Reads until the time is up, at least a few messages; tells how many fit in a millisecond. */
function readFor(engine: Engine, sentences: readonly string[], milliseconds: number): number {
  const elapsed = stopwatch()
  const begun = performance.now()
  let read = 0
  while (read < LEAST || performance.now() - begun < milliseconds) {
    engine(sentences[read % sentences.length] ?? '')
    read += 1
  }
  return read / elapsed()
}

/**
 * Lets the compiler do its work first, then finds out how many messages fit in the time of a round: by the best of a few
 * tries, so that all engines get stretches of one length and are interrupted alike on a busy machine.
 */
function messagesIn(budget: number, engine: Engine, sentences: readonly string[]): number {
  readFor(engine, sentences, budget)
  const tries = Array.from({ length: 5 }, () => readFor(engine, sentences, budget / 8))
  return Math.max(LEAST, Math.floor(Math.max(...tries) * budget))
}

/**
 * Measures engines side by side: every round each reads the same stretch of sentences, a slow engine the first part of
 * it, and the order turns, so that what else the machine does falls on all of them.
 */
export function measureRounds(
  contenders: readonly Contender[],
  sentences: readonly string[],
  { rounds, budget }: Rounds,
): readonly Measured[] {
  const all = contenders.map(({ engine, terms, read }) => {
    const messages = messagesIn(budget, read, sentences)
    return { engine, terms, read, messages, rates: [] as number[], hits: 0 }
  })
  const stretch = Math.floor(sentences.length / rounds)
  for (let round = 0; round < rounds; round++) {
    const first = round % all.length
    for (const one of [...all.slice(first), ...all.slice(0, first)]) {
      // What was compiled for an engine that had to wait is thrown away by then; that is not the engine's fault.
      readFor(one.read, sentences, budget / 10)
      const elapsed = stopwatch()
      for (let n = 0; n < one.messages; n++) {
        if (one.read(sentences[(round * stretch + n) % sentences.length] ?? '') > 0) one.hits += 1
      }
      one.rates.push(one.messages / (elapsed() / 1_000))
    }
  }
  return all.map(({ engine, terms, messages, rates, hits }) => ({
    engine,
    terms,
    rates,
    messages,
    hitShare: hits / (messages * rounds),
  }))
}

/** How many times faster the first rates are than the others, round by round. */
export const timesFaster = (rates: readonly number[], others: readonly number[]): number =>
  median(rates.map((rate, round) => rate / (others[round] ?? Number.NaN)))
