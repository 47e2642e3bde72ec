import type { HandOver } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { IN_HANDS, moveHands } from '../queue/hands.ts'
import type { Category, Kind } from '../screening/kinds.ts'
import { isDuplicate, type Tx } from '../storage/db.ts'
import { moveTalks } from '../talks/hands.ts'
import { type DutyDeps, idsUntil } from './deps.ts'
import type { Held } from './duty.ts'
import { endOffer, withdrawOffer } from './hand-over-rows.ts'
import type { ShiftEnd } from './shift-rows.ts'
import { wantHandOver } from './wishes.ts'

/** Whoever accepts, and what they may have. */
export interface Accepting {
  readonly memberId: string
  readonly maySee: (about: { readonly category: Category; readonly kind: Kind }) => boolean
  /** Whether they may come into private talks. */
  readonly mayTalk: boolean
}
export type Accepted =
  | { readonly ok: true; readonly passed: number; readonly released: number }
  /** `over`: another was first, or it was taken back. `own`: it is their own. `talks`: private talks need a youth worker. */
  | { readonly ok: false; readonly refusal: 'over' | 'own' | 'talks' }

/** Somebody puts what they have into the hands of whoever accepts. */
export interface HandOvers {
  /**
   * Offers all that somebody has, in the channel of the queue.
   *
   * @param ending - they stop as soon as somebody accepts
   */
  offer(
    house: HouseId,
    memberId: string,
    where: { readonly channelId: string; readonly ending: boolean },
  ): Promise<'offered' | 'already' | 'nothing'>
  /** Takes all of it at once: one winner, whoever presses at the same time. */
  accept(house: HouseId, handOverId: string, by: Accepting): Promise<Accepted>
  withdraw(house: HouseId, memberId: string): Promise<boolean>
  offerOf(house: HouseId, handOverId: string): Promise<HandOver | undefined>
}

interface Parts {
  readonly change: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly held: (house: HouseId, memberId: string) => Promise<Held>
  readonly endOf: (tx: Tx, house: HouseId, memberId: string, by: ShiftEnd) => Promise<boolean>
}

export const createHandOvers = (deps: DutyDeps, { change, held, endOf }: Parts): HandOvers => {
  const { db } = deps
  const note = (tx: Tx, house: HouseId, act: 'offered' | 'accepted' | 'withdrawn', actorId: string) => {
    const at = deps.now()
    return writeAudit(tx, {
      house,
      at,
      act: `hand-over-${act}`,
      actorId,
      codes: {},
      idsUntil: idsUntil(deps, house, at),
    })
  }

  const offer: HandOvers['offer'] = async (house, memberId, { channelId, ending }) => {
    const { flagIds, talks, followUps } = await held(house, memberId)
    if (flagIds.length + talks + followUps === 0) return 'nothing'
    try {
      await change(async (tx) => {
        const createdAt = deps.now()
        const row = await tx.handOver.create({
          data: {
            id: deps.newId(),
            houseId: house,
            channelId,
            fromId: memberId,
            openFor: memberId,
            state: 'offered',
            ending,
            createdAt,
            idsUntil: idsUntil(deps, house, createdAt),
          },
        })
        await wantHandOver(deps, tx, row)
        await note(tx, house, 'offered', memberId)
      })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return 'already'
    }
    return 'offered'
  }

  const accept: HandOvers['accept'] = async (house, handOverId, by) => {
    const row = await db.handOver.findFirst({ where: { id: handOverId, houseId: house } })
    const from = row?.fromId ?? null
    if (row === null || from === null || row.state !== 'offered') return { ok: false, refusal: 'over' }
    if (from === by.memberId) return { ok: false, refusal: 'own' }
    const has = await held(house, from)
    if (!by.mayTalk && has.talks + has.followUps > 0) return { ok: false, refusal: 'talks' }
    return change(async (tx): Promise<Accepted> => {
      const ended = await endOffer(deps, tx, row, { state: 'accepted', toId: by.memberId })
      if (ended === undefined) return { ok: false, refusal: 'over' }
      const flags = await moveHands(deps.queue(), tx, {
        house,
        from,
        states: IN_HANDS,
        why: 'hand-over',
        actorId: by.memberId,
        to: by,
      })
      const talks = await moveTalks(deps.talks(), tx, {
        house,
        from,
        out: true,
        ...(by.mayTalk ? { to: by.memberId } : {}),
      })
      await note(tx, house, 'accepted', by.memberId)
      if (row.ending) await endOf(tx, house, from, 'handed')
      return {
        ok: true,
        passed: flags.passed + talks.passed,
        released: flags.released + talks.released,
      }
    })
  }

  return {
    offer,
    accept,
    withdraw: (house, memberId) =>
      change(async (tx) => {
        const done = await withdrawOffer(deps, tx, house, memberId)
        if (done) await note(tx, house, 'withdrawn', memberId)
        return done
      }),
    offerOf: async (house, handOverId) =>
      (await db.handOver.findFirst({ where: { id: handOverId, houseId: house } })) ?? undefined,
  }
}
