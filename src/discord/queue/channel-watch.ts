import { type Client, type Guild, PermissionFlagsBits } from 'discord.js'
import { StartError } from '../../start-error.ts'
import type { Desk, House } from '../desk.ts'
import type { HouseBook } from '../house-book.ts'
import { openHouse } from '../open-house.ts'
import { isNamed } from '../place.ts'
import { staffTold, tellStaff } from '../tell-staff.ts'

const ABOUT = 'queue-channel'
const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]

/** Another channel of the team in which the bot may write, as the policy names them. */
function otherStaffChannel(guild: Guild, { policy }: Desk, { queueChannelId }: House): string | undefined {
  const named = Object.entries(policy.channels.channels).filter(([, channel]) => channel.staff)
  const me = guild.members.me
  return guild.channels.cache.find(
    (channel) =>
      channel.id !== queueChannelId &&
      channel.isTextBased() &&
      named.some(([name]) => isNamed(channel, name)) &&
      me !== null &&
      (channel.permissionsFor(me)?.has(NEEDED) ?? false),
  )?.id
}

/** The house with the channel of the queue that stands now, when that is another one than before. */
function withNewChannel(guild: Guild, { policy }: Desk, house: House): House | undefined {
  try {
    const now = openHouse(guild, policy)
    return now.queueChannelId === house.queueChannelId ? undefined : now
  } catch (error) {
    // No such channel, or without the rights: the team is told, and it is looked at again.
    if (error instanceof StartError) return undefined
    throw error
  }
}

/** The waiting cards move to the new channel; closed ones come along only when something happens to them. */
async function moveCards({ db, outbox }: Desk, { id }: House, to: string): Promise<void> {
  const waiting = await db.flag.findMany({
    where: { houseId: id, state: { not: 'closed' } },
    select: { id: true },
  })
  await db.flag.updateMany({ where: { houseId: id }, data: { queueChannelId: to } })
  await outbox.move(
    id,
    waiting.map((flag) => `card:${flag.id}`),
    to,
  )
}

/**
 * Watches over the channel of the queue. When cards cannot stand there (it was deleted, a right was taken), the queue
 * goes on with `/wachtrij`, and the team is told in another of its channels, or in the log when there is none. When
 * the channel was made anew, the cards that wait are posted there.
 */
export function createChannelWatch(
  desk: Desk,
  houses: HouseBook,
  client: Pick<Client, 'guilds'>,
): () => Promise<void> {
  const logged = new Set<string>()

  const trouble = async (house: House, guild: Guild, stuck: number): Promise<void> => {
    if (!logged.has(house.id)) {
      logged.add(house.id)
      desk.log.error(
        { house: house.id, channel: house.queueChannelId, cards: stuck },
        'the cards of the queue cannot stand in their channel; the queue goes on with /wachtrij',
      )
    }
    const channelId = otherStaffChannel(guild, desk, house)
    if (channelId === undefined) return
    const channel = `#${desk.policy.house.channels.queue}`
    await tellStaff(desk, {
      house: house.id,
      queueChannelId: channelId,
      about: ABOUT,
      says: 'staff.queue-channel',
      values: { channel },
    })
  }

  const watch = async ({ house, gapsNoted }: { house: House; gapsNoted: boolean }): Promise<void> => {
    const guild = client.guilds.cache.get(house.id)
    if (guild === undefined) return
    const moved = withNewChannel(guild, desk, house)
    if (moved !== undefined) {
      houses.open(moved).gapsNoted = gapsNoted
      await moveCards(desk, moved, moved.queueChannelId)
    }
    const now = moved ?? house
    const stuck = await desk.outbox.stuck(now.id, now.queueChannelId)
    if (stuck > 0) return trouble(now, guild, stuck)
    logged.delete(now.id)
    await staffTold(desk, { house: now.id, about: ABOUT })
  }

  return async () => {
    const open = [...houses.all()]
    for (const entry of open) await watch(entry)
  }
}
