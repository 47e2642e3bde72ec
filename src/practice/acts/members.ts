import { GatewayIntentBits } from 'discord-api-types/v10'
import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import { has } from '../permissions.ts'
import { compareIds, msOf, timestamp } from '../snowflake.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild, StoredMember, StoredRole } from '../state/model.ts'
import { demandAbove, demandInGuild, permissionsOf, standsAbove } from '../state/rank.ts'
import { renderMember, renderUser, userOf } from '../state/render.ts'
import { audit, audited, changesBetween } from './audit.ts'
import { removeMessages } from './delete-message.ts'

/** Who does something, and why; the reason goes into the audit log. */
export interface By {
  readonly id: string
  readonly reason?: string | undefined
}

/** The longest time-out. Source: Discord, Guild Resource, Modify Guild Member. */
export const longestTimeout = 28 * 24 * 60 * 60_000

export interface MemberChange {
  readonly nick?: string | null | undefined
  readonly roles?: readonly string[] | undefined
  /** In milliseconds since 1970; null takes the time-out off. */
  readonly timeoutUntil?: number | null | undefined
}

/**
 * Changes a member's nickname, roles or time-out. 50013 without the permission that each of them needs, for a member or
 * a role that does not stand below who does it, and for a time-out of the owner or an administrator.
 * Source: Discord, Guild Resource, Modify Guild Member; Permissions, Permission Hierarchy.
 */
export function changeMember(
  hub: Hub,
  guild: StoredGuild,
  member: StoredMember,
  change: MemberChange,
  by: By,
): void {
  const self = member.userId === by.id
  if (change.nick !== undefined) {
    demandInGuild(hub, guild, by.id, self ? 'ChangeNickname' : 'ManageNicknames')
    if (!self) demandAbove(guild, by.id, member)
  }
  if (change.timeoutUntil !== undefined) demandTimeout(hub, guild, member, by.id)
  const roles = change.roles === undefined ? undefined : new Set(change.roles)
  const given = [...(roles ?? [])].filter((id) => !member.roles.includes(id))
  const taken = roles === undefined ? [] : member.roles.filter((id) => !roles.has(id))
  for (const id of [...given, ...taken]) demandRole(hub, guild, guild.roles.get(id), by.id)
  const before = plain(member)
  if (change.nick !== undefined) member.nick = change.nick === '' ? null : change.nick
  if (change.timeoutUntil !== undefined) member.timeoutUntil = change.timeoutUntil ?? undefined
  if (roles !== undefined) member.roles = [...roles]
  const changes = changesBetween(before, plain(member))
  if (changes.length > 0) {
    const entry = { byId: by.id, targetId: member.userId, reason: by.reason }
    audit(hub, guild.id, { action: audited.memberUpdate, changes, ...entry })
  }
  auditRoles(hub, guild, member, given, taken, by)
  tellMember(hub, guild, member)
}

/** Gives one role or takes it; twice is once. Source: Discord, Guild Resource, Add Guild Member Role. */
export function changeRole(
  hub: Hub,
  guild: StoredGuild,
  member: StoredMember,
  role: StoredRole,
  given: boolean,
  by: By,
): void {
  demandRole(hub, guild, role, by.id)
  if (member.roles.includes(role.id) === given) return
  member.roles = given ? [...member.roles, role.id] : member.roles.filter((id) => id !== role.id)
  auditRoles(hub, guild, member, given ? [role.id] : [], given ? [] : [role.id], by)
  tellMember(hub, guild, member)
}

/** Takes a member out of the server. Source: Discord, Guild Resource, Remove Guild Member. */
export function kickMember(hub: Hub, guild: StoredGuild, member: StoredMember, by: By): void {
  demandInGuild(hub, guild, by.id, 'KickMembers')
  demandAbove(guild, by.id, member)
  removeMember(hub, guild, member)
  audit(hub, guild.id, {
    action: audited.memberKick,
    byId: by.id,
    targetId: member.userId,
    reason: by.reason,
  })
}

/**
 * Bans somebody, who need not be in the server, and takes away what they wrote in the last `seconds`.
 * Source: Discord, Guild Resource, Create Guild Ban.
 */
export function banUser(hub: Hub, guild: StoredGuild, userId: string, seconds: number, by: By): void {
  demandInGuild(hub, guild, by.id, 'BanMembers')
  if (!hub.users.has(userId)) throw discordError(10013)
  const member = guild.members.get(userId)
  if (member !== undefined) demandAbove(guild, by.id, member)
  const bans = hub.bans.get(guild.id) ?? new Map()
  hub.bans.set(guild.id, bans)
  if (bans.has(userId)) return
  bans.set(userId, { userId, reason: by.reason ?? null })
  tellBan(hub, guild, userId, 'GUILD_BAN_ADD')
  if (member !== undefined) removeMember(hub, guild, member)
  audit(hub, guild.id, { action: audited.banAdd, byId: by.id, targetId: userId, reason: by.reason })
  if (seconds > 0) removeWordsOf(hub, guild, userId, hub.now() - seconds * 1000)
}

/** Lifts a ban; 10026 when there is none. Source: Discord, Guild Resource, Remove Guild Ban. */
export function unbanUser(hub: Hub, guild: StoredGuild, userId: string, by: By): void {
  demandInGuild(hub, guild, by.id, 'BanMembers')
  if (hub.bans.get(guild.id)?.delete(userId) !== true) throw discordError(10026)
  tellBan(hub, guild, userId, 'GUILD_BAN_REMOVE')
  audit(hub, guild.id, { action: audited.banRemove, byId: by.id, targetId: userId, reason: by.reason })
}

/** Lets somebody into the server; 40007 for somebody who is banned. */
export function addMember(hub: Hub, guild: StoredGuild, userId: string): StoredMember {
  if (hub.bans.get(guild.id)?.has(userId) === true) throw discordError(40007)
  const there = guild.members.get(userId)
  if (there !== undefined) return there
  const member = { userId, nick: null, roles: [], joinedAt: hub.now(), timeoutUntil: undefined }
  guild.members.set(userId, member)
  publish(hub, guild, 'GUILD_MEMBER_ADD', GatewayIntentBits.GuildMembers, () => ({
    ...renderMember(hub, member),
    guild_id: guild.id,
  }))
  return member
}

/** Takes somebody out of the server and out of its threads, and tells of it. */
export function removeMember(hub: Hub, guild: StoredGuild, member: StoredMember): void {
  guild.members.delete(member.userId)
  for (const channel of hub.channels.values()) {
    if (channel.guildId === guild.id) channel.thread?.memberIds.delete(member.userId)
  }
  publish(hub, guild, 'GUILD_MEMBER_REMOVE', GatewayIntentBits.GuildMembers, () => ({
    guild_id: guild.id,
    user: renderUser(userOf(hub, member.userId)),
  }))
}

/** The bans of a guild in the order of the banned people's ids. */
export const bansOf = (hub: Hub, guild: StoredGuild) =>
  [...(hub.bans.get(guild.id)?.values() ?? [])].sort((a, b) => compareIds(a.userId, b.userId))

/** Tells of a changed member. A bot hears of itself also without the intent. Source: Discord, Gateway, Caveats. */
export function tellMember(hub: Hub, guild: StoredGuild, member: StoredMember): void {
  const isBot = member.userId === hub.app.botId
  publish(hub, guild, 'GUILD_MEMBER_UPDATE', isBot ? hearing.always : GatewayIntentBits.GuildMembers, () => ({
    ...renderMember(hub, member),
    guild_id: guild.id,
  }))
}

function demandTimeout(hub: Hub, guild: StoredGuild, member: StoredMember, byId: string): void {
  demandInGuild(hub, guild, byId, 'ModerateMembers')
  if (has(permissionsOf(hub, guild, member.userId), 'Administrator')) throw discordError(50013)
  demandAbove(guild, byId, member)
}

/** A role is given and taken by who may manage roles and stands above it; that of a bot by nobody. */
function demandRole(hub: Hub, guild: StoredGuild, role: StoredRole | undefined, byId: string): void {
  demandInGuild(hub, guild, byId, 'ManageRoles')
  if (role === undefined) throw discordError(10011)
  if (role.id === guild.id || role.botId !== undefined) throw discordError(50028)
  if (!standsAbove(guild, byId, role)) throw discordError(50013)
}

const plain = (member: StoredMember): object => ({
  nick: member.nick,
  communication_disabled_until:
    member.timeoutUntil === undefined ? undefined : timestamp(member.timeoutUntil),
})

function auditRoles(
  hub: Hub,
  guild: StoredGuild,
  member: StoredMember,
  given: readonly string[],
  taken: readonly string[],
  by: By,
): void {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? '' }))
  const changes = [
    ...(given.length === 0 ? [] : [{ key: '$add', new_value: named(given) }]),
    ...(taken.length === 0 ? [] : [{ key: '$remove', new_value: named(taken) }]),
  ]
  if (changes.length === 0) return
  const entry = { byId: by.id, targetId: member.userId, reason: by.reason }
  audit(hub, guild.id, { action: audited.memberRoles, changes, ...entry })
}

function removeWordsOf(hub: Hub, guild: StoredGuild, userId: string, since: number): void {
  for (const channel of hub.channels.values()) {
    if (channel.guildId !== guild.id) continue
    const said = channel.messages.all().filter((one) => one.authorId === userId && msOf(one.id) >= since)
    if (said.length === 0) continue
    removeMessages(
      hub,
      channel,
      said.map((one) => one.id),
    )
  }
}

function tellBan(hub: Hub, guild: StoredGuild, userId: string, t: string): void {
  publish(hub, guild, t, GatewayIntentBits.GuildModeration, () => ({
    guild_id: guild.id,
    user: renderUser(userOf(hub, userId)),
  }))
}

function publish(hub: Hub, guild: StoredGuild, t: string, intents: number, data: () => object): void {
  hub.publish({ t, intents, guildId: guild.id, hidesContent: false, data })
  hub.changed()
}
