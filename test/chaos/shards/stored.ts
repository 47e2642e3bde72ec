import { join } from 'node:path'
import { Client } from 'pg'
import { readStored, type Stored, withFile } from '../found.ts'

const asked = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * As watchTimers of the run on SQLite: each firing of a timer is written down by the database itself, in the transaction
 * of the firing, whichever process fires it. One timer climbs all steps of a ladder, and when a flag has lain open for
 * long they fall due at the same moment: so each step is told apart.
 */
export const watchTimersOn = (url: string): Promise<void> =>
  asked(url, async (client) => {
    await client.query(`
      CREATE TABLE "chaos_firing" ("timer" TEXT, "kind" TEXT, "dueAt" TIMESTAMP(3));
      CREATE FUNCTION "chaos_write"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN INSERT INTO "chaos_firing" VALUES (
          NEW."houseId" || ' ' || NEW."key" || coalesce((SELECT ' after step ' || "told" FROM "FlagClock"
            WHERE 'ladder:' || "flagId" = NEW."key"), ''), NEW."kind", NEW."dueAt"); RETURN NULL; END $$;
      CREATE TRIGGER "chaos_fires" AFTER UPDATE OF "firedAt" ON "Timer" FOR EACH ROW
        WHEN (NEW."firedAt" IS NOT NULL) EXECUTE FUNCTION "chaos_write"()`)
  })

const TABLES = [
  'Flag',
  'FlagMessage',
  'AuditLine',
  'Report',
  'OutboxTarget',
  'Talk',
  'Timer',
  'chaos_firing',
] as const

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? Number(value) : value
}

/**
 * What stands in the database, read straight from it and not through the code under test; judged by the very same eyes
 * as the run on SQLite, which look into a file: so the tables that they look at are copied into one.
 *
 * @param dueBefore - timers that were due at this moment must have fired, in milliseconds
 */
export const readStoredOn = async (url: string, folder: string, dueBefore: number): Promise<Stored> => {
  const file = join(folder, `seen-${Date.now()}.db`)
  const tables = await asked(url, async (client) => {
    const found: { name: string; columns: string[]; rows: unknown[][] }[] = []
    for (const name of TABLES) {
      // Moments are of no zone, and all of Greenwich.
      const { fields, rows } = await client.query({
        text: `SELECT * FROM "${name}"`,
        rowMode: 'array',
        types: {
          getTypeParser: (oid: number) => (text: string) =>
            oid === 1114
              ? new Date(`${text}Z`)
              : oid === 23
                ? Number(text)
                : oid === 16
                  ? text === 't'
                  : text,
        },
      })
      found.push({ name, columns: fields.map((field) => field.name), rows: rows as unknown[][] })
    }
    return found
  })
  withFile(file, (db) => {
    for (const { name, columns, rows } of tables) {
      db.exec(`CREATE TABLE "${name}" (${columns.map((column) => `"${column}"`).join(', ')})`)
      const insert = db.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(row.map(plain))
    }
  })
  return readStored(file, dueBefore)
}
