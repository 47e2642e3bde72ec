import { discordError } from '../errors.ts'
import { allPermissions, has } from '../permissions.ts'
import { ruling } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredCommand, StoredCommandPermission, StoredGuild } from '../state/model.ts'
import { demandInGuild, permissionsOf } from '../state/rank.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'

/** Overwrites for one command. Source: Discord, Application Commands, Permissions Object. */
const mostPermissions = 100

/** "All channels" of a guild, as overwrites name them. Source: Discord, Permissions Constants. */
export const allChannels = (guild: StoredGuild): string => (BigInt(guild.id) - 1n).toString()

/**
 * What people set in the server's settings for a command, or with the id of the application for all of them. Only
 * people can: bots may not use the endpoint. Source: Discord, Application Commands, Edit Command Permissions.
 */
export function setCommandPermissions(
  hub: Hub,
  guild: StoredGuild,
  commandId: string,
  permissions: readonly StoredCommandPermission[],
  by: By,
): void {
  demandInGuild(hub, guild, by.id, 'ManageGuild', 'ManageRoles')
  if (permissions.length > mostPermissions) throw discordError(50035)
  const table = hub.commandPermissions.get(guild.id) ?? new Map()
  hub.commandPermissions.set(guild.id, table)
  const changes = changesBetween(keyed(table.get(commandId) ?? []), keyed(permissions))
  if (permissions.length === 0) table.delete(commandId)
  else table.set(commandId, permissions)
  audit(hub, guild.id, {
    action: audited.commandPermissions,
    byId: by.id,
    targetId: commandId,
    changes,
    options: { application_id: hub.app.id },
    reason: by.reason,
  })
  hub.publish({
    t: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
    intents: 0,
    guildId: guild.id,
    hidesContent: false,
    data: () => renderCommandPermissions(hub, guild, commandId, permissions),
  })
  hub.changed()
}

const keyed = (list: readonly StoredCommandPermission[]): object =>
  Object.fromEntries(list.map((one) => [one.id, one]))

/** Source: Discord, Application Commands, Guild Application Command Permissions Structure. */
export const renderCommandPermissions = (
  hub: Hub,
  guild: StoredGuild,
  id: string,
  permissions: readonly StoredCommandPermission[],
): object => ({ id, application_id: hub.app.id, guild_id: guild.id, permissions })

/**
 * Whether a member may use a command in a channel. An administrator may all. A channel that is switched off is closed;
 * then what was set for the person decides, then for their roles (one that allows is enough), then for everyone; and
 * where nothing was set, what the command itself asks for. What was set for the command goes before what was set for
 * the whole application. Source: Discord, Application Commands, Permissions.
 */
export function mayUse(
  hub: Hub,
  guild: StoredGuild,
  userId: string,
  channel: StoredChannel,
  command: StoredCommand,
  bits: bigint,
): boolean {
  if (permissionsOf(hub, guild, userId) === allPermissions) return true
  if (!has(bits, 'UseApplicationCommands')) return false
  const table = hub.commandPermissions.get(guild.id)
  const ofApp = table?.get(hub.app.id) ?? []
  const ofCommand = table?.get(command.id) ?? []
  const place = ruling(hub, channel).id
  if ((inChannel(guild, ofCommand, place) ?? inChannel(guild, ofApp, place)) === false) return false
  const set = forMember(guild, ofCommand, userId) ?? forMember(guild, ofApp, userId)
  if (set !== undefined) return set
  const needed = command.default_member_permissions
  if (needed == null) return true
  return needed !== '0' && (bits & BigInt(needed)) === BigInt(needed)
}

const inChannel = (
  guild: StoredGuild,
  list: readonly StoredCommandPermission[],
  channelId: string,
): boolean | undefined =>
  (
    list.find((one) => one.type === 3 && one.id === channelId) ??
    list.find((one) => one.type === 3 && one.id === allChannels(guild))
  )?.permission

function forMember(
  guild: StoredGuild,
  list: readonly StoredCommandPermission[],
  userId: string,
): boolean | undefined {
  const own = list.find((one) => one.type === 2 && one.id === userId)
  if (own !== undefined) return own.permission
  const roles = guild.members.get(userId)?.roles ?? []
  const ofRoles = list.filter((one) => one.type === 1 && roles.includes(one.id))
  if (ofRoles.length > 0) return ofRoles.some((one) => one.permission)
  return list.find((one) => one.type === 1 && one.id === guild.id)?.permission
}
