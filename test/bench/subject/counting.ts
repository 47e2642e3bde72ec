import { must } from '../measure-errors.ts'
import type { Heard } from './api.ts'

/** How long messages may stay out before a measure says that something is wrong. */
const PATIENCE_MS = 120_000
const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
export const collect = (): void => {
  const { gc } = globalThis as { gc?: () => void }
  must(gc !== undefined, 'garbage cannot be collected: --expose-gc is missing')
  gc()
  gc()
}

const look = () => ({ at: performance.now(), processor: processorMs() })

/** Counts what is handled, from the first to the last that is expected. */
export interface Counting {
  expect(messages: number): void
  /** One more is handled. */
  count(): void
  heard(): Promise<Heard>
}

export function createCounting(): Counting {
  let expected = 0
  let counted = 0
  let first = { at: 0, processor: 0 }
  let last = { at: 0, processor: 0 }
  let done: (() => void) | undefined
  return {
    expect(messages) {
      collect()
      expected = messages
      counted = 0
    },
    count() {
      counted += 1
      if (counted === 1) first = look()
      if (counted !== expected) return
      last = look()
      done?.()
    },
    async heard() {
      if (counted < expected) {
        await new Promise<void>((resolve, reject) => {
          const late = setTimeout(
            () => reject(new Error(`only ${counted} of ${expected} messages were handled`)),
            PATIENCE_MS,
          )
          done = () => {
            clearTimeout(late)
            resolve()
          }
        })
      }
      done = undefined
      must(counted === expected, `${counted} messages were handled, and ${expected} were said`)
      const messages = expected - 1
      return {
        rate: messages / ((last.at - first.at) / 1_000),
        processor: ((last.processor - first.processor) * 1_000) / messages,
        messages: counted,
      }
    },
  }
}
