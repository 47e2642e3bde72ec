import type { LocalDiscord } from '../../src/practice/local-discord.ts'
import type { Random } from './random.ts'

/** What goes wrong with Discord while the bot is killed: a fifth of all answers, and the gateway now and then. */
export interface Trouble {
  /** Once for each life of the bot: whether its heartbeats are swallowed in it. */
  nextLife(): void
  /** From now on all is well. */
  end(): void
  counts(): Readonly<Record<string, number>>
}

/** Discord's usual heartbeat is longer than a life in this run. */
export const HEARTBEAT_MS = 1_000

/** Begins the trouble. */
export function makeTrouble(discord: LocalDiscord, seed: number, random: Random): Trouble {
  discord.faults.rest({
    seed,
    status429: 0.05,
    status5xx: 0.05,
    doneAnd5xx: 0.05,
    lostAnswers: 0.05,
    waitMs: 200,
  })
  const gateway = discord.gatewayFaults.plan({
    seed,
    drop: { chance: 0.01 },
    invalidate: { chance: 0.005 },
    reconnect: { chance: 0.005 },
  })
  let swallowed = 0
  return {
    nextLife() {
      const swallow = random.next() < 0.15
      if (swallow) swallowed += 1
      discord.gatewayFaults.swallowHeartbeats(swallow)
    },
    end() {
      gateway.stop()
      discord.gatewayFaults.swallowHeartbeats(false)
      discord.faults.rest()
    },
    counts() {
      return {
        ...discord.faults.counted(),
        dropped: beginningWith(gateway.happened, 'dropped'),
        invalidated: beginningWith(gateway.happened, 'invalidated'),
        reconnects: beginningWith(gateway.happened, 'told'),
        'lives without heartbeats': swallowed,
      }
    },
  }
}

const beginningWith = (all: readonly string[], what: string): number =>
  all.filter((one) => one.startsWith(what)).length
