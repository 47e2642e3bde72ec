export type StorageErrorCode =
  | 'address'
  | 'cannot-open'
  | 'not-a-database'
  | 'other-program'
  | 'no-permission'
  | 'in-use'
  | 'newer-version'
  | 'migration-changed'
  | 'migration-unfinished'
  | 'migration-failed'
  | 'migrations-missing'
  | 'damaged'
  | 'disk-full'
  | 'unreadable-row'
  | 'unreachable'
  | 'login-refused'
  | 'no-such-database'
  | 'no-rights'
  | 'too-many-connections'

const SENTENCES = {
  address: (at) =>
    `The database address ${at} is not one that Huisbot knows; write file:./data/huisbot.db or postgresql://user:password@host/database, or leave DATABASE_URL out.`,
  'cannot-open': (at) =>
    `The database ${at} cannot be opened; check that its folder exists, is a folder, and is on a disk that can be written.`,
  'not-a-database': (at) =>
    `The file ${at} is not a database; nothing was changed, so name another file in DATABASE_URL or put this one back from a backup.`,
  'other-program': (at) =>
    `The database ${at} belongs to another program; nothing was changed, so name another file in DATABASE_URL.`,
  'no-permission': (at) =>
    `Huisbot may not write to the database ${at}; give the user that runs Huisbot write permission on the file and its folder.`,
  'in-use': (at) =>
    `The database ${at} is in use by another running process, probably another Huisbot; stop that one first.`,
  'newer-version': (at) =>
    `The database ${at} was made by a newer version of Huisbot; nothing was changed, so install that version again.`,
  'migration-changed': (at) =>
    `A migration in prisma/ is not the one that made the database ${at}; nothing was changed, so put the files of prisma/ back as they were released.`,
  'migration-unfinished': (at) =>
    `An earlier change of the database ${at} was never finished; put a backup back, or see "prisma migrate resolve".`,
  'migration-failed': (at) =>
    `The database ${at} could not be brought up to date and was left as it was; keep a copy of it and report this with the version that you came from.`,
  'migrations-missing': () =>
    'The folder with migrations in prisma/ of Huisbot is missing or empty; install Huisbot again, whole.',
  damaged: (at) =>
    `The database ${at} is damaged; keep a copy of it as it is and put the last backup in its place.`,
  'disk-full': (at) => `The disk of the database ${at} is full; make room and start again.`,
  'unreadable-row': (at) =>
    `A row of the database holds something that this version cannot read (${at}); it was left alone.`,
  unreachable: (at) =>
    `The database server of ${at} cannot be reached; check the host and the port in DATABASE_URL, and that PostgreSQL runs there and takes connections from here.`,
  'login-refused': (at) =>
    `The database server of ${at} does not accept the user or the password in DATABASE_URL; set them right there.`,
  'no-such-database': (at) =>
    `There is no database ${at} on that server; make it (createdb, or CREATE DATABASE) and start again.`,
  'no-rights': (at) =>
    `The user in DATABASE_URL may not make or change tables in ${at}; make that user the owner of the database.`,
  'too-many-connections': (at) =>
    `The database server of ${at} has no connection left; each process of Huisbot takes up to eleven, so raise max_connections or run fewer.`,
} as const satisfies Record<StorageErrorCode, (at: string) => string>

/** What is wrong with the storage, in one sentence that says what to do. Nothing was lost or changed. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: StorageErrorCode

  /** @param at - the file or the kind of row that it is about; never a content */
  constructor(code: StorageErrorCode, at: string, cause?: unknown) {
    super(SENTENCES[code](at), cause === undefined ? undefined : { cause })
    this.code = code
  }
}

const BY_SQLITE_CODE: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ['SQLITE_NOTADB', 'not-a-database'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_READONLY', 'no-permission'],
  ['SQLITE_PERM', 'no-permission'],
  ['SQLITE_AUTH', 'no-permission'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_IOERR', 'cannot-open'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EROFS', 'no-permission'],
  ['ENOSPC', 'disk-full'],
  ...(['ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ENAMETOOLONG', 'ELOOP', 'EMFILE'] as const).map(
    (code) => [code, 'cannot-open'] as const,
  ),
]

/** Turns what SQLite or the file system said while opening into the sentence for it; a bug stays a bug. */
export const storageErrorOf = (error: unknown, at: string): unknown => {
  if (error instanceof StorageError || typeof error !== 'object' || error === null) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const known = BY_SQLITE_CODE.find(([prefix]) => code.startsWith(prefix))
  return known === undefined ? error : new StorageError(known[1], at, error)
}
