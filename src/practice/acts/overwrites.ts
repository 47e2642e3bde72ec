import { discordError } from '../errors.ts'
import { allPermissions, has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { Overwrite, StoredChannel, StoredGuild } from '../state/model.ts'
import { permissionsOf } from '../state/rank.ts'
import { audit, audited, changesBetween } from './audit.ts'
import { tellChannel } from './tell-channel.ts'
import type { By } from './members.ts'

/** Source: Discord, JSON Error Codes, 30060. */
const mostOverwrites = 1000

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
  const changes = changesBetween(there === undefined ? {} : overwriteParts(there), overwriteParts(overwrite))
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
    changes: changesBetween(overwriteParts(there), {}),
    options: aboutOf(guild, there),
  })
  tellChannel(hub, 'CHANNEL_UPDATE', channel)
}

/**
 * Overwrites need MANAGE_ROLES in the channel, and grant or refuse only what one has oneself, unless one has that
 * permission by an overwrite of the channel. Source: Discord, Channels Resource, Edit Channel Permissions.
 */
export function demandOverwrites(
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

/** Throws 50013 for a change of what one does not have oneself. */
export function demandGrantable(
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

const line = (channel: StoredChannel, by: By) => ({
  byId: by.id,
  targetId: channel.id,
  reason: by.reason,
})

/** An overwrite in plain parts, as the audit log compares it. */
export const overwriteParts = (one: Overwrite): object => ({
  id: one.id,
  type: one.type === 'role' ? 0 : 1,
  allow: one.allow.toString(),
  deny: one.deny.toString(),
})

const aboutOf = (guild: StoredGuild, one: Overwrite): Record<string, string> =>
  one.type === 'role'
    ? { id: one.id, type: '0', role_name: guild.roles.get(one.id)?.name ?? '' }
    : { id: one.id, type: '1' }
