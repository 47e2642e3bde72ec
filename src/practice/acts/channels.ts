import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import { allPermissions, has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import { createMessageLog } from '../state/message-log.ts'
import type { Overwrite, StoredChannel, StoredGuild, StoredTag } from '../state/model.ts'
import { demandInGuild, permissionsOf } from '../state/rank.ts'
import { renderChannel } from '../state/render.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'
import { removeThread } from './open-thread.ts'

/** Source: Discord, JSON Error Codes, 30013. */
const mostChannels = 500
/** Source: Discord, JSON Error Codes, 30060. */
export const mostOverwrites = 1000

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
  if (!has(bits, 'ManageChannels')) throw discordError(50013)
  for (const one of [...hub.channels.values()]) {
    if (one.parentId !== channel.id) continue
    if (one.thread !== undefined) removeThread(hub, one)
    else {
      one.parentId = null
      tellChannel(hub, 'CHANNEL_UPDATE', one)
    }
  }
  for (const webhook of [...hub.webhooks.values()])
    if (webhook.channelId === channel.id) hub.webhooks.delete(webhook.id)
  for (const message of channel.messages.all()) message.deleted = true
  hub.channels.delete(channel.id)
  guild.channelIds.splice(guild.channelIds.indexOf(channel.id), 1)
  const changes = changesBetween(plain(channel), {})
  audit(hub, guild.id, { action: audited.channelDelete, ...line(channel, by), changes })
  tellChannel(hub, 'CHANNEL_DELETE', channel)
}

/**
 * Puts what a role or a member may in a channel. Source: Discord, Channels Resource, Edit Channel Permissions.
 */
export function putOverwrite(
  hub: Hub,
  guild: StoredGuild,
  channel: StoredChannel,
  overwrite: Overwrite,
  by: By,
): void {
  const there = channel.overwrites.find((one) => one.id === overwrite.id)
  const others = channel.overwrites.filter((one) => one !== there)
  demandOverwrites(hub, guild, channel, [...others, overwrite], by.id)
  if (there === undefined && channel.overwrites.length >= mostOverwrites) throw discordError(30060)
  const changes = changesBetween(there === undefined ? {} : bitsOf(there), bitsOf(overwrite))
  channel.overwrites = [...others, overwrite]
  if (changes.length > 0) {
    const action = there === undefined ? audited.overwriteCreate : audited.overwriteUpdate
    audit(hub, guild.id, { action, ...line(channel, by), changes, options: aboutOf(guild, overwrite) })
  }
  tellChannel(hub, 'CHANNEL_UPDATE', channel)
}

/** Takes an overwrite away; 10009 when there is none. */
export function deleteOverwrite(
  hub: Hub,
  guild: StoredGuild,
  channel: StoredChannel,
  id: string,
  by: By,
): void {
  const bits = permissionsIn(hub, by.id, channel)
  if (!has(bits, 'ViewChannel')) throw discordError(50001)
  if (!has(bits, 'ManageRoles')) throw discordError(50013)
  const there = channel.overwrites.find((one) => one.id === id)
  if (there === undefined) throw discordError(10009)
  channel.overwrites = channel.overwrites.filter((one) => one !== there)
  audit(hub, guild.id, {
    action: audited.overwriteDelete,
    ...line(channel, by),
    changes: changesBetween(bitsOf(there), {}),
    options: aboutOf(guild, there),
  })
  tellChannel(hub, 'CHANNEL_UPDATE', channel)
}

/** Tells of a channel. Bots are told of every channel of a guild, also of one that they cannot read. */
export function tellChannel(hub: Hub, t: string, channel: StoredChannel): void {
  hub.publish({
    t,
    intents: hearing.guilds,
    guildId: channel.guildId,
    hidesContent: false,
    data: () => renderChannel(hub, channel),
  })
  hub.changed()
}

function demandParent(hub: Hub, guild: StoredGuild, id: string | null | undefined): void {
  if (id === null || id === undefined) return
  const parent = hub.channels.get(id)
  if (parent?.guildId !== guild.id || parent.type !== 4) throw discordError(10003)
}

/**
 * Overwrites need MANAGE_ROLES in the channel, and grant or refuse only what one has oneself, unless one has that
 * permission by an overwrite of the channel. Source: Discord, Channels Resource, Edit Channel Permissions.
 */
function demandOverwrites(
  hub: Hub,
  guild: StoredGuild,
  channel: StoredChannel,
  next: readonly Overwrite[],
  byId: string,
): void {
  const bits = permissionsIn(hub, byId, channel)
  if (!has(bits, 'ViewChannel')) throw discordError(50001)
  if (!has(bits, 'ManageRoles')) throw discordError(50013)
  const mine = new Set([byId, ...(guild.members.get(byId)?.roles ?? [])])
  const byOverwrite = channel.overwrites.some((one) => mine.has(one.id) && has(one.allow, 'ManageRoles'))
  if (!byOverwrite) demandGrantable(permissionsOf(hub, guild, byId), channel.overwrites, next)
}

function demandGrantable(
  own: bigint,
  before: readonly Overwrite[],
  next: readonly Overwrite[] | undefined,
): void {
  if (own === allPermissions) return
  for (const one of next ?? []) {
    const had = before.find((old) => old.id === one.id)
    const changed = (one.allow ^ (had?.allow ?? 0n)) | (one.deny ^ (had?.deny ?? 0n))
    if ((changed & ~own) !== 0n || (had === undefined && has(one.allow | one.deny, 'ManageRoles')))
      throw discordError(50013)
  }
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

const bitsOf = (one: Overwrite): object => ({
  id: one.id,
  type: one.type === 'role' ? 0 : 1,
  allow: one.allow.toString(),
  deny: one.deny.toString(),
})

const aboutOf = (guild: StoredGuild, one: Overwrite): Record<string, string> =>
  one.type === 'role'
    ? { id: one.id, type: '0', role_name: guild.roles.get(one.id)?.name ?? '' }
    : { id: one.id, type: '1' }

const plain = (channel: StoredChannel): object => ({
  name: channel.name,
  type: channel.type,
  topic: channel.topic,
  parent_id: channel.parentId,
  position: channel.position,
  rate_limit_per_user: channel.slowmodeSeconds,
  nsfw: channel.nsfw ?? false,
  flags: channel.flags ?? 0,
  permission_overwrites: channel.overwrites.map(bitsOf),
})
