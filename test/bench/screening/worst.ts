import type { Policy } from '../../../src/policy/schema.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { createRandom } from '../../chaos/random.ts'
import { hostileMessage, traps } from './hostile.ts'
import { at } from './rounds.ts'
import { stopwatch } from './stopwatch.ts'

export interface Latency {
  readonly messages: number
  readonly p50: number
  readonly p99: number
  readonly most: number
  /** p99 of the best of three reads of each: without the pauses of a busy machine. */
  readonly quietP99: number
}

type Read = (text: string) => void

const readerOf = (policy: Policy): Read => {
  const screening = compileScreening(policy)
  return (text) => void screening.read({ text, channel: 'algemeen' })
}

function millisecondsOf(read: Read, text: string): number {
  const elapsed = stopwatch()
  read(text)
  return elapsed()
}

/** Milliseconds for a message of 2,000 characters (what Discord allows) that is hostile from end to end. */
export function hostileLatency(policy: Policy, seed: number, messages: number): Latency {
  const read = readerOf(policy)
  const random = createRandom(seed)
  for (let n = 0; n < 1_000; n++) read(hostileMessage(policy, random, 2_000))
  const times: number[] = []
  const best: number[] = []
  for (let n = 0; n < messages; n++) {
    const text = hostileMessage(policy, random, 2_000)
    const [first, ...again] = [0, 1, 2].map(() => millisecondsOf(read, text)) as [number, number, number]
    times.push(first)
    best.push(Math.min(first, ...again))
  }
  return {
    messages,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    most: Math.max(...times),
    quietP99: at(best, 0.99),
  }
}

export interface Worst {
  readonly inputs: number
  readonly milliseconds: number
  readonly name: string
}

/**
 * The slowest of many inputs of 4,000 characters that were made to be slow. What took long is read twice more and its
 * best time counts: a pause of the machine is not the fault of an input.
 */
export function worstInput(policy: Policy, seed: number, each: number): Worst {
  const read = readerOf(policy)
  const random = createRandom(seed)
  for (const { text } of traps(policy, random, 4_000, 1)) read(text)
  let worst: Worst = { inputs: 0, milliseconds: 0, name: '' }
  let inputs = 0
  for (const { name, text } of traps(policy, random, 4_000, each)) {
    inputs += 1
    let milliseconds = millisecondsOf(read, text)
    for (let n = 0; n < 2 && milliseconds > worst.milliseconds; n++) {
      milliseconds = Math.min(milliseconds, millisecondsOf(read, text))
    }
    if (milliseconds > worst.milliseconds) worst = { inputs, milliseconds, name }
  }
  return { ...worst, inputs }
}
