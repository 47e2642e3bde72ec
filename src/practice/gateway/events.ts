import { GatewayIntentBits } from 'discord-api-types/v10'
import type { GatewayDispatchEvents } from 'discord-api-types/v10'
import type { PermissionName } from '../permissions.ts'

/** The name of an event that goes to a bot. */
export type EventName = `${GatewayDispatchEvents}`

/** Who hears of an event. */
export interface Audience {
  /** Any of these intents lets a session hear of it in a guild; 0 means that every session does. */
  readonly inGuild: number
  /** The same for what happens in a direct message; as in a guild when absent. */
  readonly inDm?: number
  /** The bot must have one of these in the guild. */
  readonly needs?: readonly PermissionName[]
  /** Told without any intent when it is about the bot itself. */
  readonly ownAlways?: true
}

const bits = GatewayIntentBits

const always: Audience = { inGuild: 0 }
const guilds: Audience = { inGuild: bits.Guilds }
const members: Audience = { inGuild: bits.GuildMembers }
const expressions: Audience = { inGuild: bits.GuildExpressions }
const integrations: Audience = { inGuild: bits.GuildIntegrations }
const invites: Audience = { inGuild: bits.GuildInvites }
const voice: Audience = { inGuild: bits.GuildVoiceStates }
const scheduled: Audience = { inGuild: bits.GuildScheduledEvents }
const messages: Audience = { inGuild: bits.GuildMessages, inDm: bits.DirectMessages }
const reactions: Audience = { inGuild: bits.GuildMessageReactions, inDm: bits.DirectMessageReactions }
const polls: Audience = { inGuild: bits.GuildMessagePolls, inDm: bits.DirectMessagePolls }
const bans: Audience = { inGuild: bits.GuildModeration, needs: ['BanMembers', 'ViewAuditLog'] }
const rules: Audience = { inGuild: bits.AutoModerationConfiguration, needs: ['ManageGuild'] }

/**
 * Which intent lets a session hear of which event: Discord's own list, complete by type, so that no event can go
 * out that nobody has placed. Source: Discord, Gateway, List of Intents and Caveats; for `needs` Gateway Events.
 */
export const audiences: Readonly<Record<EventName, Audience>> = {
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: always,
  AUTO_MODERATION_ACTION_EXECUTION: { inGuild: bits.AutoModerationExecution, needs: ['ManageGuild'] },
  AUTO_MODERATION_RULE_CREATE: rules,
  AUTO_MODERATION_RULE_DELETE: rules,
  AUTO_MODERATION_RULE_UPDATE: rules,
  CHANNEL_CREATE: guilds,
  CHANNEL_DELETE: guilds,
  CHANNEL_INFO: always,
  CHANNEL_PINS_UPDATE: { inGuild: bits.Guilds, inDm: bits.DirectMessages },
  CHANNEL_UPDATE: guilds,
  ENTITLEMENT_CREATE: always,
  ENTITLEMENT_DELETE: always,
  ENTITLEMENT_UPDATE: always,
  GUILD_AUDIT_LOG_ENTRY_CREATE: { inGuild: bits.GuildModeration, needs: ['ViewAuditLog'] },
  GUILD_BAN_ADD: bans,
  GUILD_BAN_REMOVE: bans,
  GUILD_CREATE: guilds,
  GUILD_DELETE: guilds,
  GUILD_EMOJIS_UPDATE: expressions,
  GUILD_INTEGRATIONS_UPDATE: integrations,
  GUILD_MEMBERS_CHUNK: always,
  GUILD_MEMBER_ADD: members,
  GUILD_MEMBER_REMOVE: members,
  GUILD_MEMBER_UPDATE: { inGuild: bits.GuildMembers, ownAlways: true },
  GUILD_ROLE_CREATE: guilds,
  GUILD_ROLE_DELETE: guilds,
  GUILD_ROLE_UPDATE: guilds,
  GUILD_SCHEDULED_EVENT_CREATE: scheduled,
  GUILD_SCHEDULED_EVENT_DELETE: scheduled,
  GUILD_SCHEDULED_EVENT_UPDATE: scheduled,
  GUILD_SCHEDULED_EVENT_USER_ADD: scheduled,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: scheduled,
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: expressions,
  GUILD_SOUNDBOARD_SOUND_CREATE: expressions,
  GUILD_SOUNDBOARD_SOUND_DELETE: expressions,
  GUILD_SOUNDBOARD_SOUND_UPDATE: expressions,
  GUILD_STICKERS_UPDATE: expressions,
  GUILD_UPDATE: guilds,
  INTEGRATION_CREATE: integrations,
  INTEGRATION_DELETE: integrations,
  INTEGRATION_UPDATE: integrations,
  INTERACTION_CREATE: always,
  INVITE_CREATE: invites,
  INVITE_DELETE: invites,
  MESSAGE_CREATE: messages,
  MESSAGE_DELETE: messages,
  MESSAGE_DELETE_BULK: messages,
  MESSAGE_POLL_VOTE_ADD: polls,
  MESSAGE_POLL_VOTE_REMOVE: polls,
  MESSAGE_REACTION_ADD: reactions,
  MESSAGE_REACTION_REMOVE: reactions,
  MESSAGE_REACTION_REMOVE_ALL: reactions,
  MESSAGE_REACTION_REMOVE_EMOJI: reactions,
  MESSAGE_UPDATE: messages,
  PRESENCE_UPDATE: { inGuild: bits.GuildPresences },
  RATE_LIMITED: always,
  READY: always,
  RESUMED: always,
  SOUNDBOARD_SOUNDS: always,
  STAGE_INSTANCE_CREATE: guilds,
  STAGE_INSTANCE_DELETE: guilds,
  STAGE_INSTANCE_UPDATE: guilds,
  SUBSCRIPTION_CREATE: always,
  SUBSCRIPTION_DELETE: always,
  SUBSCRIPTION_UPDATE: always,
  THREAD_CREATE: guilds,
  THREAD_DELETE: guilds,
  THREAD_LIST_SYNC: guilds,
  // The bot's own coming and going is told to GUILDS, that of others to GUILD_MEMBERS: the teller says which.
  THREAD_MEMBERS_UPDATE: { inGuild: bits.Guilds | bits.GuildMembers },
  THREAD_MEMBER_UPDATE: guilds,
  THREAD_UPDATE: guilds,
  TYPING_START: { inGuild: bits.GuildMessageTyping, inDm: bits.DirectMessageTyping },
  USER_UPDATE: always,
  VOICE_CHANNEL_EFFECT_SEND: voice,
  VOICE_CHANNEL_START_TIME_UPDATE: guilds,
  VOICE_CHANNEL_STATUS_UPDATE: guilds,
  VOICE_SERVER_UPDATE: always,
  VOICE_STATE_UPDATE: voice,
  WEBHOOKS_UPDATE: { inGuild: bits.GuildWebhooks },
}

/**
 * The intents that let a session hear of an event: those of the list, of which the teller may name a part.
 *
 * @param asked - the intents that the teller named, 0 when it named none
 * @throws Error when an event is not Discord's, or is told to an intent that Discord does not give it: a fault here
 */
export function hearers(t: string, guildId: string | undefined, asked: number): number {
  const audience = audienceOf(t)
  const listed = guildId === undefined ? (audience.inDm ?? audience.inGuild) : audience.inGuild
  if (asked === 0) return audience.ownAlways === true ? 0 : listed
  if ((listed & asked) === 0) throw new Error(`${t} was told to an intent that Discord does not list for it.`)
  return listed & asked
}

/** The line of the list for an event. */
export function audienceOf(t: string): Audience {
  const audience = (audiences as Readonly<Record<string, Audience | undefined>>)[t]
  if (audience === undefined) throw new Error(`${t} is no event of Discord's gateway.`)
  return audience
}
