import type { HouseId } from '../house/id.ts'
import { aboutFlag } from '../queue/row.ts'
import type { Db } from '../storage/db.ts'
import { utcDay } from './key-folder.ts'
import { asSealed, type Opened, type Seal } from './sealed.ts'

/** Words that are in the database, should still be readable, and are not. */
export interface ShutWords {
  readonly house: HouseId
  /** The day (or legal hold) whose key they are under. */
  readonly key: string
  readonly why: Extract<Opened, { ok: false }>['reason']
  /** In how many flags. */
  readonly flags: number
}

/** Whether the keys are those of the database. */
export interface KeysCheck {
  /** Days of which the key opens what it should. */
  readonly fine: number
  readonly shut: readonly ShutWords[]
}

interface Group {
  readonly house: HouseId
  readonly key: string
  readonly some: string
  readonly many: bigint | number
}

/**
 * Opens one flag of each day on which words are to be forgotten, to see whether the key folder belongs to the database.
 * A day that is over is left out: that its key is gone is what was promised.
 */
export const checkKeys = async (db: Db, seal: Pick<Seal, 'look'>, now: Date): Promise<KeysCheck> => {
  // "h1.2026-11-24.…": the name of the key stands from the fourth character on.
  const groups = await db.$queryRaw<Group[]>`
    SELECT "houseId" AS "house", substr("words", 4, 10) AS "key", MIN("id") AS "some", COUNT(*) AS "many"
    FROM "Flag" WHERE "words" IS NOT NULL GROUP BY "houseId", substr("words", 4, 10)`
  const today = utcDay(now)
  const shut: ShutWords[] = []
  let fine = 0
  for (const { house, key, some, many } of groups) {
    if (!key.startsWith('hold-') && key < today) continue
    const flag = await db.flag.findUnique({
      where: { id: some },
      select: { subjectKey: true, words: true },
    })
    if (flag?.words == null) continue
    const opened = await seal.look(asSealed(flag.words), aboutFlag(house, flag.subjectKey))
    if (opened.ok) fine += 1
    else shut.push({ house, key, why: opened.reason, flags: Number(many) })
  }
  return { fine, shut }
}
