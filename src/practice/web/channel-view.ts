import { channelPermissions, has } from '../permissions.ts'
import { permissionsIn, ruling } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredGuild } from '../state/model.ts'
import type { Eyes } from './eyes.ts'
import type { ChannelView } from './protocol.ts'

/** Every channel and thread of the house that a person sees, and their talk with the bot, in the order of the app. */
export function channelsSeen(hub: Hub, guild: StoredGuild, eyes: Eyes): readonly StoredChannel[] {
  const all = guild.channelIds.flatMap((id) => hub.channels.get(id) ?? [])
  const seen = all.filter((one) => one.type !== 4 && eyes.sees(one))
  const parents = new Set(seen.map((one) => one.parentId))
  // A category is there for what is in it. Source: Discord, Permissions, Permission Syncing.
  const shown = all.filter((one) => (one.type === 4 ? parents.has(one.id) : seen.includes(one)))
  const threads = [...hub.channels.values()].filter(
    (one) => one.thread !== undefined && one.guildId === guild.id && eyes.sees(one),
  )
  const dm = hub.channels.get(hub.dms.get(eyes.userId) ?? '')
  return [...shown, ...threads, ...(dm === undefined ? [] : [dm])]
}

/** A channel as one person sees it, with what they may in it. */
export function channelView(hub: Hub, userId: string, channel: StoredChannel): ChannelView {
  const bits = permissionsIn(hub, userId, channel)
  const { thread } = channel
  const keeper = has(bits, 'ManageThreads')
  const place = channel.type !== 4 && channel.type !== 15
  const awake = thread?.archived !== true
  return {
    id: channel.id,
    type: channel.type,
    name: channel.recipientId === undefined ? channel.name : hub.app.name,
    ...(channel.topic === null ? {} : { topic: channel.topic }),
    ...(channel.parentId === null ? {} : { parentId: channel.parentId }),
    position: channel.position,
    ...(isPrivate(hub, channel) ? { private: true } : {}),
    ...(channel.lastMessageId === null ? {} : { lastMessageId: channel.lastMessageId }),
    ...(thread === undefined ? {} : { archived: thread.archived, locked: thread.locked }),
    slowmodeSeconds: channel.slowmodeSeconds,
    may: {
      write: place && has(bits, 'SendMessages') && (thread?.locked !== true || keeper),
      react: place && awake && has(bits, 'AddReactions', 'ReadMessageHistory'),
      keep: has(bits, 'ManageMessages'),
      commands: place && awake && (channel.guildId === undefined || has(bits, 'UseApplicationCommands')),
    },
  }
}

/** True for what a member without any role does not see. */
function isPrivate(hub: Hub, channel: StoredChannel): boolean {
  if (channel.type === 12) return true
  const guild = hub.guilds.get(channel.guildId ?? '')
  if (guild === undefined) return false
  const anybody = { userId: '', nick: null, roles: [], joinedAt: 0, timeoutUntil: undefined }
  return !has(channelPermissions(guild, anybody, ruling(hub, channel), hub.now()), 'ViewChannel')
}
