import type { Policy } from '../../../src/policy/schema.ts'
import { seedFor } from '../../../src/practice/house.ts'
import { type LocalDiscord, startLocalDiscord } from '../../../src/practice/local-discord.ts'
import type { World } from '../../../src/practice/world.ts'
import { standingOn } from '../standing.ts'
import type { Standing } from '../verdict.ts'

/** One local Discord with many houses, all with the same agreements and the same people. */
export interface Town {
  readonly discord: LocalDiscord
  readonly worlds: readonly World[]
  /** Sessions that the bot has now, over all its processes. */
  sessions(): number
  /** Houses whose notice stands. */
  open(): number
  standing(): Standing
  /** In which channel or thread a message stands, for who looks into what went wrong. */
  placeOf(messageId: string): string | undefined
  lastAsked(): number
  requests(): number
  invalid(): number
}

/** @param strict - refuses a session that begins within five seconds of another, as Discord does */
export async function openTown(policy: Policy, houses: number, strict = true): Promise<Town> {
  const asked = { last: Date.now(), all: 0, invalid: 0 }
  const seed = seedFor(policy)
  const discord = await startLocalDiscord({
    seedGuild: seed,
    guilds: Array.from({ length: houses - 1 }, (_, index) => ({
      ...seed,
      name: `${seed.name} ${index + 2}`,
    })),
    privilegedIntents: ['MessageContent'],
    sessionStarts: { total: 100_000, strict },
    onRest() {
      asked.last = Date.now()
      asked.all += 1
      asked.invalid = Math.max(asked.invalid, discord.invalidRequests())
    },
  })
  const worlds = discord.guildIds.map((id) => discord.worldOf(id))
  const noticeStands = (world: World): boolean =>
    policy.house.channels.notice.every((name) => world.channel(name).pins().length > 0)
  return {
    discord,
    worlds,
    sessions: () => discord.world.bots(),
    open: () => worlds.filter(noticeStands).length,
    standing() {
      const all = worlds.map((world) => standingOn({ world, botId: discord.botId }, policy))
      return {
        cards: new Map(all.flatMap(({ cards }) => [...cards])),
        digest: all.some(({ digest }) => digest),
        ours: all.flatMap(({ ours }) => ours),
        threads: all.flatMap(({ threads }) => threads),
        notices: all.reduce((sum, { notices }) => sum + notices, 0),
      }
    },
    placeOf(messageId) {
      for (const world of worlds) {
        const names = world.channelNames()
        const found = [...names, ...names.flatMap((name) => world.threadsIn(name))].find((name) =>
          world
            .channel(name)
            .messages()
            .some(({ id }) => id === messageId),
        )
        if (found !== undefined) return `#${found} of ${worlds.indexOf(world) + 1}`
      }
      return undefined
    },
    lastAsked: () => asked.last,
    requests: () => asked.all,
    invalid: () => asked.invalid,
  }
}
