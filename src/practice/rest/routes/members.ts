import {
  banUser,
  bansOf,
  changeMember,
  changeRole,
  kickMember,
  longestTimeout,
  unbanUser,
} from '../../acts/members.ts'
import { DiscordError, discordError } from '../../errors.ts'
import { compareIds } from '../../snowflake.ts'
import { guildOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredBan } from '../../state/model.ts'
import { demandInGuild, memberOr404, roleOr404 } from '../../state/rank.ts'
import { renderMember, renderUser, userOf } from '../../state/render.ts'
import { check, invalidForm } from '../check/form.ts'
import { banBody, bulkBan, memberBody } from '../check/guild.ts'
import { idIn, limitOf } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'

const guildOf = (request: RestRequest) => guildOr404(request.hub, param(request, 'guild'))

/** Members of a guild, and who is banned from it. Source: Discord, Guild Resource. */
export const memberRoutes: Route[] = [
  { method: 'PATCH', path: '/guilds/{guild}/members/{user}', handle: edit },
  {
    method: 'DELETE',
    path: '/guilds/{guild}/members/{user}',
    handle(request) {
      const guild = guildOf(request)
      kickMember(request.hub, guild, memberOr404(request.hub, guild, param(request, 'user')), byBot(request))
      return noContent
    },
  },
  { method: 'PUT', path: '/guilds/{guild}/members/{user}/roles/{role}', handle: role },
  { method: 'DELETE', path: '/guilds/{guild}/members/{user}/roles/{role}', handle: role },
  { method: 'GET', path: '/guilds/{guild}/members/search', handle: search },
  { method: 'GET', path: '/guilds/{guild}/bans', handle: bans },
  {
    method: 'GET',
    path: '/guilds/{guild}/bans/{user}',
    handle(request) {
      const { hub } = request
      const guild = guildOf(request)
      demandInGuild(hub, guild, hub.app.botId, 'BanMembers')
      const ban = hub.bans.get(guild.id)?.get(param(request, 'user'))
      if (ban === undefined) throw discordError(10026)
      return ok(renderBan(hub, ban))
    },
  },
  {
    method: 'PUT',
    path: '/guilds/{guild}/bans/{user}',
    handle(request) {
      const body = check(banBody, request.body ?? {})
      const seconds = body.delete_message_seconds ?? (body.delete_message_days ?? 0) * 86_400
      banUser(request.hub, guildOf(request), param(request, 'user'), seconds, byBot(request))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/guilds/{guild}/bans/{user}',
    handle(request) {
      unbanUser(request.hub, guildOf(request), param(request, 'user'), byBot(request))
      return noContent
    },
  },
  { method: 'POST', path: '/guilds/{guild}/bulk-ban', handle: banMany },
]

const renderBan = (hub: Hub, ban: StoredBan): object => ({
  reason: ban.reason,
  user: renderUser(userOf(hub, ban.userId)),
})

function edit(request: RestRequest) {
  const { hub } = request
  const guild = guildOf(request)
  const named = param(request, 'user')
  const member = memberOr404(hub, guild, named === '@me' ? hub.app.botId : named)
  const body = check(memberBody, request.body ?? {})
  const until = body.communication_disabled_until
  const ms = typeof until === 'string' ? Date.parse(until) : until
  if (typeof ms === 'number' && ms > hub.now() + longestTimeout) {
    throw invalidForm([
      {
        code: 'GUILD_MEMBER_COMMUNICATION_DISABLED_TOO_LONG',
        message: 'Communication may be disabled for at most 28 days.',
        path: ['communication_disabled_until'],
      },
    ])
  }
  const change = { nick: body.nick, roles: body.roles ?? undefined, timeoutUntil: ms }
  changeMember(hub, guild, member, change, byBot(request))
  return ok(renderMember(hub, member))
}

function role(request: RestRequest) {
  const { hub } = request
  const guild = guildOf(request)
  const member = memberOr404(hub, guild, param(request, 'user'))
  const one = roleOr404(guild, param(request, 'role'))
  changeRole(hub, guild, member, one, request.method === 'PUT', byBot(request))
  return noContent
}

/** Source: Discord, Guild Resource, Search Guild Members. */
function search(request: RestRequest) {
  const { hub } = request
  const limit = limitOf(request, { least: 1, most: 1000, usual: 1 })
  const query = request.query.get('query')?.toLowerCase()
  if (query === undefined) {
    throw invalidForm([{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required', path: ['query'] }])
  }
  const found = [...guildOf(request).members.values()].filter((one) =>
    [one.nick, userOf(hub, one.userId).username].some((name) => name?.toLowerCase().startsWith(query)),
  )
  return ok(found.slice(0, limit).map((one) => renderMember(hub, one)))
}

/** Source: Discord, Guild Resource, Get Guild Bans: with both, only `before` counts. */
function bans(request: RestRequest) {
  const { hub } = request
  const guild = guildOf(request)
  demandInGuild(hub, guild, hub.app.botId, 'BanMembers')
  const limit = limitOf(request, { least: 1, most: 1000, usual: 1000 })
  const before = idIn(request, 'before')
  const after = idIn(request, 'after')
  const all = bansOf(hub, guild)
  const found =
    before === undefined
      ? all.filter((one) => after === undefined || compareIds(one.userId, after) > 0).slice(0, limit)
      : all.filter((one) => compareIds(one.userId, before) < 0).slice(-limit)
  return ok(found.map((one) => renderBan(hub, one)))
}

function banMany(request: RestRequest) {
  const { hub } = request
  const guild = guildOf(request)
  demandInGuild(hub, guild, hub.app.botId, 'BanMembers', 'ManageGuild')
  const body = check(bulkBan, request.body)
  const banned: string[] = []
  const failed: string[] = []
  for (const id of new Set(body.user_ids)) {
    if (hub.bans.get(guild.id)?.has(id) === true) failed.push(id)
    else if (tries(() => banUser(hub, guild, id, body.delete_message_seconds ?? 0, byBot(request))))
      banned.push(id)
    else failed.push(id)
  }
  if (banned.length === 0) throw discordError(500000)
  return ok({ banned_users: banned, failed_users: failed })
}

/** True when Discord did not refuse it. */
function tries(act: () => void): boolean {
  try {
    act()
    return true
  } catch (error) {
    if (error instanceof DiscordError) return false
    throw error
  }
}
