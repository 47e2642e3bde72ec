import { type APIMessage, type REST, Routes } from 'discord.js'
import { cardKey } from '../../queue/deps.ts'
import { STATES } from '../../queue/row.ts'
import type { Desk, House } from '../desk.ts'

/** Discord's longest page; more waiting cards than this are looked at one by one. */
const PAGE = 100

/** So many are looked up in one query; a database takes only so many values. */
const AT_ONCE = 500
const ON_THE_WAY = STATES.filter((state) => state !== 'closed')

/** The flags of a house that wait for somebody; asked in two, so that the index of the states serves the first. */
async function waitingIn({ db }: Pick<Desk, 'db'>, houseId: House['id']): Promise<readonly string[]> {
  const select = { id: true } as const
  const open = await db.flag.findMany({ where: { houseId, state: { in: [...ON_THE_WAY] } }, select })
  const second = await db.flag.findMany({
    where: { houseId, state: 'closed', firstById: { not: null } },
    select,
  })
  return [...open, ...second].map(({ id }) => id)
}

/**
 * Looks whether the cards of what waits still stand: somebody may have deleted one while the bot was away, and Discord
 * tells nothing of that afterwards. What is not among the newest messages is asked for again; the edit finds out
 * whether it is there, and a card that is gone is posted anew. Cards of what is closed are never looked at: in an old
 * house there are a million.
 */
export async function checkCards(
  desk: Pick<Desk, 'db' | 'flags'>,
  rest: Pick<REST, 'get'>,
  house: Pick<House, 'id' | 'queueChannelId'>,
): Promise<void> {
  const waiting = await waitingIn(desk, house.id)
  let there: ReadonlySet<string> | undefined
  for (let from = 0; from < waiting.length; from += AT_ONCE) {
    const ids = waiting.slice(from, from + AT_ONCE)
    const cards = await desk.db.outboxTarget.findMany({
      where: {
        houseId: house.id,
        targetKey: { in: ids.map(cardKey) },
        channelId: house.queueChannelId,
        messageId: { not: null },
      },
      orderBy: { createdAt: 'desc' },
      select: { targetKey: true, messageId: true },
    })
    if (cards.length === 0) continue
    there ??= await newestIn(house.queueChannelId, rest)
    for (const { targetKey, messageId } of cards) {
      if (messageId !== null && there.has(messageId)) continue
      await desk.flags.redraw(house.id, targetKey.slice(targetKey.indexOf(':') + 1))
    }
  }
}

async function newestIn(channelId: string, rest: Pick<REST, 'get'>): Promise<ReadonlySet<string>> {
  const query = new URLSearchParams({ limit: String(PAGE) })
  const newest = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]
  return new Set(newest.map(({ id }) => id))
}
