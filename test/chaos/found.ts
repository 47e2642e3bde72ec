import type Database from 'better-sqlite3'
import { openSqlite } from '../../src/storage/statements.ts'
import { type AuditRow, type FlagState, isAudited } from './replay.ts'
import { type Firings, readFirings } from './timers.ts'

/** A flag as it lies in the file. */
export interface FoundFlag extends FlagState {
  readonly id: string
  readonly messageId: string | null
}

/** What stands in the database, read straight from the file and not through the code under test. */
export interface Stored {
  readonly flags: readonly FoundFlag[]
  /** Message id → the flags of it, also those with which it is counted. */
  readonly flagsOf: ReadonlyMap<string, readonly string[]>
  readonly counted: number
  /** Flags whose row is not what the audit tells. */
  readonly unaudited: readonly string[]
  /** Flag id → its lines in the audit. */
  readonly audit: ReadonlyMap<string, readonly AuditRow[]>
  /** Flag id → who reported it. */
  readonly reporters: ReadonlyMap<string, ReadonlySet<string>>
  /** Flags that a flood put into the digest instead of giving them a card of their own. */
  readonly digested: ReadonlySet<string>
  /** Messages of ours that some row stands for. */
  readonly ours: ReadonlySet<string>
  /** Talks, by the thread in which they are. */
  readonly talkThreads: ReadonlySet<string>
  readonly askers: ReadonlySet<string>
  readonly timers: Firings
  /** Targets that are not as they should be on Discord yet; a reminder that waits until another is over is. */
  readonly pending: number
}

const group = <Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string | null,
  value: (row: Row) => Value,
): Map<string, Value[]> => {
  const groups = new Map<string, Value[]>()
  for (const row of rows) {
    const id = key(row)
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), value(row)])
  }
  return groups
}

/** Opens the file of a bot that does not run, does what is asked, and closes it. */
export function withFile<T>(file: string, act: (db: Database.Database) => T): T {
  const db = openSqlite(file)
  try {
    return act(db)
  } finally {
    db.close()
  }
}

/** @param dueBefore - timers that were due at this moment must have fired, in milliseconds */
export const readStored = (file: string, dueBefore: number): Stored =>
  withFile(file, (db) => {
    const all = <Row>(sql: string): Row[] => db.prepare(sql).all() as Row[]
    const flags = all<FoundFlag>(
      'SELECT "id", "messageId", "state", "version", "ownerId", "level", "outcome" FROM "Flag"',
    )
    const counted = all<{ messageId: string | null; flagId: string }>(
      'SELECT "messageId", "flagId" FROM "FlagMessage"',
    )
    const lines = all<AuditRow>(
      'SELECT "id", "flagId", "act", "actorId", "fromState", "toState", "codes" FROM "AuditLine" ORDER BY "id"',
    )
    const audit = group(
      lines,
      ({ flagId }) => flagId,
      (line) => line,
    )
    const reports = all<{ flagId: string; reporterId: string }>('SELECT "flagId", "reporterId" FROM "Report"')
    const targets = all<{
      targetKey: string
      kind: string
      messageId: string | null
      pending: number
    }>(
      'SELECT "targetKey", "kind", "messageId", "nextTry" IS NOT NULL AND coalesce("lastError", \'\') <> \'many-reminders\' AS "pending" FROM "OutboxTarget"',
    )
    const talks = all<{ threadId: string | null; askerId: string | null }>(
      'SELECT "threadId", "askerId" FROM "Talk"',
    )
    return {
      flags,
      flagsOf: group(
        [...flags.map(({ id, messageId }) => ({ messageId, flagId: id })), ...counted],
        ({ messageId }) => messageId,
        ({ flagId }) => flagId,
      ),
      counted: counted.length,
      unaudited: flags.filter((flag) => !isAudited(flag, audit.get(flag.id) ?? [])).map(({ id }) => id),
      audit,
      reporters: new Map(
        [
          ...group(
            reports,
            ({ flagId }) => flagId,
            ({ reporterId }) => reporterId,
          ),
        ].map(([id, people]) => [id, new Set(people)]),
      ),
      digested: new Set(
        targets
          .filter(({ kind, messageId, pending }) => kind === 'card' && messageId === null && pending === 0)
          .map(({ targetKey }) => targetKey.replace(/^card:/, '')),
      ),
      ours: new Set(targets.flatMap(({ messageId }) => messageId ?? [])),
      talkThreads: new Set(talks.flatMap(({ threadId }) => threadId ?? [])),
      askers: new Set(talks.flatMap(({ askerId }) => askerId ?? [])),
      timers: readFirings(db, dueBefore),
      pending: targets.filter(({ pending }) => pending === 1).length,
    }
  })
