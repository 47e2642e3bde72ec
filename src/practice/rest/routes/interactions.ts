import { removeMessage } from '../../acts/delete-message.ts'
import { discordError } from '../../errors.ts'
import { answerInteraction, applyEdit, postAnswer } from '../../interactions/answer.ts'
import type { Answered } from '../../interactions/answer.ts'
import type { StoredInteraction } from '../../interactions/model.ts'
import { originalOf, reach } from '../../interactions/original.ts'
import { tell } from '../../interactions/start.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredMessage } from '../../state/model.ts'
import { renderMessage } from '../../state/render-message.ts'
import { namedIn, takeFiles } from '../attachments.ts'
import { check } from '../check/form.ts'
import { answerMessage, flag } from '../check/message.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'

/** The first answer. What its token opens after that is in `webhook-token.ts`. */
export const interactionRoutes: Route[] = [
  { method: 'POST', path: '/interactions/{interaction}/{token}/callback', open: true, handle: callback },
]

/** What an interaction's token does with its messages, for a quarter of an hour. */
export const answers = {
  followUp,
  get: (request: RestRequest) => ok(renderMessage(request.hub, target(request).message, true)),
  edit: editAnswer,
  remove: removeAnswer,
}

function removeAnswer(request: RestRequest) {
  const { interaction, message } = target(request)
  removeMessage(request.hub, message)
  tell(request.hub, interaction, { kind: 'removed' })
  return noContent
}

function callback(request: RestRequest) {
  const { hub } = request
  const interaction = hub.interactions.get(param(request, 'token'))
  if (interaction === undefined || interaction.id !== param(request, 'interaction')) throw discordError(10062)
  const data =
    typeof request.body === 'object' && request.body !== null && 'data' in request.body
      ? request.body.data
      : undefined
  const files = takeFiles(hub, request.files, namedIn(data))
  const answered = answerInteraction(hub, interaction, request.body, files)
  if (request.query.get('with_response') !== 'true') return noContent
  return ok(callbackResponse(hub, interaction, answered))
}

function callbackResponse(hub: Hub, interaction: StoredInteraction, { type, message }: Answered): object {
  const about =
    message === undefined
      ? {}
      : {
          response_message_id: message.id,
          response_message_loading: (message.flags & flag.loading) !== 0,
          response_message_ephemeral: (message.flags & flag.ephemeral) !== 0,
        }
  // Only an answer with a message and an update are a resource. Source: Interaction Callback Resource Object.
  const shows = message !== undefined && (type === 4 || type === 7)
  const resource = shows ? { resource: { type, message: renderMessage(hub, message, true) } } : {}
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId === undefined ? {} : { guild_id: interaction.guildId }),
      ...about,
    },
    ...resource,
  }
}

/** The interaction that a token stands for: 50027 when it is not, or no longer, one. */
function byToken(request: RestRequest): StoredInteraction {
  const { hub } = request
  if (param(request, 'webhook') !== hub.app.id) throw discordError(10015)
  const interaction = hub.interactions.get(param(request, 'token'))
  if (interaction === undefined) throw discordError(50027)
  // Before it is answered, the token is no webhook yet.
  if (interaction.answer === undefined) throw discordError(10015)
  return interaction
}

function target(request: RestRequest): { interaction: StoredInteraction; message: StoredMessage } {
  const { hub } = request
  const interaction = byToken(request)
  const id = param(request, 'message')
  if (id === '@original') {
    const original = originalOf(hub, interaction)
    if (original === undefined) throw discordError(10008)
    return { interaction, message: original }
  }
  const own = id === interaction.originalId || interaction.followupIds.includes(id)
  const message = own ? reach(hub, interaction.channelId, id) : undefined
  if (message === undefined) throw discordError(10008)
  return { interaction, message }
}

function followUp(request: RestRequest) {
  const { hub } = request
  const interaction = byToken(request)
  const files = takeFiles(hub, request.files, namedIn(request.body))
  const waiting = originalOf(hub, interaction)
  // Directly after a deferral, a follow-up is the answer that was waited for.
  if (interaction.loading && waiting !== undefined) {
    applyEdit(hub, waiting, request.body ?? {}, files)
    interaction.loading = false
    tell(hub, interaction, { kind: 'edited' })
    return ok(renderMessage(hub, waiting, true))
  }
  const message = postAnswer(hub, interaction, check(answerMessage, request.body ?? {}), files, true)
  interaction.followupIds.push(message.id)
  tell(hub, interaction, { kind: 'followed-up', messageId: message.id })
  return ok(renderMessage(hub, message, true))
}

function editAnswer(request: RestRequest) {
  const { hub } = request
  const { interaction, message } = target(request)
  applyEdit(hub, message, request.body ?? {}, takeFiles(hub, request.files, namedIn(request.body)))
  if (message.id === interaction.originalId) interaction.loading = false
  tell(hub, interaction, { kind: 'edited' })
  return ok(renderMessage(hub, message, true))
}
