import { GatewayIntentBits } from 'discord-api-types/v10'
import { canSee } from '../state/find.ts'
import type { Happening, Hub } from '../state/hub.ts'
import type { Session } from './session.ts'

/** What is told of every event that goes out, for a log or a check. */
export type OnDispatch = (event: { t: string; d: unknown; s: number }) => void

/**
 * Hands a happening to each session that may hear of it: its intents, its shard, and what the bot can see
 * decide. The text of an event is made at most twice, with and without what people wrote.
 */
export function deliver(
  hub: Hub,
  sessions: Iterable<Session>,
  happening: Happening,
  onDispatch?: OnDispatch,
): void {
  let seen: boolean | undefined
  const made = new Map<boolean, { d: unknown; json: string }>()
  const make = (full: boolean) => {
    const key = !happening.hidesContent || full
    const there = made.get(key)
    if (there !== undefined) return there
    const d = happening.data(key)
    const fresh = { d, json: JSON.stringify(d) }
    made.set(key, fresh)
    return fresh
  }
  for (const session of sessions) {
    if (happening.intents !== 0 && (session.intents & happening.intents) === 0) continue
    if (!onShard(session, happening.guildId)) continue
    seen ??= botSees(hub, happening)
    if (!seen) return
    const event = make((session.intents & GatewayIntentBits.MessageContent) !== 0)
    const s = session.dispatch(happening.t, event.json)
    onDispatch?.({ t: happening.t, d: event.d, s })
  }
}

function botSees(hub: Hub, happening: Happening): boolean {
  if (happening.channelId === undefined) return true
  const channel = hub.channels.get(happening.channelId)
  return channel === undefined || canSee(hub, hub.app.botId, channel)
}

/** The shard of a guild; what belongs to no guild goes to the first. Source: Discord, Gateway, Sharding. */
export function onShard(session: Pick<Session, 'shard'>, guildId: string | undefined): boolean {
  const [shard, count] = session.shard
  if (guildId === undefined) return shard === 0
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard
}
