/** So many at a time, first come first served. */
export interface Line {
  /** Waits for its turn; the answer ends the turn and must be called once. */
  take(): Promise<() => void>
  /**
   * Runs at once when a turn is free, else waits for one. Who finds one free takes none: single statements of a database
   * need not wait for each other, only for whoever took the turn. With several lanes use `take`.
   */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/**
 * A line without clock or fairness tricks: a burst of a thousand stands in the order in which it came.
 *
 * @param lanes - how many have a turn at the same time; one when left out
 */
export const createLine = (lanes = 1): Line => {
  let taken = 0
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) taken -= 1
    else next() // the turn is handed on, so nobody can slip in between
  }
  const take = async (): Promise<() => void> => {
    if (taken < lanes) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    return leave
  }
  return {
    take,
    pass: async (work) => {
      if (taken < lanes) return await work()
      const done = await take()
      try {
        return await work()
      } finally {
        done()
      }
    },
  }
}
