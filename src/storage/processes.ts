/**
 * What several processes of the bot on one database must know of each other. On SQLite there is only ever one: the file
 * lets in no second.
 */
export interface Processes {
  /** Whether there can be others at all. */
  readonly shared: boolean
  /** From now until this process closes or dies, the others know that this worker is there. */
  live(worker: string): Promise<void>
  /** Those of these workers that are no more: nobody finishes what they had begun. */
  gone(workers: readonly string[]): Promise<readonly string[]>
  /**
   * True for the first process that asks for this thing, for a minute at least: what Discord sends to two processes
   * while one takes over from the other is then answered by one. Where that cannot be told it is true for both.
   */
  first(thing: string): Promise<boolean>
  /**
   * Waits until nobody has the turn of that name and takes it, for so long; also a process that dies gives it back.
   *
   * @param ms - how long the turn is kept
   */
  turn(name: string, ms: number): Promise<void>
}

/** The only process: whoever came before is no more. */
export const onlyProcess = (): Processes => {
  let self: string | undefined
  return {
    shared: false,
    live: (worker) => {
      self = worker
      return Promise.resolve()
    },
    gone: (workers) => Promise.resolve(workers.filter((worker) => worker !== self)),
    first: () => Promise.resolve(true),
    turn: () => Promise.resolve(),
  }
}
