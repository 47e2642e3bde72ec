const SENTENCES = {
  postgres: () =>
    'The database is on PostgreSQL: back it up with pg_dump, as docs/running.md says ("Back up and restore").',
  'no-database': (at) => `There is no database ${at}; set DATABASE_URL as the bot has it.`,
  'same-disk-place': (at) =>
    `The folder ${at} lies in the key folder, or the key folder in it: a backup that holds the keys opens what should be forgotten. Name another folder.`,
  'in-use': (at) =>
    `A bot runs on the database ${at} and does not answer: run this as the same user, or stop the bot for a moment.`,
  'no-room': () => 'There is no room for the backup on that disk; nothing was left behind.',
  'cannot-write': (at) => `The folder ${at} cannot be written; nothing was left behind.`,
  damaged: () =>
    'The copy of the database is damaged, so the database is: no backup was made. Keep the earlier backups, and see "What can go wrong" in docs/running.md.',
  'no-backup': (at) =>
    `There is no backup in ${at}; name a folder that \`npm run backup\` made, or the one around it.`,
  'backup-damaged': (at) => `The backup ${at} is not what it was when it was made; take an earlier one.`,
  'backup-newer': (at) =>
    `The backup ${at} was made by a newer version of Huisbot; install that version first.`,
  running: (at) => `A bot runs on the database ${at}; stop it first.`,
  exists: (at) =>
    `There is a database ${at} already; add --replace to put the backup in its place. The old one is moved aside, not deleted.`,
} as const satisfies Record<string, (at: string) => string>
export type BackupCode = keyof typeof SENTENCES

/** Why a backup could not be made or put back, in one sentence that says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly code: BackupCode

  constructor(code: BackupCode, at = '', cause?: unknown) {
    super(SENTENCES[code](at), cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** What the file system said about writing there. */
export const writingError = (at: string, error: unknown): unknown => {
  const code = (error as { code?: unknown } | null)?.code
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return new BackupError('no-room', at, error)
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR')
    return new BackupError('cannot-write', at, error)
  return error
}
