import { compareIds } from '../../snowflake.ts'
import { canSee, channelOr404, demand, guildOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel } from '../../state/model.ts'
import { renderChannel, renderThreadMember } from '../../state/render.ts'
import { idIn, limitOf, momentIn } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { ok, param } from '../request.ts'

/** Lists of threads. Source: Discord, Threads, Enumerating Threads. */
export const threadListRoutes: Route[] = [
  {
    method: 'GET',
    path: '/guilds/{guild}/threads/active',
    handle(request) {
      const { hub } = request
      const guild = guildOr404(hub, param(request, 'guild'))
      const threads = [...hub.channels.values()].filter(
        (one) =>
          one.guildId === guild.id && one.thread?.archived === false && canSee(hub, hub.app.botId, one),
      )
      return ok(page(hub, threads, false))
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/threads/archived/public',
    handle(request) {
      demand(request.hub, request.hub.app.botId, parentOf(request), 'ReadMessageHistory')
      return byArchiving(request, 11)
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/threads/archived/private',
    handle(request) {
      const { hub } = request
      demand(hub, hub.app.botId, parentOf(request), 'ReadMessageHistory', 'ManageThreads')
      return byArchiving(request, 12)
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/users/@me/threads/archived/private',
    handle(request) {
      const { hub } = request
      demand(hub, hub.app.botId, parentOf(request), 'ReadMessageHistory')
      const before = idIn(request, 'before')
      const mine = archivedIn(request, 12)
        .filter((one) => one.thread?.memberIds.has(hub.app.botId) === true)
        .filter((one) => before === undefined || compareIds(one.id, before) < 0)
        .sort((a, b) => compareIds(b.id, a.id))
      return cut(request, mine)
    },
  },
]

const parentOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

const archivedIn = (request: RestRequest, type: number): StoredChannel[] =>
  [...request.hub.channels.values()].filter(
    (one) => one.parentId === param(request, 'channel') && one.type === type && one.thread?.archived === true,
  )

const archivedAt = (one: StoredChannel): number => one.thread?.archivedAt ?? 0

/** Those that went to sleep last come first. */
function byArchiving(request: RestRequest, type: number) {
  const before = momentIn(request, 'before')
  const found = archivedIn(request, type)
    .filter((one) => before === undefined || archivedAt(one) < before)
    .sort((a, b) => archivedAt(b) - archivedAt(a))
  return cut(request, found)
}

function cut(request: RestRequest, found: readonly StoredChannel[]) {
  const limit = limitOf(request, { least: 1, most: 100, usual: 50 })
  return ok(page(request.hub, found.slice(0, limit), found.length > limit))
}

function page(hub: Hub, threads: readonly StoredChannel[], more: boolean): object {
  const own = threads.filter((one) => one.thread?.memberIds.has(hub.app.botId) === true)
  return {
    threads: threads.map((one) => renderChannel(hub, one)),
    members: own.map((one) => renderThreadMember(one, hub.app.botId)),
    has_more: more,
  }
}
