import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import { msOf } from '../snowflake.ts'
import type { Hub } from '../state/hub.ts'
import { createMessageLog } from '../state/message-log.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { renderChannel } from '../state/render.ts'
import { audit, audited, changesBetween } from './audit.ts'
import type { By } from './members.ts'
import { postMessage, publishMessage } from './post-message.ts'

export interface NewThread {
  readonly parent: StoredChannel
  readonly name: string
  readonly ownerId: string
  readonly isPrivate: boolean
  readonly invitable: boolean
  readonly autoArchiveMinutes: number
  readonly slowmodeSeconds: number
  /** The message that it starts from; the thread then has its id. */
  readonly from?: StoredMessage
  /** For a post in a forum. */
  readonly appliedTags?: readonly string[]
  readonly reason?: string | undefined
}

/** Active threads in one guild. Source: Discord, JSON Error Codes, 160006; the number is what practice shows. */
const mostActive = 1000

/** Opens a thread; whoever opens it is in it. Source: Discord, Threads; Channels Resource, Start Thread. */
export function openThread(hub: Hub, input: NewThread): StoredChannel {
  if (activeIn(hub, input.parent.guildId) >= mostActive) throw discordError(160006)
  const id = input.from?.id ?? hub.newId()
  const now = input.from === undefined ? msOf(id) : hub.now()
  const thread: StoredChannel = {
    id,
    type: input.isPrivate ? 12 : 11,
    guildId: input.parent.guildId,
    name: input.name,
    topic: null,
    parentId: input.parent.id,
    position: 0,
    slowmodeSeconds: input.slowmodeSeconds,
    overwrites: [],
    lastMessageId: null,
    lastPinAt: undefined,
    recipientId: undefined,
    thread: {
      ownerId: input.ownerId,
      createdAt: now,
      memberIds: new Map([[input.ownerId, now]]),
      archived: false,
      locked: false,
      invitable: input.invitable,
      autoArchiveMinutes: input.autoArchiveMinutes,
      archivedAt: now,
      totalSent: 0,
      ...(input.appliedTags === undefined ? {} : { appliedTags: input.appliedTags }),
    },
    messages: createMessageLog(),
  }
  hub.channels.set(id, thread)
  auditThread(hub, thread, audited.threadCreate, {}, threadSettings(thread), {
    id: input.ownerId,
    reason: input.reason,
  })
  publishThread(hub, 'THREAD_CREATE', thread, { newly_created: true })
  if (input.from !== undefined) {
    input.from.flags |= hasThread
    publishMessage(hub, 'MESSAGE_UPDATE', input.from)
    // The first line of such a thread points at the message that it started from. Source: Discord, Threads.
    const allowed = { parse: [] }
    postMessage(hub, { channel: thread, authorId: input.ownerId, type: 21, replyTo: input.from, allowed })
  }
  hub.changed()
  return thread
}

const hasThread = 1 << 5

function activeIn(hub: Hub, guildId: string | undefined): number {
  let count = 0
  for (const one of hub.channels.values())
    if (one.guildId === guildId && one.thread?.archived === false) count += 1
  return count
}

/** What the audit log compares of a thread. */
export const threadSettings = (thread: StoredChannel): object => ({
  name: thread.name,
  type: thread.type,
  rate_limit_per_user: thread.slowmodeSeconds,
  archived: thread.thread?.archived,
  locked: thread.thread?.locked,
  invitable: thread.type === 12 ? thread.thread?.invitable : undefined,
  auto_archive_duration: thread.thread?.autoArchiveMinutes,
})

/** Writes in the audit log what was done with a thread. */
export function auditThread(
  hub: Hub,
  thread: StoredChannel,
  action: 110 | 111 | 112,
  before: object,
  after: object,
  by: By,
): void {
  const changes = changesBetween(before, after)
  if (thread.guildId === undefined || changes.length === 0) return
  audit(hub, thread.guildId, {
    action,
    byId: by.id,
    targetId: thread.id,
    changes,
    reason: by.reason,
  })
}

/** Tells of a thread to whoever can see it. */
export function publishThread(
  hub: Hub,
  t: 'THREAD_CREATE' | 'THREAD_UPDATE',
  thread: StoredChannel,
  extra: object = {},
): void {
  hub.publish({
    t,
    intents: hearing.guilds,
    guildId: thread.guildId,
    channelId: thread.id,
    hidesContent: false,
    data: () => ({ ...renderChannel(hub, thread), ...extra }),
  })
}

/** Takes a thread away with everything in it. */
export function removeThread(hub: Hub, channel: StoredChannel): void {
  // Told before it is gone: afterwards nobody can be said to see it.
  hub.publish({
    t: 'THREAD_DELETE',
    intents: hearing.guilds,
    guildId: channel.guildId,
    channelId: channel.id,
    hidesContent: false,
    data: () => ({
      id: channel.id,
      guild_id: channel.guildId,
      parent_id: channel.parentId,
      type: channel.type,
    }),
  })
  for (const message of channel.messages.all()) message.deleted = true
  hub.channels.delete(channel.id)
  hub.changed()
}
