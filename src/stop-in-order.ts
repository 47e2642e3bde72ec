/** One thing that must end before the next may. */
export interface Step {
  /** As whoever runs the bot reads it. */
  readonly name: string
  /** Ends by itself once everything in it is done. */
  run(): Promise<unknown>
  /** What of it is still under way, in words from the code: never an id or a name of somebody. */
  readonly left?: () => readonly string[]
  /** Done even when the time is over, because what was stored depends on it. */
  readonly always?: boolean
}

/** Rings once after so many milliseconds; the answer stops it. */
export type Ring = (ms: number, ring: () => void) => () => void

const realRing: Ring = (ms, ring) => {
  const timer = setTimeout(ring, ms)
  return () => clearTimeout(timer)
}

/** What must be done all the same gets this long once the time is over. */
const LAST_MS = 2_000

/**
 * Ends everything in order, within a time. What is not done by then is left as a kill would leave it, which loses
 * nothing (design decision 10), and is said by name.
 *
 * @param deadlineMs - for all of it together
 * @param onError - hears of a step that failed; the next ones are done all the same
 * @returns what was left, by name
 */
export async function stopInOrder(
  steps: readonly Step[],
  deadlineMs: number,
  onError: (name: string, error: unknown) => void,
  ring: Ring = realRing,
): Promise<readonly string[]> {
  const left: string[] = []
  let over = false
  let alarm: (() => void) | undefined
  const time = new Promise<'over'>((resolve) => {
    alarm = ring(deadlineMs, () => {
      over = true
      resolve('over')
    })
  })
  const within = async (step: Step, until: Promise<'over'>): Promise<void> => {
    const done = step.run().then(
      () => 'done' as const,
      (error: unknown) => {
        onError(step.name, error)
        return 'done' as const
      },
    )
    if ((await Promise.race([done, until])) === 'done') return
    const under = step.left?.() ?? []
    left.push(under.length === 0 ? step.name : `${step.name} (${[...new Set(under)].sort().join(', ')})`)
  }
  try {
    for (const step of steps) {
      if (!over) await within(step, time)
      else if (step.always === true) {
        let rest: (() => void) | undefined
        const last = new Promise<'over'>((resolve) => {
          rest = ring(LAST_MS, () => resolve('over'))
        })
        await within(step, last).finally(() => rest?.())
      } else left.push(step.name)
    }
  } finally {
    alarm?.()
  }
  return left
}
