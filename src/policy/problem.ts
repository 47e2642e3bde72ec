/** Something in the policy files that cannot stand, for the youth worker who edits them. */
export interface Problem {
  /** The file as a person names it, from the policy folder: "policies/rules/hate.yaml". */
  readonly file: string
  /** Counted from 1. Absent when it is about the file as a whole. */
  readonly line?: number
  readonly column?: number
  /** Dutch: what is wrong and what to write instead. */
  readonly message: string
}

/** Where a problem stands: `policies/house.yaml, regel 12`. */
export function tellPlace({ file, line, column }: Problem): string {
  const place = [file]
  if (line !== undefined) place.push(`regel ${line}`)
  if (column !== undefined) place.push(`teken ${column}`)
  return place.join(', ')
}

/** Tells a problem in one line: `policies/house.yaml, regel 12: …`. */
export const tell = (problem: Problem): string => `${tellPlace(problem)}: ${problem.message}`

/** The policy cannot be used. Holds every problem that was found, not only the first. */
export class PolicyError extends Error {
  readonly code = 'POLICY'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const inOrder = [...problems].sort(
      (a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || (a.line ?? 0) - (b.line ?? 0),
    )
    super(inOrder.map(tell).join('\n'))
    this.name = 'PolicyError'
    this.problems = inOrder
  }
}
