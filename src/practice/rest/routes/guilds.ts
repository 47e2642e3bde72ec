import { discordError } from '../../errors.ts'
import { compareIds } from '../../snowflake.ts'
import { guildOr404 } from '../../state/find.ts'
import { memberOr404, permissionsOf } from '../../state/rank.ts'
import { channelsOf, renderGuild } from '../../state/render-guild.ts'
import { renderChannel, renderMember } from '../../state/render.ts'
import type { RestRequest, Route } from '../request.ts'
import { ok, param } from '../request.ts'
import { limitOf } from '../query.ts'

const guildOf = (request: RestRequest) => guildOr404(request.hub, param(request, 'guild'))

/** Reading a guild. Source: Discord, Guild. */
export const guildRoutes: Route[] = [
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle: ({ hub }) =>
      ok(
        [...hub.guilds.values()].map((guild) => ({
          id: guild.id,
          name: guild.name,
          icon: null,
          banner: null,
          owner: false,
          permissions: permissionsOf(hub, guild, hub.app.botId).toString(),
          features: [],
        })),
      ),
  },
  {
    method: 'GET',
    path: '/guilds/{guild}',
    handle(request) {
      const guild = guildOf(request)
      const counts =
        request.query.get('with_counts') === 'true'
          ? { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
          : {}
      return ok({ ...renderGuild(guild), ...counts })
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/channels',
    handle: (request) =>
      ok(channelsOf(request.hub, guildOf(request)).map((one) => renderChannel(request.hub, one))),
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/members',
    handle(request) {
      // Listing everybody needs the member intent. Source: Discord, Gateway, HTTP Restrictions.
      if (!request.hub.app.privilegedIntents.has('GuildMembers')) throw discordError(50001)
      const limit = limitOf(request, { least: 1, most: 1000, usual: 1 })
      const after = request.query.get('after') ?? '0'
      const members = [...guildOf(request).members.values()]
        .filter((one) => compareIds(one.userId, after) > 0)
        .sort((a, b) => compareIds(a.userId, b.userId))
      return ok(members.slice(0, limit).map((one) => renderMember(request.hub, one)))
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/members/{user}',
    handle(request) {
      const member = memberOr404(request.hub, guildOf(request), param(request, 'user'))
      return ok(renderMember(request.hub, member))
    },
  },
]
