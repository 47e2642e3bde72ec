import { z } from 'zod'
import { checkTags } from '../../acts/change-thread.ts'
import { settleComponents } from '../../acts/components.ts'
import { removeMessage } from '../../acts/delete-message.ts'
import { settleEmbeds } from '../../acts/embeds.ts'
import { openThread, publishThread } from '../../acts/open-thread.ts'
import { postMessage } from '../../acts/post-message.ts'
import { discordError } from '../../errors.ts'
import { applyEdit } from '../../interactions/answer.ts'
import { channelOr404, messageOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel, StoredMessage, StoredWebhook } from '../../state/model.ts'
import { namedIn, takeFiles } from '../attachments.ts'
import { check, snowflake, text } from '../check/form.ts'
import { webhookName } from '../check/guild.ts'
import { answerMessage, flag } from '../check/message.ts'
import { idIn, yesIn } from '../query.ts'
import type { Answer, RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { answers } from './interactions.ts'
import { shown } from './messages.ts'
import { webhookByToken } from './webhooks.ts'

const path = '/webhooks/{webhook}/{token}'

/** The same path serves a webhook and, under the id of the application, an interaction that has been answered. */
const either =
  (ofWebhook: (request: RestRequest) => Answer, ofInteraction: (request: RestRequest) => Answer) =>
  (request: RestRequest): Answer =>
    param(request, 'webhook') === request.hub.app.id ? ofInteraction(request) : ofWebhook(request)

/** Messages by token. Source: Discord, Webhook Resource, Execute Webhook; Receiving and Responding, Followup. */
export const webhookTokenRoutes: Route[] = [
  { method: 'POST', path, open: true, handle: either(execute, answers.followUp) },
  { method: 'GET', path: `${path}/messages/{message}`, open: true, handle: either(get, answers.get) },
  { method: 'PATCH', path: `${path}/messages/{message}`, open: true, handle: either(edit, answers.edit) },
  {
    method: 'DELETE',
    path: `${path}/messages/{message}`,
    open: true,
    handle: either(remove, answers.remove),
  },
]

const beside = z.object({
  username: webhookName.nullish(),
  avatar_url: z.string().nullish(),
  thread_name: text(1, 100).nullish(),
  applied_tags: z.array(snowflake).max(5).nullish(),
})

function execute(request: RestRequest): Answer {
  const { hub } = request
  const webhook = webhookByToken(request)
  const given = request.body ?? {}
  const body = check(answerMessage, given)
  const { username, thread_name: threadName, applied_tags: tags } = check(beside, given)
  const attachments = takeFiles(hub, request.files, namedIn(given))
  // One that a person made has no buttons: nobody would hear of a press.
  const components = webhook.applicationId === null ? [] : (body.components ?? [])
  if (!body.content?.trim() && !body.embeds?.length && !components.length && !attachments.length)
    throw discordError(50006)
  const channel = placeFor(request, webhook, threadName, tags ?? [])
  const settable = flag.suppressEmbeds | flag.suppressNotifications | flag.v2
  const message = postMessage(hub, {
    channel,
    authorId: webhook.id,
    ...(channel.thread !== undefined && threadName != null ? { id: channel.id } : {}),
    content: (body.content ?? '').trim(),
    embeds: settleEmbeds(body.embeds),
    components: settleComponents(components, hub.newId),
    attachments,
    flags: (body.flags ?? 0) & settable,
    allowed: body.allowed_mentions,
    webhook: { id: webhook.id, name: username ?? webhook.name, applicationId: webhook.applicationId },
  })
  return yesIn(request, 'wait') ? ok(shown(hub, message)) : noContent
}

/** The channel, the thread that `thread_id` names (woken when it sleeps), or a new post. */
function placeFor(
  request: RestRequest,
  webhook: StoredWebhook,
  threadName: string | null | undefined,
  tags: readonly string[],
): StoredChannel {
  const { hub } = request
  const parent = channelOr404(hub, webhook.channelId)
  const threadId = idIn(request, 'thread_id')
  const isForum = parent.type === 15
  if (threadName != null && !isForum) throw discordError(220003)
  if (threadName != null && threadId !== undefined) throw discordError(220002)
  if (threadName == null && threadId === undefined && isForum) throw discordError(220001)
  if (threadId !== undefined) return wakened(hub, threadIn(hub, webhook, threadId))
  if (threadName == null) return parent
  checkTags(hub, parent, tags, webhook.makerId)
  return openThread(hub, {
    parent,
    name: threadName,
    ownerId: webhook.id,
    isPrivate: false,
    invitable: true,
    autoArchiveMinutes: 4320,
    slowmodeSeconds: 0,
    appliedTags: tags,
  })
}

function threadIn(hub: Hub, webhook: StoredWebhook, id: string): StoredChannel {
  const thread = channelOr404(hub, id)
  if (thread.parentId !== webhook.channelId || thread.thread === undefined) throw discordError(10003)
  return thread
}

function wakened(hub: Hub, channel: StoredChannel): StoredChannel {
  const { thread } = channel
  if (thread?.archived === true) {
    thread.archived = false
    thread.archivedAt = hub.now()
    publishThread(hub, 'THREAD_UPDATE', channel)
  }
  return channel
}

/** A message that this webhook posted, in its channel or in the thread that the query names; otherwise 10008. */
function own(request: RestRequest): StoredMessage {
  const { hub } = request
  const webhook = webhookByToken(request)
  const threadId = idIn(request, 'thread_id')
  const channel =
    threadId === undefined ? channelOr404(hub, webhook.channelId) : threadIn(hub, webhook, threadId)
  const message = messageOr404(channel, param(request, 'message'))
  if (message.webhook?.id !== webhook.id) throw discordError(10008)
  return message
}

function get(request: RestRequest): Answer {
  return ok(shown(request.hub, own(request)))
}

function edit(request: RestRequest): Answer {
  const message = own(request)
  const files = takeFiles(request.hub, request.files, namedIn(request.body))
  applyEdit(request.hub, message, request.body ?? {}, files)
  return ok(shown(request.hub, message))
}

function remove(request: RestRequest): Answer {
  removeMessage(request.hub, own(request))
  return noContent
}
