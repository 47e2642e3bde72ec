import type { Clock } from '../clock.ts'

/** Milliseconds between heartbeats that Discord asks for. */
export const usualHeartbeat = 41_250
/** How much later than asked a heartbeat may come; Discord says that there is tolerance, and not how much. */
const tolerance = 1.5

/** Watches whether a bot still sends its heartbeats. */
export interface Heart {
  beat(): void
  stop(): void
}

/**
 * Calls `lost` when no heartbeat came for one and a half interval. Source: Discord, Gateway, Heartbeat Interval.
 *
 * @param clock - the clock of the connection: a bot beats in its own, real time, whatever day it is in the house
 */
export function watchHeart(clock: Clock, every: number, lost: () => void): Heart {
  const wait = every * tolerance
  let takeBack = clock.after(wait, lost)
  return {
    beat() {
      takeBack()
      takeBack = clock.after(wait, lost)
    },
    stop: () => takeBack(),
  }
}
