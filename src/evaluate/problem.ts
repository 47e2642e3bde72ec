import type { Problem } from '../policy/problem.ts'

/** A file that cannot be scored. Holds every problem that was found, in the order of the file. */
export class InputError extends Error {
  readonly code = 'INPUT'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`${problems.length} problems in what was to be scored`)
    this.name = 'InputError'
    this.problems = problems
  }
}
