import { REAL } from '../queue/real.ts'
import type { PracticeHouse } from './house.ts'

/** What the house did, counted where it happened: flags in its database, cards and lines on its Discord. */
export interface Tally {
  /** Flags by category. */
  readonly flags: Readonly<Record<string, number>>
  readonly levels: Readonly<Record<string, number>>
  /** Times that the general line was said in a channel because nobody took a worrying message. */
  readonly offers: number
  /** Cards that stand in the queue's channel. */
  readonly cards: number
}

const countBy = <T>(rows: readonly T[], nameOf: (row: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[nameOf(row)] = (counts[nameOf(row)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a))
}

/** Counts what the house did so far. */
export async function tally({ bot, discord, policy }: PracticeHouse): Promise<Tally> {
  const flags = await bot.desk.db.flag.findMany({ where: REAL, select: { category: true, level: true } })
  const offers = await bot.desk.db.outboxTarget.count({
    where: { kind: 'line', targetKey: { startsWith: 'line:channel.offer:' }, messageId: { not: null } },
  })
  const cards = discord.world
    .channel(policy.house.channels.queue)
    .messages()
    .filter((message) => message.authorId === discord.botId && message.embeds.length > 0)
  return {
    flags: countBy(flags, (flag) => flag.category),
    levels: countBy(flags, (flag) => flag.level),
    offers,
    cards: cards.length,
  }
}
