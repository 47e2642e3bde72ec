import { houseId } from '../house/id.ts'
import { instantOf, localDayOf } from '../duty/brussels.ts'
import { describeMoment, describeUntil } from '../duty/describe.ts'
import { nextOpening, openingOf } from '../duty/opening.ts'
import type { PracticeHouse } from './house.ts'
import { PEOPLE } from './house-people.ts'
import type { ClockMove } from './web/parts.ts'
import type { ClockView } from './web/protocol.ts'

export type MovedHouse = Pick<PracticeHouse, 'bot' | 'discord' | 'clock'>

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Half past eleven in the evening, in minutes. */
const TONIGHT = 23 * 60 + 30
/** Between two steps at most: what is forgotten after some days goes on its day. */
const LONGEST_STEP = 12 * HOUR
/** Something that stays due (a timer that cannot fire) must not hold the clock. */
const SHORTEST_STEP = SECOND
const MOST_STEPS = 400

/** There is no such moment: a house without hours never opens. In Dutch, for who moved the clock. */
export class NoSuchMoment extends Error {
  override readonly name = 'NoSuchMoment'
}

/** Where the clock goes. */
export function goalOf({ bot, discord }: Pick<MovedHouse, 'bot' | 'discord'>, to: ClockMove): Date {
  const now = bot.desk.now()
  switch (to) {
    case 'hour':
      return new Date(now.getTime() + HOUR)
    case 'next-week':
      return new Date(now.getTime() + 7 * DAY)
    case 'tonight': {
      const today = localDayOf(now.getTime())
      const at = instantOf(today, TONIGHT)
      return new Date(at > now.getTime() ? at : instantOf(today + 1, TONIGHT))
    }
    case 'next-opening': {
      const next = nextOpening(bot.desk.duty.hours.of(houseId(discord.guildId)), now)
      if (next === undefined) throw new NoSuchMoment('Dit huis gaat niet meer open.')
      // Just past it: the bot does what it does at an opening.
      return new Date(next.getTime() + SECOND)
    }
  }
}

/**
 * Whoever stopped because the house closed is there again when it opens; in a house where nobody was yet, its youth
 * workers are. Who stopped by themselves stays away.
 */
async function comeAgain({ bot, discord }: MovedHouse): Promise<void> {
  const { db, duty, now } = bot.desk
  const house = houseId(discord.guildId)
  if (openingOf(duty.hours.of(house), now()) === undefined) return
  if ((await duty.present(house)).length > 0) return
  const shifts = await db.dutyShift.findMany({
    where: { houseId: house, memberId: { not: null } },
    orderBy: { startedAt: 'asc' },
    select: { memberId: true, endedBy: true },
  })
  const last = new Map(shifts.map(({ memberId, endedBy }) => [memberId ?? '', endedBy]))
  const again = [...last].flatMap(([memberId, endedBy]) => (endedBy === 'closing' ? [memberId] : []))
  const first = PEOPLE.youthWorkers.map((name) => discord.world.member(name).id)
  for (const memberId of last.size === 0 ? first : again) await duty.begin(house, memberId)
}

/**
 * Moves the clock of the bot and of its Discord to a moment that is to come. It stops at everything that falls due on
 * the way, in order, as if the time had passed: timers, the ladder of duty, lines at opening and closing, forgetting.
 *
 * @throws NoSuchMoment when the house does not open any more
 */
export const moveClock = (house: MovedHouse, to: ClockMove): Promise<void> =>
  moveClockTo(house, goalOf(house, to))

/**
 * The same, to a moment.
 *
 * @param comesAgain - false where the team itself must begin duty at an opening, as in a lesson about that
 */
export async function moveClockTo(house: MovedHouse, to: Date, comesAgain = true): Promise<void> {
  const { bot, clock } = house
  const goal = to.getTime()
  // What was begun before belongs to the time before.
  await bot.idle()
  for (let step = 0; bot.desk.now().getTime() < goal; step++) {
    const now = bot.desk.now().getTime()
    const due = (await bot.desk.timers.nextDue())?.getTime() ?? goal
    const wanted = step < MOST_STEPS ? Math.min(goal, due, now + LONGEST_STEP) : goal
    clock.ahead(Math.max(wanted - now, Math.min(SHORTEST_STEP, goal - now), 1))
    await bot.tick()
    if (comesAgain) await comeAgain(house)
  }
  await bot.idle()
}

/** What the clock of the house shows. */
export function clockView({ bot, discord }: Pick<MovedHouse, 'bot' | 'discord'>): ClockView {
  const { duty } = bot.desk
  const house = houseId(discord.guildId)
  const now = bot.desk.now()
  const hours = duty.hours.of(house)
  const opening = openingOf(hours, now)
  const next = nextOpening(hours, now)
  return {
    now: now.toISOString(),
    open: opening !== undefined,
    says:
      opening !== undefined
        ? `Open tot ${describeUntil(opening.until, 'nl', now)}`
        : next === undefined
          ? 'Gesloten'
          : `Gesloten tot ${describeMoment(next, 'nl', now)}`,
  }
}
