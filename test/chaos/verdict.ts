import Database from 'better-sqlite3'
import { keepStatements } from '../../src/storage/statements.ts'

/** What stands in the database and on Discord after the last start. */
export interface Found {
  /** Message id → ids of its flags. */
  readonly flags: ReadonlyMap<string, readonly string[]>
  /** Flag id → number of cards on Discord. */
  readonly cards: ReadonlyMap<string, number>
  /** Flags that a flood put into the digest instead of giving them a card of their own. */
  readonly digested: ReadonlySet<string>
  readonly unaudited: number
}

export interface Verdict {
  readonly expected: number
  readonly flags: number
  readonly cards: number
  readonly lost: number
  readonly doubledFlags: number
  readonly doubledCards: number
  readonly withoutCard: number
  readonly inDigest: number
  readonly unexpected: number
  readonly unaudited: number
}

/** Reads the flags straight from the file, not through the code under test. */
export function readFlags(file: string): Omit<Found, 'cards'> {
  const db = keepStatements(new Database(file, { readonly: true }))
  try {
    const rows = db.prepare('SELECT "id", "messageId", "version" FROM "Flag"').all() as {
      id: string
      messageId: string
      version: number
    }[]
    const flags = new Map<string, string[]>()
    for (const row of rows) flags.set(row.messageId, [...(flags.get(row.messageId) ?? []), row.id])
    const lines = db.prepare(
      'SELECT count(*) AS n FROM "AuditLine" WHERE "flagId" = ? AND "act" <> \'shown\'',
    )
    const unaudited = rows.filter((row) => (lines.get(row.id) as { n: number }).n !== row.version).length
    const digest = db
      .prepare(
        'SELECT "targetKey" FROM "OutboxTarget" WHERE "kind" = \'card\' AND "messageId" IS NULL AND "doneVersion" = "desiredVersion"',
      )
      .all() as { targetKey: string }[]
    const digested = new Set(digest.map(({ targetKey }) => targetKey.replace(/^card:/, '')))
    return { flags, digested, unaudited }
  } finally {
    db.close()
  }
}

/** Holds what was found against what should be there. */
export function judge(expected: ReadonlySet<string>, found: Found): Verdict {
  const all = [...found.flags.values()].flat()
  const cardsOf = (id: string): number => found.cards.get(id) ?? 0
  return {
    expected: expected.size,
    flags: all.length,
    cards: [...found.cards.values()].reduce((sum, count) => sum + count, 0),
    lost: [...expected].filter((message) => !found.flags.has(message)).length,
    doubledFlags: [...found.flags.values()].filter((ids) => ids.length > 1).length,
    doubledCards: all.filter((id) => cardsOf(id) > 1).length,
    withoutCard: all.filter((id) => cardsOf(id) === 0 && !found.digested.has(id)).length,
    inDigest: all.filter((id) => found.digested.has(id)).length,
    unexpected: [...found.flags.keys()].filter((message) => !expected.has(message)).length,
    unaudited: found.unaudited,
  }
}

/** Whether nothing was lost, doubled or left unwritten. */
export const isClean = (verdict: Verdict): boolean =>
  [
    verdict.lost,
    verdict.doubledFlags,
    verdict.doubledCards,
    verdict.withoutCard,
    verdict.unexpected,
    verdict.unaudited,
  ].every((n) => n === 0)
