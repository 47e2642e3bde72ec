import type { Desk, House } from '../desk.ts'
import { NO_CHANNEL } from '../missing.ts'

/** Talks in which something can still be done with their card. */
const ALIVE = { OR: [{ state: { in: ['waiting', 'talking'] } }, { followUpDoneAt: null }] }

/**
 * The channel of the queue is another one than before (it was deleted and made anew, or the agreements name another):
 * what waits is posted there. What is closed comes along only when something happens to it.
 */
export async function moveCards(
  { db, outbox }: Pick<Desk, 'db' | 'outbox'>,
  { id: houseId, queueChannelId: to }: Pick<House, 'id' | 'queueChannelId'>,
): Promise<void> {
  if (to === NO_CHANNEL) return
  const elsewhere = { houseId, queueChannelId: { not: to } }
  const flags = await db.flag.findMany({
    where: { ...elsewhere, state: { not: 'closed' } },
    select: { id: true },
  })
  const talks = await db.talk.findMany({ where: { ...elsewhere, ...ALIVE }, select: { id: true } })
  await db.flag.updateMany({ where: elsewhere, data: { queueChannelId: to } })
  await db.talk.updateMany({ where: elsewhere, data: { queueChannelId: to } })
  const others = await db.outboxTarget.findMany({
    where: {
      houseId,
      OR: [
        { kind: 'data-note', channelId: { not: to } },
        { kind: { in: ['hand-over', 'staff'] }, channelId: NO_CHANNEL },
      ],
    },
    select: { targetKey: true },
  })
  const keys = [
    ...flags.map(({ id }) => `card:${id}`),
    ...talks.flatMap(({ id }) => [`talk-card:asked:${id}`, `talk-card:follow:${id}`]),
    ...others.map(({ targetKey }) => targetKey),
  ]
  if (keys.length > 0) await outbox.move(houseId, keys, to)
}
