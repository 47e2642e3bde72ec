import { type APIMessage, type REST, Routes } from 'discord.js'
import type { Desk, House } from '../desk.ts'

/** Discord's longest page; more waiting cards than this are looked at one by one. */
const PAGE = 100

/**
 * Looks whether the cards of what waits still stand: somebody may have deleted one while the bot was away, and Discord
 * tells nothing of that afterwards. What is not among the newest messages is asked for again; the edit finds out
 * whether it is there, and a card that is gone is posted anew.
 */
export async function checkCards(
  desk: Pick<Desk, 'db' | 'flags'>,
  rest: Pick<REST, 'get'>,
  house: Pick<House, 'id' | 'queueChannelId'>,
): Promise<void> {
  const cards = await desk.db.outboxTarget.findMany({
    where: { houseId: house.id, kind: 'card', channelId: house.queueChannelId, messageId: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { targetKey: true, messageId: true },
  })
  if (cards.length === 0) return
  const query = new URLSearchParams({ limit: String(PAGE) })
  const newest = (await rest.get(Routes.channelMessages(house.queueChannelId), { query })) as APIMessage[]
  const there = new Set(newest.map(({ id }) => id))
  for (const { targetKey, messageId } of cards) {
    if (messageId !== null && there.has(messageId)) continue
    const flagId = targetKey.slice(targetKey.indexOf(':') + 1)
    const waits = await desk.db.flag.count({
      where: {
        id: flagId,
        houseId: house.id,
        OR: [{ state: { not: 'closed' } }, { firstById: { not: null } }],
      },
    })
    if (waits > 0) await desk.flags.redraw(house.id, flagId)
  }
}
