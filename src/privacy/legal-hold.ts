import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { REAL } from '../queue/real.ts'
import { type Db, transact } from '../storage/db.ts'
import { longestHold, unwrapFlag, wrapFlag } from './hold-wrap.ts'
import { asSealed, type Seal } from './sealed.ts'

/** Something that is kept longer for the law, as the youth workers see it. */
export interface HoldView {
  readonly holdId: string
  readonly flagId: string
  /** Who asked for it, and why; undefined when that can no longer be read. */
  readonly said: { readonly name: string; readonly why: string } | undefined
  /** The moment after which it is over. */
  readonly until: Date
}

export interface LegalHolds {
  /**
   * Keeps everything of a flag until then, whatever its terms are.
   *
   * @param input.name - who asks for it
   * @returns whether there were words left to keep; undefined when there is no such flag
   */
  place(input: {
    readonly house: HouseId
    readonly flagId: string
    readonly actorId: string
    readonly name: string
    readonly why: string
    readonly until: Date
  }): Promise<{ readonly words: boolean } | undefined>
  /** Those that last, the first to end first. */
  list(house: HouseId): Promise<readonly HoldView[]>
  /** Ends one before its day. */
  lift(house: HouseId, holdId: string, actorId: string): Promise<boolean>
}

export interface HoldsDeps {
  readonly db: Db
  readonly seal: Seal
  readonly newId: () => string
  readonly now: () => Date
  readonly auditIdsDays: (house: HouseId) => number
}

const said = z.strictObject({ name: z.string(), why: z.string() })
const DAY_MS = 86_400_000
const aboutHold = (house: HouseId, holdId: string): string => `hold:${house}:${holdId}`

/** Holds for the law: named, with a reason and an end, each written in the audit. */
export const createLegalHolds = (deps: HoldsDeps): LegalHolds => {
  const { db, seal, newId, now } = deps
  return {
    async place({ house, flagId, actorId, name, why, until }) {
      const flag = await db.flag.findFirst({
        where: { id: flagId, houseId: house, ...REAL },
        select: { id: true },
      })
      if (flag === null) return undefined
      const id = newId()
      const at = now()
      const words = await seal.seal(JSON.stringify({ name, why }), until, aboutHold(house, id))
      await transact(db, async (tx) => {
        await tx.legalHold.create({
          data: { id, houseId: house, flagId, placedById: actorId, words, until, createdAt: at },
        })
        await writeAudit(tx, {
          house,
          at,
          act: 'held',
          flagId,
          actorId,
          codes: { until: until.toISOString().slice(0, 10) },
          idsUntil: new Date(until.getTime() + deps.auditIdsDays(house) * DAY_MS),
        })
      })
      // Killed before this, the next sweep does it: nothing of a held flag is forgotten before.
      const longest = await longestHold(db, flagId, at)
      return { words: longest !== undefined && (await wrapFlag(db, seal, flagId, longest.id)) }
    },

    async list(house) {
      const rows = await db.legalHold.findMany({
        where: { houseId: house, endedAt: null, until: { gt: now() } },
        orderBy: { until: 'asc' },
      })
      return Promise.all(
        rows.map(async ({ id, flagId, words, until }) => {
          const opened = words === null ? undefined : await seal.open(asSealed(words), aboutHold(house, id))
          return {
            holdId: id,
            flagId,
            until,
            said: opened === undefined ? undefined : said.parse(JSON.parse(opened)),
          }
        }),
      )
    },

    async lift(house, holdId, actorId) {
      const at = now()
      const { count } = await db.legalHold.updateMany({
        where: { id: holdId, houseId: house, endedAt: null, until: { gt: at } },
        data: { until: at },
      })
      if (count !== 1) return false
      await endHolds(deps, at, actorId)
      return true
    },
  }
}

/**
 * Ends the holds whose day is over: what they kept goes back to its own day or is forgotten, then their keys are
 * destroyed, then they count as ended. Killed anywhere between, the next sweep finds the same rows and does the rest.
 *
 * @returns how many ended
 */
export const endHolds = async (
  { db, seal }: Pick<HoldsDeps, 'db'> & { readonly seal: Pick<Seal, 'hold' | 'reseal' | 'dropHold'> },
  now: Date,
  actorId?: string,
): Promise<number> => {
  const over = await db.legalHold.findMany({ where: { endedAt: null, until: { lte: now } } })
  for (const { id, flagId, houseId } of over) {
    await unwrapFlag(db, seal, flagId, id, now)
    await seal.dropHold(id)
    await transact(db, async (tx) => {
      const { count } = await tx.legalHold.updateMany({
        where: { id, endedAt: null },
        data: { endedAt: now, words: null },
      })
      if (count !== 1) return
      const line = await tx.auditLine.findFirst({
        where: { flagId, act: 'held' },
        orderBy: { id: 'desc' },
        select: { idsUntil: true },
      })
      await writeAudit(tx, {
        house: houseId as HouseId,
        at: now,
        act: 'hold-ended',
        flagId,
        ...(actorId === undefined ? {} : { actorId }),
        codes: {},
        idsUntil: line?.idsUntil ?? now,
      })
    })
  }
  return over.length
}
