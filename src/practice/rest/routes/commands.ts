import { withoutEmpty } from '../../acts/components.ts'
import { discordError } from '../../errors.ts'
import { guildOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredCommand } from '../../state/model.ts'
import { check } from '../check/form.ts'
import { command, commandList } from '../check/commands.ts'
import type { Command } from '../check/commands.ts'
import type { RestRequest, Route } from '../request.ts'
import { created, noContent, ok, param } from '../request.ts'

/** A request about the commands of another application is refused. */
function scopeOf(request: RestRequest): { hub: Hub; scope: string; list: readonly StoredCommand[] } {
  const { hub } = request
  if (param(request, 'application') !== hub.app.id) throw discordError(20012)
  const scope = param(request, 'guild')
  if (scope !== '') guildOr404(hub, scope)
  return { hub, scope, list: hub.commands.get(scope) ?? [] }
}

function settle(hub: Hub, scope: string, given: Command, there: StoredCommand | undefined): StoredCommand {
  const { id: _, ...fields } = withoutEmpty(given) as Record<string, unknown>
  const settled = {
    ...fields,
    id: there?.id ?? hub.newId(),
    application_id: hub.app.id,
    version: hub.newId(),
    type: given.type ?? 1,
    description: given.description ?? '',
    default_member_permissions: given.default_member_permissions ?? null,
    name_localizations: given.name_localizations ?? null,
    description_localizations: given.description_localizations ?? null,
    nsfw: given.nsfw ?? false,
    integration_types: given.integration_types ?? [0],
    ...(scope === ''
      ? { contexts: given.contexts ?? null, dm_permission: allowsDm(given) }
      : { guild_id: scope }),
  }
  return settled as unknown as StoredCommand
}

/** What people set for a command goes with it. Source: Discord, Edit Application Command Permissions. */
function forget(hub: Hub, commandId: string): void {
  for (const table of hub.commandPermissions.values()) table.delete(commandId)
}

/** New commands in one scope in a day. Source: Discord, JSON Error Codes, 30034. */
const mostCreates = 200
const day = 24 * 60 * 60_000

/** Counts new commands; those that replace one of the same name are not new. */
function countCreates(hub: Hub, scope: string, count: number): void {
  if (count === 0) return
  const recent = (hub.commandCreates.get(scope) ?? []).filter((at) => hub.now() - at < day)
  if (recent.length + count > mostCreates) throw discordError(30034)
  hub.commandCreates.set(scope, [...recent, ...Array.from({ length: count }, () => hub.now())])
}

const allowsDm = (given: Command): boolean => given.contexts?.includes(1) ?? given.dm_permission ?? true

const same = (one: StoredCommand, other: Command): boolean =>
  one.name === other.name && one.type === (other.type ?? 1)

/** Unless asked for, the tables of translations stay away. Source: Discord, Application Commands. */
function shown(one: StoredCommand, request: RestRequest): object {
  if (request.query.get('with_localizations') === 'true' || request.method !== 'GET') return one
  const { name_localizations: _, description_localizations: __, ...rest } = one
  return rest
}

const routesIn = (path: string): Route[] => [
  {
    method: 'GET',
    path,
    handle: (request) => ok(scopeOf(request).list.map((one) => shown(one, request))),
  },
  {
    method: 'PUT',
    path,
    handle(request) {
      const { hub, scope, list } = scopeOf(request)
      const wanted = check(commandList, request.body)
      const next = wanted.map((one) =>
        settle(
          hub,
          scope,
          one,
          list.find((old) => same(old, one)),
        ),
      )
      for (const old of list) if (!next.some((one) => one.id === old.id)) forget(hub, old.id)
      countCreates(hub, scope, next.filter((one) => !list.some((old) => old.id === one.id)).length)
      hub.commands.set(scope, next)
      hub.changed()
      return ok(next)
    },
  },
  {
    method: 'POST',
    path,
    handle(request) {
      const { hub, scope, list } = scopeOf(request)
      const wanted = check(command, request.body)
      const there = list.find((old) => same(old, wanted))
      const next = settle(hub, scope, wanted, there)
      const all = [...list.filter((old) => old !== there), next]
      check(commandList, all)
      if (there === undefined) countCreates(hub, scope, 1)
      hub.commands.set(scope, all)
      hub.changed()
      return there === undefined ? created(next) : ok(next)
    },
  },
  {
    method: 'GET',
    path: `${path}/{command}`,
    handle(request) {
      const one = scopeOf(request).list.find((each) => each.id === param(request, 'command'))
      if (one === undefined) throw discordError(10063)
      return ok(one)
    },
  },
  {
    method: 'PATCH',
    path: `${path}/{command}`,
    handle(request) {
      const { hub, scope, list } = scopeOf(request)
      const there = list.find((one) => one.id === param(request, 'command'))
      if (there === undefined) throw discordError(10063)
      const given = typeof request.body === 'object' ? request.body : {}
      const wanted = check(command, { ...there, ...given, id: undefined, type: there.type })
      const next = settle(hub, scope, wanted, there)
      const all = list.map((one) => (one === there ? next : one))
      check(commandList, all)
      // Renaming a command loses what people set for it. Source: Discord, Edit Application Command Permissions.
      if (next.name !== there.name) forget(hub, there.id)
      hub.commands.set(scope, all)
      hub.changed()
      return ok(next)
    },
  },
  {
    method: 'DELETE',
    path: `${path}/{command}`,
    handle(request) {
      const { hub, scope, list } = scopeOf(request)
      const id = param(request, 'command')
      if (!list.some((one) => one.id === id)) throw discordError(10063)
      forget(hub, id)
      hub.commands.set(
        scope,
        list.filter((one) => one.id !== id),
      )
      hub.changed()
      return noContent
    },
  },
]

/** The commands of the application, for everywhere and for one guild. */
export const commandRoutes: Route[] = [
  ...routesIn('/applications/{application}/commands'),
  ...routesIn('/applications/{application}/guilds/{guild}/commands'),
]
