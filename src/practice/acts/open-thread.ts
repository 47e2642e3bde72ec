import { hearing } from '../gateway/intents.ts'
import { msOf } from '../snowflake.ts'
import type { Hub } from '../state/hub.ts'
import { createMessageLog } from '../state/message-log.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { renderChannel } from '../state/render.ts'
import { publishMessage } from './post-message.ts'

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
}

/** Opens a thread; whoever opens it is in it. */
export function openThread(hub: Hub, input: NewThread): StoredChannel {
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
    },
    messages: createMessageLog(),
  }
  hub.channels.set(id, thread)
  publishThread(hub, 'THREAD_CREATE', thread, { newly_created: true })
  if (input.from !== undefined) {
    input.from.flags |= hasThread
    publishMessage(hub, 'MESSAGE_UPDATE', input.from)
  }
  hub.changed()
  return thread
}

const hasThread = 1 << 5

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
