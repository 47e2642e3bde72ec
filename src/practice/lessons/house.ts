import { houseId } from '../../house/id.ts'
import type { OpeningHours, Policy } from '../../policy/schema.ts'
import type { PracticeHouse } from '../house.ts'

/** What a lesson needs of a practice house. It reads there; whatever it does, it does as one of its cast. */
export type LessonHouse = Pick<PracticeHouse, 'discord' | 'bot'>

/** The agreements that the bot works with now: it may have read them again. */
export const policyOf = ({ bot, discord }: LessonHouse): Policy =>
  bot.desk.of(houseId(discord.guildId)).policy

/** Its hours, with the days off that the team set. */
export const hoursOf = ({ bot, discord }: LessonHouse): OpeningHours =>
  bot.desk.duty.hours.of(houseId(discord.guildId))

/** After so long without hearing what was said, a lesson goes on all the same: it never holds up a house. */
const PATIENCE_MS = 3_000

/**
 * Makes a wait for the moment at which the bot heard what was said until then, and did all that follows from it. Counts
 * what was ever said: a house in which messages go as well as come cannot be measured by what stands there.
 */
export function createHearing({ discord, bot }: LessonHouse): () => Promise<void> {
  const before = discord.world.said() - bot.received()
  return async () => {
    const wanted = discord.world.said() - before
    const until = Date.now() + PATIENCE_MS
    while (bot.received() < wanted && Date.now() < until)
      await new Promise<void>((resolve) => void setTimeout(resolve, 2))
    await bot.idle()
  }
}
