import { GatewayIntentBits } from 'discord-api-types/v10'
import type { Hub } from '../state/hub.ts'
import { applicationFlags } from '../state/render-guild.ts'
import { renderUser, userOf } from '../state/render.ts'
import { onShard } from './dispatch.ts'
import { activeThreads, guildCreateFor } from './guild-create.ts'
import type { Session } from './session.ts'

/** Guilds that one session may have. Source: Discord, Gateway, Sharding. */
const guildsPerShard = 2500

/** True when a session with this shard would have too many guilds, which is 4011. */
export function needsSharding(hub: Hub, shard: readonly [number, number]): boolean {
  if (hub.guilds.size <= guildsPerShard) return false
  let count = 0
  for (const id of hub.guilds.keys()) if (onShard({ shard }, id)) count += 1
  return count > guildsPerShard
}

/**
 * Greets a session: READY with its guilds, none of them there yet, then each as it becomes available; one that has
 * an outage says so instead. Source: Discord, Gateway Events, Ready; Guild Create; Gateway, Guild Availability.
 */
export function greet(
  hub: Hub,
  session: Session,
  about: { resumeUrl: string; isDown: (guildId: string) => boolean },
  tell: (t: string, d: unknown) => void,
): void {
  const guilds = [...hub.guilds.values()].filter((guild) => onShard(session, guild.id))
  tell('READY', {
    v: 10,
    user: { ...renderUser(userOf(hub, hub.app.botId)), mfa_enabled: true, verified: true, email: null },
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: about.resumeUrl,
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    application: { id: hub.app.id, flags: applicationFlags(hub) },
    shard: session.shard,
    private_channels: [],
    presences: [],
    relationships: [],
    user_settings: {},
    _trace: [],
  })
  if ((session.intents & GatewayIntentBits.Guilds) === 0) return
  const threads = activeThreads(hub)
  for (const guild of guilds) {
    if (about.isDown(guild.id)) tell('GUILD_DELETE', { id: guild.id, unavailable: true })
    else tell('GUILD_CREATE', guildCreateFor(hub, guild, session, threads.get(guild.id) ?? []))
  }
}
