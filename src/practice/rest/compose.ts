import { settleComponents } from '../acts/components.ts'
import { settleEmbeds } from '../acts/embeds.ts'
import type { Draft } from '../acts/post-message.ts'
import { discordError } from '../errors.ts'
import { has } from '../permissions.ts'
import { demand, permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredAttachment, StoredChannel } from '../state/model.ts'
import { flag } from './check/message.ts'
import type { MessageBody } from './check/message.ts'

export type Composed = Pick<
  Draft,
  'channel' | 'authorId' | 'content' | 'embeds' | 'components' | 'attachments' | 'flags' | 'allowed'
>

/**
 * Makes of a checked body what is posted in a channel. Throws 50006 when nothing is in it, 50013 when the bot may not
 * show embeds or files there, 50081 for a sticker: a practice server has none.
 * Source: Discord, Message Resource, Create Message.
 */
export function compose(
  hub: Hub,
  channel: StoredChannel,
  body: Pick<MessageBody, 'content' | 'embeds' | 'components' | 'flags' | 'allowed_mentions' | 'sticker_ids'>,
  attachments: readonly StoredAttachment[],
): Composed {
  if (body.sticker_ids?.length) throw discordError(50081)
  const content = (body.content ?? '').trim()
  if (content === '' && !body.embeds?.length && !body.components?.length && attachments.length === 0) {
    throw discordError(50006)
  }
  if (attachments.length > 0) demand(hub, hub.app.botId, channel, 'AttachFiles')
  // Without EMBED_LINKS a bot's embeds are refused. The documentation is silent; discord.js's guide says so.
  const mayEmbed = has(permissionsIn(hub, hub.app.botId, channel), 'EmbedLinks')
  if (!mayEmbed && body.embeds?.length) throw discordError(50013)
  return {
    channel,
    authorId: hub.app.botId,
    content,
    embeds: settleEmbeds(body.embeds),
    components: settleComponents(body.components, hub.newId),
    attachments,
    flags: (body.flags ?? 0) & (flag.suppressEmbeds | flag.suppressNotifications | flag.v2),
    allowed: body.allowed_mentions,
  }
}
