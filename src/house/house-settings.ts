import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { writeAudit } from '../queue/audit.ts'
import { type Db, isDuplicate, transact, type Tx } from '../storage/db.ts'
import { StorageError } from '../storage/errors.ts'
import { type JsonObject, readJson } from '../storage/json.ts'
import { type HouseId, houseId } from './id.ts'
import { type Settings, settingsSchema } from './settings.ts'

/** What a house set; version 0 and nothing when it never set anything. */
export interface SavedSettings {
  readonly version: number
  readonly settings: Settings
  readonly updatedAt?: Date
}
/** Settings that somebody is choosing. */
export interface Draft<T> {
  readonly version: number
  readonly draft: T
  readonly updatedAt: Date
}
/** Somebody else was first: nothing was written. */
export type Saved = { readonly done: true; readonly version: number } | { readonly done: false }

export interface HouseSettings {
  /** @throws StorageError `unreadable-row` when they are not what this version of the bot can read */
  read(house: HouseId): Promise<SavedSettings>
  /** Those of every house; `unreadable` for what `read` would throw about. */
  all(): Promise<ReadonlyMap<HouseId, Settings | 'unreadable'>>
  /**
   * Writes settings down, with a line in the audit that names which blocks changed. They do not hold by that: whoever
   * saves says so to the bot (`settle`).
   *
   * @param by - the account of the person who decided
   * @param from - the version that this person saw
   */
  save(
    house: HouseId,
    settings: Settings,
    change: { readonly by: string; readonly from: number },
  ): Promise<Saved>
  /** What was chosen so far and not applied; undefined when there is none, or none that this schema can read. */
  draft<T>(house: HouseId, schema: z.ZodType<T>): Promise<Draft<T> | undefined>
  /** @param from - the version that was seen, 0 for a first one */
  keepDraft(house: HouseId, draft: JsonObject, from: number): Promise<Saved>
  dropDraft(house: HouseId): Promise<void>
  /** Lets what was saved hold at once, in the process that asks; another process finds it when it starts. */
  settle(house: HouseId): Promise<void>
  /** Who does so. */
  onSettle(listener: (house: HouseId) => Promise<void>): void
}

interface Deps {
  readonly db: Db
  readonly now: () => Date
  /** For how long the audit remembers who. */
  readonly auditIdsDays: (house: HouseId) => number
}

const DAY = 86_400_000
const KEEP_DRAFT_DAYS = 30
const NEVER: SavedSettings = { version: 0, settings: {} }
const WHAT = 'settings of a house'

/** The blocks in which two settings differ: codes for the audit. */
const changed = (before: Settings, after: Settings): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Object.keys(settingsSchema.shape) as (keyof Settings)[])
      .filter((key) => !isDeepStrictEqual(before[key], after[key]))
      .map((key) => [key, after[key] === undefined ? 'dropped' : 'set']),
  )

const readIn = async (db: Db | Tx, house: HouseId): Promise<SavedSettings> => {
  const row = await db.houseSettings.findUnique({ where: { houseId: house } })
  if (row === null) return NEVER
  const { version, updatedAt } = row
  return { version, settings: readJson(settingsSchema, row.settings, WHAT), updatedAt }
}

const orUnreadable = (text: string): Settings | 'unreadable' => {
  try {
    return readJson(settingsSchema, text, WHAT)
  } catch (error) {
    if (error instanceof StorageError) return 'unreadable'
    throw error
  }
}

/** Of two that begin at once the database lets one in. */
const first = (work: Promise<Saved>): Promise<Saved> =>
  work.catch((error: unknown) => {
    if (isDuplicate(error)) return { done: false }
    throw error
  })

/** What houses set in Discord, and what they are still choosing. */
export function createHouseSettings({ db, now, auditIdsDays }: Deps): HouseSettings {
  const store = (house: HouseId, settings: Settings, by: string, from: number): Promise<Saved> =>
    transact(db, async (tx) => {
      const row = await tx.houseSettings.findUnique({ where: { houseId: house } })
      if ((row?.version ?? 0) !== from) return { done: false }
      const before = row === null ? {} : orUnreadable(row.settings)
      const at = now()
      const data = { version: from + 1, settings: JSON.stringify(settings), updatedAt: at }
      if (row === null) await tx.houseSettings.create({ data: { houseId: house, ...data } })
      else await tx.houseSettings.update({ where: { houseId: house }, data })
      await writeAudit(tx, {
        house,
        at,
        act: 'settings-saved',
        actorId: by,
        codes: changed(before === 'unreadable' ? {} : before, settings),
        idsUntil: new Date(at.getTime() + auditIdsDays(house) * DAY),
      })
      return { done: true, version: from + 1 }
    })

  const listeners: ((house: HouseId) => Promise<void>)[] = []
  return {
    read: (house) => readIn(db, house),
    async all() {
      const rows = await db.houseSettings.findMany()
      return new Map(rows.map((row) => [houseId(row.houseId), orUnreadable(row.settings)]))
    },
    save: (house, settings, { by, from }) => first(store(house, settingsSchema.parse(settings), by, from)),
    async draft(house, schema) {
      const row = await db.setupDraft.findUnique({ where: { houseId: house } })
      if (row === null) return undefined
      const { version, updatedAt } = row
      const read = schema.safeParse(JSON.parse(row.draft))
      if (read.success) return { version, draft: read.data, updatedAt }
      // Of an older version of the bot: it is begun anew.
      await db.setupDraft.deleteMany({ where: { houseId: house, version } })
      return undefined
    },
    keepDraft: (house, draft, from) =>
      first(
        transact(db, async (tx) => {
          const at = now()
          const data = {
            version: from + 1,
            draft: JSON.stringify(draft),
            updatedAt: at,
            deleteAfter: new Date(at.getTime() + KEEP_DRAFT_DAYS * DAY),
          }
          const { count } = await tx.setupDraft.updateMany({
            where: { houseId: house, version: from },
            data,
          })
          if (count === 1) return { done: true, version: from + 1 }
          if (from > 0) return { done: false }
          await tx.setupDraft.create({ data: { houseId: house, ...data } })
          return { done: true, version: 1 }
        }),
      ),
    async dropDraft(house) {
      await db.setupDraft.deleteMany({ where: { houseId: house } })
    },
    async settle(house) {
      for (const listener of listeners) await listener(house)
    },
    onSettle: (listener) => void listeners.push(listener),
  }
}
