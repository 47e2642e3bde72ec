import { GatewayIntentBits } from 'discord-api-types/v10'
import { guildPermissions, has } from '../permissions.ts'
import { canSee } from '../state/find.ts'
import type { Happening, Hub } from '../state/hub.ts'
import { audienceOf, hearers } from './events.ts'
import type { Session } from './session.ts'

/** What is told of every event that goes out, for a log or a check. */
export type OnDispatch = (event: { t: string; d: unknown; s: number }) => void

/**
 * Hands a happening to each session that may hear of it: its intents, its shard, and what the bot can see
 * decide. The text of an event is made at most twice, with and without what people wrote.
 * Source: Discord, Gateway, Gateway Intents and Sharding.
 */
export function deliver(
  hub: Hub,
  sessions: Iterable<Session>,
  happening: Happening,
  onDispatch?: OnDispatch,
): void {
  const intents = hearers(happening.t, happening.guildId, happening.intents)
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
    if (intents !== 0 && (session.intents & intents) === 0) continue
    if (!onShard(session, happening.guildId)) continue
    seen ??= botSees(hub, happening)
    if (!seen) return
    const event = make((session.intents & GatewayIntentBits.MessageContent) !== 0)
    const s = session.dispatch(happening.t, event.json)
    onDispatch?.({ t: happening.t, d: event.d, s })
  }
}

function botSees(hub: Hub, happening: Happening): boolean {
  return seesChannel(hub, happening.channelId) && mayHear(hub, happening)
}

function seesChannel(hub: Hub, channelId: string | undefined): boolean {
  const channel = channelId === undefined ? undefined : hub.channels.get(channelId)
  return channel === undefined || canSee(hub, hub.app.botId, channel)
}

/** Some events need a permission of the bot in the guild. Source: Discord, Gateway Events, Auto Moderation; Guilds. */
function mayHear(hub: Hub, happening: Happening): boolean {
  const { needs } = audienceOf(happening.t)
  if (needs === undefined) return true
  const guild = happening.guildId === undefined ? undefined : hub.guilds.get(happening.guildId)
  const bot = guild?.members.get(hub.app.botId)
  if (guild === undefined || bot === undefined) return false
  const bits = guildPermissions(guild, bot, hub.now())
  return needs.some((name) => has(bits, name))
}

/**
 * The shard of a guild; what belongs to no guild, direct messages above all, goes to the first.
 * Source: Discord, Gateway, Sharding.
 */
export function onShard(session: Pick<Session, 'shard'>, guildId: string | undefined): boolean {
  const [shard, count] = session.shard
  if (guildId === undefined) return shard === 0
  if (count === 1) return true
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === shard
}
