import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { aboutMatter, aboutStaffReport } from '../reports/matter-row.ts'
import { type Db, transact } from '../storage/db.ts'
import { heldAt, type Place, place, unwrapPlaces, wrapPlaces } from './hold-wrap.ts'
import type { HoldsDeps } from './legal-hold.ts'
import { asSealed, type Seal } from './sealed.ts'

/** What is kept longer about a matter of the team, as its contact sees it. */
export interface MatterHoldView {
  readonly holdId: string
  /** Who asked for it, and why; undefined when that can no longer be read. */
  readonly said: { readonly name: string; readonly why: string } | undefined
  readonly until: Date
}

/**
 * Holds for the law on matters of the team. Only the contact who has the matter places, sees and ends one: whoever looks
 * after the other holds is of the team, and may be whom it is about (design decision 6, a safeguard).
 */
export interface MatterHolds {
  /** @returns whether there were words left to keep; undefined for anybody but its contact */
  place(input: {
    readonly matterId: string
    readonly actorId: string
    readonly name: string
    readonly why: string
    readonly until: Date
  }): Promise<{ readonly words: boolean } | undefined>
  /** The one that lasts longest. */
  of(matterId: string, actorId: string): Promise<MatterHoldView | undefined>
  /** Ends all of a matter before their day. */
  lift(matterId: string, actorId: string): Promise<boolean>
}

const said = z.strictObject({ name: z.string(), why: z.string() })
const DAY_MS = 86_400_000
const aboutHold = (house: HouseId, holdId: string): string => `matter-hold:${house}:${holdId}`
const lasts = (now: Date) => ({ endedAt: null, until: { gt: now } })

/** Every place of a matter in which a person's words are sealed. */
const placesOf = async (db: Db, matterId: string): Promise<readonly Place[]> => {
  const matter = await db.staffMatter.findUnique({ where: { id: matterId }, include: { reports: true } })
  if (matter === null) return []
  const { subjectKey, reports } = matter
  const house = matter.houseId as HouseId
  return [
    ...place(matter, aboutMatter(house, subjectKey), (where, data) =>
      db.staffMatter.updateMany({ where, data }),
    ),
    ...reports.flatMap((row) =>
      place(row, aboutStaffReport(house, subjectKey, row.reporterId), (where, data) =>
        db.staffReport.updateMany({ where, data }),
      ),
    ),
  ]
}

const longest = async (db: Db, matterId: string, now: Date): Promise<string | undefined> =>
  (
    await db.matterHold.findFirst({
      where: { matterId, ...lasts(now) },
      orderBy: [{ until: 'desc' }, { id: 'asc' }],
      select: { id: true },
    })
  )?.id

export const createMatterHolds = (deps: HoldsDeps): MatterHolds => {
  const { db, seal, newId, now } = deps
  const mine = (matterId: string, actorId: string) =>
    db.staffMatter.findFirst({
      where: { id: matterId, contactId: actorId },
      select: { id: true, houseId: true },
    })
  return {
    async place({ matterId, actorId, name, why, until }) {
      const matter = await mine(matterId, actorId)
      if (matter === null) return undefined
      const house = matter.houseId as HouseId
      const id = newId()
      const at = now()
      const words = await seal.seal(JSON.stringify({ name, why }), until, aboutHold(house, id))
      await transact(db, async (tx) => {
        await tx.matterHold.create({
          data: { id, houseId: house, matterId, placedById: actorId, words, until, createdAt: at },
        })
        await writeAudit(tx, {
          house,
          at,
          act: 'held',
          flagId: matterId,
          actorId,
          codes: { until: until.toISOString().slice(0, 10) },
          idsUntil: new Date(until.getTime() + deps.auditIdsDays(house) * DAY_MS),
        })
      })
      // Killed before this, the next sweep does it: nothing of a held matter is forgotten before.
      const holdId = await longest(db, matterId, at)
      return { words: holdId !== undefined && (await wrapPlaces(seal, await placesOf(db, matterId), holdId)) }
    },
    async of(matterId, actorId) {
      if ((await mine(matterId, actorId)) === null) return undefined
      const holdId = await longest(db, matterId, now())
      const row = holdId === undefined ? null : await db.matterHold.findUnique({ where: { id: holdId } })
      if (row === null) return undefined
      const about = aboutHold(row.houseId as HouseId, row.id)
      const opened = row.words === null ? undefined : await seal.open(asSealed(row.words), about)
      return {
        holdId: row.id,
        until: row.until,
        said: opened === undefined ? undefined : said.parse(JSON.parse(opened)),
      }
    },
    async lift(matterId, actorId) {
      if ((await mine(matterId, actorId)) === null) return false
      const at = now()
      const { count } = await db.matterHold.updateMany({
        where: { matterId, ...lasts(at) },
        data: { until: at },
      })
      if (count === 0) return false
      await endMatterHolds(deps, at, actorId)
      return true
    },
  }
}

/** Shuts everything of held matters under the keys of their holds. */
export const wrapMatters = async (db: Db, seal: Pick<Seal, 'hold'>, now: Date): Promise<void> => {
  const held = await db.staffMatter.findMany({ where: heldAt(now), select: { id: true } })
  for (const { id } of held) {
    const holdId = await longest(db, id, now)
    if (holdId !== undefined) await wrapPlaces(seal, await placesOf(db, id), holdId)
  }
}

/** As {@link endHolds} of flags: killed anywhere between, the next sweep finds the same rows and does the rest. */
export const endMatterHolds = async (
  { db, seal }: Pick<HoldsDeps, 'db'> & { readonly seal: Pick<Seal, 'hold' | 'reseal' | 'dropHold'> },
  now: Date,
  actorId?: string,
): Promise<number> => {
  const over = await db.matterHold.findMany({ where: { endedAt: null, until: { lte: now } } })
  for (const { id, matterId, houseId } of over) {
    const next = await longest(db, matterId, now)
    await unwrapPlaces(seal, await placesOf(db, matterId), { holdId: id, next, now })
    await seal.dropHold(id)
    await transact(db, async (tx) => {
      const { count } = await tx.matterHold.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: now, words: null },
      })
      if (count !== 1) return
      const line = await tx.auditLine.findFirst({
        where: { flagId: matterId, act: 'held' },
        orderBy: { id: 'desc' },
        select: { idsUntil: true },
      })
      await writeAudit(tx, {
        house: houseId as HouseId,
        at: now,
        act: 'hold-ended',
        flagId: matterId,
        ...(actorId === undefined ? {} : { actorId }),
        codes: {},
        idsUntil: line?.idsUntil ?? now,
      })
    })
  }
  return over.length
}
