import { discordError } from '../errors.ts'
import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { renderThreadMember } from '../state/render.ts'
import { postMessage } from './post-message.ts'

/** People in one thread. Source: Discord, JSON Error Codes, 30033. */
const mostMembers = 1000

/**
 * Puts somebody into a thread on behalf of somebody else; the thread gets a line that says so.
 * Source: Discord, Threads, New Message Types (RECIPIENT_ADD).
 */
export function bringIntoThread(hub: Hub, channel: StoredChannel, userId: string, byId: string): void {
  if (channel.thread?.memberIds.has(userId) === true) return
  changeThreadMember(hub, channel, userId, true)
  if (userId === byId) return
  postMessage(hub, { channel, authorId: byId, type: 1, about: userId, allowed: { parse: [] } })
}

/** Puts somebody into a thread, or takes them out. Twice is once. */
export function changeThreadMember(hub: Hub, channel: StoredChannel, userId: string, isIn: boolean): void {
  const { thread } = channel
  if (thread === undefined || thread.memberIds.has(userId) === isIn) return
  if (isIn && thread.memberIds.size >= mostMembers) throw discordError(30033)
  if (isIn) thread.memberIds.set(userId, hub.now())
  else thread.memberIds.delete(userId)
  // Without the member intent only the bot's own coming and going is told. Source: Discord, Thread Members Update.
  hub.publish({
    t: 'THREAD_MEMBERS_UPDATE',
    intents: userId === hub.app.botId ? hearing.guilds : hearing.members,
    guildId: channel.guildId,
    channelId: userId === hub.app.botId ? undefined : channel.id,
    hidesContent: false,
    data: () => ({
      id: channel.id,
      guild_id: channel.guildId,
      member_count: thread.memberIds.size,
      ...(isIn ? { added_members: [renderThreadMember(channel, userId)] } : { removed_member_ids: [userId] }),
    }),
  })
  hub.changed()
}
