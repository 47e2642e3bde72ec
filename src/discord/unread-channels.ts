import type { Guild } from 'discord.js'
import type { Desk, House } from './desk.ts'
import type { createPlaces } from './place.ts'

/**
 * Forgets how far channels were read that are not read now: what is said in them meanwhile is not said to the bot, also
 * not later, when they may be read again (design decision 3, a safeguard). A channel without a mark begins at its end.
 */
export async function forgetUnread(
  { db }: Pick<Desk, 'db'>,
  house: House,
  guild: Guild,
  places: Pick<ReturnType<typeof createPlaces>, 'of'>,
): Promise<void> {
  const unread = [...guild.channels.cache.values()].filter((channel) => !places.of(channel).read)
  const where = { houseId: house.id, channelId: { in: unread.map(({ id }) => id) } }
  await db.$transaction([db.channelCursor.deleteMany({ where }), db.gap.deleteMany({ where })])
}
