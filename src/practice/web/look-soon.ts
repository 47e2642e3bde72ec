/** Changes come in runs: the house is looked at once after each run, this many milliseconds later. */
const AFTER = 25
/** Some things change by time alone: a time-out that ends, a house that opens. */
const EVERY = 5_000
/** Looking takes at most one part in this many of the time, however many windows there are. */
const REST = 10

/** Looks at something again after it changed, and now and then. */
export interface LookSoon {
  /** It changed. */
  soon(): void
  stop(): void
}

/** @param look - takes the longer, the more windows there are */
export function createLookSoon(look: () => void): LookSoon {
  let waiting: NodeJS.Timeout | undefined
  let pause = AFTER
  const now = (): void => {
    const from = performance.now()
    look()
    pause = Math.max(AFTER, (performance.now() - from) * REST)
  }
  const ticking = setInterval(now, EVERY).unref()
  return {
    soon() {
      waiting ??= setTimeout(() => {
        waiting = undefined
        now()
      }, pause).unref()
    },
    stop() {
      clearInterval(ticking)
      clearTimeout(waiting)
    },
  }
}
