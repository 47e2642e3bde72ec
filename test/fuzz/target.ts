/** Something that people, files or Discord can hand in, and what must hold whatever they hand in. */
export interface Target {
  readonly name: string
  /** Its part of all cases, beside those of the others. */
  readonly share: number
  /**
   * Tries that many cases; the same seed tries the same ones.
   *
   * @throws on the first case that does not hold, with how to try it again
   */
  run(cases: number, seed: number): Promise<void>
}

/** For what may be thrown at a wrong input: these errors are meant for people, anything else is a fault. */
export function onlyThrows(
  kinds: readonly (abstract new (...args: never[]) => Error)[],
  act: () => unknown,
): boolean {
  try {
    act()
    return true
  } catch (error) {
    return kinds.some((kind) => error instanceof kind)
  }
}
