import { changeWebhook, createWebhook, deleteWebhook, webhooksIn } from '../../acts/webhooks.ts'
import { discordError } from '../../errors.ts'
import { channelOr404, demand, guildOr404 } from '../../state/find.ts'
import type { StoredWebhook } from '../../state/model.ts'
import { demandInGuild } from '../../state/rank.ts'
import { renderWebhook } from '../../state/render.ts'
import { check } from '../check/form.ts'
import { newWebhook, webhookChange } from '../check/guild.ts'
import type { RestRequest, Route } from '../request.ts'
import { noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'

const withToken = '/webhooks/{webhook}/{token}'

/** Webhooks themselves; what is posted with them is in `webhook-token.ts`. Source: Discord, Webhook Resource. */
export const webhookRoutes: Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel}/webhooks',
    handle(request) {
      const channel = channelOr404(request.hub, param(request, 'channel'))
      const { name } = check(newWebhook, request.body)
      return ok(renderWebhook(request.hub, createWebhook(request.hub, channel, name, byBot(request)), true))
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/webhooks',
    handle(request) {
      const { hub } = request
      const channel = channelOr404(hub, param(request, 'channel'))
      demand(hub, hub.app.botId, channel, 'ManageWebhooks')
      return ok(webhooksIn(hub, channel.id).map((one) => renderWebhook(hub, one, true)))
    },
  },
  {
    method: 'GET',
    path: '/guilds/{guild}/webhooks',
    handle(request) {
      const { hub } = request
      const guild = guildOr404(hub, param(request, 'guild'))
      demandInGuild(hub, guild, hub.app.botId, 'ManageWebhooks')
      const found = [...hub.webhooks.values()].filter((one) => one.guildId === guild.id)
      return ok(found.map((one) => renderWebhook(hub, one, true)))
    },
  },
  {
    method: 'GET',
    path: '/webhooks/{webhook}',
    handle(request) {
      const webhook = webhookOf(request)
      if (webhook.applicationId !== request.hub.app.id) demandManaging(request, webhook)
      return ok(renderWebhook(request.hub, webhook, true))
    },
  },
  {
    method: 'PATCH',
    path: '/webhooks/{webhook}',
    handle(request) {
      const webhook = webhookOf(request)
      demandManaging(request, webhook)
      const { name, channel_id: channelId } = check(webhookChange, request.body ?? {})
      changeWebhook(request.hub, webhook, { name, channelId }, byBot(request))
      return ok(renderWebhook(request.hub, webhook, true))
    },
  },
  {
    method: 'DELETE',
    path: '/webhooks/{webhook}',
    handle(request) {
      const webhook = webhookOf(request)
      demandManaging(request, webhook)
      deleteWebhook(request.hub, webhook, byBot(request))
      return noContent
    },
  },
  {
    method: 'GET',
    path: withToken,
    open: true,
    handle: (request) => ok(renderWebhook(request.hub, webhookByToken(request), false)),
  },
  {
    method: 'PATCH',
    path: withToken,
    open: true,
    handle(request) {
      const webhook = webhookByToken(request)
      const { name } = check(webhookChange.omit({ channel_id: true }), request.body ?? {})
      changeWebhook(request.hub, webhook, { name }, { id: webhook.makerId, reason: request.reason })
      return ok(renderWebhook(request.hub, webhook, false))
    },
  },
  {
    method: 'DELETE',
    path: withToken,
    open: true,
    handle(request) {
      const webhook = webhookByToken(request)
      deleteWebhook(request.hub, webhook, { id: webhook.makerId, reason: request.reason })
      return noContent
    },
  },
]

function webhookOf(request: RestRequest): StoredWebhook {
  const webhook = request.hub.webhooks.get(param(request, 'webhook'))
  if (webhook === undefined) throw discordError(10015)
  return webhook
}

/** The webhook of a path with its token: 10015 when it is not there, 50027 when the token is not its own. */
export function webhookByToken(request: RestRequest): StoredWebhook {
  const webhook = webhookOf(request)
  if (webhook.token !== param(request, 'token')) throw discordError(50027)
  return webhook
}

function demandManaging(request: RestRequest, webhook: StoredWebhook): void {
  const { hub } = request
  demand(hub, hub.app.botId, channelOr404(hub, webhook.channelId), 'ManageWebhooks')
}
