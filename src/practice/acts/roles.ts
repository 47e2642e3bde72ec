import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild, StoredRole } from '../state/model.ts'
import { demandInGuild, permissionsOf, standsAbove } from '../state/rank.ts'
import { renderRole } from '../state/render.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'
import { tellMember } from './members.ts'

/** Roles in one guild. Source: Discord, JSON Error Codes, 30005. */
const mostRoles = 250

export interface RoleChange {
  readonly name?: string | undefined
  readonly permissions?: bigint | undefined
  readonly color?: number | undefined
  readonly hoist?: boolean | undefined
  readonly mentionable?: boolean | undefined
}

/** Makes a role, at the bottom. Source: Discord, Guild Resource, Create Guild Role. */
export function createRole(hub: Hub, guild: StoredGuild, wanted: RoleChange, by: By): StoredRole {
  demandInGuild(hub, guild, by.id, 'ManageRoles')
  demandOwn(hub, guild, 0n, wanted.permissions, by.id)
  if (guild.roles.size >= mostRoles) throw discordError(30005)
  for (const role of guild.roles.values()) if (role.id !== guild.id) role.position += 1
  const role: StoredRole = {
    id: hub.newId(),
    name: wanted.name ?? 'new role',
    permissions: wanted.permissions ?? guild.roles.get(guild.id)?.permissions ?? 0n,
    color: wanted.color ?? 0,
    position: 1,
    hoist: wanted.hoist ?? false,
    mentionable: wanted.mentionable ?? false,
  }
  guild.roles.set(role.id, role)
  const changes = changesBetween({}, plain(role))
  audit(hub, guild.id, { action: audited.roleCreate, ...line(role, by), changes })
  tell(hub, guild, 'GUILD_ROLE_CREATE', { role: renderRole(role) })
  return role
}

/** Changes a role that stands below who does it. Source: Discord, Guild Resource, Modify Guild Role. */
export function changeRoleItself(
  hub: Hub,
  guild: StoredGuild,
  role: StoredRole,
  change: RoleChange,
  by: By,
): void {
  demandRole(hub, guild, role, by.id)
  demandOwn(hub, guild, role.permissions, change.permissions, by.id)
  const before = plain(role)
  role.name = change.name ?? role.name
  role.permissions = change.permissions ?? role.permissions
  role.color = change.color ?? role.color
  role.hoist = change.hoist ?? role.hoist ?? role.color !== 0
  role.mentionable = change.mentionable ?? role.mentionable ?? false
  const changes = changesBetween(before, plain(role))
  if (changes.length > 0) audit(hub, guild.id, { action: audited.roleUpdate, ...line(role, by), changes })
  tell(hub, guild, 'GUILD_ROLE_UPDATE', { role: renderRole(role) })
}

/** Takes a role away, from everybody at once. Source: Discord, Guild Resource, Delete Guild Role. */
export function deleteRole(hub: Hub, guild: StoredGuild, role: StoredRole, by: By): void {
  demandRole(hub, guild, role, by.id)
  if (role.id === guild.id || role.botId !== undefined) throw discordError(50028)
  guild.roles.delete(role.id)
  const had = [...guild.members.values()].filter((one) => one.roles.includes(role.id))
  for (const member of had) member.roles = member.roles.filter((id) => id !== role.id)
  for (const channel of hub.channels.values()) {
    if (channel.guildId === guild.id)
      channel.overwrites = channel.overwrites.filter((one) => one.id !== role.id)
  }
  const changes = changesBetween(plain(role), {})
  audit(hub, guild.id, { action: audited.roleDelete, ...line(role, by), changes })
  tell(hub, guild, 'GUILD_ROLE_DELETE', { role_id: role.id })
  for (const member of had) tellMember(hub, guild, member)
}

/** Puts roles at other places. Source: Discord, Guild Resource, Modify Guild Role Positions. */
export function moveRoles(
  hub: Hub,
  guild: StoredGuild,
  places: readonly { readonly role: StoredRole; readonly position: number }[],
  by: By,
): void {
  for (const { role } of places) demandRole(hub, guild, role, by.id)
  for (const { role, position } of places) {
    const before = plain(role)
    role.position = position
    const changes = changesBetween(before, plain(role))
    if (changes.length > 0) audit(hub, guild.id, { action: audited.roleUpdate, ...line(role, by), changes })
    tell(hub, guild, 'GUILD_ROLE_UPDATE', { role: renderRole(role) })
  }
}

function demandRole(hub: Hub, guild: StoredGuild, role: StoredRole, byId: string): void {
  demandInGuild(hub, guild, byId, 'ManageRoles')
  if (!standsAbove(guild, byId, role)) throw discordError(50013)
}

/** Nobody grants what they do not have. Source: Discord, Permissions, Permission Hierarchy. */
function demandOwn(
  hub: Hub,
  guild: StoredGuild,
  had: bigint,
  wanted: bigint | undefined,
  byId: string,
): void {
  if (wanted === undefined) return
  if ((wanted & ~had & ~permissionsOf(hub, guild, byId)) !== 0n) throw discordError(50013)
}

const line = (role: StoredRole, by: By) => ({ byId: by.id, targetId: role.id, reason: by.reason })

const plain = (role: StoredRole): object => ({
  name: role.name,
  permissions: role.permissions.toString(),
  color: role.color,
  hoist: role.hoist ?? role.color !== 0,
  mentionable: role.mentionable ?? false,
  position: role.position,
})

function tell(hub: Hub, guild: StoredGuild, t: string, d: object): void {
  const data = () => ({ guild_id: guild.id, ...d })
  hub.publish({ t, intents: hearing.guilds, guildId: guild.id, hidesContent: false, data })
  hub.changed()
}
