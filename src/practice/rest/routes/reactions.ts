import { clearReactions, react, standsForEmoji, unreact } from '../../acts/react.ts'
import { discordError } from '../../errors.ts'
import { compareIds } from '../../snowflake.ts'
import { channelOr404, demand, messageOr404 } from '../../state/find.ts'
import { renderUser, userOf } from '../../state/render.ts'
import { idIn, limitOf } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'

const all = '/channels/{channel}/messages/{message}/reactions'
const one = `${all}/{emoji}`

/** Reactions: one's own, those of others, and all at once. Source: Discord, Message Resource, Create Reaction. */
export const reactionRoutes: Route[] = [
  { method: 'GET', path: one, handle: list },
  { method: 'PUT', path: `${one}/@me`, handle: add },
  {
    method: 'DELETE',
    path: `${one}/@me`,
    handle(request) {
      const { channel, message } = placeOf(request)
      demand(request.hub, request.hub.app.botId, channel, 'ReadMessageHistory')
      unreact(request.hub, message, request.hub.app.botId, emojiOf(request))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: `${one}/{user}`,
    handle(request) {
      const { message } = tended(request)
      unreact(request.hub, message, param(request, 'user'), emojiOf(request))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: one,
    handle(request) {
      const { message } = tended(request)
      clearReactions(request.hub, message, emojiOf(request))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: all,
    handle(request) {
      clearReactions(request.hub, tended(request).message)
      return noContent
    },
  },
]

function placeOf(request: RestRequest) {
  const channel = channelOr404(request.hub, param(request, 'channel'))
  return { channel, message: messageOr404(channel, param(request, 'message')) }
}

/** The message of a request that takes away what others did: for who may manage messages. */
function tended(request: RestRequest) {
  const place = placeOf(request)
  demand(request.hub, request.hub.app.botId, place.channel, 'ManageMessages')
  return place
}

/** An emoji of the standard, or `name:id` of one's own; otherwise 10014. */
function emojiOf(request: RestRequest): string {
  const emoji = param(request, 'emoji')
  if (!standsForEmoji(emoji)) throw discordError(10014)
  return emoji
}

function add(request: RestRequest) {
  const { hub } = request
  const { channel, message } = placeOf(request)
  const emoji = emojiOf(request)
  if (channel.thread?.archived === true) throw discordError(50083)
  demand(hub, hub.app.botId, channel, 'ReadMessageHistory')
  if (!message.reactions?.has(emoji)) demand(hub, hub.app.botId, channel, 'AddReactions')
  react(hub, message, hub.app.botId, emoji)
  return noContent
}

/** Source: Discord, Message Resource, Get Reactions. */
function list(request: RestRequest) {
  const { hub } = request
  const { channel, message } = placeOf(request)
  demand(hub, hub.app.botId, channel, 'ReadMessageHistory')
  const limit = limitOf(request, { least: 1, most: 100, usual: 25 })
  const after = idIn(request, 'after')
  // Nobody here reacts with a burst.
  const users = request.query.get('type') === '1' ? [] : (message.reactions?.get(emojiOf(request)) ?? [])
  const page = [...users]
    .sort(compareIds)
    .filter((id) => after === undefined || compareIds(id, after) > 0)
    .slice(0, limit)
  return ok(page.map((id) => renderUser(userOf(hub, id))))
}
