import { GatewayIntentBits } from 'discord-api-types/v10'
import { canSee } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredGuild } from '../state/model.ts'
import { renderGuildCreate } from '../state/render-guild.ts'
import { renderMember } from '../state/render.ts'
import { presenceOf } from './members.ts'
import type { SessionStart } from './session.ts'

/** From this many members on no presences are sent along, whatever the intents. */
const tooLarge = 75_000

/**
 * The threads that are going on and that the bot sees, by guild: gathered once for all guilds, as a bot of 2,500
 * guilds is greeted with all of them.
 */
export function activeThreads(hub: Hub): ReadonlyMap<string, readonly StoredChannel[]> {
  const byGuild = new Map<string, StoredChannel[]>()
  for (const channel of hub.channels.values()) {
    if (channel.guildId === undefined || channel.thread?.archived !== false) continue
    if (!canSee(hub, hub.app.botId, channel)) continue
    const there = byGuild.get(channel.guildId)
    if (there === undefined) byGuild.set(channel.guildId, [channel])
    else there.push(channel)
  }
  return byGuild
}

/**
 * A guild as it comes to a session: without the presence intent with the bot as its one member, with it with
 * everybody, or in a large guild with who is online, has a role or a nick name. Everybody here is online.
 * Source: Discord, Gateway Events, Guild Create; Request Guild Members.
 */
export function guildCreateFor(
  hub: Hub,
  guild: StoredGuild,
  session: Pick<SessionStart, 'intents' | 'largeThreshold'>,
  threads: readonly StoredChannel[],
): object {
  const shape = renderGuildCreate(hub, guild, threads)
  if ((session.intents & GatewayIntentBits.GuildPresences) === 0 || guild.members.size > tooLarge)
    return shape
  const members = [...guild.members.values()]
  return {
    ...shape,
    large: members.length > session.largeThreshold,
    members: members.map((one) => renderMember(hub, one)),
    presences: members.map((one) => presenceOf(one.userId)),
  }
}
