import { deleteThread } from './change-thread.ts'
import { discordError } from '../errors.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import { createMessageLog } from '../state/message-log.ts'
import type { Overwrite, StoredChannel, StoredGuild, StoredTag } from '../state/model.ts'
import { demandInGuild, permissionsOf } from '../state/rank.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'
import { removeThread } from './open-thread.ts'
import { tellChannel } from './tell-channel.ts'
import { demandGrantable, demandOverwrites, overwriteParts } from './overwrites.ts'

/** Source: Discord, JSON Error Codes, 30013. */
const mostChannels = 500
export interface ChannelChange {
  readonly name?: string | undefined
  readonly topic?: string | null | undefined
  readonly position?: number | undefined
  readonly parentId?: string | null | undefined
  readonly slowmodeSeconds?: number | undefined
  readonly nsfw?: boolean | undefined
  readonly overwrites?: readonly Overwrite[] | undefined
  readonly flags?: number | undefined
  readonly availableTags?: readonly StoredTag[] | undefined
  readonly defaultAutoArchiveMinutes?: number | undefined
  readonly defaultThreadSlowmode?: number | undefined
}

/** Makes a channel at the end of the list. Source: Discord, Guild Resource, Create Guild Channel. */
export function createChannel(
  hub: Hub,
  guild: StoredGuild,
  wanted: ChannelChange & { readonly name: string; readonly type: number },
  by: By,
): StoredChannel {
  demandInGuild(hub, guild, by.id, 'ManageChannels')
  demandParent(hub, guild, wanted.parentId)
  demandGrantable(permissionsOf(hub, guild, by.id), [], wanted.overwrites)
  if (guild.channelIds.length >= mostChannels) throw discordError(30013)
  const channel: StoredChannel = {
    id: hub.newId(),
    type: wanted.type,
    guildId: guild.id,
    name: settledName(wanted.name, wanted.type),
    topic: wanted.topic ?? null,
    parentId: wanted.parentId ?? null,
    position: wanted.position ?? guild.channelIds.length,
    slowmodeSeconds: wanted.slowmodeSeconds ?? 0,
    overwrites: [...(wanted.overwrites ?? [])],
    lastMessageId: null,
    lastPinAt: undefined,
    recipientId: undefined,
    thread: undefined,
    messages: createMessageLog(),
    ...extras(wanted),
  }
  hub.channels.set(channel.id, channel)
  guild.channelIds.push(channel.id)
  const changes = changesBetween({}, plain(channel))
  audit(hub, guild.id, { action: audited.channelCreate, ...line(channel, by), changes })
  tellChannel(hub, 'CHANNEL_CREATE', channel)
  return channel
}

/** Changes a channel's settings. Source: Discord, Channels Resource, Modify Channel. */
export function changeChannel(
  hub: Hub,
  guild: StoredGuild,
  channel: StoredChannel,
  change: ChannelChange,
  by: By,
): void {
  const bits = permissionsIn(hub, by.id, channel)
  if (!has(bits, 'ViewChannel')) throw discordError(50001)
  if (!has(bits, 'ManageChannels')) throw discordError(50013)
  demandParent(hub, guild, change.parentId)
  if (change.overwrites !== undefined) demandOverwrites(hub, guild, channel, change.overwrites, by.id)
  const before = plain(channel)
  if (change.name !== undefined) channel.name = settledName(change.name, channel.type)
  if (change.topic !== undefined) channel.topic = change.topic
  if (change.parentId !== undefined) channel.parentId = change.parentId
  channel.position = change.position ?? channel.position
  channel.slowmodeSeconds = change.slowmodeSeconds ?? channel.slowmodeSeconds
  if (change.overwrites !== undefined) channel.overwrites = [...change.overwrites]
  Object.assign(channel, extras(change))
  const changes = changesBetween(before, plain(channel))
  if (changes.length > 0)
    audit(hub, guild.id, { action: audited.channelUpdate, ...line(channel, by), changes })
  tellChannel(hub, 'CHANNEL_UPDATE', channel)
}

/**
 * Takes a channel away with its threads and webhooks; of a category the channels stay, without it.
 * Source: Discord, Channels Resource, Delete/Close Channel.
 */
export function deleteChannel(hub: Hub, guild: StoredGuild, channel: StoredChannel, by: By): void {
  const bits = permissionsIn(hub, by.id, channel)
  if (!has(bits, 'ViewChannel')) throw discordError(50001)
  // A thread is no channel of the list: it goes by its own event, and asks for its own permission.
  if (channel.thread !== undefined) return deleteThread(hub, channel, by)
  if (!has(bits, 'ManageChannels')) throw discordError(50013)
  for (const one of hub.channels.values()) {
    if (one.parentId !== channel.id) continue
    if (one.thread !== undefined) removeThread(hub, one)
    else {
      one.parentId = null
      tellChannel(hub, 'CHANNEL_UPDATE', one)
    }
  }
  for (const webhook of hub.webhooks.values())
    if (webhook.channelId === channel.id) hub.webhooks.delete(webhook.id)
  for (const message of channel.messages.all()) message.deleted = true
  hub.channels.delete(channel.id)
  guild.channelIds.splice(guild.channelIds.indexOf(channel.id), 1)
  const changes = changesBetween(plain(channel), {})
  audit(hub, guild.id, { action: audited.channelDelete, ...line(channel, by), changes })
  tellChannel(hub, 'CHANNEL_DELETE', channel)
}

function demandParent(hub: Hub, guild: StoredGuild, id: string | null | undefined): void {
  if (id === null || id === undefined) return
  const parent = hub.channels.get(id)
  if (parent?.guildId !== guild.id || parent.type !== 4) throw discordError(10003)
}

/** Text channels have no capitals and no spaces. The documentation is silent; Discord's app and API do it. */
const settledName = (name: string, type: number): string =>
  type === 4 ? name : name.trim().toLowerCase().replaceAll(/\s+/g, '-')

const extras = (change: ChannelChange): Partial<StoredChannel> => ({
  ...(change.flags === undefined ? {} : { flags: change.flags }),
  ...(change.nsfw === undefined ? {} : { nsfw: change.nsfw }),
  ...(change.availableTags === undefined ? {} : { availableTags: change.availableTags }),
  ...(change.defaultAutoArchiveMinutes === undefined
    ? {}
    : { defaultAutoArchiveMinutes: change.defaultAutoArchiveMinutes }),
  ...(change.defaultThreadSlowmode === undefined
    ? {}
    : { defaultThreadSlowmode: change.defaultThreadSlowmode }),
})

const line = (channel: StoredChannel, by: By) => ({
  byId: by.id,
  targetId: channel.id,
  reason: by.reason,
})

const plain = (channel: StoredChannel): object => ({
  name: channel.name,
  type: channel.type,
  topic: channel.topic,
  parent_id: channel.parentId,
  position: channel.position,
  rate_limit_per_user: channel.slowmodeSeconds,
  nsfw: channel.nsfw ?? false,
  flags: channel.flags ?? 0,
  permission_overwrites: channel.overwrites.map(overwriteParts),
})
