import { timestamp } from '../snowflake.ts'
import type { Hub } from './hub.ts'
import type { StoredChannel, StoredGuild } from './model.ts'
import { renderChannel, renderMember, renderRole, renderUser, userOf } from './render.ts'

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

/** A guild as the gateway sends it on connecting, with the bot as its one member and the threads that it sees. */
export function renderGuildCreate(hub: Hub, guild: StoredGuild, threads: readonly StoredChannel[]): object {
  const bot = guild.members.get(hub.app.botId)
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
