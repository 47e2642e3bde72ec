import type { HouseId } from '../house/id.ts'
import type { Level } from '../screening/kinds.ts'
import { isSerious } from './outcomes.ts'

/**
 * Care for who decides: how many heavy messages somebody closed one after the other. It is remembered while the bot
 * runs, for a few hours, and written nowhere: it is no figure about anybody, and nobody else can see it (domain §3,
 * seed:982). After two there is advice, never a refusal.
 */
export interface Care {
  /** Somebody closed a message of that level. @returns how many heavy ones in a row, this one with them */
  closed(house: HouseId, memberId: string, level: Level): number
  /** How many heavy ones in a row somebody had until now. */
  inARow(house: HouseId, memberId: string): number
}

/** From here there is advice. */
export const ADVICE_FROM = 2
/** After this long without one, it is another day. */
const REMEMBERED_MS = 4 * 60 * 60_000
/** More people than this do not decide at the same time; the one of longest ago is forgotten. */
const MOST = 1_000

const keyOf = (house: HouseId, memberId: string): string => `${house}:${memberId}`

export const createCare = ({ now }: { readonly now: () => Date }): Care => {
  const rows = new Map<string, { readonly count: number; readonly at: number }>()
  const known = (key: string): number => {
    const row = rows.get(key)
    if (row === undefined) return 0
    if (now().getTime() - row.at <= REMEMBERED_MS) return row.count
    rows.delete(key)
    return 0
  }
  return {
    closed(house, memberId, level) {
      const key = keyOf(house, memberId)
      const count = isSerious(level) ? known(key) + 1 : 0
      // Put last: the first of the map is the one of longest ago.
      rows.delete(key)
      if (count > 0) rows.set(key, { count, at: now().getTime() })
      const [oldest] = rows.keys()
      if (rows.size > MOST && oldest !== undefined) rows.delete(oldest)
      return count
    },
    inARow: (house, memberId) => known(keyOf(house, memberId)),
  }
}
