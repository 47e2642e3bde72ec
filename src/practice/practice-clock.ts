/** A clock that runs like the real one, and can be set ahead: an evening of target times passes in a moment. */
export interface PracticeClock {
  now(): Date
  /** Lets this much time pass at once. */
  ahead(ms: number): void
}

/** @param from - what the clock shows now; the real time when absent */
export function createPracticeClock(from?: Date): PracticeClock {
  let offset = from === undefined ? 0 : from.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + offset),
    ahead(ms) {
      offset += ms
    },
  }
}
