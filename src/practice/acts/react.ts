import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import { renderMember } from '../state/render.ts'

/** Kinds of reactions on one message. Source: Discord, JSON Error Codes, 30010. */
const mostKinds = 20

/** True for an emoji of the standard, or `name:id` of one's own. */
export const standsForEmoji = (text: string): boolean =>
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|^.+:\d+$|^[0-9#*]\uFE0F?\u20E3$/u.test(text)

/** Puts a reaction on a message. Twice by the same person is once. */
export function react(hub: Hub, message: StoredMessage, userId: string, emoji: string): void {
  message.reactions ??= new Map()
  const there = message.reactions.get(emoji)
  if (there?.has(userId)) return
  if (there === undefined && message.reactions.size >= mostKinds) throw discordError(30010)
  message.reactions.set(emoji, (there ?? new Set<string>()).add(userId))
  const member =
    message.guildId === undefined ? undefined : hub.guilds.get(message.guildId)?.members.get(userId)
  tell(hub, 'MESSAGE_REACTION_ADD', message, {
    ...about(message, userId, emoji),
    message_author_id: message.authorId,
    ...(member === undefined ? {} : { member: renderMember(hub, member) }),
  })
}

/** Takes a person's reaction off. */
export function unreact(hub: Hub, message: StoredMessage, userId: string, emoji: string): void {
  const users = message.reactions?.get(emoji)
  if (!users?.delete(userId)) return
  if (users.size === 0) message.reactions?.delete(emoji)
  tell(hub, 'MESSAGE_REACTION_REMOVE', message, about(message, userId, emoji))
}

const about = (message: StoredMessage, userId: string, emoji: string): object => ({
  user_id: userId,
  channel_id: message.channelId,
  message_id: message.id,
  emoji: { id: null, name: emoji },
  burst: false,
  type: 0,
  ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
})

function tell(hub: Hub, t: string, message: StoredMessage, d: object): void {
  hub.publish({
    t,
    intents: hearing.reactions(message.guildId),
    guildId: message.guildId,
    channelId: message.channelId,
    hidesContent: false,
    data: () => d,
  })
  hub.changed()
}

/** Takes everybody's reactions off, with one emoji or with any. Source: Discord, Message Resource, Delete All Reactions. */
export function clearReactions(hub: Hub, message: StoredMessage, emoji?: string): void {
  const where = {
    channel_id: message.channelId,
    message_id: message.id,
    ...(message.guildId === undefined ? {} : { guild_id: message.guildId }),
  }
  if (emoji === undefined) {
    if (message.reactions === undefined || message.reactions.size === 0) return
    message.reactions = undefined
    tell(hub, 'MESSAGE_REACTION_REMOVE_ALL', message, where)
  } else if (message.reactions?.delete(emoji) === true) {
    tell(hub, 'MESSAGE_REACTION_REMOVE_EMOJI', message, { ...where, emoji: { id: null, name: emoji } })
  }
}
