import type { Log } from '../log.ts'

/** Work that is done again and again, each time finished before the next begins. */
export interface Chore {
  readonly name: string
  readonly everyMs: number
  run(): Promise<void>
}

/** What starts a wait and gives a way to end it; tests hand in one that never fires by itself. */
export type Every = (ms: number, run: () => void) => () => void

const realTime: Every = (ms, run) => {
  const timer = setInterval(run, ms)
  return () => clearInterval(timer)
}

export interface Pulse {
  now(): Promise<void>
  stop(): Promise<void>
  /** The chores that did not work the last time. */
  failing(): readonly string[]
  /** Milliseconds since a chore last came round to its end. */
  sinceBeat(): number
  /** The chores that are under way. */
  busy(): readonly string[]
}

/**
 * Keeps the chores going. A chore that fails is logged and comes round again: the rows that it works on are still there.
 * One that goes on failing is logged ever less often, so that a full disk does not fill the log as well.
 *
 * @param every - how time passes; real time when absent
 */
export function createPulse(chores: readonly Chore[], log: Log, every: Every = realTime): Pulse {
  const running = new Map<string, Promise<void>>()
  const failed = new Map<string, number>()
  let beat = performance.now()
  const failedAgain = (name: string, error: unknown): void => {
    const times = (failed.get(name) ?? 0) + 1
    failed.set(name, times)
    // The first, second, fourth, eighth … time.
    if ((times & (times - 1)) === 0) log.error({ err: error, chore: name, times }, 'a chore failed')
  }
  const worked = (name: string): void => {
    const times = failed.get(name)
    if (times === undefined) return
    failed.delete(name)
    log.info({ chore: name, times }, 'a chore works again')
  }
  const run = (chore: Chore): Promise<void> => {
    const busy = running.get(chore.name)
    if (busy !== undefined) return busy
    const job = chore
      .run()
      .then(
        () => worked(chore.name),
        (error: unknown) => failedAgain(chore.name, error),
      )
      .finally(() => {
        beat = performance.now()
        running.delete(chore.name)
      })
    running.set(chore.name, job)
    return job
  }
  const ends = chores.map((chore) => every(chore.everyMs, () => void run(chore)))
  return {
    async now() {
      for (const chore of chores) await run(chore)
    },
    async stop() {
      for (const end of ends) end()
      await Promise.all(running.values())
    },
    sinceBeat: () => performance.now() - beat,
    failing: () => [...failed.keys()],
    busy: () => [...running.keys()],
  }
}
