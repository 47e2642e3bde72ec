/** What is wrong with a wording that a house gave to a text. */
export interface TextProblem {
  readonly key: string
  readonly code: 'unknown-key' | 'syntax' | 'placeholders' | 'too-long'
  /** A sentence that says what to write instead. */
  readonly message: string
}

/** Wordings of a house that cannot be used. Nothing was taken over. */
export class TextsError extends Error {
  override readonly name = 'TextsError'
  readonly problems: readonly TextProblem[]

  constructor(problems: readonly TextProblem[]) {
    super(problems.map((problem) => `${problem.key}: ${problem.message}`).join('\n'))
    this.problems = problems
  }
}
