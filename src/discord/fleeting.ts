import type { Log } from '../log.ts'

/**
 * Answers that are taken away after a while, such as the words behind *Toon*. Kept in memory alone: Discord lets an
 * answer be deleted only with the token of its interaction, for a quarter of an hour, and such a token is not stored.
 * A restart therefore leaves an answer on the screen of the one person who asked for it, until that person closes it.
 */
export interface Fleeting {
  /** Remembers to take something away once it is `at`. */
  later(at: Date, takeAway: () => Promise<void>): void
  /** Takes away what is due. */
  sweep(): Promise<void>
}

interface Due {
  readonly at: Date
  takeAway(): Promise<void>
}

export function createFleeting({ now, log }: { readonly now: () => Date; readonly log: Log }): Fleeting {
  const waiting = new Set<Due>()
  return {
    later: (at, takeAway) => void waiting.add({ at, takeAway }),
    async sweep() {
      for (const due of waiting) {
        if (due.at > now()) continue
        waiting.delete(due)
        // The person closed it already, or the token ran out: nothing is left to take away.
        await due
          .takeAway()
          .catch((error: unknown) => log.debug({ err: error }, 'an answer was gone already'))
      }
    },
  }
}
