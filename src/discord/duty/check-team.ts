import { DiscordAPIError, type Guild, type GuildMember, RESTJSONErrorCodes } from 'discord.js'
import { isTeam, may } from '../../permissions/table.ts'
import type { Desk, Desks, House } from '../desk.ts'
import type { HouseBook } from '../house-book.ts'
import { wantNotices } from '../notice-message.ts'
import { rolesOf } from '../staff.ts'
import { isOver } from './takes-in.ts'

/** As many people of a house as are asked for in one round; the others come in the next. */
const AT_ONCE = 25

/** Whether somebody may still have what they have: they are of the team, and on duty only as one who may be. */
async function mayStay(member: GuildMember, house: House, desk: Pick<Desks, 'duty'>): Promise<boolean> {
  const roles = rolesOf(member, house)
  if (!isTeam(roles)) return false
  if (may(roles, 'duty.keep')) return true
  return !(await desk.duty.present(house.id)).some(({ memberId }) => memberId === member.id)
}

const isMissing = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownMember || error.code === RESTJSONErrorCodes.UnknownUser)

/**
 * Somebody used the bot: if their role of the team is gone, nothing stays with them (design decision 10: no member
 * intent, so what Discord says with each interaction counts).
 */
export async function checkMember(desk: Desk, house: House, member: GuildMember): Promise<void> {
  if (isTeam(rolesOf(member, house)) && may(rolesOf(member, house), 'duty.keep')) return
  if (!(await desk.duty.holdsAnything(house.id, member.id))) return
  if (!(await mayStay(member, house, desk))) await desk.duty.leave(house.id, member.id)
}

/** Asks Discord whether whoever is on duty or has something in hands is still of the team. */
export function createTeamCheck(
  desk: Pick<Desks, 'duty'>,
  houses: HouseBook,
  guildOf: (house: House) => Guild | undefined,
): () => Promise<void> {
  /** Who comes first in the next round, for each house. */
  const next = new Map<string, number>()

  const look = async (house: House, guild: Guild, memberId: string): Promise<void> => {
    try {
      const member = await guild.members.fetch({ user: memberId, force: true, cache: false })
      if (!(await mayStay(member, house, desk))) await desk.duty.leave(house.id, memberId)
    } catch (error) {
      if (!isMissing(error)) throw error
      await desk.duty.leave(house.id, memberId)
    }
  }

  return async () => {
    const open = [...houses.all()]
    for (const { house } of open) {
      const guild = guildOf(house)
      if (guild === undefined) continue
      const holders = await desk.duty.holders(house.id)
      const from = holders.length <= AT_ONCE ? 0 : (next.get(house.id) ?? 0) % holders.length
      for (const memberId of [...holders.slice(from), ...holders.slice(0, from)].slice(0, AT_ONCE))
        await look(house, guild, memberId)
      next.set(house.id, from + AT_ONCE)
    }
  }
}

/**
 * Reads the holidays and the end of each house again: another process may have changed them. When the last day of a
 * house is over, its notice says so.
 */
export function createHoursCheck(desk: Desks, houses: HouseBook): () => Promise<void> {
  const told = new Set<string>()
  return async () => {
    const open = [...houses.all()]
    for (const { house } of open) {
      await desk.duty.hours.load(house.id)
      if (!isOver(desk, house) || told.has(house.id)) continue
      await wantNotices(desk.of(house.id), house)
      told.add(house.id)
    }
  }
}
