import { createHash } from 'node:crypto'

/** What may go wrong with requests, as shares between 0 and 1 of those that `routes` takes. */
export interface RestFaults {
  /** The same seed gives the same faults: the n-th request to a route always fares the same. */
  readonly seed: number
  /** How long a request waits before it is looked at, from and to, in milliseconds of the local Discord's clock. */
  readonly latencyMs?: readonly [number, number]
  /** Refused with 429 although no limit was reached; nothing is done. */
  readonly status429?: number
  /** How long such a refusal says to wait, in milliseconds; 50 when absent. */
  readonly waitMs?: number
  /** Answered with 500, 502 or 503; nothing is done. */
  readonly status5xx?: number
  /** Done, and answered with 502 all the same. */
  readonly doneAnd5xx?: number
  /** Done, and the connection is cut before the answer. */
  readonly lostAnswers?: number
  /** Which requests may be hit; all when absent. `path` as in the table of routes. */
  readonly routes?: (method: string, path: string) => boolean
  /** After so many faults (waiting aside) all is well. */
  readonly until?: number
}

/** What befalls one request. */
export interface Fate {
  readonly waitMs: number
  readonly fault: 'none' | 'status429' | 'status5xx' | 'done-and-5xx' | 'lost-answer'
  /** For a 429: how long it says to wait. For a 5xx: which. */
  readonly retryMs: number
  readonly status: 500 | 502 | 503
}

export interface FaultControl {
  /** From now on requests fare like this; without an argument all is well again. */
  rest(faults?: RestFaults): void
  /** True cuts every connection, REST's and the gateway's, and takes no new one; false lets them in again. */
  outage(on: boolean): void
  /** How many requests were hit since the start, by kind. */
  counted(): Readonly<Record<Exclude<Fate['fault'], 'none'>, number>>
}

export interface Faults extends FaultControl {
  /** Decides about a request. */
  fateOf(method: string, path: string): Fate
  /** True while nothing gets in. */
  isOut(): boolean
}

const fine: Fate = { waitMs: 0, fault: 'none', retryMs: 0, status: 500 }

/** Makes faults on request; none until it is asked. `cut` cuts every connection there is. */
export function createFaults(cut: () => void): Faults {
  let faults: RestFaults | undefined
  let out = false
  let hit = 0
  let seen = new Map<string, number>()
  const counted = { status429: 0, status5xx: 0, 'done-and-5xx': 0, 'lost-answer': 0 }

  return {
    rest(next) {
      faults = next
      hit = 0
      seen = new Map()
    },
    outage(on) {
      out = on
      if (on) cut()
    },
    counted: () => ({ ...counted }),
    isOut: () => out,
    fateOf(method, path) {
      if (faults === undefined || faults.routes?.(method, path) === false) return fine
      const name = `${method} ${path}`
      const nth = (seen.get(name) ?? 0) + 1
      seen.set(name, nth)
      const chance = chances(`${faults.seed} ${name} ${nth}`)
      const [least, most] = faults.latencyMs ?? [0, 0]
      const waitMs = least + (most - least) * chance(0)
      const mayHit = faults.until === undefined || hit < faults.until
      const fault = mayHit ? drawn(faults, chance(1)) : 'none'
      if (fault !== 'none') {
        hit += 1
        counted[fault] += 1
      }
      const status = ([500, 502, 503] as const)[Math.floor(chance(2) * 3)] ?? 500
      return { waitMs, fault, retryMs: faults.waitMs ?? 50, status }
    },
  }
}

/** Which fault a number between 0 and 1 stands for: each has its share of the line. */
function drawn(faults: RestFaults, chance: number): Fate['fault'] {
  let left = chance
  for (const [fault, share] of [
    ['status429', faults.status429],
    ['status5xx', faults.status5xx],
    ['done-and-5xx', faults.doneAnd5xx],
    ['lost-answer', faults.lostAnswers],
  ] as const) {
    left -= share ?? 0
    if (left < 0) return fault
  }
  return 'none'
}

/** Numbers between 0 and 1 that depend on nothing but the text. */
function chances(of: string): (index: number) => number {
  const digest = createHash('sha256').update(of).digest()
  return (index) => digest.readUInt32BE(index * 4) / 2 ** 32
}
