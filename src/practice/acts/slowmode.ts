import { discordErrorFor } from '../errors.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'

/**
 * Throws Discord's 20016, with the seconds that are left, when somebody writes too soon in a channel with slow mode.
 * Bots, and whoever has BYPASS_SLOWMODE there, are not slowed. Answers what notes that they wrote.
 * Source: Discord, Channels Resource, `rate_limit_per_user`.
 */
export function keepSlowmode(hub: Hub, channel: StoredChannel, userId: string): () => void {
  if (channel.slowmodeSeconds === 0 || hub.users.get(userId)?.bot === true) return nothing
  if (has(permissionsIn(hub, userId, channel), 'BypassSlowmode')) return nothing
  const last = channel.lastSaid?.get(userId)
  const left = last === undefined ? 0 : last + channel.slowmodeSeconds * 1000 - hub.now()
  if (left > 0) throw discordErrorFor(20016, left / 1000)
  return () => {
    channel.lastSaid ??= new Map()
    channel.lastSaid.set(userId, hub.now())
  }
}

const nothing = (): void => {}
