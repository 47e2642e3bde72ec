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

/**
 * Keeps the chores going. A chore that fails is logged and comes round again: the rows that it works on are still there.
 *
 * @param every - how time passes; real time when absent
 */
export function createPulse(
  chores: readonly Chore[],
  log: Log,
  every: Every = realTime,
): { now(): Promise<void>; stop(): Promise<void> } {
  const running = new Map<string, Promise<void>>()
  const run = (chore: Chore): Promise<void> => {
    const busy = running.get(chore.name)
    if (busy !== undefined) return busy
    const job = chore
      .run()
      .catch((error: unknown) => log.error({ err: error, chore: chore.name }, 'a chore failed'))
      .finally(() => running.delete(chore.name))
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
  }
}
