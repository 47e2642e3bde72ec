/**
 * What keeps the bot from storing anything. A closed list: it stands in the log, in the health answer and in what the
 * team is told, and none of these may quote what SQLite or the file system says.
 */
export const TROUBLES = ['disk-full', 'read-only', 'unreachable', 'damaged', 'keys'] as const
export type TroubleKind = (typeof TROUBLES)[number]

/** Whether something can be stored, as far as was seen. */
export interface Trouble {
  /** What is wrong now; undefined as long as nothing failed. */
  now(): TroubleKind | undefined
  /** Something failed. What is no trouble of this kind (a bug, a duplicate) is passed over. */
  note(error: unknown): void
  /** Looks again when something was wrong: it is over only when storing was seen to work. Never throws. */
  look(): Promise<TroubleKind | undefined>
}

/**
 * @param kindOf - what an error says about the place where things are stored; undefined when it says nothing
 * @param probe - stores something as large as what the bot stores, and takes it away; throws as storing throws
 * @param onDamaged - damage is never over by itself: called once, to keep it from growing
 */
export const createTrouble = (
  kindOf: (error: unknown) => TroubleKind | undefined,
  probe: () => Promise<void>,
  onDamaged: () => void = () => undefined,
): Trouble => {
  let kind: TroubleKind | undefined
  const note = (error: unknown): void => {
    const seen = kindOf(error)
    // One write that works in between does not end it: a full disk takes small changes long after it refuses a flag.
    if (seen === undefined || kind === 'damaged') return
    kind = seen
    if (seen === 'damaged') onDamaged()
  }
  return {
    now: () => kind,
    note,
    look: async () => {
      if (kind === undefined || kind === 'damaged') return kind
      try {
        await probe()
        kind = undefined
      } catch (error) {
        note(error)
      }
      return kind
    },
  }
}

/** Nothing was ever wrong: for what stores nothing. */
export const NO_TROUBLE: Trouble = {
  now: () => undefined,
  note: () => undefined,
  look: () => Promise.resolve(undefined),
}

const BY_CODE: readonly (readonly [prefix: string, kind: TroubleKind])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_BUSY', 'unreachable'],
  ['SQLITE_LOCKED', 'unreachable'],
]

/** As deep as an error hides its cause: Prisma's error, that of its adapter, that of SQLite. */
const DEPTH = 4

const codesOf = (error: unknown, depth = DEPTH): readonly string[] => {
  if (depth === 0 || typeof error !== 'object' || error === null) return []
  const own = (['code', 'originalCode'] as const).flatMap((name) => {
    const value: unknown = (error as Record<string, unknown>)[name]
    return typeof value === 'string' ? [value] : []
  })
  return [...own, ...codesOf((error as { cause?: unknown }).cause, depth - 1)]
}

/** What an error of SQLite, or of the file system under it, says about the place. */
export const sqliteTroubleOf = (error: unknown): TroubleKind | undefined => {
  const codes = codesOf(error)
  return BY_CODE.find(([prefix]) => codes.some((code) => code.startsWith(prefix)))?.[1]
}
