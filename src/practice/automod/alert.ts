import type { APIEmbed } from 'discord-api-types/v10'
import { postMessage } from '../acts/post-message.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import type { Hit } from './actions.ts'
import type { Saying } from './enforce.ts'

/** AUTO_MODERATION_ACTION. Source: Discord, Message, Message Types. */
const alertType = 24

/**
 * Posts the alert of a rule: a message of type 24 in the name of who wrote it, with the text and what the rule found in
 * an embed of a kind of its own. The names of its fields are those that Discord's app reads; they are not documented.
 * Nothing is posted in a channel that is not there any more.
 */
export function postAlert(
  hub: Hub,
  saying: Saying,
  { rule, match }: Hit,
  to: { channelId: string; messageId: string | undefined },
): StoredMessage | undefined {
  const channel = hub.channels.get(to.channelId)
  if (channel?.guildId !== rule.guildId) return undefined
  const timeout = rule.actions.find((one) => one.type === 3)
  const fields: [name: string, value: string | null | undefined][] = [
    ['rule_name', rule.name],
    ['decision_id', hub.newId()],
    ['channel_id', saying.channel.id],
    ['keyword', match.keyword],
    ['keyword_matched_content', match.content],
    ['flagged_message_id', to.messageId],
    ['timeout_duration', timeout === undefined ? undefined : String(timeout.metadata.duration_seconds)],
  ]
  const embed = {
    type: 'auto_moderation_message',
    description: saying.content,
    fields: fields.flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [{ name, value, inline: false }],
    ),
  }
  return postMessage(hub, {
    channel,
    authorId: saying.authorId,
    type: alertType,
    embeds: [embed as unknown as APIEmbed],
    allowed: { parse: [] },
  })
}
