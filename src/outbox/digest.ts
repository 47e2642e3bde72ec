import type { HouseId } from '../house/id.ts'
import { type Db, transact } from '../storage/db.ts'
import { leaseIsFree } from '../storage/lease.ts'
import type { Outbox } from './outbox.ts'
import { WANTED } from './target.ts'

/**
 * A flood of cards would stand in line for minutes, since Discord takes about one message a second in a channel. So
 * when too many were never posted, they become one digest that says how many wait and where to see them.
 */
export const digestKey = (channelId: string): string => `digest:${channelId}`

interface DigestDeps {
  readonly db: Db
  readonly now: () => Date
  readonly want: Outbox['want']
  /** As for the outbox. */
  readonly serves?: ((houseId: string) => boolean) | undefined
}

/** Cards that nobody began to post. */
const unposted = (now: Date) => ({
  kind: 'card',
  messageId: null,
  doneVersion: 0,
  attemptedAt: null,
  nextTry: WANTED,
  ...leaseIsFree(now),
})

export const collapse = async (
  { db, now, want, serves }: DigestDeps,
  limit: number,
  spare: number,
): Promise<readonly string[]> => {
  const waiting = await db.outboxTarget.groupBy({
    by: ['houseId', 'channelId'],
    where: unposted(now()),
    _count: { id: true },
  })
  const floods = waiting.filter(({ houseId, _count }) => _count.id > limit && serves?.(houseId) !== false)
  for (const { houseId, channelId } of floods)
    await collapseOne({ db, now, want }, houseId, channelId, limit, spare)
  return floods.map(({ channelId }) => channelId)
}

/** The heaviest keep a card of their own, as many as the limit; all others are taken as shown by the digest. */
const collapseOne = async (
  { db, now, want }: DigestDeps,
  houseId: string,
  channelId: string,
  limit: number,
  spare: number,
): Promise<void> => {
  await transact(db, async (tx) => {
    const where = { houseId, channelId, ...unposted(now()) }
    const kept = await tx.outboxTarget.findMany({
      where: { ...where, priority: { gte: spare } },
      orderBy: [{ priority: 'desc' }, { createdAt: 'asc' }],
      take: limit,
      select: { id: true },
    })
    const others = { ...where, id: { notIn: kept.map(({ id }) => id) } }
    // The version that was wanted is the one that counts as reached, so each version for itself.
    const versions = await tx.outboxTarget.groupBy({ by: ['desiredVersion'], where: others })
    for (const { desiredVersion } of versions) {
      await tx.outboxTarget.updateMany({
        where: { ...others, desiredVersion },
        data: { doneVersion: desiredVersion, nextTry: null },
      })
    }
    await want(tx, {
      house: houseId as HouseId,
      targetKey: digestKey(channelId),
      kind: 'digest',
      channelId,
      desired: { channelId },
      priority: spare,
    })
  })
}

/** Cards that count as shown without a message of their own. */
export const digested = async (db: Db, house: HouseId, channelId: string): Promise<readonly string[]> => {
  const rows = await db.outboxTarget.findMany({
    where: {
      houseId: house,
      channelId,
      kind: 'card',
      messageId: null,
      doneVersion: { gt: 0 },
      nextTry: null,
    },
    select: { targetKey: true },
  })
  return rows.map(({ targetKey }) => targetKey)
}
