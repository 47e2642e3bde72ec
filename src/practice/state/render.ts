import { timestamp } from '../snowflake.ts'
import type { Hub } from './hub.ts'
import type { StoredChannel, StoredMember, StoredRole, StoredUser, StoredWebhook } from './model.ts'

/** A user as Discord sends it. */
export function renderUser(user: StoredUser): object {
  return {
    id: user.id,
    username: user.username,
    avatar: null,
    discriminator: '0',
    public_flags: 0,
    flags: 0,
    bot: user.bot,
    banner: null,
    accent_color: null,
    global_name: user.globalName,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  }
}

/** The user with this id; a message may be of somebody whom nobody knows any more. */
export function userOf(hub: Hub, id: string): StoredUser {
  const user = hub.users.get(id)
  if (user !== undefined) return user
  return {
    id,
    username: 'deleted_user',
    globalName: 'Deleted User',
    bot: false,
    locale: 'nl',
    takesDms: false,
  }
}

/** A member without its user, as in a message. */
export function renderPartialMember(member: StoredMember): object {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: member.timeoutUntil === undefined ? null : timestamp(member.timeoutUntil),
    flags: 0,
    joined_at: timestamp(member.joinedAt),
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: member.roles,
    mute: false,
    deaf: false,
  }
}

/** A member with its user. */
export const renderMember = (hub: Hub, member: StoredMember): object => ({
  ...renderPartialMember(member),
  user: renderUser(userOf(hub, member.userId)),
})

/** A role. */
export function renderRole(role: StoredRole): object {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions.toString(),
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist ?? role.color !== 0,
    managed: role.botId !== undefined,
    mentionable: role.mentionable ?? false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  }
}

/** A channel of any kind. */
export function renderChannel(hub: Hub, channel: StoredChannel): object {
  const common = {
    id: channel.id,
    type: channel.type,
    flags: channel.flags ?? 0,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPinAt === undefined ? null : timestamp(channel.lastPinAt),
  }
  if (channel.recipientId !== undefined) {
    const recipients = [renderUser(userOf(hub, channel.recipientId))]
    return { ...common, recipients }
  }
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: channel.slowmodeSeconds,
  }
  if (channel.thread !== undefined) return { ...inGuild, ...renderThreadParts(hub, channel) }
  return {
    ...inGuild,
    position: channel.position,
    permission_overwrites: channel.overwrites.map((one) => ({
      id: one.id,
      type: one.type === 'role' ? 0 : 1,
      allow: one.allow.toString(),
      deny: one.deny.toString(),
    })),
    nsfw: channel.nsfw ?? false,
    topic: channel.topic,
    ...(channel.defaultAutoArchiveMinutes === undefined
      ? {}
      : { default_auto_archive_duration: channel.defaultAutoArchiveMinutes }),
    ...(channel.defaultThreadSlowmode === undefined
      ? {}
      : { default_thread_rate_limit_per_user: channel.defaultThreadSlowmode }),
    ...(channel.type === 15 ? renderForumParts(channel) : {}),
  }
}

/** Source: Discord, Channels Resource, Forum Tag Object. */
const renderForumParts = (channel: StoredChannel): object => ({
  available_tags: (channel.availableTags ?? []).map((tag) => ({
    id: tag.id,
    name: tag.name,
    moderated: tag.moderated,
    emoji_id: tag.emojiId,
    emoji_name: tag.emojiName,
  })),
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
})

/** A webhook; its token is shown to whoever may manage it. Source: Discord, Webhook Resource, Webhook Object. */
export const renderWebhook = (hub: Hub, webhook: StoredWebhook, withUser: boolean): object => ({
  id: webhook.id,
  type: 1,
  guild_id: webhook.guildId,
  channel_id: webhook.channelId,
  name: webhook.name,
  avatar: null,
  token: webhook.token,
  application_id: webhook.applicationId,
  ...(withUser ? { user: renderUser(userOf(hub, webhook.makerId)) } : {}),
})

/** Somebody's place in a thread. */
export const renderThreadMember = (channel: StoredChannel, userId: string): object => ({
  id: channel.id,
  user_id: userId,
  join_timestamp: timestamp(channel.thread?.memberIds.get(userId) ?? 0),
  flags: 0,
})

/** The messages of a thread without the one that it begins with. */
function countedIn(channel: StoredChannel): number {
  const [first] = channel.messages.all()
  const starts = first !== undefined && (first.id === channel.id || first.type === 21)
  return channel.messages.size - (starts ? 1 : 0)
}

function renderThreadParts(hub: Hub, channel: StoredChannel): object {
  const thread = channel.thread
  if (thread === undefined) return {}
  return {
    owner_id: thread.ownerId,
    ...(thread.appliedTags === undefined ? {} : { applied_tags: thread.appliedTags }),
    message_count: countedIn(channel),
    member_count: thread.memberIds.size,
    total_message_sent: thread.totalSent,
    ...(thread.memberIds.has(hub.app.botId) ? { member: renderThreadMember(channel, hub.app.botId) } : {}),
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: timestamp(thread.archivedAt),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: timestamp(thread.createdAt),
      ...(channel.type === 12 ? { invitable: thread.invitable } : {}),
    },
  }
}
