import { GatewayIntentBits } from 'discord-api-types/v10'
import type { Hub } from '../state/hub.ts'
import type { Presence } from './frames.ts'

/**
 * Tells of what the bot shows of itself, in each of its guilds, to whoever listens to presences: the bot too. An
 * invisible bot looks offline. Source: Discord, Gateway Events, Update Presence; Presence Update.
 */
export function showPresence(hub: Hub, shown: Presence): void {
  const status = shown.status === 'invisible' ? 'offline' : shown.status
  const activities = shown.activities.map((one) => ({ ...one, id: 'custom', created_at: hub.now() }))
  for (const guildId of hub.guilds.keys()) {
    hub.publish({
      t: 'PRESENCE_UPDATE',
      intents: GatewayIntentBits.GuildPresences,
      guildId,
      hidesContent: false,
      data: () => ({
        user: { id: hub.app.botId },
        guild_id: guildId,
        status,
        activities,
        client_status: status === 'offline' ? {} : { web: status },
      }),
    })
  }
  hub.changed()
}
