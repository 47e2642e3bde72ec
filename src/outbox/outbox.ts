import type { HouseId } from '../house/id.ts'
import type { Db, Tx } from '../storage/db.ts'
import { LEASE_MS, leaseEnd, leaseIsFree, leaseOf } from '../storage/lease.ts'
import { ofServed } from '../storage/served.ts'
import { createStill, type Written } from '../storage/still.ts'
import { createAnswers } from './answers.ts'
import { collapse, digested } from './digest.ts'
import { createHanding, type Handing } from './hand.ts'
import { type Claim, claimOf, LeaseLostError, type Target, targetOf, WANTED, type Wish } from './target.ts'

export type { Sender } from './hand.ts'
export {
  type Claim,
  LeaseLostError,
  TARGET_KINDS,
  type Target,
  type TargetKind,
  type Wish,
} from './target.ts'

export interface Outbox extends Handing {
  /**
   * Wants a target, or a newer picture of it. Written in the transaction of what causes it, after which `announce` is
   * called; given the database itself instead of a transaction, it announces by itself.
   *
   * @returns the version that is now wanted
   */
  want(tx: Tx | Db, wish: Wish): Promise<number>
  /**
   * In the same transaction after `want`: the press that causes it is about to be answered with the picture, so the
   * reconciler leaves it alone for a moment. Without `settle` it is sent all the same, a little later.
   */
  expectAnswer(tx: Tx | Db, house: HouseId, targetKey: string): Promise<void>
  /** Tells the listeners that there is work. Called after the transaction of `want` was committed. */
  announce(): void
  onWanted(listener: () => void): () => void
  /** Takes at most `limit` targets that need work and that nobody works on, the most urgent first. */
  claim(limit: number): Promise<readonly Claim[]>
  /**
   * Writes down that Discord is about to be asked; killed after this, it is known that something may have been posted.
   *
   * @throws LeaseLostError when another worker has the target
   */
  attempted(claim: Claim): Promise<void>
  /** Discord shows the version that was claimed. A newer wish stays wanted. False when the lease was lost. */
  done(claim: Claim, result: { readonly messageId?: string }): Promise<boolean>
  /** The message is gone or in a place that cannot be edited: it is to be posted anew, under another nonce. */
  repost(claim: Claim, to?: { readonly channelId: string }): Promise<void>
  /**
   * It did not work, or not all of it. `refused` says that Discord surely did not carry it out; without that the
   * attempt stays open, and is looked for before it is repeated. `messageId`: the message stands, but something that
   * belongs to it is still to be done.
   */
  failed(
    claim: Claim,
    why: {
      readonly code: string
      readonly retryAt: Date
      readonly refused?: boolean
      readonly messageId?: string
    },
  ): Promise<void>
  /**
   * Somebody deleted the message of a card or a notice: it comes back. A line that somebody took away stays away.
   *
   * @returns false when it is not the message of such a target
   */
  missing(house: HouseId, messageId: string): Promise<boolean>
  /**
   * A press on that message was answered with the picture of that version, so that it need not be sent again.
   *
   * @returns false when something newer is wanted, another message is the one that counts, or a worker is sending
   */
  settle(house: HouseId, targetKey: string, version: number, messageId: string): Promise<boolean>
  /** The answer that `expectAnswer` spoke of did not come: send it now. */
  answerFailed(house: HouseId, targetKey: string): Promise<void>
  /**
   * When more than `limit` cards of a channel were never posted, they become one digest: what is not above `spare` is
   * taken as shown by it. Answers the channels in which that happened.
   */
  collapse(limit: number, spare: number): Promise<readonly string[]>
  /** How many cards of a channel stand in its digest instead of having a message of their own; their target keys. */
  digested(house: HouseId, channelId: string): Promise<readonly string[]>
  /** These targets belong in another channel now: they are posted there anew. */
  move(house: HouseId, targetKeys: readonly string[], to: string): Promise<void>
  /** The targets of a channel that a person must mend (a right is missing, the channel is gone). */
  stuck(house: HouseId, channelId: string): Promise<number>
  /** How many targets are not up to date. */
  pending(): Promise<number>
  target(house: HouseId, targetKey: string): Promise<Target | undefined>
}

export interface OutboxDeps {
  readonly db: Db
  readonly newId: () => string
  /** The name of this process in the leases. */
  readonly worker: string
  readonly now: () => Date
  /** Whether a house is one of this process; every house is when it is left out. */
  readonly serves?: ((houseId: string) => boolean) | undefined
  /** Left out, it is looked each time what is wanted. */
  readonly written?: Written | undefined
}

/** The row, as long as this worker has it. */
const mine = (claim: Claim) => ({ id: claim.id, leasedBy: claim.lease })
const FREE = { leasedBy: null, leasedUntil: null } as const
/** More than a query can name at once is done in parts. */
const NAMED_AT_ONCE = 400
/** Codes of what the bot cannot mend: there is no channel, the channel is unknown, cannot be seen, or a right is missing. */
export const FOR_PEOPLE = ['no-channel', 'discord-10003', 'discord-50001', 'discord-50013'] as const

/**
 * The one way in which something comes to stand on Discord: what must be shown is written with what causes it, and
 * one reconciler makes Discord match. Order is kept for each target and never across targets: one channel that
 * refuses does not stop the others.
 */
export const createOutbox = (deps: OutboxDeps): Outbox => {
  const { db, newId, worker, now, serves, written } = deps
  const listeners = new Set<() => void>()
  const announce = (): void => {
    for (const listener of listeners) listener()
  }

  const claimDue = async (limit: number): Promise<readonly Claim[]> => {
    const at = now()
    // What never failed is due whatever the clock says: a clock that was put back does not hold up a card.
    const due = { AND: [{ OR: [{ nextTry: { lte: at } }, { tries: 0 }] }, leaseIsFree(at)] }
    const all = { nextTry: WANTED, ...due }
    const wanted = await ofServed(serves, all, async () => {
      const houses = await db.outboxTarget.groupBy({ by: ['houseId'], where: all })
      return houses
    })
    const found = await db.outboxTarget.findMany({
      where: wanted,
      orderBy: [{ priority: 'desc' }, { nextTry: 'asc' }],
      take: limit,
      select: { id: true },
    })
    if (found.length === 0) return []
    const lease = leaseOf(worker, newId())
    const leasedUntil = leaseEnd(at)
    const ids = { in: found.map(({ id }) => id) }
    await db.outboxTarget.updateMany({
      where: { ...wanted, id: ids },
      data: { leasedBy: lease, leasedUntil },
    })
    const rows = await db.outboxTarget.findMany({
      where: { id: ids, leasedBy: lease },
      orderBy: [{ priority: 'desc' }, { nextTry: 'asc' }],
    })
    return rows.map((row) => claimOf(row, lease, leasedUntil))
  }
  const still = createStill(written, async () => {
    const next = await db.outboxTarget.findFirst({
      where: { nextTry: WANTED },
      orderBy: { nextTry: 'asc' },
      select: { nextTry: true },
    })
    return next?.nextTry
  })

  const outbox: Outbox = {
    want: async (tx, { house, targetKey, kind, channelId, desired, priority = 0 }) => {
      const at = now()
      const wish = { desired: JSON.stringify(desired), nextTry: at, priority }
      const { desiredVersion } = await tx.outboxTarget.upsert({
        where: { houseId_targetKey: { houseId: house, targetKey } },
        select: { desiredVersion: true },
        create: { id: newId(), houseId: house, targetKey, kind, channelId, createdAt: at, ...wish },
        // A person who waits for a new picture does not wait for the back-off of the old one.
        update: { ...wish, desiredVersion: { increment: 1 } },
      })
      // Without a transaction around it, it is committed by now.
      if (tx === db) announce()
      return desiredVersion
    },
    ...createAnswers({ db, now, announce }),
    ...createHanding(deps),
    announce,
    onWanted: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    claim: (limit) => still.unless(now(), () => claimDue(limit)),

    attempted: async (claim) => {
      const at = now()
      // It was written with the wish, a moment ago; after a long moment it is made sure that the lease holds.
      if (claim.noted === true && claim.leasedUntil.getTime() - at.getTime() > LEASE_MS / 2) return
      const { count } = await db.outboxTarget.updateMany({
        where: mine(claim),
        data: { attemptedAt: claim.attemptedAt ?? at, leasedUntil: leaseEnd(at) },
      })
      if (count !== 1) throw new LeaseLostError(claim.targetKey)
    },

    done: async (claim, { messageId }) => {
      const reached = {
        ...FREE,
        doneVersion: claim.version,
        attemptedAt: null,
        tries: 0,
        lastError: null,
        ...(messageId === undefined ? {} : { messageId }),
      }
      const sent = { ...mine(claim), generation: claim.generation }
      const { count } = await db.outboxTarget.updateMany({
        where: { ...sent, desiredVersion: claim.version },
        data: { ...reached, nextTry: null },
      })
      if (count === 1) return true
      // Somebody wanted a newer picture meanwhile: only what was sent is confirmed, and there is another round.
      const again = await db.outboxTarget.updateMany({ where: sent, data: { ...reached, nextTry: now() } })
      if (again.count === 1) return true
      // Or somebody deleted the message meanwhile: nothing is confirmed, it is posted anew.
      const free = await db.outboxTarget.updateMany({ where: mine(claim), data: { ...FREE, nextTry: now() } })
      return free.count === 1
    },

    repost: async (claim, to) => {
      await db.outboxTarget.updateMany({
        where: mine(claim),
        data: {
          ...FREE,
          ...to,
          generation: { increment: 1 },
          messageId: null,
          attemptedAt: null,
          nextTry: now(),
        },
      })
    },

    failed: async (claim, { code, retryAt, refused = false, messageId }) => {
      await db.outboxTarget.updateMany({
        where: mine(claim),
        data: {
          ...FREE,
          lastError: code,
          nextTry: retryAt,
          tries: { increment: 1 },
          // What was refused is this attempt; one before it, of which nobody knows the end, stays open.
          ...(refused ? { attemptedAt: claim.attemptedAt } : {}),
          ...(messageId === undefined ? {} : { attemptedAt: null }),
          ...(messageId === undefined ? {} : { messageId }),
        },
      })
    },

    missing: async (house, messageId) => {
      const { count } = await db.outboxTarget.updateMany({
        where: { houseId: house, messageId, kind: { in: ['card', 'digest', 'notice', 'talk-card'] } },
        data: { generation: { increment: 1 }, messageId: null, attemptedAt: null, nextTry: now() },
      })
      if (count > 0) announce()
      return count > 0
    },

    collapse: (limit, spare) =>
      collapse({ db, now, serves, want: (tx, wish) => outbox.want(tx, wish) }, limit, spare),
    digested: (house, channelId) => digested(db, house, channelId),
    move: async (house, targetKeys, to) => {
      for (let from = 0; from < targetKeys.length; from += NAMED_AT_ONCE) {
        await db.outboxTarget.updateMany({
          where: { houseId: house, targetKey: { in: targetKeys.slice(from, from + NAMED_AT_ONCE) } },
          data: {
            ...FREE,
            channelId: to,
            generation: { increment: 1 },
            messageId: null,
            attemptedAt: null,
            doneVersion: 0,
            tries: 0,
            lastError: null,
            nextTry: now(),
          },
        })
      }
      announce()
    },
    stuck: (house, channelId) =>
      db.outboxTarget.count({
        where: { houseId: house, channelId, nextTry: WANTED, lastError: { in: [...FOR_PEOPLE] } },
      }),

    pending: () => db.outboxTarget.count({ where: { nextTry: WANTED } }),

    target: async (house, targetKey) => {
      const row = await db.outboxTarget.findUnique({
        where: { houseId_targetKey: { houseId: house, targetKey } },
      })
      return row === null ? undefined : targetOf(row)
    },
  }
  return outbox
}
