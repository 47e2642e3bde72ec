import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import type { HoldingDeps } from './deps.ts'
import { hold, leaveIt, type NewHold, stillToTakeOut, takenOut } from './hold.ts'
import { lineIn, ofWriter, type OwnHeldMessage, told } from './of-writer.ts'
import {
  type DecidedFlag,
  decided,
  isGivenBack,
  letBotPost,
  type OwnHeld,
  type Posted,
  type WayBack,
  withdraw,
} from './put-back.ts'
import { type HeldLine, standingOf } from './standing.ts'

export type { HoldingDeps } from './deps.ts'
export type { NewHold } from './hold.ts'
export type { OwnHeldMessage } from './of-writer.ts'
export type { DecidedFlag, OwnHeld, Posted, WayBack } from './put-back.ts'
export type { HeldLine, Standing } from './standing.ts'

/** Messages that a rule keeps back until a person looked. */
export interface Holding {
  hold(tx: Tx, wish: NewHold): Promise<void>
  stillToTakeOut(house: HouseId, flagId: string): Promise<boolean>
  takenOut(house: HouseId, flagId: string): Promise<void>
  leaveIt(house: HouseId, flagId: string): Promise<void>
  decided(
    tx: Tx,
    flag: DecidedFlag,
    before: Pick<DecidedFlag, 'state' | 'outcome'>,
    way?: WayBack,
  ): Promise<void>
  letBotPost(own: OwnHeld): Promise<boolean>
  withdraw(own: OwnHeld): Promise<boolean>
  isGivenBack(posted: Posted): Promise<boolean>
  ofWriter(house: HouseId, authorId: string, channelId?: string): Promise<readonly OwnHeldMessage[]>
  told(house: HouseId, held: Pick<OwnHeldMessage, 'flagId' | 'channelId' | 'standing'>): Promise<void>
  lineIn(house: HouseId, channelId: string): Promise<HeldLine>
  /** Whose message the bot is to quote; undefined when no quote is to stand. */
  quoted(house: HouseId, flagId: string): Promise<{ readonly authorId: string } | undefined>
}

export const createHolding = (deps: HoldingDeps): Holding => ({
  hold: (tx, wish) => hold(deps, tx, wish),
  stillToTakeOut: (house, flagId) => stillToTakeOut(deps, house, flagId),
  takenOut: (house, flagId) => takenOut(deps, house, flagId),
  leaveIt: (house, flagId) => leaveIt(deps, house, flagId),
  decided: (tx, flag, before, way) => decided(deps, tx, flag, before, way),
  letBotPost: (own) => letBotPost(deps, own),
  withdraw: (own) => withdraw(deps, own),
  isGivenBack: (posted) => isGivenBack(deps, posted),
  ofWriter: (house, authorId, channelId) => ofWriter(deps, house, authorId, channelId),
  told: (house, held) => told(deps, house, held),
  lineIn: (house, channelId) => lineIn(deps, house, channelId),
  async quoted(house, flagId) {
    const row = await deps.db.heldMessage.findFirst({
      where: { flagId, houseId: house, state: 'held' },
      include: { flag: { select: { state: true, outcome: true, authorId: true } } },
    })
    if (row === null || row.flag.authorId === null || standingOf(row) !== 'quoted') return undefined
    return { authorId: row.flag.authorId }
  },
})
