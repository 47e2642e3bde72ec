import { randomBytes } from 'node:crypto'
import { GatewayIntentBits } from 'discord-api-types/v10'
import { discordError } from '../errors.ts'
import { demand } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredWebhook } from '../state/model.ts'
import { channelOr404 } from '../state/find.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'

/** Webhooks of one channel. Source: Discord, JSON Error Codes, 30007. */
const mostWebhooks = 15

/** Makes a webhook. Source: Discord, Webhook Resource, Create Webhook. */
export function createWebhook(hub: Hub, channel: StoredChannel, name: string, by: By): StoredWebhook {
  if (channel.guildId === undefined) throw discordError(50003)
  if (channel.type !== 0 && channel.type !== 15) throw discordError(50024)
  demand(hub, by.id, channel, 'ManageWebhooks')
  if (webhooksIn(hub, channel.id).length >= mostWebhooks) throw discordError(30007)
  const webhook: StoredWebhook = {
    id: hub.newId(),
    guildId: channel.guildId,
    channelId: channel.id,
    token: randomBytes(51).toString('base64url'),
    name,
    makerId: by.id,
    applicationId: by.id === hub.app.botId ? hub.app.id : null,
  }
  hub.webhooks.set(webhook.id, webhook)
  note(hub, webhook, audited.webhookCreate, {}, plain(webhook), by)
  return webhook
}

/** Gives a webhook another name or channel. Source: Discord, Webhook Resource, Modify Webhook. */
export function changeWebhook(
  hub: Hub,
  webhook: StoredWebhook,
  change: { readonly name?: string | undefined; readonly channelId?: string | undefined },
  by: By,
): void {
  const before = plain(webhook)
  if (change.channelId !== undefined && change.channelId !== webhook.channelId) {
    const channel = channelOr404(hub, change.channelId)
    if (channel.guildId !== webhook.guildId) throw discordError(10003)
    demand(hub, by.id, channel, 'ManageWebhooks')
    if (webhooksIn(hub, channel.id).length >= mostWebhooks) throw discordError(30007)
    webhook.channelId = channel.id
  }
  webhook.name = change.name ?? webhook.name
  note(hub, webhook, audited.webhookUpdate, before, plain(webhook), by)
}

/** Takes a webhook away; its messages stay. */
export function deleteWebhook(hub: Hub, webhook: StoredWebhook, by: By): void {
  hub.webhooks.delete(webhook.id)
  note(hub, webhook, audited.webhookDelete, plain(webhook), {}, by)
}

/** The webhooks of one channel. */
export const webhooksIn = (hub: Hub, channelId: string): StoredWebhook[] =>
  [...hub.webhooks.values()].filter((one) => one.channelId === channelId)

const plain = (webhook: StoredWebhook): object => ({
  name: webhook.name,
  type: 1,
  channel_id: webhook.channelId,
})

function note(
  hub: Hub,
  webhook: StoredWebhook,
  action: 50 | 51 | 52,
  before: object,
  after: object,
  by: By,
): void {
  audit(hub, webhook.guildId, {
    action,
    byId: by.id,
    targetId: webhook.id,
    changes: changesBetween(before, after),
    reason: by.reason,
  })
  hub.publish({
    t: 'WEBHOOKS_UPDATE',
    intents: GatewayIntentBits.GuildWebhooks,
    guildId: webhook.guildId,
    channelId: webhook.channelId,
    hidesContent: false,
    data: () => ({ guild_id: webhook.guildId, channel_id: webhook.channelId }),
  })
  hub.changed()
}
