import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import type { HeldKey, HoldingDeps } from './deps.ts'
import { hold, leaveIt, type NewHold, stillToTakeOut, takenOut } from './hold.ts'
import { lineIn, ofWriter, type OwnHeldMessage, told } from './of-writer.ts'
import {
  type DecidedFlag,
  decided,
  isGivenBack,
  letBotPost,
  type OwnHeld,
  type Posted,
  withdraw,
} from './put-back.ts'
import { type HeldLine, standingOf } from './standing.ts'

export type { HeldKey, HoldingDeps } from './deps.ts'
export type { NewHold } from './hold.ts'
export type { OwnHeldMessage } from './of-writer.ts'
export type { DecidedFlag, OwnHeld, Posted, WayBack } from './put-back.ts'
export type { HeldLine, Standing } from './standing.ts'

/** Messages that a rule keeps back until a person looked. What each does stands at its function. */
export interface Holding {
  hold(tx: Tx, wish: NewHold): Promise<void>
  stillToTakeOut(key: HeldKey): Promise<{ readonly flagId: string } | undefined>
  takenOut(key: HeldKey): Promise<void>
  leaveIt(key: HeldKey): Promise<string | undefined>
  decided(
    tx: Tx,
    flag: DecidedFlag,
    before: Pick<DecidedFlag, 'state' | 'outcome'> | undefined,
  ): Promise<void>
  letBotPost(own: OwnHeld): Promise<boolean>
  withdraw(own: OwnHeld): Promise<boolean>
  isGivenBack(posted: Posted): Promise<boolean>
  ofWriter(house: HouseId, authorId: string, channelId?: string): Promise<readonly OwnHeldMessage[]>
  told(key: HeldKey, held: Pick<OwnHeldMessage, 'channelId' | 'standing'>): Promise<void>
  lineIn(house: HouseId, channelId: string): Promise<HeldLine>
  /** Whose words the bot is to quote, and of which flag; undefined when no quote is to stand. */
  quoted(key: HeldKey): Promise<{ readonly authorId: string; readonly flagId: string } | undefined>
}

export const createHolding = (deps: HoldingDeps): Holding => ({
  hold: (tx, wish) => hold(deps, tx, wish),
  stillToTakeOut: (key) => stillToTakeOut(deps, key),
  takenOut: (key) => takenOut(deps, key),
  leaveIt: (key) => leaveIt(deps, key),
  decided: (tx, flag, before) => decided(deps, tx, flag, before),
  letBotPost: (own) => letBotPost(deps, own),
  withdraw: (own) => withdraw(deps, own),
  isGivenBack: (posted) => isGivenBack(deps, posted),
  ofWriter: (house, authorId, channelId) => ofWriter(deps, house, authorId, channelId),
  told: (key, held) => told(deps, key, held),
  lineIn: (house, channelId) => lineIn(deps, house, channelId),
  async quoted({ house, messageId }) {
    const row = await deps.db.heldMessage.findFirst({
      where: { messageId, houseId: house, state: 'held' },
      include: { flag: { select: { state: true, outcome: true } } },
    })
    if (row === null || row.authorId === null || standingOf(row) !== 'quoted') return undefined
    return { authorId: row.authorId, flagId: row.flagId }
  },
})
