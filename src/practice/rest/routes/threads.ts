import { z } from 'zod'
import { changeThread, deleteThread } from '../../acts/change-thread.ts'
import { openThread } from '../../acts/open-thread.ts'
import { bringIntoThread, changeThreadMember } from '../../acts/thread-members.ts'
import { discordError } from '../../errors.ts'
import { has } from '../../permissions.ts'
import { canSee, channelOr404, demand, guildOr404, messageOr404, permissionsIn } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel } from '../../state/model.ts'
import { renderChannel, renderThreadMember } from '../../state/render.ts'
import { renderMember } from '../../state/render.ts'
import { check, integer, snowflake, text } from '../check/form.ts'
import { archiveAfter, slowmode } from '../check/guild.ts'
import { idIn, limitOf, yesIn } from '../query.ts'
import type { RestRequest, Route } from '../request.ts'
import { created, noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'
import { startPost } from './forum.ts'

const fields = {
  name: text(1, 100),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
}
const fromMessage = z.object(fields)
const withoutMessage = z.object({
  ...fields,
  type: z.union([z.literal(11), z.literal(12)]).nullish(),
  invitable: z.boolean().nullish(),
})
const change = z.object({
  name: text(1, 100).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  invitable: z.boolean().nullish(),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
  flags: integer.nullish(),
  applied_tags: z.array(snowflake).max(5).nullish(),
})

const channelOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

type Thread = StoredChannel & { thread: NonNullable<StoredChannel['thread']> }

/** The thread of the request that the bot can see; 50024 for a channel that is none. */
export function threadOf(request: RestRequest): Thread {
  const channel = channelOf(request)
  if (channel.thread === undefined) throw discordError(50024)
  if (!canSee(request.hub, request.hub.app.botId, channel)) throw discordError(50001)
  return channel as Thread
}

const keeps = (hub: Hub, channel: StoredChannel): boolean =>
  has(permissionsIn(hub, hub.app.botId, channel), 'ManageThreads')

/** Threads, private ones too. Source: Discord, Channels Resource; Discord, Threads. */
export const threadRoutes: Route[] = [
  { method: 'POST', path: '/channels/{channel}/threads', handle: start },
  { method: 'POST', path: '/channels/{channel}/messages/{message}/threads', handle: startFromMessage },
  { method: 'GET', path: '/channels/{channel}/thread-members', handle: listMembers },
  {
    method: 'GET',
    path: '/channels/{channel}/thread-members/{user}',
    handle(request) {
      const thread = threadOf(request)
      const id = meOr(request)
      if (!thread.thread.memberIds.has(id)) throw discordError(10007)
      return ok(shownMember(request, thread, id))
    },
  },
  { method: 'PUT', path: '/channels/{channel}/thread-members/{user}', handle: addMember },
  { method: 'DELETE', path: '/channels/{channel}/thread-members/{user}', handle: removeMember },
]

const meOr = (request: RestRequest): string => {
  const user = param(request, 'user')
  return user === '@me' ? request.hub.app.botId : user
}

function start(request: RestRequest) {
  const { hub } = request
  const parent = channelOf(request)
  if (parent.type === 15) return startPost(request, parent)
  if (parent.type !== 0) throw discordError(50024)
  const wanted = check(withoutMessage, request.body)
  // PRIVATE_THREAD is the default, for the sake of old bots.
  const isPrivate = (wanted.type ?? 12) === 12
  demand(hub, hub.app.botId, parent, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
  const thread = openThread(hub, {
    parent,
    name: wanted.name,
    ownerId: hub.app.botId,
    isPrivate,
    invitable: wanted.invitable ?? true,
    autoArchiveMinutes: wanted.auto_archive_duration ?? 4320,
    slowmodeSeconds: wanted.rate_limit_per_user ?? parent.defaultThreadSlowmode ?? 0,
    reason: request.reason,
  })
  return created(renderChannel(hub, thread))
}

function startFromMessage(request: RestRequest) {
  const { hub } = request
  const parent = channelOf(request)
  if (parent.type !== 0) throw discordError(50024)
  demand(hub, hub.app.botId, parent, 'CreatePublicThreads', 'ReadMessageHistory')
  const from = messageOr404(parent, param(request, 'message'))
  if (hub.channels.has(from.id)) throw discordError(160004)
  const wanted = check(fromMessage, request.body)
  const thread = openThread(hub, {
    parent,
    name: wanted.name,
    ownerId: hub.app.botId,
    isPrivate: false,
    invitable: true,
    autoArchiveMinutes: wanted.auto_archive_duration ?? 4320,
    slowmodeSeconds: wanted.rate_limit_per_user ?? parent.defaultThreadSlowmode ?? 0,
    from,
    reason: request.reason,
  })
  return created(renderChannel(hub, thread))
}

/** PATCH of a thread. Source: Discord, Channels Resource, Modify Channel. */
export function editThread(request: RestRequest) {
  const { hub } = request
  const channel = threadOf(request)
  const wanted = check(change, request.body ?? {})
  const settings = {
    name: wanted.name,
    archived: wanted.archived,
    locked: wanted.locked,
    invitable: wanted.invitable,
    autoArchiveMinutes: wanted.auto_archive_duration,
    slowmodeSeconds: wanted.rate_limit_per_user,
    flags: wanted.flags,
    appliedTags: wanted.applied_tags,
  }
  changeThread(hub, channel, settings, byBot(request))
  return ok(renderChannel(hub, channel))
}

/** DELETE of a thread. Source: Discord, Channels Resource, Delete/Close Channel. */
export function removeThreadRoute(request: RestRequest) {
  const thread = threadOf(request)
  const last = renderChannel(request.hub, thread)
  deleteThread(request.hub, thread, byBot(request))
  return ok(last)
}

function shownMember(request: RestRequest, thread: StoredChannel, id: string): object {
  const { hub } = request
  const member = hub.guilds.get(thread.guildId ?? '')?.members.get(id)
  return {
    ...renderThreadMember(thread, id),
    ...(yesIn(request, 'with_member') && member !== undefined ? { member: renderMember(hub, member) } : {}),
  }
}

/** Everybody in a thread needs the member intent. Source: Discord, Channels Resource, List Thread Members. */
function listMembers(request: RestRequest) {
  if (!request.hub.app.privilegedIntents.has('GuildMembers')) throw discordError(50001)
  const thread = threadOf(request)
  const ids = [...thread.thread.memberIds.keys()].sort((a, b) => Number(BigInt(a) - BigInt(b)))
  if (!yesIn(request, 'with_member')) return ok(ids.map((id) => shownMember(request, thread, id)))
  const limit = limitOf(request, { least: 1, most: 100, usual: 100 })
  const after = idIn(request, 'after')
  const page = ids.filter((id) => after === undefined || BigInt(id) > BigInt(after)).slice(0, limit)
  return ok(page.map((id) => shownMember(request, thread, id)))
}

/**
 * Whoever may write in a thread may bring others in; in one that is not invitable only its maker and its keepers may.
 * Source: Discord, Channels Resource, Add Thread Member; Thread Metadata Object.
 */
function addMember(request: RestRequest) {
  const { hub } = request
  const thread = threadOf(request)
  if (thread.thread.archived) throw discordError(50083)
  const id = meOr(request)
  if (id !== hub.app.botId) demand(hub, hub.app.botId, thread, 'SendMessages')
  const guild = guildOr404(hub, thread.guildId ?? '')
  if (!guild.members.has(id)) throw discordError(10007)
  const closed = thread.type === 12 && !thread.thread.invitable
  if (closed && thread.thread.ownerId !== hub.app.botId && !keeps(hub, thread)) throw discordError(50013)
  const parent = channelOr404(hub, thread.parentId ?? '')
  // Whoever cannot see the channel cannot see its threads, so cannot be put into one.
  if (!canSee(hub, id, parent)) throw discordError(50001)
  bringIntoThread(hub, thread, id, hub.app.botId)
  return noContent
}

function removeMember(request: RestRequest) {
  const { hub } = request
  const thread = threadOf(request)
  if (thread.thread.archived) throw discordError(50083)
  const id = meOr(request)
  const ownPrivate = thread.type === 12 && thread.thread.ownerId === hub.app.botId
  if (id !== hub.app.botId && !keeps(hub, thread) && !ownPrivate) throw discordError(50013)
  changeThreadMember(hub, thread, id, false)
  return noContent
}
