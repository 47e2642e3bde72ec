import type { Policy } from '../../src/policy/schema.ts'
import type { LocalDiscord } from '../../src/practice/local-discord.ts'
import type { Standing } from './verdict.ts'

const CARD_ID = /"wachtrij:show:([0-9a-f-]{36})"/
/** Kinds of messages that somebody posts; everything else is told by Discord itself. */
const POSTED: ReadonlySet<number> = new Set([0, 19])

/** Looks what the bot made stand on the local Discord. */
export function standingOn(discord: Pick<LocalDiscord, 'world' | 'botId'>, policy: Policy): Standing {
  const { world, botId } = discord
  const { queue, talks } = policy.house.channels
  const cards = new Map<string, number>()
  let digest = false
  for (const message of world.channel(queue).messages()) {
    const drawn = JSON.stringify(message.components)
    const id = CARD_ID.exec(drawn)?.[1]
    if (id !== undefined) cards.set(id, (cards.get(id) ?? 0) + 1)
    else if (drawn.includes('"wachtrij:list')) digest = true
  }
  const threads = talks === undefined ? [] : world.threadsIn(talks)
  const places = [...world.channelNames(), ...world.channelNames().flatMap((name) => world.threadsIn(name))]
  const ours = places.flatMap((name) =>
    world
      .channel(name)
      .messages()
      .filter(({ authorId, type }) => authorId === botId && POSTED.has(type))
      .map(({ id }) => id),
  )
  const notices = policy.house.channels.notice.flatMap((name) => world.channel(name).pins())
  return { cards, digest, ours, threads, notices: notices.length }
}
