import { autoModRule } from './spec-routes.ts'
import type { Shape } from './spec-routes.ts'

/** A part of an event that the published description has a schema for. */
export interface Part {
  readonly name: string
  readonly shape: Shape
  readonly value: unknown
}

type Loose = Record<string, unknown>

const channel = 'GuildChannelResponse | PrivateChannelResponse | ThreadResponse'

/** Takes an event apart into what REST also sends. */
export function dispatchParts(t: string, given: unknown): readonly Part[] {
  const d = given as Loose
  switch (t) {
    case 'MESSAGE_CREATE':
    case 'MESSAGE_UPDATE':
      return [{ name: 'message', shape: 'MessageResponse', value: d }]
    case 'READY':
      return [{ name: 'user', shape: 'UserResponse', value: d['user'] }]
    case 'GUILD_CREATE':
      return [
        { name: 'guild', shape: 'GuildResponse', value: d },
        { name: 'channels', shape: [channel], value: d['channels'] },
        { name: 'threads', shape: ['ThreadResponse'], value: d['threads'] },
        { name: 'members', shape: ['GuildMemberResponse'], value: d['members'] },
      ]
    case 'GUILD_MEMBERS_CHUNK':
      return [{ name: 'members', shape: ['GuildMemberResponse'], value: d['members'] }]
    case 'MESSAGE_REACTION_ADD':
      return d['member'] === undefined
        ? []
        : [{ name: 'member', shape: 'GuildMemberResponse', value: d['member'] }]
    case 'THREAD_CREATE':
    case 'THREAD_UPDATE':
      return [{ name: 'thread', shape: 'ThreadResponse', value: d }]
    case 'CHANNEL_CREATE':
    case 'CHANNEL_DELETE':
    case 'CHANNEL_UPDATE':
      return [{ name: 'channel', shape: channel, value: d }]
    case 'AUTO_MODERATION_RULE_CREATE':
    case 'AUTO_MODERATION_RULE_UPDATE':
    case 'AUTO_MODERATION_RULE_DELETE':
      return [{ name: 'rule', shape: autoModRule, value: d }]
    case 'GUILD_AUDIT_LOG_ENTRY_CREATE':
      return [{ name: 'entry', shape: 'AuditLogEntryResponse', value: d }]
    case 'GUILD_BAN_ADD':
    case 'GUILD_BAN_REMOVE':
    case 'GUILD_MEMBER_REMOVE':
      return [{ name: 'user', shape: 'UserResponse', value: d['user'] }]
    case 'GUILD_MEMBER_ADD':
    case 'GUILD_MEMBER_UPDATE':
      return [{ name: 'member', shape: 'GuildMemberResponse', value: d }]
    case 'GUILD_ROLE_CREATE':
    case 'GUILD_ROLE_UPDATE':
      return [{ name: 'role', shape: 'GuildRoleResponse', value: d['role'] }]
    case 'APPLICATION_COMMAND_PERMISSIONS_UPDATE':
      return [{ name: 'permissions', shape: 'CommandPermissionsResponse', value: d }]
    case 'INTERACTION_CREATE':
      return interactionParts(d)
    default:
      return []
  }
}

function interactionParts(d: Loose): Part[] {
  const member = d['member'] as Loose | undefined
  const data = (d['data'] ?? {}) as Loose
  const resolved = (data['resolved'] ?? {}) as Loose
  const users = Object.values((resolved['users'] ?? {}) as Loose)
  const messages = Object.values((resolved['messages'] ?? {}) as Loose)
  const parts: Part[] = [{ name: 'channel', shape: channel, value: d['channel'] }]
  if (member === undefined) parts.push({ name: 'user', shape: 'UserResponse', value: d['user'] })
  else parts.push({ name: 'member', shape: 'GuildMemberResponse', value: member })
  if (d['message'] !== undefined)
    parts.push({ name: 'message', shape: 'MessageResponse', value: d['message'] })
  if (users.length > 0) parts.push({ name: 'users', shape: ['UserResponse'], value: users })
  if (messages.length > 0) parts.push({ name: 'messages', shape: ['MessageResponse'], value: messages })
  return parts
}
