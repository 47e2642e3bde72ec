import { discordError } from '../errors.ts'
import { has } from '../permissions.ts'
import { channelOr404, demand, permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { audited } from './audit.ts'
import type { By } from './members.ts'
import { auditThread, publishThread, removeThread, threadSettings } from './open-thread.ts'
import { postMessage } from './post-message.ts'

export interface ThreadChange {
  readonly name?: string | null | undefined
  readonly archived?: boolean | null | undefined
  readonly locked?: boolean | null | undefined
  readonly invitable?: boolean | null | undefined
  readonly autoArchiveMinutes?: number | null | undefined
  readonly slowmodeSeconds?: number | null | undefined
  readonly flags?: number | null | undefined
  readonly appliedTags?: readonly string[] | null | undefined
}

const keeps = (hub: Hub, userId: string, channel: StoredChannel): boolean =>
  has(permissionsIn(hub, userId, channel), 'ManageThreads')

/**
 * Changes a thread. Waking one that is not locked needs only leave to write in it; its name, sleep and tags are for its
 * maker and its keepers; the lock, slow mode and pin are for its keepers (50013). What is locked is changed by its
 * keepers alone (160005); what sleeps must be woken to be changed (50083).
 * Source: Discord, Channels Resource, Modify Channel; Threads, Editing & Deleting Threads, Locked Threads.
 */
export function changeThread(hub: Hub, channel: StoredChannel, wanted: ThreadChange, by: By): void {
  const { thread } = channel
  if (thread === undefined) throw discordError(50024)
  demand(hub, by.id, channel)
  const keeper = keeps(hub, by.id, channel)
  const asked = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined)
  const onlyWakes = asked.every(([key]) => key === 'archived') && wanted.archived === false && !thread.locked
  const forKeepers = wanted.locked != null || wanted.slowmodeSeconds != null || wanted.flags != null
  if (onlyWakes) demand(hub, by.id, channel, 'SendMessages')
  else if (!keeper && (forKeepers || thread.ownerId !== by.id)) throw discordError(50013)
  if (thread.locked && !keeper) throw discordError(160005)
  if (thread.archived && wanted.archived !== false) throw discordError(50083)
  if (wanted.appliedTags != null) checkTags(hub, channel, wanted.appliedTags, by.id)
  const before = threadSettings(channel)
  const was = channel.name
  apply(hub, channel, thread, wanted)
  auditThread(hub, channel, audited.threadUpdate, before, threadSettings(channel), by)
  publishThread(hub, 'THREAD_UPDATE', channel)
  // A line in the thread says its new name. Source: Discord, Threads, New Message Types (CHANNEL_NAME_CHANGE).
  if (was !== channel.name) {
    const line = { type: 4, content: channel.name, allowed: { parse: [] } }
    postMessage(hub, { channel, authorId: by.id, ...line })
  }
  hub.changed()
}

function apply(
  hub: Hub,
  channel: StoredChannel,
  thread: NonNullable<StoredChannel['thread']>,
  wanted: ThreadChange,
): void {
  const restarts =
    (wanted.archived ?? thread.archived) !== thread.archived ||
    (wanted.autoArchiveMinutes ?? thread.autoArchiveMinutes) !== thread.autoArchiveMinutes
  if (restarts) thread.archivedAt = hub.now()
  channel.name = wanted.name ?? channel.name
  channel.slowmodeSeconds = wanted.slowmodeSeconds ?? channel.slowmodeSeconds
  channel.flags = wanted.flags ?? channel.flags ?? 0
  thread.archived = wanted.archived ?? thread.archived
  thread.locked = wanted.locked ?? thread.locked
  thread.invitable = wanted.invitable ?? thread.invitable
  thread.autoArchiveMinutes = wanted.autoArchiveMinutes ?? thread.autoArchiveMinutes
  if (wanted.appliedTags != null) thread.appliedTags = wanted.appliedTags
}

/** Takes a thread away; for its keepers. Source: Discord, Channels Resource, Delete/Close Channel. */
export function deleteThread(hub: Hub, channel: StoredChannel, by: By): void {
  demand(hub, by.id, channel, 'ManageThreads')
  auditThread(hub, channel, audited.threadDelete, threadSettings(channel), {}, by)
  removeThread(hub, channel)
}

/** Tags must be those of the forum (10087); a moderated one needs MANAGE_THREADS. For a forum and for a post in it. */
export function checkTags(hub: Hub, channel: StoredChannel, tags: readonly string[], userId: string): void {
  const forum = channel.thread === undefined ? channel : channelOr404(hub, channel.parentId ?? '')
  for (const id of tags) {
    const tag = forum.availableTags?.find((one) => one.id === id)
    if (tag === undefined) throw discordError(10087)
    if (tag.moderated && !keeps(hub, userId, forum)) throw discordError(50013)
  }
  // REQUIRE_TAG. Source: Discord, Channels Resource, Channel Flags.
  if (tags.length === 0 && ((forum.flags ?? 0) & (1 << 4)) !== 0) throw discordError(40067)
}
