/** One at a time, first come first served. */
export interface Line {
  /** Waits for its turn; the answer ends the turn and must be called once. */
  take(): Promise<() => void>
  /** Runs at once when nobody has a turn, else waits for one. */
  pass<T>(work: () => Promise<T>): Promise<T>
}

/** A line without clock or fairness tricks: a burst of a thousand stands in the order in which it came. */
export const createLine = (): Line => {
  let taken = false
  const waiting: (() => void)[] = []
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) taken = false
    else next() // the turn is handed on, so nobody can slip in between
  }
  const take = async (): Promise<() => void> => {
    if (taken) await new Promise<void>((resolve) => waiting.push(resolve))
    taken = true
    return leave
  }
  return {
    take,
    pass: async (work) => {
      if (!taken) return await work()
      const done = await take()
      try {
        return await work()
      } finally {
        done()
      }
    },
  }
}
