import type { Log } from './log.ts'

/** The time as the bot works with it, whatever becomes of the clock of the machine. */
export interface Clock {
  now(): Date
  /** A moment at which Discord said what time it is. */
  heard(discord: Date): void
  /** By how many milliseconds the clock of the machine is ahead of the time that is worked with; 0 when it is believed. */
  wrongBy(): number
  /** Milliseconds since Discord last said what time it is; undefined when it never did. */
  sinceHeard(): number | undefined
}

export interface ClockSources {
  /** The clock of the machine: somebody can set it, and a machine that slept or lost its battery has it wrong. */
  readonly wall: () => Date
  /** Milliseconds that only count up, from any beginning: nobody can set them, and they know no hour. */
  readonly monotonic: () => number
  /** Hears when the clock of the machine is no longer believed, or is again (0). */
  readonly onWrong?: (byMs: number) => void
}

/** Clocks that differ less are the same clock: Discord tells whole seconds, and an answer takes time. */
const SLACK_MS = 2 * 60_000

/**
 * A clock that does not jump. What the machine says is believed as long as it goes on as time does. When it leaps (a
 * year ahead would destroy every key and every word at once; an hour back would hold up what somebody waits for), the
 * time goes on from where it was until Discord, whose clock stamps every message, says which of both is right.
 */
export function createClock({ wall, monotonic, onWrong = () => undefined }: ClockSources): Clock {
  let anchor = { at: wall().getTime(), tick: monotonic() }
  let lastHeard: number | undefined
  let wrong = 0

  const expected = (tick: number): number => anchor.at + (tick - anchor.tick)
  const believe = (at: number, tick: number): void => {
    anchor = { at, tick }
  }
  const judge = (by: number): void => {
    const now = Math.abs(by) > SLACK_MS ? by : 0
    const told = (now === 0) !== (wrong === 0)
    wrong = now
    if (told) onWrong(now)
  }

  return {
    now() {
      const tick = monotonic()
      const at = wall().getTime()
      const by = at - expected(tick)
      judge(by)
      if (wrong !== 0) return new Date(expected(tick))
      believe(at, tick)
      return new Date(at)
    },
    heard(discord) {
      const tick = monotonic()
      const at = wall().getTime()
      lastHeard = tick
      believe(Math.abs(at - discord.getTime()) <= SLACK_MS ? at : discord.getTime(), tick)
      judge(at - anchor.at)
    },
    wrongBy: () => wrong,
    sinceHeard: () => (lastHeard === undefined ? undefined : monotonic() - lastHeard),
  }
}

/** The clock of a test, which is believed whatever it does. */
export const believed = (now: () => Date): Clock => ({
  now,
  heard: () => undefined,
  wrongBy: () => 0,
  sinceHeard: () => 0,
})

/**
 * The clock of this machine, held against what Discord says; or one that a test hands in.
 *
 * @param given - `now` alone is believed; with `monotonic` beside it, it is held against that as in life
 */
export function clockOf(given: {
  readonly now?: () => Date
  readonly monotonic?: () => number
  readonly log: Pick<Log, 'info' | 'error'>
}): Clock {
  const { now, monotonic, log } = given
  if (now !== undefined && monotonic === undefined) return believed(now)
  return createClock({
    wall: now ?? (() => new Date()),
    monotonic: monotonic ?? (() => performance.now()),
    onWrong(byMs) {
      const minutes = Math.round(byMs / 60_000)
      if (byMs === 0) log.info('the clock of this machine is right again')
      else
        log.error(
          { minutes },
          'the clock of this machine leapt or is wrong; the bot goes on with the time that Discord tells',
        )
    },
  })
}
