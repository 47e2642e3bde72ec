import { copyFile } from 'node:fs/promises'
import { openSqlite } from '../../../src/storage/statements.ts'

/** How many flags of a long life there are. */
export interface History {
  readonly closed: number
  readonly open: number
}

const DAY_MS = 24 * 60 * 60 * 1_000

/** A row number as an id: as long as a real one, and in no order, as real ones are. */
const id = (prefix: string): string => `printf('${prefix}%08x-%08x', (n * 2654435761) % 4294967296, n)`

/** A moment in milliseconds as Prisma writes it. */
const iso = (at: string): string => `strftime('%Y-%m-%dT%H:%M:%S.000+00:00', (${at}) / 1000, 'unixepoch')`

/**
 * Copies the database of a house and fills the copy with the past: each closed flag with its finding, two lines in the
 * audit, its card and its round for the figures; the open ones are those of a flood, which stand in the digest. By SQL,
 * in one transaction, without the triggers and waits of real work: what is measured is what comes afterwards.
 *
 * @param from - a database that no process has open, of a house that was opened
 * @param now - what the clock of the bots shows, in milliseconds
 */
export async function withHistory(
  from: string,
  to: string,
  { closed, open }: History,
  now: number,
): Promise<void> {
  await copyFile(from, to)
  if (closed + open === 0) return
  const db = openSqlite(to)
  // Nobody else has the file, and a copy that breaks is made anew: no log, no waiting for the disk.
  db.pragma('journal_mode = DELETE')
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -1000000')
  const house = db.prepare('SELECT id FROM House LIMIT 1').get() as { id: string }
  const { channelId } = db
    .prepare("SELECT channelId FROM OutboxTarget WHERE kind = 'notice' LIMIT 1")
    .get() as { channelId: string }
  const rows = closed + open
  // The closed ones over the last year, the open ones over the last day.
  const created = `CASE WHEN n <= ${closed} THEN ${now} - 365 * ${DAY_MS} + n * ${Math.floor((360 * DAY_MS) / Math.max(1, closed))} ELSE ${now - DAY_MS} + (n - ${closed}) * 1000 END`
  const isClosed = `n <= ${closed}`
  const later = iso(`${now} + 300 * ${DAY_MS}`)
  const numbers = `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${rows})`
  const insert = (table: string, columns: Readonly<Record<string, string>>, where = '1'): void => {
    const names = Object.keys(columns).map((name) => `"${name}"`)
    db.exec(
      `${numbers} INSERT INTO "${table}" (${names.join(', ')}) SELECT ${Object.values(columns).join(', ')} FROM numbers WHERE ${where}`,
    )
  }
  const queue = queueOf(db) ?? channelId
  const houseId = `'${house.id}'`
  const categories = ['threat', 'harassment', 'distress', 'drugs', 'hate']
  const category = `CASE n % 5 ${categories.map((name, n) => `WHEN ${n} THEN '${name}'`).join(' ')} END`
  const rank = '(n / 5) % 4'
  const level = `CASE ${rank} WHEN 0 THEN 'groen' WHEN 1 THEN 'geel' WHEN 2 THEN 'rood' ELSE 'acuut' END`
  const kind = `CASE n % 5 WHEN 2 THEN 'worry' ELSE 'harm' END`
  const message = `CAST(1200000000000000000 + n * 4096 AS TEXT)`
  const author = `CAST(1190000000000000000 + (n % 5000) * 4096 AS TEXT)`
  db.exec('BEGIN')
  // Sorted at the end: many times faster than row by row.
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all() as { name: string; sql: string }[]
  for (const { name } of indexes) db.exec(`DROP INDEX "${name}"`)
  insert('Flag', {
    id: id('f'),
    houseId,
    subjectKey: `'message:' || ${message}`,
    channelId: `'${channelId}'`,
    messageId: message,
    authorId: author,
    source: "'screening'",
    kind,
    category,
    level,
    rank,
    state: `CASE WHEN ${isClosed} THEN 'closed' ELSE 'open' END`,
    version: `CASE WHEN ${isClosed} THEN 3 ELSE 1 END`,
    outcome: `CASE WHEN ${isClosed} THEN 'talked' END`,
    wordsMark: id('w'),
    alikeMark: id('a'),
    policyVersion: "'measured'",
    queueChannelId: `'${queue}'`,
    createdAt: iso(created),
    changedAt: iso(created),
    closedAt: `CASE WHEN ${isClosed} THEN ${iso(created)} END`,
    deleteAfter: later,
    idsUntil: `CASE WHEN ${isClosed} THEN ${later} END`,
  })
  insert('Finding', {
    id: id('i'),
    houseId,
    flagId: id('f'),
    ruleId: "'measured'",
    category,
    kind,
    level,
    start: '0',
    end: '9',
    policyVersion: "'measured'",
    createdAt: iso(created),
  })
  for (const [act, where] of [
    ['raised', '1'],
    ['decided', isClosed],
  ] as const)
    insert(
      'AuditLine',
      { houseId, at: iso(created), act: `'${act}'`, flagId: id('f'), codes: "'{}'", idsUntil: later },
      where,
    )
  insert('OutboxTarget', {
    id: id('o'),
    houseId,
    targetKey: `'card:' || ${id('f')}`,
    kind: "'card'",
    channelId: `'${queue}'`,
    desired: `'{"flagId":"' || ${id('f')} || '","flagVersion":1}'`,
    doneVersion: '1',
    messageId: `CASE WHEN ${isClosed} THEN CAST(1210000000000000000 + n * 4096 AS TEXT) END`,
    createdAt: iso(created),
  })
  insert(
    'FlagRound',
    {
      id: id('r'),
      houseId,
      flagId: id('f'),
      category,
      level,
      startedAt: iso(created),
      clockFrom: iso(created),
      firstSeconds: 'n % 3600',
      closedAt: iso(created),
      closedSeconds: 'n % 7200',
      outcome: "'talked'",
    },
    isClosed,
  )
  for (const { sql } of indexes) db.exec(sql)
  db.exec('COMMIT')
  // Nothing was analysed, as in a database that grew by itself.
  db.pragma('journal_mode = WAL')
  db.close()
}

/** Where cards stood before, if one did. */
function queueOf(db: ReturnType<typeof openSqlite>): string | undefined {
  const row = db.prepare("SELECT channelId FROM OutboxTarget WHERE kind = 'card' LIMIT 1").get() as
    | { channelId: string }
    | undefined
  return row?.channelId
}
