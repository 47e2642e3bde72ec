import { z } from 'zod'
import { auditBulkRemoval, auditRemoval, removeMessage, removeMessages } from '../../acts/delete-message.ts'
import { enterThread } from '../../acts/enter-thread.ts'
import { changeMessage } from '../../acts/edit-message.ts'
import { enforcedNonce, rememberNonce } from '../../acts/nonces.ts'
import { postMessage } from '../../acts/post-message.ts'
import { discordError } from '../../errors.ts'
import { applyEdit } from '../../interactions/answer.ts'
import { has } from '../../permissions.ts'
import { msOf } from '../../snowflake.ts'
import { canSee, channelOr404, demand, messageOr404, permissionsIn } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../../state/model.ts'
import { nonceOf, renderMessage } from '../../state/render-message.ts'
import { namedIn, takeFiles } from '../attachments.ts'
import { check, integer, invalidForm, snowflake } from '../check/form.ts'
import { createMessage, flag } from '../check/message.ts'
import type { MessageBody } from '../check/message.ts'
import { compose } from '../compose.ts'
import { idIn, limitOf } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'

const hour = 60 * 60_000
const fortnight = 14 * 24 * hour
const bulk = z.object({ messages: z.array(snowflake) })

const channelOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

/** Message content over REST depends on what is switched on for the application, not on the connection. */
export const shown = (hub: Hub, message: StoredMessage) =>
  renderMessage(hub, message, hub.app.privilegedIntents.has('MessageContent'))

/** Reading, writing, changing and deleting messages. Source: Discord, Message. */
export const messageRoutes: Route[] = [
  { method: 'GET', path: '/channels/{channel}/messages', handle: list },
  { method: 'POST', path: '/channels/{channel}/messages', handle: create },
  { method: 'POST', path: '/channels/{channel}/messages/bulk-delete', handle: deleteMany },
  {
    method: 'GET',
    path: '/channels/{channel}/messages/{message}',
    handle(request) {
      const channel = channelOf(request)
      demand(request.hub, request.hub.app.botId, channel, 'ReadMessageHistory')
      return ok(shown(request.hub, messageOr404(channel, param(request, 'message'))))
    },
  },
  { method: 'PATCH', path: '/channels/{channel}/messages/{message}', handle: edit },
  {
    method: 'DELETE',
    path: '/channels/{channel}/messages/{message}',
    handle(request) {
      const { hub } = request
      const channel = channelOf(request)
      if (!canSee(hub, hub.app.botId, channel)) throw discordError(50001)
      const message = messageOr404(channel, param(request, 'message'))
      if (message.authorId !== hub.app.botId) {
        if (channel.guildId === undefined) throw discordError(50003)
        demand(hub, hub.app.botId, channel, 'ManageMessages')
      }
      removeMessage(hub, message)
      auditRemoval(hub, message, byBot(request))
      return noContent
    },
  },
]

function list(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel)
  const limit = limitOf(request, { least: 1, most: 100, usual: 50 })
  const [before, after, around] = (['before', 'after', 'around'] as const).map((name) => idIn(request, name))
  if ([before, after, around].filter((one) => one !== undefined).length > 1) {
    throw invalidForm([
      { code: 'BASE_TYPE_INVALID', message: 'Only one of before, after and around may be given.' },
    ])
  }
  if (!has(permissionsIn(hub, hub.app.botId, channel), 'ReadMessageHistory')) return ok([])
  const log = channel.messages
  if (after !== undefined) return ok(log.after(after, limit).map((one) => shown(hub, one)))
  if (around === undefined) return ok(log.before(before, limit).map((one) => shown(hub, one)))
  const middle = log.get(around)
  const half = Math.floor(limit / 2)
  const found = [
    ...log.after(around, half),
    ...(middle === undefined ? [] : [middle]),
    ...log.before(around, limit - half),
  ]
  return ok(found.slice(0, limit).map((one) => shown(hub, one)))
}

function create(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  if (channel.type === 4) throw discordError(50008)
  if (channel.type === 15) throw discordError(40058)
  demand(hub, hub.app.botId, channel, 'SendMessages')
  const body = check(createMessage, request.body)
  const twin = body.enforce_nonce === true ? enforcedNonce(hub, hub.app.botId, body.nonce) : undefined
  if (twin !== undefined) return ok({ ...shown(hub, twin), ...nonceOf(twin) })
  const composed = compose(hub, channel, body, takeFiles(hub, request.files, body.attachments))
  if (channel.recipientId !== undefined) demandReachable(hub, channel.recipientId)
  const replyTo = repliedTo(hub, channel, body)
  enterThread(hub, channel, hub.app.botId)
  const message = postMessage(hub, { ...composed, nonce: body.nonce ?? undefined, replyTo })
  rememberNonce(hub, message)
  return ok({ ...shown(hub, message), ...nonceOf(message) })
}

/**
 * A direct message reaches who is in a server with the bot (50278) and takes messages from there (50007).
 * Source: Discord, Opcodes and Status Codes, JSON.
 */
function demandReachable(hub: Hub, userId: string): void {
  const together = [...hub.guilds.values()].some((guild) => guild.members.has(userId))
  if (!together) throw discordError(50278)
  if (hub.users.get(userId)?.takesDms === false) throw discordError(50007)
}

function repliedTo(hub: Hub, channel: StoredChannel, body: MessageBody): StoredMessage | undefined {
  const reference = body.message_reference
  if (!reference) return undefined
  if (!has(permissionsIn(hub, hub.app.botId, channel), 'ReadMessageHistory')) throw discordError(160002)
  const found = channel.messages.get(reference.message_id)
  if (found !== undefined && !answerable.has(found.type)) {
    const message = 'Cannot reply to a system message'
    throw invalidForm([
      { code: 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', message, path: ['message_reference'] },
    ])
  }
  if (found !== undefined || reference.fail_if_not_exists === false) return found
  throw invalidForm([
    { code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message', path: ['message_reference'] },
  ])
}

/** Kinds of messages that were written, and not made by Discord: text, reply, commands. */
const answerable = new Set([0, 19, 20, 23])

const flagsOnly = z.object({ flags: integer.nullish() })

function edit(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  demand(hub, hub.app.botId, channel)
  const message = messageOr404(channel, param(request, 'message'))
  if (channel.thread?.archived === true) throw discordError(50083)
  if (message.authorId !== hub.app.botId) {
    const fields = Object.keys(request.body ?? {})
    if (fields.some((field) => field !== 'flags')) throw discordError(50005)
    demand(hub, hub.app.botId, channel, 'ManageMessages')
    const flags = (check(flagsOnly, request.body).flags ?? 0) & flag.suppressEmbeds
    changeMessage(hub, message, { flags: (message.flags & ~flag.suppressEmbeds) | flags })
    return ok(shown(hub, message))
  }
  if (!answerable.has(message.type)) throw discordError(50021)
  const locked = channel.thread?.locked === true
  if (locked && !has(permissionsIn(hub, hub.app.botId, channel), 'ManageThreads')) throw discordError(160005)
  if (hub.now() - message.createdAt > hour) request.limits?.editOld(channel.id)
  applyEdit(hub, message, request.body ?? {}, takeFiles(hub, request.files, namedIn(request.body)))
  return ok(shown(hub, message))
}

function deleteMany(request: RestRequest) {
  const { hub } = request
  const channel = channelOf(request)
  if (channel.guildId === undefined) throw discordError(50003)
  demand(hub, hub.app.botId, channel, 'ManageMessages')
  const { messages: ids } = check(bulk, request.body)
  if (ids.length < 2 || ids.length > 100) throw discordError(50016)
  if (new Set(ids).size !== ids.length) {
    throw invalidForm([
      {
        code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
        message: 'The set already contains this value',
        path: ['messages'],
      },
    ])
  }
  if (ids.some((id) => hub.now() - msOf(id) > fortnight)) throw discordError(50034)
  const removed = removeMessages(hub, channel, ids)
  auditBulkRemoval(hub, channel, removed, byBot(request))
  return noContent
}
