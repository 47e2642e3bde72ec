/** Why a term or saying of the policy cannot be used. */
export const TERM_PROBLEMS = [
  'no-words',
  'too-many-words',
  'star-place',
  'star-short',
  'brackets',
  'choice-empty',
  'too-many-ways',
  'connector-place',
  'list-unknown',
  'list-circle',
  'list-plain',
  'detector-unknown',
] as const
export type TermProblem = (typeof TERM_PROBLEMS)[number]

/** A term that cannot be used. Thrown inside this room only; the loader makes a sentence of it. */
export class TermError extends Error {
  readonly problem: TermProblem
  /** The part of the term that it is about, where that helps: the name of a list. */
  readonly about: string | undefined

  constructor(problem: TermProblem, about?: string) {
    super(problem)
    this.problem = problem
    this.about = about
  }
}
