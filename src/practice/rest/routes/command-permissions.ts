import { renderCommandPermissions } from '../../acts/command-permissions.ts'
import { discordError } from '../../errors.ts'
import { guildOr404 } from '../../state/find.ts'
import type { RestRequest, Route } from '../request.ts'
import { ok, param } from '../request.ts'

const commands = '/applications/{application}/guilds/{guild}/commands'

/** What people set for commands, to be read. Source: Discord, Application Commands, Permissions. */
export const commandPermissionRoutes: Route[] = [
  {
    method: 'GET',
    path: `${commands}/permissions`,
    handle(request) {
      const { hub, guild, table } = placeOf(request)
      return ok([...table].map(([id, list]) => renderCommandPermissions(hub, guild, id, list)))
    },
  },
  {
    method: 'GET',
    path: `${commands}/{command}/permissions`,
    handle(request) {
      const { hub, guild, table } = placeOf(request)
      const id = param(request, 'command')
      const list = table.get(id)
      if (list === undefined) throw discordError(10066)
      return ok(renderCommandPermissions(hub, guild, id, list))
    },
  },
  {
    // Only with the token of a person: a bot cannot change this. Source: Edit Application Command Permissions.
    method: 'PUT',
    path: `${commands}/{command}/permissions`,
    handle() {
      throw discordError(20001)
    },
  },
]

function placeOf(request: RestRequest) {
  const { hub } = request
  if (param(request, 'application') !== hub.app.id) throw discordError(20012)
  const guild = guildOr404(hub, param(request, 'guild'))
  return { hub, guild, table: hub.commandPermissions.get(guild.id) ?? new Map() }
}
