/** Why the bot cannot start, in one sentence for the person who starts it: what is wrong and what to do. */
export class StartError extends Error {
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'StartError'
    this.code = code
  }
}
