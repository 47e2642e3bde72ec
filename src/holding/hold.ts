import { addCount } from '../statistics/counts.ts'
import { type Tx, transact } from '../storage/db.ts'
import { type HeldKey, type HoldingDeps, wantLine } from './deps.ts'

export interface NewHold extends HeldKey {
  readonly flagId: string
  readonly channelId: string
  readonly authorId: string
  /** The weight of its flag: the worst is taken out first. */
  readonly rank: number
}

/** After this long a message is no longer taken out: people read it, and its vanishing would come out of the blue. */
const TOO_LATE_MS = 60 * 60_000

/** Writes down that a message is to be held, in the transaction that stores its flag and its sealed words. */
export async function hold({ outbox, now }: HoldingDeps, tx: Tx, wish: NewHold): Promise<void> {
  const { house, flagId, channelId, messageId, authorId } = wish
  const row = { houseId: house, flagId, channelId, authorId, state: 'holding', heldAt: now() }
  await tx.heldMessage.upsert({
    where: { messageId },
    create: { messageId, ...row },
    update: { ...row, told: null, wayBack: null, repostId: null, withdrawnAt: null },
    select: { messageId: true },
  })
  await outbox.want(tx, {
    house,
    targetKey: `hold:${channelId}:${messageId}`,
    kind: 'hold',
    channelId,
    desired: { messageId },
    priority: wish.rank,
  })
}

/** The flag of a message that is still to be taken out; undefined once a person decided, or too long after. */
export async function stillToTakeOut(
  { db, now }: HoldingDeps,
  { house, messageId }: HeldKey,
): Promise<{ readonly flagId: string } | undefined> {
  const row = await db.heldMessage.findFirst({
    where: { messageId, houseId: house, state: 'holding' },
    include: { flag: { select: { state: true } } },
  })
  if (row === null || row.flag.state === 'closed') return undefined
  return now().getTime() - row.heldAt.getTime() < TOO_LATE_MS ? { flagId: row.flagId } : undefined
}

/** It is out: its writer learns it through the line, and it counts once. */
export async function takenOut(deps: HoldingDeps, { house, messageId }: HeldKey): Promise<void> {
  await transact(deps.db, async (tx) => {
    const row = await tx.heldMessage.findUniqueOrThrow({ where: { messageId }, select: { channelId: true } })
    const where = { messageId, houseId: house, state: 'holding' }
    const { count } = await tx.heldMessage.updateMany({ where, data: { state: 'held' } })
    if (count !== 1) return
    await addCount(tx, house, 'held', deps.now())
    await wantLine(deps, tx, house, row.channelId)
  })
  deps.outbox.announce()
}

/** It stays where it was after all. Answers its flag, whose card must no longer speak of holding. */
export async function leaveIt(
  { db }: HoldingDeps,
  { house, messageId }: HeldKey,
): Promise<string | undefined> {
  const where = { messageId, houseId: house, state: 'holding' }
  const row = await db.heldMessage.findFirst({ where, select: { flagId: true } })
  const { count } = await db.heldMessage.updateMany({ where, data: { state: 'left' } })
  return count === 1 ? row?.flagId : undefined
}
