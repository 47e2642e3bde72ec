import type Database from 'better-sqlite3'

/**
 * Each firing of a timer is written down by the database itself, in the transaction of the firing: so it is seen from
 * outside the code under test whether one fired twice.
 */
export function watchTimers(db: Database.Database): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS "chaos_firing" ("timer" TEXT, "kind" TEXT, "dueAt" TEXT);
    CREATE TRIGGER IF NOT EXISTS "chaos_fires" AFTER UPDATE OF "firedAt" ON "Timer"
      WHEN NEW."firedAt" IS NOT NULL
      BEGIN INSERT INTO "chaos_firing" VALUES (NEW."key", NEW."kind", NEW."dueAt"); END;
  `)
}

export interface Firings {
  /** How often timers fired, by kind. */
  readonly fired: Readonly<Record<string, number>>
  /** Keys of timers that fired more than once for one moment. */
  readonly doubled: readonly string[]
  /** Keys of timers that fell due and never fired. */
  readonly missed: readonly string[]
}

/** @param before - what was due at this moment must have fired, in milliseconds */
export function readFirings(db: Database.Database, before: number): Firings {
  const fired = db.prepare('SELECT "kind", count(*) AS n FROM "chaos_firing" GROUP BY "kind"').all() as {
    kind: string
    n: number
  }[]
  const doubled = db
    .prepare('SELECT "timer" FROM "chaos_firing" GROUP BY "timer", "dueAt" HAVING count(*) > 1')
    .all() as { timer: string }[]
  const waiting = db.prepare('SELECT "key", "dueAt" FROM "Timer" WHERE "firedAt" IS NULL').all() as {
    key: string
    dueAt: string | number
  }[]
  return {
    fired: Object.fromEntries(fired.map(({ kind, n }) => [kind, n])),
    doubled: doubled.map(({ timer }) => timer),
    missed: waiting.filter(({ dueAt }) => new Date(dueAt).getTime() <= before).map(({ key }) => key),
  }
}
