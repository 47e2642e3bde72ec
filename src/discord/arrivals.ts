import type { Guild } from 'discord.js'
import type { AfterRestore } from './after-restore.ts'
import { type HouseId, houseId } from '../house/id.ts'
import type { Filters } from './automod/filters.ts'
import type { CatchUp, Snapshot } from './catch-up.ts'
import type { Desk, Desks, House } from './desk.ts'
import { type HouseBook, type OpenHouse, UNHEARD_MS } from './house-book.ts'
import type { HouseWatch } from './house-watch.ts'
import { NO_CHANNEL } from './missing.ts'
import { wantNotices } from './notice-message.ts'
import { openToAll } from './notice-role.ts'
import { openHouse } from './open-house.ts'
import { checkCards } from './queue/check-cards.ts'
import { talksPlaceOf } from './talks/place.ts'

export interface Arrivals {
  /** Opens the house of a server that arrived. */
  open(guild: Guild, snapshot: readonly Snapshot[]): void
  /** Resolves when all that was begun for arrived servers is done. */
  settled(): Promise<void>
}

const remember = async (desk: Desk, house: House, guild: Guild): Promise<void> => {
  const now = desk.now()
  await desk.db.house.upsert({
    where: { id: house.id },
    create: { id: house.id, name: guild.name, policyVersion: desk.policy.version, firstSeenAt: now },
    update: { name: guild.name, policyVersion: desk.policy.version },
  })
}

/**
 * What happens when a server arrives: its house opens at once, so that no live message is missed; then what was missed
 * before is written down, the notices are made true, and what was missed is read.
 *
 * @param provisional - whether the house works without its rules because they cannot be used
 * @param isShut - whether it has agreements of its own of which nothing can be used: then it does not open
 */
export function createArrivals(
  desks: Desks,
  houses: HouseBook,
  catchUp: CatchUp,
  filters: Pick<Filters, 'arrived'>,
  watch: Pick<HouseWatch, 'look'>,
  restored: Pick<AfterRestore, 'arrived'>,
  provisional: (house: HouseId) => boolean = () => false,
  isShut: (house: HouseId) => boolean = () => false,
): Arrivals {
  const underWay = new Set<Promise<void>>()

  /** A notice of ours stood in this house before, so its people know that the bot reads. */
  const wasTold = async (house: House): Promise<boolean> =>
    (await desks.db.outboxTarget.findFirst({
      where: { houseId: house.id, kind: 'notice', messageId: { not: null } },
      select: { id: true },
    })) !== null
  /** Nothing is owed any more: written down at once, as a bot may end before the next time that it would be. */
  const caughtUp = async (entry: OpenHouse): Promise<void> => {
    entry.caughtUp = true
    await desks.cursors.present(entry.house.id, new Date(desks.now().getTime() - UNHEARD_MS))
  }

  const settle = async (house: House, guild: Guild, snapshot: readonly Snapshot[]): Promise<void> => {
    const desk = desks.of(house.id)
    await remember(desk, house, guild)
    await restored.arrived(house)
    await desk.duty.arrive(house.id, house)
    const entry = houses.get(house.id)
    const reads = desk.policy.house.reading.way === 'full'
    let missedUpTo = snapshot
    if (reads && entry?.told === false && (await wasTold(house))) {
      entry.told = true
      // From here on what is said is heard; what was said while that was looked up is missed as well.
      missedUpTo = catchUp.snapshot(guild)
    }
    if (reads && entry?.told === true) await catchUp.note(house, guild, missedUpTo)
    // A house that went back to reports: what is said now is not read later either.
    // Not when its rules only cannot be used for now: then it is read once they can.
    if (!reads && !provisional(house.id)) await desk.cursors.forgetChannels(house.id)
    if (entry !== undefined) entry.gapsNoted = true
    await wantNotices(desk, house)
    if (reads && entry?.told === true) {
      const all = await catchUp.read(house, guild, missedUpTo)
      if (all && !entry.owes) await caughtUp(entry)
      else houses.owes(house.id)
    }
    await filters.arrived(house, guild).catch((error: unknown) => {
      desk.log.error({ err: error, house: house.id }, 'the filters of Discord could not be looked at')
    })
    await watch.look(guild)
    if (house.queueChannelId !== NO_CHANNEL)
      await checkCards(desk, guild.client.rest, house).catch((error: unknown) =>
        desk.log.warn(
          { err: error, house: house.id },
          'could not look whether the cards of the queue still stand',
        ),
      )
    if (house.noticeRole !== undefined) {
      const channels = openToAll(guild, desk.policy)
      if (channels.length > 0)
        desk.log.warn(
          { house: house.id, channels },
          'everybody may write here without having read the notice',
        )
    }
    const talks = talksPlaceOf(guild, desk.policy)
    if ('off' in talks && talks.off !== 'not-wanted')
      desk.log.warn(
        { house: house.id, ...talks },
        'private talks are off: see "talks" in policies/house.yaml',
      )
    desk.log.info({ house: house.id }, 'the house is open')
  }

  return {
    open(guild, snapshot) {
      if (isShut(houseId(guild.id))) return
      const { policy } = desks.of(houseId(guild.id))
      const house = openHouse(guild, policy)
      houses.open(house, policy)
      const job = settle(house, guild, snapshot)
        .catch((error: unknown) => {
          houses.owes(house.id)
          desks.log.error({ err: error, house: house.id }, 'the house could not settle')
        })
        .finally(() => underWay.delete(job))
      underWay.add(job)
    },
    async settled() {
      await Promise.all(underWay)
    },
  }
}
