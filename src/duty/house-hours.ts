import type { HouseClosure, HouseEnd } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { OpeningHours } from '../policy/schema.ts'
import type { Db, Tx } from '../storage/db.ts'
import { DAY, dateOf, localDayOf } from './brussels.ts'

/** A day that never comes: what is closed until then is closed for good. */
export const FOR_GOOD = '9999-12-31'

/** The hours of each house, as they are now: those of its policy, with the holidays and the end that its team set. */
export interface HouseHours {
  of(house: HouseId): OpeningHours
  /** The last day (YYYY-MM-DD, Brussels) of a house that ends; undefined for one that goes on. */
  lastDay(house: HouseId): string | undefined
  /** Whether its last day is over. */
  hasEnded(house: HouseId, at: Date): boolean
  /** Reads what the team set. Called when a house opens, after each change, and now and then. */
  load(house: HouseId, from?: Db | Tx): Promise<void>
}

interface Known {
  readonly closures: readonly Pick<HouseClosure, 'fromDay' | 'untilDay'>[]
  readonly end: Pick<HouseEnd, 'lastDay'> | null
  /** What they make of the hours of a policy, made once for each. */
  made?: { readonly of: OpeningHours; readonly hours: OpeningHours }
}

const dayAfter = (day: string): string => dateOf(Date.parse(`${day}T00:00:00Z`) / DAY + 1)

/** The hours of a policy with what the team added. */
export const withClosures = (
  hours: OpeningHours,
  closures: readonly Pick<HouseClosure, 'fromDay' | 'untilDay'>[],
  end: Pick<HouseEnd, 'lastDay'> | null,
): OpeningHours => ({
  ...hours,
  closed: [
    ...hours.closed,
    ...closures.map(({ fromDay, untilDay }) => ({ from: fromDay, until: untilDay })),
    ...(end === null ? [] : [{ from: dayAfter(end.lastDay), until: FOR_GOOD }]),
  ],
})

/**
 * Keeps the hours at hand: they are asked for with every message. Another process that changes them is noticed at the
 * next `load`.
 */
export const createHouseHours = (db: Db, policy: (house: HouseId) => OpeningHours): HouseHours => {
  const known = new Map<HouseId, Known>()
  const lastDay = (house: HouseId): string | undefined => known.get(house)?.end?.lastDay
  return {
    of: (house) => {
      const agreed = policy(house)
      const added = known.get(house)
      if (added === undefined || (added.closures.length === 0 && added.end === null)) return agreed
      // The agreements may be others by now: then what the team set is added to those.
      if (added.made?.of !== agreed)
        added.made = { of: agreed, hours: withClosures(agreed, added.closures, added.end) }
      return added.made.hours
    },
    lastDay,
    hasEnded: (house, at) => {
      const last = lastDay(house)
      return last !== undefined && dateOf(localDayOf(at.getTime())) > last
    },
    load: async (house, from = db) => {
      const closures = await from.houseClosure.findMany({ where: { houseId: house, liftedAt: null } })
      const end = await from.houseEnd.findUnique({ where: { houseId: house } })
      known.set(house, { closures, end })
    },
  }
}
