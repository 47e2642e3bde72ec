/**
 * The time of the local Discord. It is handed in, so that a test can let three seconds, or an evening, go by
 * without waiting for them.
 */
export interface Clock {
  now(): Date
  /** Calls `run` once `ms` of this clock's time have gone by; the answer takes the appointment back. */
  after(ms: number, run: () => void): () => void
}

/** What may be handed to `startLocalDiscord`: appointments fall back to the machine's own time. */
export type ClockLike = { now(): Date; after?(ms: number, run: () => void): () => void }

const realAfter = (ms: number, run: () => void): (() => void) => {
  const timer = setTimeout(run, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/** The machine's own time, or the given clock made whole. */
export function clockFrom(given?: ClockLike): Clock {
  if (given === undefined) return { now: () => new Date(), after: realAfter }
  const after = given.after?.bind(given) ?? realAfter
  return { now: () => given.now(), after }
}

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, keeping every appointment on the way, in order. */
  advance(ms: number): void
}

/** Makes a clock that stands at `start` until it is moved. */
export function manualClock(start: Date): ManualClock {
  let at = start.getTime()
  let appointments: { due: number; run: () => void }[] = []
  const nextDue = (until: number) =>
    appointments.filter((one) => one.due <= until).sort((a, b) => a.due - b.due)[0]
  return {
    now: () => new Date(at),
    after(ms, run) {
      const appointment = { due: at + ms, run }
      appointments.push(appointment)
      return () => {
        appointments = appointments.filter((one) => one !== appointment)
      }
    },
    advance(ms) {
      const until = at + ms
      for (let next = nextDue(until); next !== undefined; next = nextDue(until)) {
        const due = next
        appointments = appointments.filter((one) => one !== due)
        at = Math.max(at, due.due)
        due.run()
      }
      at = until
    },
  }
}
