import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, inject, onTestFinished } from 'vitest'
import { type HouseId, houseId } from '../../../src/house/id.ts'
import { createOutbox, type Outbox } from '../../../src/outbox/outbox.ts'
import { createKeyFolder } from '../../../src/privacy/key-folder.ts'
import { createSeal, type Seal } from '../../../src/privacy/sealed.ts'
import { createFlags, type Flags } from '../../../src/queue/flags.ts'
import type { Db } from '../../../src/storage/db.ts'
import { openStorage, type Storage } from '../../../src/storage/open.ts'
import { createTimers, type Timers } from '../../../src/storage/timers.ts'
import { emptied, type FreshDatabase, freshDatabase } from '../postgres/database.ts'

export const HOUSE: HouseId = houseId('900000000000000001')

/** A folder of its own, gone when the test is over. */
export const tempFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'huisbot-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** On which database the houses of the test that runs are opened. */
const opened = { on: 'sqlite' as 'sqlite' | 'postgresql' }

/** The houses that the tests in `tests` open stand on PostgreSQL, each on a database of its own. */
export const onPostgres = (title: string, tests: () => void | Promise<void>): void => {
  // oxlint-disable-next-line vitest/valid-title -- it is handed in
  describe(title, async () => {
    beforeEach(() => {
      opened.on = 'postgresql'
    })
    afterEach(() => {
      opened.on = 'sqlite'
    })
    await tests()
  })
}

/** Databases of this worker that no test uses; making one takes longer than emptying one. */
const unused: FreshDatabase[] = []

/** A database of its own, without any row; its address. */
export const tempPostgres = async (): Promise<string> => {
  const database = unused.pop() ?? (await freshDatabase(inject('postgres')))
  onTestFinished(async () => {
    await emptied(database.url)
    unused.push(database)
  })
  return database.url
}

/** A clock that stands still until it is set. */
export interface Clock {
  readonly now: () => Date
  set(at: string | Date): void
  /** Moves the clock, back with a negative number. */
  pass(ms: number): void
}

export const clockAt = (iso: string): Clock => {
  let at = new Date(iso)
  return {
    now: () => at,
    set: (to) => {
      at = new Date(to)
    },
    pass: (ms) => {
      at = new Date(at.getTime() + ms)
    },
  }
}

/** Ids that count up, so that a failing test reads the same each time. */
export const countingIds = (prefix = 'id'): (() => string) => {
  let last = 0
  return () => `${prefix}-${String((last += 1)).padStart(5, '0')}`
}

/** Everything that stores, real, on a migrated database and a key folder of its own. */
export interface TempHouse {
  readonly folder: string
  /** The file of SQLite; on PostgreSQL there is none. */
  readonly file: string
  readonly keys: string
  readonly url: string
  readonly storage: Storage
  readonly db: Db
  readonly seal: Seal
  readonly outbox: Outbox
  readonly timers: Timers
  readonly flags: Flags
  readonly clock: Clock
  readonly newId: () => string
}

export const RETENTION = { closedFlagDays: 30, auditIdsDays: 365, openFlagDays: 91 } as const

/** Where the database of the test that runs stands: that file, or a database of its own on PostgreSQL. */
export const databaseFor = async (file: string): Promise<string> =>
  opened.on === 'sqlite' ? `file:${file}` : await tempPostgres()

export const openTempHouse = async (folder: string = tempFolder()): Promise<TempHouse> => {
  const file = join(folder, 'huisbot.db')
  const keys = join(folder, 'keys')
  const url = await databaseFor(file)
  const storage = await openStorage(url)
  onTestFinished(() => storage.close())
  const clock = clockAt('2026-03-02T18:00:00.000Z')
  const newId = countingIds()
  const { db } = storage
  const { now } = clock
  const seal = createSeal(createKeyFolder(keys))
  const outbox = createOutbox({ db, newId, worker: 'test', now })
  const timers = createTimers({ db, newId, worker: 'test' })
  const flags = createFlags({
    db,
    seal,
    outbox,
    timers,
    newId,
    now,
    retention: () => RETENTION,
    secondLookBy: (_house, at) => new Date(at.getTime() + 24 * 60 * 60_000),
  })
  return { folder, file, keys, url, storage, db, seal, outbox, timers, flags, clock, newId }
}
