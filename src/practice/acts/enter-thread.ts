import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { renderChannel } from '../state/render.ts'
import { changeThreadMember } from './thread-members.ts'

/**
 * What writing does to a thread: it wakes an archived one, and whoever writes is in it. A locked one takes
 * messages from its keepers alone (160005). Nothing happens in other channels.
 * Source: Discord, Threads, Active & Archived Threads; Locked Threads.
 */
export function enterThread(hub: Hub, channel: StoredChannel, authorId: string): void {
  const { thread } = channel
  if (thread === undefined) return
  if (thread.locked && !has(permissionsIn(hub, authorId, channel), 'ManageThreads'))
    throw discordError(160005)
  if (thread.archived) {
    thread.archived = false
    thread.archivedAt = hub.now()
    hub.publish({
      t: 'THREAD_UPDATE',
      intents: hearing.guilds,
      guildId: channel.guildId,
      channelId: channel.id,
      hidesContent: false,
      data: () => renderChannel(hub, channel),
    })
  }
  changeThreadMember(hub, channel, authorId, true)
}
