import type { Guild } from 'discord.js'
import type { Filters } from './automod/filters.ts'
import type { Desks, House } from './desk.ts'
import type { HouseBook, OpenHouse } from './house-book.ts'
import type { HouseWatch } from './house-watch.ts'
import { wantNotices } from './notice-message.ts'
import type { createPlaces } from './place.ts'
import { keyOf, staffTold, tellStaff } from './tell-staff.ts'
import { forgetUnread } from './unread-channels.ts'

/** What the team of a house is told of its agreements, and what happens on its server when they are others. */

export interface FollowDeps {
  readonly desk: Desks
  readonly houses: HouseBook
  readonly places: Pick<ReturnType<typeof createPlaces>, 'of'>
  readonly watch: Pick<HouseWatch, 'look'>
  readonly filters: Pick<Filters, 'renewed'>
  /** Opens the house as if it just arrived. */
  readonly reopen: (guild: Guild) => void
  /** Houses that are being opened are opened with one version. */
  readonly arrived: () => Promise<void>
}

const BROKEN = 'agreements'
const MENDED = 'agreements-mended'
/** What a start said that found no agreements at all. */
const WITHOUT_RULES = 'agreements-reports'
/** The note to the team is one message; the log has them all. */
const MOST_TOLD = 10
const LONGEST = 1_500

/** What the team reads of the problems. */
function told(problems: readonly string[]): string {
  const lines: string[] = []
  for (const problem of problems.slice(0, MOST_TOLD)) {
    const line = `- ${problem}`
    if (lines.join('\n').length + line.length > LONGEST) break
    lines.push(line)
  }
  return [...lines, ...(lines.length < problems.length ? ['- …'] : [])].join('\n')
}

/** The team reads that the agreements in the folder cannot be used, and that the bot goes on with those that it had. */
export async function tellBroken(
  desk: Desks,
  { id, queueChannelId }: House,
  problems: readonly string[],
): Promise<void> {
  await staffTold(desk, { house: id, about: MENDED })
  await tellStaff(desk, {
    house: id,
    queueChannelId,
    about: BROKEN,
    says: 'staff.agreements-broken',
    values: { problems: told(problems) },
  })
}

/** Only where the team heard that something is wrong, be it before a restart. */
export async function tellMended(desk: Desks, { id, queueChannelId }: House): Promise<void> {
  const said = [BROKEN, WITHOUT_RULES].map((about) => desk.outbox.target(id, keyOf(about)))
  const stands = (await Promise.all(said)).some((one) => one !== undefined && !('over' in one.desired))
  if (!stands) return
  await tellStaff(desk, {
    house: id,
    queueChannelId,
    about: MENDED,
    says: 'staff.agreements-mended',
    values: { version: desk.of(id).policy.version },
  })
  for (const about of [BROKEN, WITHOUT_RULES]) await staffTold(desk, { house: id, about })
}

/** Makes true on the server of a house what its agreements say now. */
export async function followIn(deps: FollowDeps, entry: OpenHouse, guild: Guild): Promise<void> {
  const { houses } = deps
  const { house } = entry
  const desk = deps.desk.of(house.id)
  const { version } = desk.policy
  await desk.db.house.updateMany({ where: { id: house.id }, data: { policyVersion: version } })
  // Marks of messages that were heard before are written first: none may come back after it was forgotten.
  await houses.flush()
  const otherWay = desk.policy.house.reading.way !== entry.agreed.house.reading.way
  if (otherWay) {
    // Its filters, its marks and what was missed are those of the other way.
    deps.reopen(guild)
    await deps.arrived()
  }
  // First which channels and roles the agreements name now: the rest is done there.
  await deps.watch.look(guild)
  const now = houses.get(house.id)?.house ?? house
  if (desk.policy.house.reading.way === 'full') await forgetUnread(desk, now, guild, deps.places)
  await desk.duty.hoursRenewed(now.id)
  await wantNotices(desk, now)
  await deps.filters.renewed(now, guild)
  desk.outbox.announce()
  desk.log.info({ house: house.id, version }, 'the house follows its new agreements')
}
