import type { HouseId } from '../house/id.ts'
import { addCount } from '../statistics/counts.ts'
import { type Tx, transact } from '../storage/db.ts'
import { type HoldingDeps, wantLine } from './deps.ts'

export interface NewHold {
  readonly house: HouseId
  readonly flagId: string
  readonly channelId: string
  readonly messageId: string
  /** The weight of its flag: the worst is taken out first. */
  readonly rank: number
}

/** After this long a message is no longer taken out: people read it, and its vanishing would come out of the blue. */
const TOO_LATE_MS = 60 * 60_000

/** Writes down that a message is to be held, in the transaction that stores its flag and its sealed words. */
export async function hold({ outbox, now }: HoldingDeps, tx: Tx, wish: NewHold): Promise<void> {
  const { house, flagId, channelId, messageId } = wish
  const fresh = { houseId: house, state: 'holding', heldAt: now(), told: null, wayBack: null }
  await tx.heldMessage.upsert({
    where: { flagId },
    create: { flagId, ...fresh },
    update: { ...fresh, repostId: null, withdrawnAt: null },
    select: { flagId: true },
  })
  await tx.flag.update({ where: { id: flagId }, data: { held: 'held' }, select: { id: true } })
  await outbox.want(tx, {
    house,
    targetKey: `hold:${channelId}:${messageId}`,
    kind: 'hold',
    channelId,
    desired: { flagId, messageId },
    priority: wish.rank,
  })
}

/** Whether a message is still to be taken out of its channel: not once a person decided, nor long after. */
export async function stillToTakeOut(
  { db, now }: HoldingDeps,
  house: HouseId,
  flagId: string,
): Promise<boolean> {
  const row = await db.heldMessage.findFirst({
    where: { flagId, houseId: house, state: 'holding' },
    include: { flag: { select: { state: true } } },
  })
  if (row === null) return false
  return row.flag.state !== 'closed' && now().getTime() - row.heldAt.getTime() < TOO_LATE_MS
}

/** It is out: its writer learns it through the line, and it counts once. */
export async function takenOut(deps: HoldingDeps, house: HouseId, flagId: string): Promise<void> {
  await transact(deps.db, async (tx) => {
    const where = { flagId, houseId: house, state: 'holding' }
    const { count } = await tx.heldMessage.updateMany({ where, data: { state: 'held' } })
    if (count !== 1) return
    const flag = await tx.flag.findUniqueOrThrow({ where: { id: flagId }, select: { channelId: true } })
    await addCount(tx, house, 'held', deps.now())
    await wantLine(deps, tx, house, flag.channelId)
  })
  deps.outbox.announce()
}

/** It stays where it was after all, and its card says nothing of holding any more. */
export async function leaveIt({ db }: HoldingDeps, house: HouseId, flagId: string): Promise<void> {
  await transact(db, async (tx) => {
    const where = { flagId, houseId: house, state: 'holding' }
    const { count } = await tx.heldMessage.updateMany({ where, data: { state: 'left' } })
    if (count === 1) await tx.flag.updateMany({ where: { id: flagId, held: 'held' }, data: { held: null } })
  })
}
