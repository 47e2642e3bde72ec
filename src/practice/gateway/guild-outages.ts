import type { Hub } from '../state/hub.ts'
import type { StoredGuild } from '../state/model.ts'
import { activeThreads, guildCreateFor } from './guild-create.ts'
import type { Session } from './session.ts'

/** Guilds that come, go, and are away for a while. */
export interface GuildOutages {
  /** True while a guild has an outage: nothing of it reaches a bot. */
  readonly isDown: (guildId: string) => boolean
  /** A guild has an outage: GUILD_DELETE with `unavailable`, and silence until `up`. */
  down(guildId: string): void
  /** It is back: GUILD_CREATE. What was said meanwhile is not sent again. */
  up(guildId: string): void
  /** The bot is in one guild more: GUILD_CREATE. The guild must be in the house already. */
  joined(guild: StoredGuild): void
  /** The bot was sent away: GUILD_DELETE without `unavailable`. */
  left(guildId: string): void
}

/** Source: Discord, Gateway Events, Guild Create (its three scenarios); Guild Delete. */
export function createGuildOutages(
  hub: Hub,
  to: {
    sessionsOf(guildId: string): readonly Session[]
    dispatch(session: Session, t: string, d: unknown): void
  },
): GuildOutages {
  const away = new Set<string>()
  const create = (guild: StoredGuild) => {
    const threads = activeThreads(hub).get(guild.id) ?? []
    for (const session of to.sessionsOf(guild.id))
      to.dispatch(session, 'GUILD_CREATE', guildCreateFor(hub, guild, session, threads))
    hub.changed()
  }
  const remove = (guildId: string, shape: object) => {
    for (const session of to.sessionsOf(guildId)) to.dispatch(session, 'GUILD_DELETE', shape)
    hub.changed()
  }
  return {
    isDown: (guildId) => away.has(guildId),
    down(guildId) {
      if (away.has(guildId) || !hub.guilds.has(guildId)) return
      away.add(guildId)
      remove(guildId, { id: guildId, unavailable: true })
    },
    up(guildId) {
      const guild = hub.guilds.get(guildId)
      if (!away.delete(guildId) || guild === undefined) return
      create(guild)
    },
    joined: create,
    left(guildId) {
      if (!hub.guilds.delete(guildId)) return
      away.delete(guildId)
      for (const channel of hub.channels.values()) {
        if (channel.guildId === guildId) hub.channels.delete(channel.id)
      }
      remove(guildId, { id: guildId })
    },
  }
}
