import { passAutoMod } from '../automod/enforce.ts'
import { checkTags } from '../acts/change-thread.ts'
import { openThread } from '../acts/open-thread.ts'
import { postMessage } from '../acts/post-message.ts'
import { keepSlowmode } from '../acts/slowmode.ts'
import { bringIntoThread, changeThreadMember } from '../acts/thread-members.ts'
import { discordError } from '../errors.ts'
import { has } from '../permissions.ts'
import { canSee, channelOr404, demand, permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredGuild } from '../state/model.ts'
import type { MessageHandle } from './handle.ts'
import { channelNamed, memberNamed } from './lookup.ts'
import { orRefused, Refused } from './refused.ts'
import { checkedText } from './say.ts'

export interface ThreadOptions {
  /** The message that it starts from. */
  readonly from?: MessageHandle
  /** Seen by its members and its keepers alone. */
  readonly isPrivate?: boolean
  readonly invitable?: boolean
}

export interface ThreadHands {
  opensThread(channel: string, name: string, options?: ThreadOptions): string
  postsIn(forum: string, title: string, text: string, tags?: readonly string[]): string
  brings(thread: string, member?: string): void
  leavesThread(thread: string): void
}

/** What one person does with threads. Refusals are Discord's own. Source: Discord, Threads. */
export function threadHands(hub: Hub, guild: StoredGuild, userId: string): ThreadHands {
  const base = { ownerId: userId, invitable: true, autoArchiveMinutes: 4320 }
  return {
    opensThread(name, title, options = {}) {
      const parent = channelNamed(hub, guild, name)
      const { from, isPrivate = from === undefined } = options
      return orRefused(`a thread in #${parent.name}`, () => {
        if (parent.type !== 0) throw discordError(50024)
        demand(hub, userId, parent, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
        const message = from === undefined ? undefined : parent.messages.get(from.id)
        if (from !== undefined && message === undefined) throw discordError(10008)
        if (message !== undefined && hub.channels.has(message.id)) throw discordError(160004)
        const wrote = keepSlowmode(hub, parent, userId)
        const thread = openThread(hub, {
          ...base,
          parent,
          name: title,
          isPrivate,
          invitable: options.invitable ?? true,
          slowmodeSeconds: parent.defaultThreadSlowmode ?? 0,
          ...(message === undefined ? {} : { from: message }),
        })
        wrote()
        return thread.id
      })
    },
    postsIn(name, title, text, tags = []) {
      const forum = channelNamed(hub, guild, name)
      return orRefused(`a post in #${forum.name}`, () => {
        if (forum.type !== 15) throw discordError(50024)
        demand(hub, userId, forum, 'SendMessages')
        const ids = tags.map((tag) => tagNamed(forum, tag))
        checkTags(hub, forum, ids, userId)
        const content = checkedText(text, false)
        const wrote = keepSlowmode(hub, forum, userId)
        const passed = passAutoMod(hub, { channel: forum, authorId: userId, content })
        const thread = openThread(hub, {
          ...base,
          parent: forum,
          name: title,
          isPrivate: false,
          slowmodeSeconds: forum.defaultThreadSlowmode ?? 0,
          appliedTags: ids,
        })
        postMessage(hub, { id: thread.id, channel: thread, authorId: userId, content })
        wrote()
        passed(thread.id)
        return thread.id
      })
    },
    brings(name, member) {
      const thread = channelNamed(hub, guild, name)
      const other = member === undefined ? userId : memberNamed(hub, guild, member).user.id
      orRefused(`into ${thread.name}`, () => bring(hub, thread, userId, other))
    },
    leavesThread(name) {
      changeThreadMember(hub, channelNamed(hub, guild, name), userId, false)
    },
  }
}

function bring(hub: Hub, channel: StoredChannel, byId: string, userId: string): void {
  const { thread } = channel
  if (thread === undefined) throw discordError(50024)
  demand(hub, byId, channel, 'SendMessages')
  if (thread.archived) throw discordError(50083)
  const keeper = has(permissionsIn(hub, byId, channel), 'ManageThreads')
  const closed = channel.type === 12 && !thread.invitable
  if (closed && userId !== byId && thread.ownerId !== byId && !keeper) throw discordError(50013)
  if (!canSee(hub, userId, channelOr404(hub, channel.parentId ?? ''))) throw discordError(50001)
  bringIntoThread(hub, channel, userId, byId)
}

function tagNamed(forum: StoredChannel, name: string): string {
  const tag = forum.availableTags?.find((one) => one.name === name)
  if (tag === undefined) throw new Refused(`There is no tag "${name}" in #${forum.name}.`, 10087)
  return tag.id
}
