const SENTENCES = {
  'not-empty': (at: string) =>
    `There is something in the database ${at} already; nothing was changed, so name an empty one (createdb makes it).`,
  'older-version': (at: string) =>
    `The database ${at} is of an older version of Huisbot; start this version on it once and stop it, then move.`,
  differs: (at: string) =>
    `What was read back from the table ${at} is not what was written; nothing was kept, and the old database is as it was. Please report this.`,
} as const

/** Why a database was not moved, in one sentence that says what to do. Nothing was changed, here or there. */
export class MoveError extends Error {
  override readonly name = 'MoveError'
  readonly code: keyof typeof SENTENCES

  constructor(code: keyof typeof SENTENCES, at: string) {
    super(SENTENCES[code](at))
    this.code = code
  }
}
