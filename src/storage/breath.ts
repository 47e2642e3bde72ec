/** How long work that never waits may go on before the event loop has its turn, in milliseconds. */
const LONGEST_MS = 10

/**
 * SQLite answers at once, without the event loop: what is only statements goes on from one to the next, and nothing
 * else is done meanwhile. A raid of five hundred equal messages kept everybody who typed a command waiting for four
 * seconds that way, which is longer than Discord waits.
 *
 * @returns the next turn of the event loop to wait for, when its last was more than ten milliseconds ago; else nothing,
 *   and who asked begins at once. Ask again after waiting: others waited for the same turn, and may have used it up
 */
export function createBreath(longestMs = LONGEST_MS): () => Promise<void> | undefined {
  let begun: number | undefined
  let turn = Promise.resolve()
  const nextTurn = (): Promise<void> =>
    new Promise((resolve) =>
      setImmediate(() => {
        begun = undefined
        resolve()
      }),
    )
  return () => {
    if (begun === undefined) {
      begun = performance.now()
      turn = nextTurn()
    }
    return performance.now() - begun < longestMs ? undefined : turn
  }
}
