import { timestamp } from '../snowflake.ts'
import { canSee } from './find.ts'
import type { Hub } from './hub.ts'
import type { StoredChannel, StoredGuild, StoredMember, StoredRole, StoredUser } from './model.ts'

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
    hoist: role.color !== 0,
    managed: role.botId !== undefined,
    mentionable: false,
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
    flags: 0,
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
    nsfw: false,
    topic: channel.topic,
  }
}

/** Somebody's place in a thread. */
export const renderThreadMember = (channel: StoredChannel, userId: string): object => ({
  id: channel.id,
  user_id: userId,
  join_timestamp: timestamp(channel.thread?.memberIds.get(userId) ?? 0),
  flags: 0,
})

function renderThreadParts(hub: Hub, channel: StoredChannel): object {
  const thread = channel.thread
  if (thread === undefined) return {}
  return {
    owner_id: thread.ownerId,
    message_count: channel.messages.size,
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

/** The channels of a guild without its threads, in their order. */
export const channelsOf = (hub: Hub, guild: StoredGuild): StoredChannel[] =>
  guild.channelIds.flatMap((id) => hub.channels.get(id) ?? [])

/** A guild as REST sends it. */
export function renderGuild(guild: StoredGuild): object {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    owner_id: guild.ownerId,
    application_id: null,
    region: 'rotterdam',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    roles: [...guild.roles.values()].map(renderRole),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 2,
    max_presences: null,
    max_members: 25_000_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  }
}

/** A guild as the gateway sends it on connecting. Without the presence intent it holds the bot alone. */
export function renderGuildCreate(hub: Hub, guild: StoredGuild): object {
  const bot = guild.members.get(hub.app.botId)
  const threads = [...hub.channels.values()].filter(
    (one) => one.guildId === guild.id && one.thread?.archived === false && canSee(hub, hub.app.botId, one),
  )
  return {
    ...renderGuild(guild),
    joined_at: timestamp(guild.joinedAt),
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: bot === undefined ? [] : [renderMember(hub, bot)],
    channels: channelsOf(hub, guild).map((one) => renderChannel(hub, one)),
    threads: threads.map((one) => renderChannel(hub, one)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** The bot's application. The flags say which privileged intents are switched on (the limited ones). */
export function renderApplication(hub: Hub): object {
  const flags = applicationFlags(hub)
  const owner = renderUser(userOf(hub, hub.app.ownerId))
  return {
    id: hub.app.id,
    name: hub.app.name,
    icon: null,
    description: '',
    type: null,
    bot: renderUser(userOf(hub, hub.app.botId)),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    flags_new: String(flags),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner,
    approximate_guild_count: hub.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    summary: '',
  }
}

/** GATEWAY_PRESENCE_LIMITED, GATEWAY_GUILD_MEMBERS_LIMITED, GATEWAY_MESSAGE_CONTENT_LIMITED. */
export function applicationFlags(hub: Hub): number {
  const on = hub.app.privilegedIntents
  const bits = { GuildPresences: 1 << 13, GuildMembers: 1 << 15, MessageContent: 1 << 19 }
  return [...on].reduce((flags, name) => flags | bits[name], 0)
}
