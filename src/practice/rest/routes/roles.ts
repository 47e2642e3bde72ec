import { changeRoleItself, createRole, deleteRole, moveRoles } from '../../acts/roles.ts'
import type { RoleChange } from '../../acts/roles.ts'
import type { z } from 'zod'
import { guildOr404 } from '../../state/find.ts'
import { roleOr404 } from '../../state/rank.ts'
import { renderRole } from '../../state/render.ts'
import { check } from '../check/form.ts'
import { roleBody, rolePlaces } from '../check/guild.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'

const guildOf = (request: RestRequest) => guildOr404(request.hub, param(request, 'guild'))
const roleOf = (request: RestRequest) => roleOr404(guildOf(request), param(request, 'role'))

const changeOf = (body: z.output<typeof roleBody>): RoleChange => ({
  name: body.name ?? undefined,
  permissions: body.permissions ?? undefined,
  color: body.colors?.primary_color ?? body.color ?? undefined,
  hoist: body.hoist ?? undefined,
  mentionable: body.mentionable ?? undefined,
})

/** The roles of a guild. Source: Discord, Guild Resource. */
export const roleRoutes: Route[] = [
  {
    method: 'GET',
    path: '/guilds/{guild}/roles',
    handle: (request) => ok([...guildOf(request).roles.values()].map(renderRole)),
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/roles/member-counts',
    handle(request) {
      const guild = guildOf(request)
      const counts = [...guild.roles.keys()]
        .filter((id) => id !== guild.id)
        .map((id) => [id, [...guild.members.values()].filter((one) => one.roles.includes(id)).length])
      return ok(Object.fromEntries(counts))
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/roles/{role}',
    handle: (request) => ok(renderRole(roleOf(request))),
  },
  {
    method: 'POST',
    path: '/guilds/{guild}/roles',
    handle(request) {
      const wanted = changeOf(check(roleBody, request.body ?? {}))
      return ok(renderRole(createRole(request.hub, guildOf(request), wanted, byBot(request))))
    },
  },
  {
    method: 'PATCH',
    path: '/guilds/{guild}/roles',
    handle(request) {
      const guild = guildOf(request)
      const places = check(rolePlaces, request.body).flatMap(({ id, position }) =>
        position == null ? [] : [{ role: roleOr404(guild, id), position }],
      )
      moveRoles(request.hub, guild, places, byBot(request))
      return ok([...guild.roles.values()].map(renderRole))
    },
  },
  {
    method: 'PATCH',
    path: '/guilds/{guild}/roles/{role}',
    handle(request) {
      const role = roleOf(request)
      const change = changeOf(check(roleBody, request.body ?? {}))
      changeRoleItself(request.hub, guildOf(request), role, change, byBot(request))
      return ok(renderRole(role))
    },
  },
  {
    method: 'DELETE',
    path: '/guilds/{guild}/roles/{role}',
    handle(request) {
      deleteRole(request.hub, guildOf(request), roleOf(request), byBot(request))
      return noContent
    },
  },
]
