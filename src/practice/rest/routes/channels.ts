import { pinMessage, pinsOf, unpinMessage } from '../../acts/pin-message.ts'
import { startTyping } from '../../acts/typing.ts'
import { discordError } from '../../errors.ts'
import { has } from '../../permissions.ts'
import { timestamp } from '../../snowflake.ts'
import { canSee, channelOr404, demand, messageOr404, permissionsIn } from '../../state/find.ts'
import { renderChannel } from '../../state/render.ts'
import { limitOf, momentIn } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'
import { shown } from './messages.ts'

const channelOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

function pin(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel, 'PinMessages')
  const message = messageOr404(channel, param(request, 'message'))
  if (channel.thread?.archived === true) throw discordError(50083)
  if (request.method === 'PUT') pinMessage(hub, channel, message, byBot(request))
  else unpinMessage(hub, channel, message, byBot(request))
  return noContent
}

function pins(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel)
  const limit = limitOf(request, { least: 1, most: 50, usual: 50 })
  const until = momentIn(request, 'before') ?? Number.POSITIVE_INFINITY
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

/** A channel, its pins and typing. Source: Discord, Channels Resource; Message Resource. */
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
      const channel = channelOf(request)
      demand(request.hub, request.hub.app.botId, channel, 'SendMessages')
      startTyping(request.hub, channel, request.hub.app.botId)
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
]
