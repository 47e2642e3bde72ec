import { pinMessage, pinsOf, unpinMessage } from '../../acts/pin-message.ts'
import { react, unreact } from '../../acts/react.ts'
import { discordError } from '../../errors.ts'
import { has } from '../../permissions.ts'
import { timestamp } from '../../snowflake.ts'
import { canSee, channelOr404, demand, messageOr404, permissionsIn } from '../../state/find.ts'
import { renderChannel, renderUser, userOf } from '../../state/render.ts'
import { invalidForm } from '../check/form.ts'
import { limitOf } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { shown } from './messages.ts'

const channelOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

function pin(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel, 'PinMessages')
  const message = messageOr404(channel, param(request, 'message'))
  if (request.method === 'PUT') pinMessage(hub, channel, message, hub.app.botId)
  else unpinMessage(hub, channel, message)
  return noContent
}

function pins(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel)
  const limit = limitOf(request, { least: 1, most: 50, usual: 50 })
  const before = request.query.get('before')
  const until = before === null ? Number.POSITIVE_INFINITY : Date.parse(before)
  if (Number.isNaN(until)) {
    const message = 'Could not parse. Should be ISO8601.'
    throw invalidForm([{ code: 'DATE_TIME_TYPE_PARSE', message, path: ['before'] }])
  }
  if (!has(permissionsIn(hub, hub.app.botId, channel), 'ReadMessageHistory'))
    return { items: [], has_more: false }
  const found = pinsOf(channel).filter((one) => (one.pinnedAt ?? 0) < until)
  return {
    items: found
      .slice(0, limit)
      .map((one) => ({ pinned_at: timestamp(one.pinnedAt ?? 0), message: shown(hub, one) })),
    has_more: found.length > limit,
  }
}

function reactionRoute(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  const message = messageOr404(channel, param(request, 'message'))
  const emoji = param(request, 'emoji')
  if (!/\p{Extended_Pictographic}|^.+:\d+$/u.test(emoji)) throw discordError(10014)
  demand(hub, hub.app.botId, channel, 'ReadMessageHistory')
  if (request.method === 'DELETE') {
    unreact(hub, message, hub.app.botId, emoji)
    return noContent
  }
  if (!message.reactions?.has(emoji)) demand(hub, hub.app.botId, channel, 'AddReactions')
  react(hub, message, hub.app.botId, emoji)
  return noContent
}

/** A channel, its pins, typing and reactions. Source: Discord, Channel; Discord, Message. */
export const channelRoutes: Route[] = [
  {
    method: 'GET',
    path: '/channels/{channel}',
    handle(request) {
      const channel = channelOf(request)
      if (!canSee(request.hub, request.hub.app.botId, channel)) throw discordError(50001)
      return ok(renderChannel(request.hub, channel))
    },
  },
  {
    method: 'POST',
    path: '/channels/{channel}/typing',
    handle(request) {
      demand(request.hub, request.hub.app.botId, channelOf(request), 'SendMessages')
      return noContent
    },
  },
  { method: 'GET', path: '/channels/{channel}/messages/pins', handle: (request) => ok(pins(request)) },
  { method: 'PUT', path: '/channels/{channel}/messages/pins/{message}', handle: pin },
  { method: 'DELETE', path: '/channels/{channel}/messages/pins/{message}', handle: pin },
  // The deprecated ones: Discord still answers them.
  {
    method: 'GET',
    path: '/channels/{channel}/pins',
    handle: (request) => ok(pins(request).items.map((one) => one.message)),
  },
  { method: 'PUT', path: '/channels/{channel}/pins/{message}', handle: pin },
  { method: 'DELETE', path: '/channels/{channel}/pins/{message}', handle: pin },
  {
    method: 'GET',
    path: '/channels/{channel}/messages/{message}/reactions/{emoji}',
    handle(request) {
      const channel = channelOf(request)
      demand(request.hub, request.hub.app.botId, channel, 'ReadMessageHistory')
      const users = messageOr404(channel, param(request, 'message')).reactions?.get(param(request, 'emoji'))
      return ok([...(users ?? [])].map((id) => renderUser(userOf(request.hub, id))))
    },
  },
  {
    method: 'PUT',
    path: '/channels/{channel}/messages/{message}/reactions/{emoji}/@me',
    handle: reactionRoute,
  },
  {
    method: 'DELETE',
    path: '/channels/{channel}/messages/{message}/reactions/{emoji}/@me',
    handle: reactionRoute,
  },
]
