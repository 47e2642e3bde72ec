import type { APIEmbed, APIMessageTopLevelComponent, APIApplicationCommand } from 'discord-api-types/v10'

/** What the local Discord keeps. Only `render*` turns it into what Discord sends. */
export interface StoredUser {
  readonly id: string
  username: string
  globalName: string | null
  readonly bot: boolean
  locale: string
  /** Whether this person takes direct messages from the guild's bots. */
  takesDms: boolean
}

export interface StoredRole {
  readonly id: string
  name: string
  permissions: bigint
  color: number
  position: number
  /** Shown apart in the list of members; when absent, a role with a colour is. */
  hoist?: boolean
  mentionable?: boolean
  /** Set for the role that came with the bot. */
  readonly botId?: string
}

export interface StoredMember {
  readonly userId: string
  nick: string | null
  roles: string[]
  joinedAt: number
  timeoutUntil: number | undefined
}

export interface Overwrite {
  readonly id: string
  readonly type: 'role' | 'member'
  allow: bigint
  deny: bigint
}

export interface StoredGuild {
  readonly id: string
  name: string
  ownerId: string
  locale: string
  readonly joinedAt: number
  readonly roles: Map<string, StoredRole>
  readonly members: Map<string, StoredMember>
  /** In the order that people see them; threads are not in it. */
  readonly channelIds: string[]
}

export interface ThreadState {
  readonly ownerId: string
  readonly createdAt: number
  /** Who is in it, and since when. */
  readonly memberIds: Map<string, number>
  archived: boolean
  locked: boolean
  invitable: boolean
  autoArchiveMinutes: number
  archivedAt: number
  totalSent: number
  /** For a post in a forum: the tags on it. */
  appliedTags?: readonly string[]
}

/** A tag of a forum. */
export interface StoredTag {
  readonly id: string
  readonly name: string
  readonly moderated: boolean
  readonly emojiId: string | null
  readonly emojiName: string | null
}

export interface StoredChannel {
  readonly id: string
  /** Discord's number: 0 text, 1 DM, 4 category, 11 public thread, 12 private thread, 15 forum. */
  readonly type: number
  readonly guildId: string | undefined
  name: string
  topic: string | null
  parentId: string | null
  position: number
  slowmodeSeconds: number
  overwrites: Overwrite[]
  lastMessageId: string | null
  lastPinAt: number | undefined
  /** For a DM: the person that the bot talks with. */
  readonly recipientId: string | undefined
  readonly thread: ThreadState | undefined
  readonly messages: MessageLog
  /** Channel flags: 2 pinned post, 16 a post needs a tag. */
  flags?: number
  nsfw?: boolean
  /** For a forum. */
  availableTags?: readonly StoredTag[]
  /** Minutes that the app proposes for new threads. */
  defaultAutoArchiveMinutes?: number
  /** Seconds of slow mode that new threads start with. */
  defaultThreadSlowmode?: number
  /** When each person last wrote here; kept only while there is slow mode. */
  lastSaid?: Map<string, number>
}

export interface StoredAttachment {
  readonly id: string
  readonly filename: string
  readonly size: number
  readonly contentType: string
  description: string | undefined
  readonly title?: string | undefined
  readonly spoiler?: boolean | undefined
}

/** A webhook of a channel, made by the bot or by a person. */
export interface StoredWebhook {
  readonly id: string
  readonly guildId: string
  channelId: string
  readonly token: string
  name: string
  readonly makerId: string
  /** The application that made it; null for one that a person made. */
  readonly applicationId: string | null
}

/** Who a message of a webhook says that it is of. */
export interface WebhookAuthor {
  readonly id: string
  readonly name: string
  readonly applicationId: string | null
}

export interface StoredBan {
  readonly userId: string
  readonly reason: string | null
}

/** A line of the audit log. Source: Discord, Audit Logs Resource, Audit Log Entry Object. */
export interface StoredAuditEntry {
  readonly id: string
  readonly guildId: string
  /** Discord's number of what happened, such as 20 for a kick. */
  readonly action: number
  readonly byId: string | null
  readonly targetId: string | null
  readonly changes?: readonly AuditChange[] | undefined
  readonly options?: Readonly<Record<string, string>> | undefined
  readonly reason?: string | undefined
}

export interface AuditChange {
  readonly key: string
  readonly old_value?: unknown
  readonly new_value?: unknown
}

/** What the people of a server set for one command, beside its own defaults. `type`: 1 role, 2 user, 3 channel. */
export interface StoredCommandPermission {
  readonly id: string
  readonly type: 1 | 2 | 3
  readonly permission: boolean
}

/** Which interaction a message answers. */
export interface MessageOrigin {
  readonly interactionId: string
  readonly type: number
  readonly userId: string
  readonly guildId: string | undefined
  readonly name: string | undefined
  readonly targetMessageId: string | undefined
  readonly interactedMessageId: string | undefined
  readonly originalMessageId: string | undefined
  /** For a form: the interaction that opened it. */
  readonly triggeredBy: MessageOrigin | undefined
}

export interface StoredMessage {
  readonly id: string
  readonly channelId: string
  readonly guildId: string | undefined
  readonly authorId: string
  type: number
  content: string
  embeds: readonly APIEmbed[]
  components: readonly APIMessageTopLevelComponent[]
  attachments: readonly StoredAttachment[]
  flags: number
  readonly createdAt: number
  editedAt: number | undefined
  mentions: readonly string[]
  mentionRoles: readonly string[]
  mentionEveryone: boolean
  pinnedAt: number | undefined
  deleted: boolean
  readonly nonce: string | number | undefined
  readonly replyTo: { readonly messageId: string; readonly channelId: string } | undefined
  readonly origin: MessageOrigin | undefined
  /** For an ephemeral message: the one person that sees it. */
  readonly onlyFor: string | undefined
  /** Set for a message that a webhook posted. */
  readonly webhook?: WebhookAuthor | undefined
  /** Emoji, and who reacted with it. */
  reactions: Map<string, Set<string>> | undefined
}

/** The messages of one channel, oldest first. */
export interface MessageLog {
  readonly size: number
  add(message: StoredMessage): void
  get(id: string): StoredMessage | undefined
  remove(id: string): StoredMessage | undefined
  /** All, oldest first. Not to be changed. */
  all(): readonly StoredMessage[]
  /** Up to `limit` messages that are older than `id` (all when absent), newest first. */
  before(id: string | undefined, limit: number): StoredMessage[]
  /** Up to `limit` messages that are newer than `id`: those nearest to it, newest first. */
  after(id: string, limit: number): StoredMessage[]
}

/** A command as Discord gives it back. */
export type StoredCommand = Omit<APIApplicationCommand, 'type'> & { readonly type: number }

/** A route that the bot asked for and that the local Discord does not have. */
export interface UnknownRoute {
  readonly method: string
  readonly path: string
}
