import type { HandOver } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import type { Db, Tx } from '../storage/db.ts'
import type { DutyDeps } from './deps.ts'
import { wantHandOver } from './wishes.ts'

/** `offered`: it waits for somebody who accepts. */
export const HAND_OVER_STATES = ['offered', 'accepted', 'withdrawn'] as const
export type HandOverState = (typeof HAND_OVER_STATES)[number]

/** What somebody offered, as far as nobody accepted it. */
export const openOffer = (db: Db | Tx, house: HouseId, memberId: string): Promise<HandOver | null> =>
  db.handOver.findUnique({ where: { houseId_openFor: { houseId: house, openFor: memberId } } })

/** Brings an offer to its end, once: whoever presses at the same time. @returns undefined when it was over already */
export const endOffer = async (
  deps: Pick<DutyDeps, 'outbox' | 'now'>,
  tx: Tx,
  offer: Pick<HandOver, 'id' | 'version'>,
  how: { readonly state: 'accepted'; readonly toId: string } | { readonly state: 'withdrawn' },
): Promise<HandOver | undefined> => {
  const { count } = await tx.handOver.updateMany({
    where: { id: offer.id, version: offer.version, state: 'offered' },
    data: { ...how, openFor: null, endedAt: deps.now(), version: { increment: 1 } },
  })
  if (count !== 1) return undefined
  const after = await tx.handOver.findUniqueOrThrow({ where: { id: offer.id } })
  await wantHandOver(deps, tx, after)
  return after
}

/** There is nothing to hand over any more, or the giver stays after all. */
export const withdrawOffer = async (
  deps: Pick<DutyDeps, 'outbox' | 'now'>,
  tx: Tx,
  house: HouseId,
  memberId: string,
): Promise<boolean> => {
  const offer = await openOffer(tx, house, memberId)
  return offer !== null && (await endOffer(deps, tx, offer, { state: 'withdrawn' })) !== undefined
}
