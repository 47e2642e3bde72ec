import type { HouseId } from '../house/id.ts'
import { aboutObjection } from '../queue/objection.ts'
import { aboutFlag, aboutNote, aboutReport } from '../queue/row.ts'
import type { Db } from '../storage/db.ts'
import { asSealed, isHeldBy, type Seal, type Sealed } from './sealed.ts'

/** Which flags are held at `now`, as a condition on flags. */
export const heldAt = (now: Date) => ({ holds: { some: { endedAt: null, until: { gt: now } } } })
export const notHeldAt = (now: Date) => ({ holds: { none: { endedAt: null, until: { gt: now } } } })

/** One place in which something that a person said is sealed. */
export interface Place {
  readonly words: string
  readonly about: string
  readonly deleteAfter: Date
  /** Writes other words there, unless somebody wrote there meanwhile. */
  readonly put: (words: string | null) => Promise<unknown>
}

/** The place of a row, when there is something in it. */
export const place = (
  row: { readonly id: string; readonly words: string | null; readonly deleteAfter: Date } | null,
  about: string,
  write: (where: { id: string; words: string }, data: { words: string | null }) => Promise<unknown>,
): readonly Place[] => {
  if (row === null || row.words === null) return []
  const { id, words, deleteAfter } = row
  return [{ words, about, deleteAfter, put: (next) => write({ id, words }, { words: next }) }]
}

/** Every place of a flag in which a person's words are sealed. */
const placesOf = async (db: Db, flagId: string): Promise<readonly Place[]> => {
  const flag = await db.flag.findUnique({
    where: { id: flagId },
    include: { reports: true, objection: true, notes: true },
  })
  if (flag === null) return []
  const { subjectKey, reports, objection, notes } = flag
  const house = flag.houseId as HouseId
  return [
    ...place(flag, aboutFlag(house, subjectKey), (where, data) => db.flag.updateMany({ where, data })),
    ...reports.flatMap((row) =>
      place(row, aboutReport(house, subjectKey, row.reporterId), (where, data) =>
        db.report.updateMany({ where, data }),
      ),
    ),
    ...place(objection, aboutObjection(house, subjectKey), (where, data) =>
      db.objection.updateMany({ where, data }),
    ),
    ...notes.flatMap((row) =>
      place(row, aboutNote(house, row.id), (where, data) => db.flagNote.updateMany({ where, data })),
    ),
  ]
}

/** The hold that lasts longest: under its key the words of a flag are shut. */
export const longestHold = async (
  db: Db,
  flagId: string,
  now: Date,
): Promise<{ readonly id: string } | undefined> => {
  const hold = await db.legalHold.findFirst({
    where: { flagId, endedAt: null, until: { gt: now } },
    orderBy: [{ until: 'desc' }, { id: 'asc' }],
    select: { id: true },
  })
  return hold ?? undefined
}

/**
 * Shuts what was said under the key of a hold, which survives the day on which the words would be forgotten. Closing, a
 * new report or an edit may shut something under a day again: each sweep comes by before any key is destroyed.
 *
 * @returns whether anything that was said is still there
 */
export const wrapPlaces = async (
  seal: Pick<Seal, 'hold'>,
  places: readonly Place[],
  holdId: string,
): Promise<boolean> => {
  let found = false
  for (const { words, about, put } of places) {
    if (isHeldBy(words, holdId)) {
      found = true
      continue
    }
    const held = await seal.hold(asSealed(words), about, holdId)
    if (held === undefined) continue
    await put(held)
    found = true
  }
  return found
}

/** {@link wrapPlaces} for a flag. */
export const wrapFlag = async (
  db: Db,
  seal: Pick<Seal, 'hold'>,
  flagId: string,
  holdId: string,
): Promise<boolean> => wrapPlaces(seal, await placesOf(db, flagId), holdId)

/** Shuts everything that is held under the keys of its holds. */
export const wrapAll = async (db: Db, seal: Pick<Seal, 'hold'>, now: Date): Promise<void> => {
  const held = await db.flag.findMany({ where: heldAt(now), select: { id: true } })
  for (const { id } of held) {
    const hold = await longestHold(db, id, now)
    if (hold !== undefined) await wrapFlag(db, seal, id, hold.id)
  }
}

/** Gives what a hold kept back to its day, or forgets it when that is over; another hold takes it over. */
export const unwrapPlaces = async (
  seal: Pick<Seal, 'hold' | 'reseal'>,
  places: readonly Place[],
  { holdId, next, now }: { readonly holdId: string; readonly next: string | undefined; readonly now: Date },
): Promise<void> => {
  for (const { words, about, deleteAfter, put } of places) {
    if (!isHeldBy(words, holdId)) continue
    let after: Sealed | undefined
    if (next !== undefined) after = await seal.hold(asSealed(words), about, next)
    else if (deleteAfter > now) after = await seal.reseal(asSealed(words), about, deleteAfter)
    await put(after ?? null)
  }
}

/** {@link unwrapPlaces} for a flag. */
export const unwrapFlag = async (
  db: Db,
  seal: Pick<Seal, 'hold' | 'reseal'>,
  flagId: string,
  holdId: string,
  now: Date,
): Promise<void> => {
  const next = (await longestHold(db, flagId, now))?.id
  await unwrapPlaces(seal, await placesOf(db, flagId), { holdId, next, now })
}
