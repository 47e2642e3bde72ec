import type { Parts } from './parts.ts'

/**
 * The clock, moved by one window after the other: two people who each press "an hour on" at the same moment move it two
 * hours, and no move begins halfway another.
 */
export function clockInTurn(parts: Parts): Parts {
  const { clock } = parts
  if (clock === undefined) return parts
  let last: Promise<void> = Promise.resolve()
  return {
    ...parts,
    clock: {
      view: () => clock.view(),
      move(to) {
        const moved = last.then(() => clock.move(to))
        last = moved.catch(() => undefined)
        return moved
      },
    },
  }
}
