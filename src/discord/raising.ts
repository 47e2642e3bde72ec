import { createLine } from '../storage/line.ts'

/** So many flags are being stored at a time. More gains nothing: a database writes one after another. */
const AT_ONCE = 4
/** So many messages may wait for it, in memory and with their words; what comes on top is read again later. */
const MOST_WAITING = 2_000

/** More messages than can wait are to be stored: this one is not, and must be read again. */
export class TooManyAtOnce extends Error {
  override readonly name = 'TooManyAtOnce'
  constructor() {
    super('more messages are to be flagged than can wait for it; the rest is read again later')
  }
}

/** Storing what was heard, a few at a time. */
export interface Raising {
  /**
   * Runs `store` once it is its turn.
   *
   * @throws TooManyAtOnce at once, and runs nothing, when too many wait
   */
  pass(store: () => Promise<void>): Promise<void>
  readonly waiting: number
}

/**
 * In a flood a thousand flags would stand in one line for the database, and whoever presses a button would stand behind
 * them: a young person who asks for a talk waits for no flood. So they wait here, and the line stays short.
 */
export function createRaising(most: number = MOST_WAITING): Raising {
  const line = createLine(AT_ONCE)
  let waiting = 0
  return {
    async pass(store) {
      if (waiting >= most + AT_ONCE) throw new TooManyAtOnce()
      waiting += 1
      const leave = await line.take()
      try {
        await store()
      } finally {
        waiting -= 1
        leave()
      }
    },
    get waiting() {
      return waiting
    },
  }
}
